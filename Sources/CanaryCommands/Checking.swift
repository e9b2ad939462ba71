import Conversation
import Escaping
import Evaluation
import InstrumentChecks
import InstrumentFiles
import Instruments
import Languages
import Reports
import Sessions

/// Everything that is wrong with some files of instruments and cases, and what was looked at.
struct Checking {
    /// One thing to report.
    struct Line {
        let file: String
        let place: Place?
        let isError: Bool
        let code: String
        let message: String
        let hint: String?

        init(
            file: String, place: Place?, isError: Bool, code: String, message: String, hint: String?
        ) {
            (self.file, self.place, self.isError, self.code) = (file, place, isError, code)
            self.message = message.cutToBeRead
            self.hint = hint?.cutToBeRead
        }
    }

    /// A file that was looked at.
    struct CheckedFile {
        /// What a file can be.
        enum Kind: String {
            case questionnaire, framework, cases
        }

        let path: String
        let kind: Kind
        let id: String
        let version: String?
        let sha256: String?
        /// What it holds, in words.
        let contents: String
        /// The combinations of conditions that were gone through.
        let combinations: Int
    }

    private(set) var lines: [Line] = []
    private(set) var files: [CheckedFile] = []
    /// The cases that were run.
    private(set) var caseCount = 0

    /// Whether anything is an error, or a warning where warnings count.
    func fails(strictly isStrict: Bool) -> Bool {
        lines.contains { $0.isError || isStrict }
    }

    /// Checks some files.
    ///
    /// - Parameters:
    ///   - contents: what the files hold.
    ///   - others: the questionnaires and frameworks of elsewhere that they may refer to.
    init(
        _ contents: LibraryContents,
        others: (questionnaires: [Questionnaire], frameworks: [Framework])
    ) {
        lines = contents.faults.map { fault in
            Line(
                file: fault.file, place: fault.place, isError: fault.severity == .error,
                code: fault.code.rawValue, message: FaultWording.message(fault),
                hint: FaultWording.hint(fault))
        }
        guard !lines.contains(where: \.isError) else { return }
        let frameworks = contents.frameworks + others.frameworks.filter { contents.framework($0.id) == nil }
        let context = CheckContext(questionnaires: contents.questionnaires, frameworks: frameworks)
        lines += AllChecks.diagnostics(in: context).compactMap { finding in
            contents.location(of: finding.path, in: finding.instrument).map { found in
                Line(
                    file: found.file, place: found.place, isError: finding.severity == .error,
                    code: finding.code.name, message: finding.message,
                    hint: finding.hint)
            }
        }
        note(contents)
        guard !lines.contains(where: \.isError) else { return }
        for (file, cases) in contents.cases {
            let questionnaire =
                contents.questionnaire(cases.questionnaire)
                ?? others.questionnaires.first { $0.id == cases.questionnaire }
            run(cases, of: file, questionnaire, frameworks)
        }
    }

    /// Notes what the files hold.
    private mutating func note(_ contents: LibraryContents) {
        for questionnaire in contents.questionnaires {
            files.append(
                CheckedFile(
                    path: contents.location(of: [], in: .questionnaire(questionnaire.id))?.file ?? "",
                    kind: .questionnaire, id: questionnaire.id.text, version: questionnaire.version,
                    sha256: questionnaire.sha256,
                    contents: size(of: questionnaire), combinations: 0))
        }
        for framework in contents.frameworks {
            let combinations = framework.tables.reduce(0) {
                $0 + (TableCombinations($1, in: framework)?.count ?? 0)
            }
            files.append(
                CheckedFile(
                    path: contents.location(of: [], in: .framework(framework.id))?.file ?? "",
                    kind: .framework, id: framework.id.text, version: framework.version,
                    sha256: framework.sha256,
                    contents: [
                        counted(framework.elements.count, "element", "elements"),
                        counted(framework.conditions.count, "condition", "conditions"),
                        counted(framework.tables.count, "table", "tables"),
                    ].joined(separator: ", "), combinations: combinations))
        }
    }

    /// How many questions there are, in how many areas.
    private func size(of questionnaire: Questionnaire) -> String {
        let areas = counted(questionnaire.areas.count, "area", "areas")
        return counted(questionnaire.questions.count, "question in \(areas)", "questions in \(areas)")
    }

    /// Runs the cases of a file.
    private mutating func run(
        _ file: CaseFile, of path: String, _ questionnaire: Questionnaire?, _ frameworks: [Framework]
    ) {
        func report(_ place: Place, _ isError: Bool, _ code: CaseCode, _ errorDescription: ErrorDescription) {
            lines.append(
                Line(
                    file: path, place: place, isError: isError, code: code.rawValue,
                    message: errorDescription.message, hint: errorDescription.hint))
        }
        guard let questionnaire else {
            report(
                file.place, true, .unknownQuestionnaire,
                ErrorDescription(
                    local("there is no questionnaire `\(file.questionnaire)`"),
                    hint: local("give its file, too, or name one that is built in")))
            return
        }
        let instruments = InstrumentSet(
            questionnaire: questionnaire,
            frameworks: questionnaire.feeds.compactMap { id in frameworks.first { $0.id == id } })
        let runs = file.cases.map { Evaluation.run($0, of: instruments) }
        caseCount += runs.count
        for run in runs {
            for failure in run.failures {
                report(
                    failure.place(in: run.case), true, failure.code, failure.errorDescription(in: run.case))
            }
        }
        guard !runs.contains(where: { !$0.failures.isEmpty }) else { return }
        let coverage = CaseCoverage(runs, of: instruments)
        for rule in coverage.rules {
            report(
                file.place, false, .ruleWithoutCase,
                ErrorDescription(
                    local("no case shows `\(rule)`"), hint: local("add one in which it alone is in play"))
            )
        }
        for (signature, status) in coverage.statuses {
            report(
                file.place, false, .statusWithoutCase,
                ErrorDescription(
                    local("no case shows `\(signature)` as \(status.rawValue)"),
                    hint: local("add one that expects it"))
            )
        }
        files.append(
            CheckedFile(
                path: path, kind: .cases, id: file.questionnaire.text, version: nil, sha256: nil,
                contents: counted(runs.count, "case, all as expected", "cases, all as expected"),
                combinations: 0))
    }
}

extension Checking.CheckedFile.Kind {
    /// What it is, in a word.
    var localizedDescription: String {
        switch self {
        case .questionnaire: local("questionnaire")
        case .framework: local("framework")
        case .cases: local("cases")
        }
    }
}

/// A name for scripts and tests of what can be wrong with cases; never changes. `docs/checks.md` explains each.
enum CaseCode: String, CaseIterable {
    case unknownQuestionnaire = "case-unknown-questionnaire"
    case unknownQuestion = "case-unknown-question"
    case refusedAnswer = "case-refused-answer"
    case refusedLink = "case-refused-link"
    case unknownFinding = "case-unknown-finding"
    case unknownRule = "case-unknown-rule"
    case otherFinding = "case-other-finding"
    case otherRules = "case-other-rules"
    case otherCircles = "case-other-circles"
    case tooEntangled = "case-too-entangled"
    case ruleWithoutCase = "rule-without-case"
    case statusWithoutCase = "status-without-case"
}

extension CaseRun.Failure {
    fileprivate var code: CaseCode {
        switch self {
        case .refused(.unknownQuestion): .unknownQuestion
        case .refused: .refusedAnswer
        case .refusedLink: .refusedLink
        case .notComputed: .tooEntangled
        case .unknownFinding: .unknownFinding
        case .unknownRule: .unknownRule
        case .differs: .otherFinding
        case .rulesDiffer: .otherRules
        case .circlesDiffer: .otherCircles
        }
    }

    /// Where it stands: as near as can be told.
    fileprivate func place(in case: CaseFile.Case) -> Place {
        switch self {
        case .refused(let rejection):
            `case`.sheet.entries.first { $0.question == rejection.question }?.place ?? `case`.place
        case .refusedLink(_, let place), .rulesDiffer(_, let place, _, _): place
        case .unknownFinding(let name), .unknownRule(let name), .differs(let name, _, _): name.place
        case .notComputed, .circlesDiffer: `case`.place
        }
    }

    fileprivate func errorDescription(in case: CaseFile.Case) -> ErrorDescription {
        func named(_ message: String, hint: String? = nil) -> ErrorDescription {
            ErrorDescription(local("case \"\(`case`.name)\": \(message)"), hint: hint)
        }
        func words(_ values: [String]) -> String {
            values.isEmpty ? local("nothing") : listed(values, with: .or)
        }
        func circles(_ lists: [[String]]) -> String {
            lists.isEmpty ? local("none") : lists.map { $0.joined(separator: " → ") }.joined(separator: "; ")
        }
        switch self {
        case .refused(let rejection), .refusedLink(let rejection, _):
            return named(rejection.errorDescription.message, hint: rejection.errorDescription.hint)
        case .notComputed(let finding):
            return named(
                local(
                    "`\(finding.id)` cannot be worked out: its rules and the open questions are too entangled"
                ))
        case .unknownFinding(let finding):
            return named(
                local("there is no finding `\(finding.name)`"),
                hint: local("write framework/name, as `canary explain` knows it"))
        case .unknownRule(let rule):
            return named(
                local("there is no rule `\(rule.name)`"), hint: local("write framework/table#N"))
        case .differs(let finding, let expected, let found):
            return named(
                local("`\(finding.name)` is \(words(found)), where \(words(expected)) is expected"))
        case .rulesDiffer(_, _, let expected, let found):
            return named(
                local("the rules in play are \(words(found)), where \(words(expected)) is expected"))
        case .circlesDiffer(let isPossible, let expected, let found):
            return named(
                isPossible
                    ? local(
                        "the possible circles are \(circles(found)), where \(circles(expected)) is expected")
                    : local(
                        "the vicious circles are \(circles(found)), where \(circles(expected)) is expected"))
        }
    }
}
