import Evaluation
import Instruments
import Languages
import Sessions

extension FindingWords {
    /// A step that helps.
    func help(_ help: Help) -> HelpText {
        HelpText(
            text: help.statement.text, who: help.who, whoInWords: help.who.inWords,
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
            let steps = all.flatMap { title, helps in
                helps.filter { $0.who == actor }.map {
                    HelpsText.StepText(helpsWith: title, step: help($0))
                }
            }
            return steps.isEmpty
                ? nil : HelpsText(who: actor, title: actor.inWords.firstRaised, steps: steps)
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

    /// What needs help, by its title, the gravest first.
    private func helped(_ findings: Findings) -> [(title: String, helps: [Help])] {
        func signatures(_ status: SignatureSet.Status) -> [(String, [Help])] {
            (findings.signatures?.signatures ?? [])
                .filter { $0.possible == [status] && !$0.canBeUnknown }
                .map { ($0.signature.title, $0.signature.helps) }
        }
        let elements = findings.elements.compactMap { finding -> (String, [Help])? in
            let framework = session.instruments.framework(finding.reference.framework)
            guard let element = framework?.element(finding.reference.name),
                finding.truth == element.truthToHelp
            else { return nil }
            return (
                finding.truth == .yes
                    ? element.name : local("\(element.name.withoutFullStop) (not so yet)"), element.helps
            )
        }
        let headline = findings.tier?.determined.map { [($0.title, $0.helps)] } ?? []
        return (signatures(.evident) + elements + signatures(.watch) + headline).filter { !$0.1.isEmpty }
    }
}

extension Element {
    /// When its steps help: where it is not so; a circumstance, which leaders cannot change, where it is.
    var truthToHelp: Truth { changeable ? .no : .yes }
}

extension Help.Actor {
    /// Who can take a step, within a sentence.
    var inWords: String {
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
    var inWords: String { local("\(text) Who: \(whoInWords).") + sourced(source, basis: basis) }
}

extension [HelpText] {
    /// The steps under a heading of their own; none where there are none.
    var blocks: [Block] {
        isEmpty ? [] : [.paragraph(local("What helps:"))] + map { .item(1, $0.inWords) }
    }
}
