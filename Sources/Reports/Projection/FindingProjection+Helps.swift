import Evaluation
import Instruments
import Languages
import Sessions

extension FindingProjection {
    /// A step that helps.
    func help(_ help: Help) -> HelpText {
        HelpText(
            text: help.statement.text, who: help.who, whoInWords: help.who.localizedDescription,
            source: help.statement.source, basis: help.statement.basis)
    }

    /// A place that a source tells of.
    func place(_ place: PlaceStory) -> PlaceText {
        PlaceText(
            name: place.name, text: place.statement.text, source: place.statement.source,
            basis: place.statement.basis)
    }

    /// What helps with what was found, by who can take the step: with signatures that are evident, with elements that
    /// are not so and circumstances that are, with signatures on watch, and with the headline.
    func helps(_ findings: Findings) -> [HelpsText] {
        let all = helped(findings)
        return Help.Actor.allCases.compactMap { actor in
            let steps = all.flatMap { finding in
                finding.helps.filter { $0.who == actor }.map {
                    HelpsText.StepText(helpsWith: finding.title, step: help($0))
                }
            }
            return steps.isEmpty
                ? nil : HelpsText(who: actor, title: actor.localizedDescription.firstRaised, steps: steps)
        }
    }

    /// The facts that colour the findings, as they were answered; what is in words of a user's own is left out.
    func facts() -> [ReasonText] {
        let asked = session.asked
        return session.questionnaire.areas.filter(\.isOfFacts).flatMap(\.questions).compactMap { question in
            guard asked.contains(question.id), case .given(let value)? = responses[question.id] else {
                return nil
            }
            if case .text = value { return nil }
            return reason(question.id, .given(value))
        }
    }

    /// What needs help, the gravest first.
    func helped(_ findings: Findings) -> [HelpedFinding] {
        func signatures(_ status: SignatureSet.Status, rank: Int) -> [HelpedFinding] {
            guard let all = findings.signatures else { return [] }
            return all.signatures.filter { $0.possible == [status] && !$0.canBeUnknown }.map {
                HelpedFinding(
                    title: $0.signature.title, name: "\(all.framework)/\($0.signature.id)", rank: rank,
                    helps: $0.signature.helps, questions: $0.warning + $0.notWarning)
            }
        }
        let elements = findings.elements.compactMap { finding -> HelpedFinding? in
            let framework = session.instruments.framework(finding.reference.framework)
            guard let element = framework?.element(finding.reference.name),
                finding.truth == element.truthToHelp
            else { return nil }
            let isTrue = finding.truth == .yes
            return HelpedFinding(
                title: isTrue
                    ? element.name : local("\(element.name.withoutFullStop) (not so yet)"),
                name: finding.reference.description, rank: isTrue ? 1 : 0, helps: element.helps,
                questions: (finding.answers + finding.given).map(\.question),
                isCircumstance: isTrue && !element.changeable)
        }
        let headline = findings.tier.flatMap { tier in
            tier.determined.map { outcome in
                HelpedFinding(
                    title: outcome.title, name: tier.reference.description, rank: 2, helps: outcome.helps,
                    questions: tier.grounds.flatMap(\.elements).flatMap(\.answers).map(\.question))
            }
        }
        return
            (signatures(.evident, rank: 0) + elements + signatures(.watch, rank: 1)
            + [headline].compactMap(\.self))
            .filter { !$0.helps.isEmpty }
    }
}

extension Element {
    /// When its steps help: where it is not so; a circumstance, which leaders cannot change, where it is.
    var truthToHelp: Truth { changeable ? .no : .yes }
}

extension Help.Actor {
    /// Who can take a step, within a sentence.
    var localizedDescription: String {
        switch self {
        case .director: local("the director")
        case .chiefExecutive: local("the chief executive")
        case .leaderAndMembers: local("the leader and members")
        case .partners: local("partners")
        case .withOthers: local("the director with others")
        }
    }
}

extension HelpText {
    /// The step, who can take it, and its source.
    var localizedDescription: String { local("\(text) Who: \(whoInWords).") + sourced(source, basis: basis) }
}

extension [HelpText] {
    /// The steps under a heading of their own; none where there are none.
    var blocks: [Block] {
        isEmpty ? [] : [.paragraph(local("What helps:"))] + map { .item(1, $0.localizedDescription) }
    }
}
