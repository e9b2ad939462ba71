import BuiltInInstruments
import Disclosure
import Evaluation
import InstrumentFiles
import Instruments
import Sessions
import Testing

@testable import Reports

/// What is told with the headline, in which order, and that no text is written that nobody can read.
struct ToldOrderTests {
    private static let now = Timestamp(milliseconds: 0)
    private static let folder =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Questionnaires"

    private func session(_ instruments: InstrumentSet) -> SessionState {
        SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(
                        id: instruments.questionnaire.id.text, version: "1.0.0", sha256: ""), frameworks: []),
                position: instruments.questionnaire.questions.first?.id),
            at: Self.now, instruments: instruments)
    }

    private func perform(_ command: SessionCommand, _ state: inout SessionState) {
        for event in (try? decide(command, state, now: Self.now)) ?? [] { apply(event, to: &state) }
    }

    private func texts(_ blocks: [Block]) -> [String] {
        blocks.compactMap { block in
            switch block {
            case .heading(_, let text), .paragraph(let text), .item(_, let text), .quote(let text): text
            case .table, .chart: nil
            }
        }
    }

    @Test(arguments: Audience.allCases, [1, 2, 3, 4])
    func `the headline is told in one order on every first page and in the conversation`(
        audience: Audience, level: Int
    ) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var state = session(instruments)
        for question in instruments.questionnaire.questions {
            switch question.kind {
            case .rating: perform(.answer(question.id, .given(.rating(level)), note: nil), &state)
            case .yesNo: perform(.answer(question.id, .given(.yesNo(false)), note: nil), &state)
            default: break
            }
        }
        let assessment = assess(state, for: .display)
        let pack = project(state, assessment, for: audience, now: Self.now)
        let tier = try #require(pack.tier)
        let assurance = try #require(pack.assurance)
        var parts: [String] = [assurance.sentences.first, tier.sentences.first?.withoutFullStop].compactMap(
            \.self)
        parts += tier.grades.map(\.sentence)
        if let firmness = tier.firmness { parts.append(firmness) }
        parts += tier.alongside.map(\.localizedDescription)
        if let early = pack.signatures?.sentences.last { parts.append(early) }
        #expect(audience == .public || tier.firmness != nil)
        // Who may not see answers is told no level and no pattern of levels.
        #expect(audience != .public || tier.firmness == nil && assurance.signs.isEmpty)
        for document in [pack.blocks(of: .position), pack.briefDocument(), pack.findingsDocument()] {
            let told = texts(document)
            let places = parts.compactMap { part in told.firstIndex { $0.contains(part) } }
            #expect(places.count == parts.count)
            #expect(places == places.sorted(), "\(places)")
        }
    }

    @Test(arguments: Audience.allCases, [1, 2, 3, 4])
    func `a brief tells in that order, too, and has each once`(audience: Audience, level: Int) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var state = session(instruments)
        for question in instruments.questionnaire.questions {
            guard case .rating = question.kind else { continue }
            perform(.answer(question.id, .given(.rating(level)), note: nil), &state)
        }
        let pack = project(state, assess(state, for: .display), for: audience, now: Self.now)
        let tier = try #require(pack.tier)
        let told = texts(pack.document(.brief))
        let parts = [
            pack.assurance?.sentences.first, tier.sentences.first?.withoutFullStop, tier.firmness,
            pack.signatures?.heading, pack.goingWellHeading,
        ].compactMap(\.self)
        #expect(parts.count == (audience == .public ? 4 : 5))
        let places = parts.map { part in told.indices.filter { told[$0].contains(part) } }
        #expect(places.allSatisfy { $0.count == 1 }, "\(places)")
        #expect(places.flatMap(\.self) == places.flatMap(\.self).sorted())
    }

    /// Every text of every framework that a questionnaire feeds, by where it stands.
    private func written(_ instruments: InstrumentSet) -> [String: String] {
        var texts: [String: String] = [:]
        func add(_ path: String, _ text: String?) { if let text { texts[path] = text } }
        for framework in instruments.frameworks {
            let id = "\(framework.id)"
            for element in framework.elements {
                add("\(id) \(element.id)", element.statement)
                for (place, help) in element.helps.enumerated() {
                    add("\(id) \(element.id) helps \(place)", help.statement.text)
                }
            }
            for table in framework.tables {
                for outcome in table.outcomes {
                    let path = "\(id) \(table.id) \(outcome.id)"
                    add("\(path) means", outcome.means.text)
                    let lists = [
                        outcome.benefits, outcome.worksWhen, outcome.fitsWhen, outcome.settleFirst,
                        outcome.helps.map(\.statement), outcome.places.map(\.statement),
                    ]
                    for (list, statements) in lists.enumerated() {
                        for (place, statement) in statements.enumerated() {
                            add("\(path) \(list) \(place)", statement.text)
                        }
                    }
                    for (place, focus) in outcome.focus.enumerated() {
                        add("\(path) focus \(place)", focus.text)
                    }
                }
                for (number, rule) in table.rules.enumerated() {
                    let path = "\(id) \(table.id) rule \(number + 1)"
                    add("\(path) says", rule.says)
                    for (place, caution) in rule.cautions.enumerated() {
                        add("\(path) caution \(place)", caution.text)
                    }
                    for (place, alongside) in rule.alongside.enumerated() {
                        add("\(path) alongside \(place)", alongside.because)
                    }
                }
                for (place, remark) in table.remarks.enumerated() {
                    add("\(id) \(table.id) remark \(place)", remark.statement.text)
                }
            }
            for model in framework.models {
                add("\(id) \(model.id)", model.means.text)
                add("\(id) \(model.id) caution", model.cautions.first?.text)
            }
            for signature in framework.signatures?.members ?? [] {
                add("\(id) \(signature.id) risk", signature.risk)
                for (place, sign) in signature.looksLike.enumerated() {
                    add("\(id) \(signature.id) looks-like \(place)", sign.text)
                }
                for (place, help) in signature.helps.enumerated() {
                    add("\(id) \(signature.id) helps \(place)", help.statement.text)
                }
            }
            for (place, note) in framework.notes.enumerated() {
                add("\(id) note \(place)", note.statement.text)
            }
        }
        return texts
    }

    /// Each is looked for in what the cases of the questionnaire lead to, until all are found.
    @Test(arguments: ["leadership", "early-warning"])
    func `no text of a framework is written that is never told`(name: String) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        let path = "\(Self.folder)/\(name).cases.yaml"
        var contents = LibraryContents(folder: "")
        contents.add(InstrumentReader.read(try SourceFile(path: path)), of: path)
        let file = try #require(contents.cases.first?.cases)
        var missing = written(instruments)
        for `case` in file.cases where !missing.isEmpty {
            var state = session(instruments)
            perform(.recordSheet(`case`.sheet), &state)
            let assessment = assess(state, for: .display)
            let explainer = Explainer(state, assessment)
            let pack = project(state, assessment, for: .full, now: Self.now)
            let explained = ExplainedFinding.all(assessment.findings, instruments)
            let told = texts(pack.document() + explained.flatMap { explainer.explanation(of: $0) })
                .joined(separator: "\n")
            missing = missing.filter { !told.contains($0.value) }
        }
        #expect(missing.keys.sorted() == [])
    }
}
