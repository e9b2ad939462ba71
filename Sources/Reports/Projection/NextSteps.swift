package import Evaluation
package import Instruments
import Languages
package import Sessions

/// What can be done about the findings, by who can act, the most pressing first.
package struct NextSteps: Sendable {
    /// What goes well, a sentence each.
    package var strengths: [String]
    /// Steps that help, by who can take them; a group without a step is left out.
    package var groups: [Group]
    /// What nobody in the authority can change now, by name.
    package var circumstances: [String]
    /// The questions whose answer nobody knows.
    package var unknown: [Unknown]

    /// Who can act, as people in an authority think of it.
    package enum Actor: CaseIterable, Sendable {
        case director
        case withOthers
        case leaders

        /// A heading for their steps.
        package var title: String {
            switch self {
            case .director: local("In the director's own hands")
            case .withOthers: local("With others and partners")
            case .leaders: local("To ask of the chief executive, the leader and members")
            }
        }
    }

    /// The steps that somebody can take.
    package struct Group: Sendable {
        package var actor: Actor
        package var steps: [Step]
    }

    /// A step that helps with one finding or several.
    package struct Step: Sendable {
        /// What to do.
        package var text: String
        /// What it helps with, by name.
        package var helpsWith: [String]
        package var source: String?
        package var basis: Basis
        /// The question on which the action goes.
        package var question: Question.ID
        /// The finding that it answers, by its full name.
        package var finding: String

        /// What it helps with and where it comes from, in brackets behind the step.
        package var grounds: String {
            local("For: \(listed(helpsWith)).") + sourced(source, basis: basis)
        }
    }

    /// A question whose answer nobody knows.
    package struct Unknown: Sendable {
        package var question: Question.ID
        package var text: String
        /// Where to look; empty where the questionnaire says nothing.
        package var lookFor: [String]
    }

    /// Every step, in the order in which they are shown.
    package var steps: [Step] { groups.flatMap(\.steps) }
}

/// Works out what can be done about the findings of a session, for the authority itself.
package func nextSteps(_ session: SessionState, _ assessment: Assessment) -> NextSteps {
    let words = FindingProjection(fullAccountOf: session, assessment)
    let findings = assessment.findings
    let helped = words.helped(findings)
    let groups = NextSteps.Actor.allCases.compactMap { actor -> NextSteps.Group? in
        let steps = helped.steps(for: actor, in: session)
        return steps.isEmpty ? nil : NextSteps.Group(actor: actor, steps: steps)
    }
    let unknown = session.asked.questions.filter { assessment.responses[$0.id] == .dontKnow }.map {
        NextSteps.Unknown(question: $0.id, text: $0.text, lookFor: $0.lookFor)
    }
    return NextSteps(
        strengths: words.goingWell(findings),
        groups: groups, circumstances: helped.filter(\.isCircumstance).map(\.title.withoutFullStop),
        unknown: unknown)
}

/// Something that was found and needs help.
struct HelpedFinding {
    /// What it is, by its title.
    var title: String
    /// Its full name.
    var name: String
    /// How pressing it is: 0 for what is evident or lacking, 1 for what is on watch, 2 for the headline.
    var rank: Int
    var helps: [Help]
    /// The answers that it rests on, those that weigh most first.
    var questions: [Question.ID]
    /// Whether nobody in the authority can change it.
    var isCircumstance = false
}

extension [HelpedFinding] {
    /// The steps that somebody can take: the most pressing first, and of these what several findings share; each once.
    fileprivate func steps(for actor: NextSteps.Actor, in session: SessionState) -> [NextSteps.Step] {
        var steps: [NextSteps.Step] = []
        var ranks: [Int] = []
        for finding in self {
            for help in finding.helps where help.who.actor == actor {
                if let place = steps.firstIndex(where: { $0.text == help.statement.text }) {
                    if !steps[place].helpsWith.contains(finding.title) {
                        steps[place].helpsWith.append(finding.title)
                    }
                    ranks[place] = Swift.min(ranks[place], finding.rank)
                    continue
                }
                guard let question = session.questionForAction(on: finding.questions) else { continue }
                steps.append(
                    NextSteps.Step(
                        text: help.statement.text, helpsWith: [finding.title],
                        source: help.statement.source, basis: help.statement.basis, question: question,
                        finding: finding.name))
                ranks.append(finding.rank)
            }
        }
        func key(_ place: Int) -> (Int, Int, Int) { (ranks[place], -steps[place].helpsWith.count, place) }
        return steps.indices.sorted { key($0) < key($1) }.map { steps[$0] }
    }
}

extension SessionState {
    /// The question under which an action on a finding goes: one that is withheld where the finding rests on such, so that
    /// the action stays with the authority, too; else the first of them, or of all.
    fileprivate func questionForAction(on questions: [Question.ID]) -> Question.ID? {
        let withheld = withheldQuestions
        return questions.first(where: withheld.contains) ?? questions.first ?? asked.ids().first
    }
}

extension Help.Actor {
    /// The group of those who can act to which they belong.
    fileprivate var actor: NextSteps.Actor {
        switch self {
        case .director: .director
        case .withOthers, .partners: .withOthers
        case .chiefExecutive, .leaderAndMembers: .leaders
        }
    }
}
