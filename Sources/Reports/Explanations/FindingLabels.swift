package import Evaluation
package import Instruments
import Languages

/// Names findings, and what they can be, in words.
package struct FindingLabels: Sendable {
    private let instruments: InstrumentSet
    private let labels: Labels

    /// Names the findings on some instruments.
    package init(_ instruments: InstrumentSet) {
        self.instruments = instruments
        labels = Labels(instruments.questionnaire)
    }

    /// What a finding is called.
    package func title(of key: FindingKey) -> String {
        switch key {
        case .table(let reference): table(reference)?.title ?? key.id
        case .model(let reference):
            instruments.framework(reference.framework)?.models.first { $0.id == reference.name }?.title
                ?? key.id
        case .earlyWarning: local("Early warning")
        case .signature(let reference):
            signatures(reference.framework)?.members.first { $0.id == reference.name }?.title ?? key.id
        case .balance(let framework, let category):
            signatures(framework)?.categories.first { $0.id == category }.map {
                local("Evident signatures, \($0.title.firstLowered)")
            } ?? key.id
        case .problem(let element), .factor(let element): name(of: element)
        case .linkedProblems: local("Linked problems")
        case .link(let from, let to): local("\(name(of: from)) leads to \(name(of: to).firstLowered)")
        case .viciousCircles: local("Vicious circles")
        case .circle(let problems):
            local("Vicious circle of \(listed(problems.map { name(of: $0).firstLowered }))")
        case .stage: local("Present stage")
        case .condition(let reference):
            instruments.framework(reference.framework)?.condition(reference.name)?.title ?? key.id
        case .openQuestions: local("Questions that can still change the headline")
        }
    }

    /// That a finding could not be worked out, in a sentence.
    package func notComputed(_ key: FindingKey) -> String {
        local(
            "Not worked out: \(title(of: key)). Its rules and the open questions are too entangled; answer more questions to have it."
        )
    }

    /// What a finding says, in words; nil where it is not there.
    package func words(for value: FindingValue?, of key: FindingKey) -> String {
        guard let value else {
            if case .circle = key { return local("no circle") }
            return local("not recorded")
        }
        switch key {
        case .circle: return value.possible.count == 1 ? local("certain") : local("possible")
        case .openQuestions:
            guard value.possible.count > mostFactsInFull else {
                return value.possible.isEmpty
                    ? local("none") : listed(value.possible.map { words(for: $0, of: key) })
            }
            return counted(value.possible.count, "question", "questions")
        case .table(let reference) where table(reference)?.hitPolicy == .collect:
            return collected(value, of: key)
        case .table, .model, .earlyWarning, .signature, .balance, .problem, .linkedProblems, .link,
            .viciousCircles, .stage, .factor, .condition:
            return listed(value.possible.map { words(for: $0, of: key) }, with: .or)
        }
    }

    /// What is possible, each by itself.
    package func possible(_ value: FindingValue?, of key: FindingKey) -> [String] {
        value.map { $0.possible.map { words(for: $0, of: key) } } ?? []
    }

    /// How a finding differs, in a sentence or several; none where only its place does.
    func sentences(on change: FindingChange) -> [String] {
        let title = title(of: change.key)
        let now = words(for: change.to, of: change.key)
        var sentences: [String] = []
        let isSame = change.to.map { $0.isSameSet(as: change.from) } ?? false
        if !isSame {
            sentences.append(
                "\(title): " + local("\(now), instead of \(words(for: change.from, of: change.key))."))
        }
        let (old, new) = (change.from?.besides ?? [], change.to?.besides ?? [])
        let rules = (old.rules, new.rules)
        if isSame, rules.0 != rules.1 {
            sentences.append(
                "\(title): "
                    + local(
                        "\(now) as before, by other rules: \(listed(rules.1)), instead of \(listed(rules.0))."
                    ))
        }
        sentences += new.filter { !old.contains($0) }.compactMap { words(for: $0) }.map {
            "\(title), " + local("said now: \($0)")
        }
        sentences += old.filter { !new.contains($0) }.compactMap { words(for: $0) }.map {
            "\(title), " + local("no longer said: \($0)")
        }
        return sentences
    }

    /// The words that are told beside a finding; nil for rules, which are named.
    private func words(for beside: FindingValue.Beside) -> String? {
        switch beside {
        case .rule: nil
        case .caution(let caution): caution.text
        case .focus(let focus): focus.text
        case .alongside(let alongside, let isCertain):
            isCertain
                ? local("alongside: \(alongside.because)") : local("perhaps alongside: \(alongside.because)")
        case .remark(let statement): statement.text
        case .listedUpTo(let count):
            local("All circles of up to \(count) problems are listed; longer ones are too many to list.")
        }
    }

    private func collected(_ value: FindingValue, of key: FindingKey) -> String {
        let open = value.possible.filter { !value.certain.contains($0) }
        let sure = value.certain.map { words(for: $0, of: key) }
        guard !sure.isEmpty else { return listed(open.map { words(for: $0, of: key) }, with: .or) }
        return open.isEmpty
            ? listed(sure)
            : local("\(listed(sure)), and perhaps \(listed(open.map { words(for: $0, of: key) }))")
    }

    private func words(for state: FindingState, of key: FindingKey) -> String {
        switch state {
        case .outcome(let id):
            if case .table(let reference) = key {
                table(reference)?.outcome(id)?.title ?? id.text
            } else {
                id.text
            }
        case .noRule: local("no rule fits")
        case .holds(let holds): holds ? local("yes") : local("no")
        case .met(let grade): grade.localizedDescription
        case .model(let status): status.localizedDescription
        case .signature(let status): self.words(for: status, of: key)
        case .gone: local("not known, because no question on it is left")
        case .grade(let grade): self.words(for: grade, of: key)
        case .count(let count): "\(count)"
        case .problem(let state): state.localizedDescription
        case .link(let state): state.localizedDescription
        case .stage(let id):
            if case .stage(let framework) = key {
                instruments.framework(framework)?.factors?.stages.first { $0.id == id }?.title.firstLowered
                    ?? id.text
            } else {
                id.text
            }
        case .factor(let state): state.localizedDescription
        case .open: local("not known yet")
        case .question(let question): labels[question].short
        }
    }

    private func words(for status: SignatureSet.Status, of key: FindingKey) -> String {
        guard case .signature(let reference) = key else { return status.rawValue }
        let wording = signatures(reference.framework)?.statuses.first { $0.id == status }
        return wording?.title.firstLowered ?? status.rawValue
    }

    private func words(for grade: SignatureSet.Grade, of key: FindingKey) -> String {
        guard case .earlyWarning(let framework) = key else { return grade.rawValue }
        let wording = signatures(framework)?.earlyWarning.first { $0.id == grade }
        return wording?.title.firstLowered ?? grade.rawValue
    }

    private func table(_ reference: Reference<DecisionTable>) -> DecisionTable? {
        instruments.framework(reference.framework)?.tables.first { $0.id == reference.name }
    }

    private func signatures(_ framework: Framework.ID) -> SignatureSet? {
        instruments.framework(framework)?.signatures
    }

    private func name(of element: Reference<Element>) -> String {
        instruments.framework(element.framework)?.element(element.name)?.name ?? element.name.text
    }
}

extension [FindingValue.Beside] {
    /// The rules in play, by their full names.
    var rules: [String] {
        compactMap { beside in
            if case .rule(let id) = beside { id } else { nil }
        }
    }

    /// All of them as JSON has them: rules by their names, the others by their words.
    var asTexts: [String] {
        map { beside in
            switch beside {
            case .rule(let id): id
            case .caution(let caution): caution.text
            case .focus(let focus): focus.text
            case .alongside(let alongside, _): alongside.because
            case .remark(let statement): statement.text
            case .listedUpTo(let count): "\(count)"
            }
        }
    }
}

extension ProblemFinding.State {
    /// The state in words.
    fileprivate var localizedDescription: String {
        switch self {
        case .present: local("present")
        case .partly: local("present in part")
        case .absent: local("absent")
        case .unknown: local("not known yet")
        case .notApplicable: local("not applicable")
        }
    }
}

extension LinkFinding.State {
    /// The state in words.
    fileprivate var localizedDescription: String {
        switch self {
        case .counts: local("counts")
        case .possible: local("may count")
        case .idle: local("does not count")
        }
    }
}

extension ModelFinding.Status {
    /// The status in words.
    var localizedDescription: String {
        switch self {
        case .viable: local("conditions met")
        case .notViable: local("conditions not met")
        case .undetermined: local("not ruled out")
        }
    }
}
