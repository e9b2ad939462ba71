import Disclosure
import Escaping
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct LinkCommand: Command {
    let name = "link"
    var usage: String { local("\(name) PROBLEM leads-to PROBLEM NOTE") }
    var summary: String {
        local("says that one problem leads to another; the note says what shows it, and may be left out")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (from, to, note) = try talk.twoProblems(argument)
        try talk.link(from, to: to, note: note.isEmpty ? nil : note)
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        problemCompletions(argument, talk)
    }
}

extension Conversation {
    /// Records that one problem leads to another, and says what that means.
    func link(
        _ from: Reference<Element>, to: Reference<Element>, note: String?
    ) throws(Interruption) {
        let before = assessment(for: .display)
        try perform(.link(Link(from: from, to: to, note: note)))
        let saved = local("Saved: \(problemName(from)) leads to \(problemName(to)).")
        let after = assessment(for: .display)
        let weight =
            switch after.findings.problems?.links.first(where: { $0.link.joins(from, to) })?.state {
            case .counts: local("It counts, because both are present.")
            case .possible: local("It counts as soon as both are known to be present.")
            case .idle, nil: local("It does not count now, because one of the two is not present.")
            }
        try confirm("\(saved) \(weight)")
        let pack = project(state, after, for: .full, now: try now())
        let old = Set((before.findings.problems?.circles.found ?? []).map { $0.map(\.name.text) })
        for circle in pack.problems?.circles ?? []
        where !circle.isPossible && !old.contains(circle.problems.map(\.id)) {
            try say(local("This closes a vicious circle. \(circle.localizedDescription)"))
        }
    }
}

struct UnlinkCommand: Command {
    let name = "unlink"
    var usage: String { local("\(name) PROBLEM leads-to PROBLEM") }
    var summary: String { local("takes a link away") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (from, to, _) = try talk.twoProblems(argument)
        try talk.perform(.unlink(from: from, to: to))
        try talk.say(
            local(
                "Taken away: \(talk.problemName(from)) leads to \(talk.problemName(to)). Type undo to bring it back."
            )
        )
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        problemCompletions(argument, talk)
    }
}

struct MapCommand: Command {
    let name = "map"
    var summary: String {
        local("shows the problems that are linked, every vicious circle, and the names of all problems")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, talk.assessment(for: .display), for: .full, now: try talk.now())
        guard pack.problems != nil else {
            throw .problem(Rejection.noProblems.errorDescription)
        }
        try talk.show(pack.mapDocument())
        try talk.show([.heading(3, local("The names of the problems, for link"))])
        for framework in talk.state.instruments.frameworks {
            for group in framework.problems?.groups ?? [] {
                try talk.say("-", "\(group.title): \(listed(group.elements.map(\.text)))")
            }
        }
        return .ask
    }
}

/// The names of problems, before and after `leads-to`.
private func problemCompletions(_ argument: String, _ talk: Conversation) -> [Completion] {
    let words = argument.split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 2 { return [Completion("leads-to")] }
    guard words.count == 1 || words.count == 3 else { return [] }
    return talk.state.instruments.problems.map { problem in
        let element = talk.state.instruments.framework(problem.framework)?.element(problem.name)
        return Completion(problem.name.text, description: element?.name ?? "")
    }
}

extension Conversation {
    /// Understands `A leads-to B` and what follows it.
    fileprivate func twoProblems(
        _ argument: String
    ) throws(Interruption) -> (from: Reference<Element>, to: Reference<Element>, rest: String) {
        let (first, tail) = argument.firstWord
        let (verb, end) = tail.firstWord
        let (second, rest) = end.firstWord
        guard verb.lowercased() == "leads-to", !second.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("say which problem leads to which"),
                    hint: local(
                        "such as link objectives.too-vague leads-to dysfunction.posts-vacant; "
                            + "map shows the names")))
        }
        do throws(ErrorDescription) {
            return (try state.problem(named: first), try state.problem(named: second), rest)
        } catch {
            throw .problem(error)
        }
    }

    /// A problem's short name, within a sentence.
    fileprivate func problemName(_ problem: Reference<Element>) -> String {
        let element = state.instruments.framework(problem.framework)?.element(problem.name)
        return (element?.name ?? problem.name.text).lowercasedFirst
    }
}

extension SessionState {
    /// The problem that somebody named: by its id, its short name, or the beginning of either.
    ///
    /// - Throws: which problems exist, where none or several fit.
    func problem(named wanted: String) throws(ErrorDescription) -> Reference<Element> {
        let all = instruments.problems
        guard !all.isEmpty else { throw Rejection.noProblems.errorDescription }
        let wanted = wanted.lowercased()
        if let exact = all.first(where: { $0.name.text == wanted || $0.description == wanted }) {
            return exact
        }
        func shortName(_ problem: Reference<Element>) -> String {
            problem.name.text.split(separator: ".").last.map(String.init) ?? problem.name.text
        }
        let short = all.filter { shortName($0) == wanted }
        let matches =
            short.isEmpty
            ? all.filter { $0.name.text.hasPrefix(wanted) || shortName($0).hasPrefix(wanted) } : short
        if let match = matches.first, matches.count == 1 { return match }
        guard matches.isEmpty else {
            throw ErrorDescription(
                local("`\(wanted.visible)` fits several problems"),
                hint: local("they are \(listed(matches.map(\.name.text)))"))
        }
        let nearest = all.map { ($0, shortName($0).editDistance(to: wanted)) }
            .sorted { $0.1 < $1.1 }.prefix(3).map(\.0.name.text)
        throw ErrorDescription(
            local("there is no problem `\(wanted.visible)`"),
            hint: local("perhaps \(listed(nearest, with: .or)); map lists all"))
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
