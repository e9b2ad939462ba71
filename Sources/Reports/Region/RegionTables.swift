package import Collation
import Evaluation
import Instruments
import Sessions

/// The full tables of a region: a row for each fact of each session, in the order in which sessions come.
///
/// They hold no words of anybody but the names of authorities. They are the working data of whoever holds the sessions
/// and never leave by themselves.
package enum RegionTables {
    /// A table.
    package enum Name: String, CaseIterable, Sendable {
        case sessions
        case answers
        case evidence
        case findings

        /// The table's first line, which names its columns; they keep their names.
        package var header: String { CSVExporter.text(of: [columns]) }

        var columns: [String] {
            switch self {
            case .sessions:
                [
                    "session", "authority", "authority_key", "questionnaire", "version", "sha256",
                    "frameworks", "state", "changed", "milestones", "counts",
                ]
            case .answers:
                [
                    "session", "milestone", "question", "area", "position", "status", "level", "option_place",
                    "yes",
                ]
            case .evidence: ["session", "milestone", "question", "kind", "pieces"]
            case .findings:
                [
                    "session", "milestone", "about", "subject", "outcome", "settled", "thousandths",
                    "tier_place",
                ]
            }
        }
    }

    /// The row of one session in the table of sessions.
    ///
    /// - Parameters:
    ///   - file: the name of the session's file without its ending.
    ///   - figures: the session's figures.
    /// - Returns: a line without its last field, `counts`, which is known when all sessions are.
    package static func start(of file: String, _ figures: SessionFigures) -> [String] {
        session(file, figures)
    }

    /// The table of sessions, without its header.
    ///
    /// - Parameter rows: what `start` gave for each session, and whether the session counts.
    /// - Returns: lines that end in CR LF.
    package static func text(of rows: [(start: [String], counts: Bool)]) -> String {
        CSVExporter.text(of: rows.map { $0.start + ["\($0.counts)"] })
    }

    /// The rows of one session in a table of its facts; none in the table of sessions.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - file: the name of the session's file without its ending, by which the tables are joined.
    ///   - figures: the session's figures.
    ///   - index: the index of its instruments.
    /// - Returns: lines that end in CR LF.
    package static func rows(
        of table: Name, _ file: String, _ figures: SessionFigures, _ index: InstrumentIndex
    ) -> String {
        let moments = [(0, figures.now)] + figures.milestones.enumerated().map { ($0 + 1, $1.result) }
        func each(_ rows: (SessionResult) -> [[String]]) -> [[String]] {
            moments.flatMap { number, result in rows(result).map { [file, "\(number)"] + $0 } }
        }
        return CSVExporter.text(
            of: {
                switch table {
                case .sessions: []
                case .answers: each { answers($0, index) }
                case .evidence: each { evidence($0, index) }
                case .findings: each { findings($0, index) }
                }
            }())
    }

    private static func session(_ file: String, _ figures: SessionFigures) -> [String] {
        let pin = figures.pins.questionnaire
        return [
            file, figures.authority ?? "", figures.authority.map(Collator.name) ?? "", pin.id, pin.version,
            pin.sha256, figures.pins.frameworks.map(\.sha256).joined(separator: " "), figures.state.name,
            figures.changed.description, "\(figures.milestones.count)",
        ]
    }

    private static func answers(_ result: SessionResult, _ index: InstrumentIndex) -> [[String]] {
        zip(index.questions.indices, result.answers).map { place, code in
            let question = index.questions[place]
            let area = index.instruments.questionnaire.areas[index.areaOfQuestion[place]]
            let isRating = if case .rating = question.kind { true } else { false }
            let status =
                switch code {
                case .notAsked: "not-asked"
                case .unanswered: "unanswered"
                case .dontKnow: "dont-know"
                case .notApplicable: "not-applicable"
                default: "answered"
                }
            return [
                question.id.text, area.id.text, "\(place + 1)", status,
                isRating ? code.place.map(String.init) ?? "" : "",
                isRating ? "" : code.place.map(String.init) ?? "",
                code == .yes ? "true" : code == .no ? "false" : "",
            ]
        }
    }

    private static func evidence(_ result: SessionResult, _ index: InstrumentIndex) -> [[String]] {
        result.evidence.compactMap { item in
            let (question, kind) = (Int(item.question), Int(item.kind))
            guard index.questions.indices.contains(question), Evidence.Kind.allCases.indices.contains(kind)
            else { return nil }
            return [
                index.questions[question].id.text, Evidence.Kind.allCases[kind].rawValue, "\(item.count)",
            ]
        }
    }

    /// A row for each outcome that is possible.
    private static func findings(_ result: SessionResult, _ index: InstrumentIndex) -> [[String]] {
        func rows(_ about: String, _ subject: String, _ outcomes: [String], settled: Bool? = nil)
            -> [[String]]
        {
            outcomes.map { [about, subject, $0, "\(settled ?? (outcomes.count == 1))", ""] }
        }
        let tables = zip(index.tables.indices, result.tables).flatMap { number, outcomes -> [[String]] in
            let item = index.tables[number]
            let subject = "\(item.framework)/\(item.table.id)"
            let possible = item.table.outcomes.prefix(64).enumerated().filter {
                outcomes.possible & 1 << UInt64($0.offset) != 0
            }
            guard item.table.hitPolicy == .collect else {
                let places = possible.map { number == index.tier ? "\($0.offset + 1)" : "" }
                let named =
                    possible.map(\.element.id.text)
                    + (outcomes.canBeNone ? [Breakdown.State.nothing.rawValue] : [])
                return zip(rows("table", subject, named), places + [""]).map { $0 + [$1] }
            }
            return possible.flatMap { place, outcome in
                let isCertain = outcomes.certain & 1 << UInt64(place) != 0
                return rows(
                    "given", "\(subject)/\(outcome.id)",
                    [(isCertain ? Breakdown.State.given : .open).rawValue], settled: isCertain)
            }.map { $0 + [""] }
        }
        let conditions = zip(index.conditions, result.conditions).flatMap { item, possible in
            rows(
                "condition", "\(item.framework)/\(item.condition.id)",
                states(of: possible).map(\.rawValue))
        }
        let models = zip(index.models, result.models).flatMap { item, status in
            rows(
                "model", "\(item.framework)/\(item.model.id)", [status.rawValue],
                settled: status != .undetermined)
        }
        let others =
            conditions + models + signatures(result, index, rows) + problems(result, index, rows)
            + quality(result, index)
        return tables + others.map { $0 + [""] }
    }

    /// What a condition can still be; nothing but gone where it is that.
    private static func states(of possible: SessionResult.Possible) -> [Breakdown.State] {
        if possible.contains(.gone) { return [.gone] }
        return [possible.contains(.yes) ? .met : nil, possible.contains(.no) ? .notMet : nil]
            .compactMap(\.self)
    }

    private static func signatures(
        _ result: SessionResult, _ index: InstrumentIndex,
        _ rows: (String, String, [String], Bool?) -> [[String]]
    ) -> [[String]] {
        guard let (framework, set) = index.signatures else { return [] }
        let statuses: [(SessionResult.SignatureStatuses, String)] = [
            (.clear, SignatureSet.Status.clear.rawValue), (.watch, SignatureSet.Status.watch.rawValue),
            (.evident, SignatureSet.Status.evident.rawValue), (.unknown, Breakdown.State.unknown.rawValue),
        ]
        let signatures = zip(set.members, result.signatures).flatMap { signature, possible in
            rows(
                "signature", "\(framework)/\(signature.id)",
                statuses.filter { possible.contains($0.0) }.map(\.1), nil)
        }
        let grades = SignatureSet.Grade.allCases.enumerated()
            .filter { result.grades & 1 << UInt8($0.offset) != 0 }.map(\.element.rawValue)
        return signatures + rows("early-warning", framework.text, grades, nil)
    }

    private static func problems(
        _ result: SessionResult, _ index: InstrumentIndex,
        _ rows: (String, String, [String], Bool?) -> [[String]]
    ) -> [[String]] {
        func name(_ places: [UInt16]) -> String {
            places.compactMap {
                index.problems.indices.contains(Int($0)) ? index.problems[Int($0)].element.id.text : nil
            }.joined(separator: ">")
        }
        func links(_ about: String, _ name: String, isPossible: Bool) -> [[String]] {
            rows(about, name, [(isPossible ? Breakdown.State.open : .present).rawValue], !isPossible)
        }
        let problems = zip(index.problems, result.problems).flatMap { item, state in
            rows(
                "problem", "\(item.framework)/\(item.element.id)",
                [state == .unknown ? Breakdown.State.open.rawValue : state.rawValue], state != .unknown)
        }
        let factors = zip(index.factors, result.factors).flatMap { item, factor in
            let state: Breakdown.State =
                switch factor {
                case .missing: .missing
                case .partly: .partly
                case .inPlace: .inPlace
                case .open: .open
                }
            return rows(
                "factor", "\(item.framework)/\(item.element.id)", [state.rawValue], factor != .open)
        }
        return problems + factors
            + result.links.flatMap { links("link", name([$0.from, $0.to]), isPossible: $0.isPossible) }
            + result.circles.flatMap { links("circle", name($0), isPossible: false) }
            + result.possibleCircles.flatMap { links("circle", name($0), isPossible: true) }
    }

    private static func quality(_ result: SessionResult, _ index: InstrumentIndex) -> [[String]] {
        let areas = index.instruments.questionnaire.areas
        return result.quality.compactMap { figure in
            guard let thousandths = figure.thousandths else { return nil }
            let area = figure.area.map(Int.init).flatMap {
                areas.indices.contains($0) ? areas[$0].id.text : nil
            }
            return [
                "quality", figure.test.rawValue + (area.map { "/\($0)" } ?? ""), "", "", "\(thousandths)",
            ]
        }
    }
}
