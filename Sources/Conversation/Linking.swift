import Escaping
import Evaluation
import Instruments
import Languages
import Reports
import Sessions
import Terminal

/// A walk through the problems that are present, one after the other: which others does each lead to?
struct LinkWalk {
    /// The problems as they were when the walk began, so that numbers stay what they are.
    let problems: [Reference<Element>]
    /// Their names.
    let names: [String]
    /// The place of the problem that is asked about.
    var place = 0

    /// What to ask for.
    var prompt: String { local("\(place + 1) leads to:") }
}

struct LinksCommand: Command {
    let name = "links"
    var summary: String {
        local("goes through the problems recorded, and asks of each which others it leads to")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        guard !state.instruments.problems.isEmpty else {
            throw .problem(Rejection.noProblems.errorDescription)
        }
        if let step = talk.linksStep, state.position != step.id {
            talk.endNextBestWalk()
            try talk.perform(.move(to: step.id))
        }
        return try talk.startLinks()
    }
}

extension Conversation {
    /// The question that says that the problems were gone through, as far as it is asked now.
    var linksStep: Question? { state.asked.questions.first { $0.step == .links } }

    /// Begins to go through the problems.
    fileprivate func startLinks() throws(Interruption) -> Next {
        let list = ProblemList(state)
        guard list.problems.count > 1 else {
            try say(
                list.problems.isEmpty
                    ? local("No problem is recorded as present so far, so there is nothing to link.")
                    : local("Only one problem is recorded as present so far, and a link joins two."),
                gap: true)
            return .ask
        }
        try shown { () throws(OutputFault) in
            try screen.gap()
            try list.show(on: screen)
        }
        try say(
            local(
                "For each problem, type the numbers of those that it leads to, and behind them what shows it: 3, 5 the plan names no money. Enter goes on. Each link is saved as you give it."
            ))
        return try ask(
            LinkWalk(problems: list.problems, names: list.problems.indices.map { list.name(at: $0) }))
    }

    /// Asks about the problem that the walk stands at.
    private func ask(_ walk: LinkWalk) throws(Interruption) -> Next {
        let targets = state.links.filter { $0.from == walk.problems[walk.place] }
            .compactMap { link in walk.problems.firstIndex(of: link.to).map { "\($0 + 1)" } }
        let now = targets.isEmpty ? "" : " " + local("So far: \(listed(targets)).")
        try say(
            local("\(walk.place + 1) of \(walk.problems.count). \(walk.names[walk.place]) leads to which?")
                + now,
            gap: true)
        expectation = .linking(walk)
        return .ask
    }

    /// Takes the numbers of the problems that one leads to; nil for a command.
    func takeLinks(_ words: String, _ walk: LinkWalk) throws(Interruption) -> Next? {
        guard !words.isEmpty else { return try goOn(from: walk) }
        guard let (numbers, note, isMarked) = Self.numbers(in: words) else {
            // A command gets through, and the walk goes on unless it leads elsewhere.
            expectation = .linking(walk)
            if isNamed(words) { return nil }
            throw .problem(
                ErrorDescription(
                    local("`\(words.visible)` names no problem by its number, and nothing was saved"),
                    hint: local("type numbers from 1 to \(walk.problems.count), or Enter to go on")))
        }
        // What stays to be asked, whatever becomes of these.
        expectation = .linking(walk)
        let first = note.firstWord.word.lowercased()
        let goesOn = ["and", "to", "also", "plus", "then"].contains(first) || first.first?.isNumber == true
        guard isMarked || !goesOn && !FollowingWords(note).mayChange(.options([]), to: nil) else {
            throw .problem(
                ErrorDescription(
                    local("`\(words.shortened.visible)` can be read in several ways, and nothing was saved"),
                    hint: local("type the numbers with commas between them, a colon, and what shows it")))
        }
        if let wrong = numbers.first(where: { !walk.problems.indices.contains($0 - 1) }) {
            throw .problem(
                ErrorDescription(
                    local("there is no problem `\(wrong)` on the list, and nothing was saved"),
                    hint: local("type numbers from 1 to \(walk.problems.count), or Enter to go on")))
        }
        for number in numbers {
            try link(
                walk.problems[walk.place], to: walk.problems[number - 1], note: note.isEmpty ? nil : note)
        }
        return .ask
    }

    /// Goes on to the next problem; behind the last the step is done.
    private func goOn(from walk: LinkWalk) throws(Interruption) -> Next {
        var walk = walk
        walk.place += 1
        guard walk.place == walk.problems.count else { return try ask(walk) }
        guard let step = linksStep else {
            try say(local("These were all problems."), gap: true)
            return .ask
        }
        try say(local("You have gone through all problems that are recorded as present."), gap: true)
        return try answer(step, .given(.yesNo(true)), note: nil)
    }

    /// The numbers that a line begins with, and the words behind them; nil where it begins with none.
    ///
    /// Before words, commas join the numbers: a number behind the last of them belongs to the words.
    private static func numbers(in line: String) -> (numbers: [Int], note: String, isMarked: Bool)? {
        let alone = line.split { $0.isWhitespace || $0 == "," }
        let all = alone.compactMap { Int(typed: $0) }
        if !all.isEmpty, all.count == alone.count { return (all, "", false) }
        var numbers: [Int] = []
        var rest = line[...]
        while true {
            let word = rest.prefix { !$0.isWhitespace && $0 != "," }
            let isMarked = word.last == ":"
            guard let number = Int(typed: isMarked ? word.dropLast() : word) else { break }
            numbers.append(number)
            let behind = line[word.endIndex...].drop { $0.isWhitespace }
            // A colon says that what follows is no number of a problem.
            if isMarked { return (numbers, String(behind), true) }
            guard behind.first == "," else { return (numbers, String(behind), false) }
            rest = behind.dropFirst().drop { $0.isWhitespace }
        }
        return numbers.isEmpty ? nil : (numbers, String(rest), false)
    }
}
