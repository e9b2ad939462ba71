import Disclosure
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct ExplainCommand: Command {
    let name = "explain"
    var usage: String { local("\(name) FINDING, or \(name) FINDING tree") }
    var summary: String { local("says why a finding is what it is, down to the answers and their sources") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let assessment = talk.assessment(for: .display)
        let all = ExplainedFinding.all(assessment.findings, talk.state.instruments)
        let words = argument.split(whereSeparator: \.isWhitespace)
        let isTree = words.count > 1 && words.last?.lowercased() == "tree"
        // A finding's name on the screen may have several words.
        let wanted = (isTree ? words.dropLast() : words[...]).joined(separator: " ")
        let finding: ExplainedFinding
        do throws(ErrorDescription) {
            finding = try ExplainedFinding.named(wanted, among: all)
        } catch {
            throw .problem(error)
        }
        try talk.show(Explainer(talk.state, assessment).explanation(of: finding, asTree: isTree))
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        let findings = talk.assessment(for: .display).findings
        return argument.contains(" ")
            ? [Completion("tree")]
            : ExplainedFinding.all(findings, talk.state.instruments)
                .map { Completion($0.name, description: $0.title) }
    }
}

struct WhatIfCommand: Command {
    let name = "what-if"
    var usage: String { local("\(name) QUESTION=ANSWER, several with spaces between") }
    var summary: String { local("says what other answers would change, and saves nothing") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        let changes: [AssumedAnswer]
        do throws(ErrorDescription) {
            guard !argument.isEmpty else {
                throw ErrorDescription(
                    local("say which answer to change"),
                    hint: local("such as what-if capacity-to-deliver.caseloads=3"))
            }
            changes = try AssumedAnswer.all(
                argument.split(whereSeparator: \.isWhitespace).map(String.init), in: state)
        } catch {
            throw .problem(error)
        }
        let now = talk.assessment(for: .display)
        let then = assess(state, assuming: changes, for: .display)
        let resting =
            localizedDescription(unconfirmed: then.unconfirmed.count).map { [Block.paragraph($0)] } ?? []
        try talk.show(resting + whatIfSection(changes, of: state, now: now, then: then))
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.asked.questions.map { Completion($0.id.text + "=", description: $0.text) }
    }
}

struct PathsCommand: Command {
    let name = "paths"
    var summary: String {
        local("lists the smallest changes that reach a better result, and that meet a model's conditions")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, talk.assessment(for: .display), for: .full, now: try talk.now())
        let blocks = pack.pathsDocument()
        guard !blocks.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local(
                        "this questionnaire has no headline result and no models, so there is no way to list")
                )
            )
        }
        try talk.show(blocks)
        return .ask
    }
}

struct NextBestCommand: Command {
    let name = "next-best"
    var summary: String {
        local("walks the open questions that can still change the headline result, the most telling first")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.startNextBestWalk()
    }
}
