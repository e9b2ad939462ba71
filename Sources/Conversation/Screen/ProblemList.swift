import Evaluation
import Instruments
import Languages
import Sessions
import Terminal

/// The problems recorded as present, by number, with the links between them.
struct ProblemList {
    /// The problems, in the framework's order; numbers count from 1.
    let problems: [Reference<Element>]
    private let names: [String]
    private let links: [Link]
    /// How many problems are not known yet.
    let unknown: Int

    /// Lists the problems of a session; nothing where none are recorded or they cannot be worked out.
    init(_ state: SessionState) {
        let findings = evaluate(
            state.instruments, responses: state.responses, links: state.links, ranking: false)
        let present = findings.problems?.present ?? []
        problems = present.map(\.reference)
        names = present.map(\.element.name)
        links = state.links
        unknown = (findings.problems?.problems ?? []).count { $0.state == .unknown }
    }

    /// The number and the name of a problem.
    func name(at place: Int) -> String { names.indices.contains(place) ? names[place] : "" }

    /// The numbers of the problems that a problem leads to.
    func targets(of place: Int) -> [Int] {
        guard problems.indices.contains(place) else { return [] }
        return problems.indices.filter { to in
            links.contains { $0.joins(problems[place], problems[to]) }
        }.map { $0 + 1 }
    }

    /// Shows the list.
    func show(on screen: Screen) throws(OutputFault) {
        if problems.isEmpty {
            try screen.say(local("No problem is recorded as present so far."))
        } else {
            try screen.say(local("The problems recorded as present:"))
            for place in problems.indices {
                let numbers = listed(targets(of: place).map { "\($0)" })
                let leads = numbers.isEmpty ? "" : " " + local("Leads to \(numbers).")
                try screen.say("\(place + 1)", "\(names[place]).\(leads)")
            }
            if problems.count > 1 {
                try screen.say(local("Type links to go through them one by one."))
            } else {
                try screen.say(local("A link joins two problems, so there is nothing to go through yet."))
            }
        }
        if unknown > 0 {
            try screen.say(counted(unknown, "problem is not known yet.", "problems are not known yet."))
        }
        try screen.gap()
    }
}
