package import Instruments
package import Sessions

/// What came of a case.
package struct CaseRun: Sendable {
    /// How a case does not hold.
    package enum Failure: Sendable {
        /// The answers are refused; the question says where, as far as there is one.
        case refused(Rejection)
        /// A link is refused.
        case refusedLink(Rejection, Place)
        /// A finding could not be worked out.
        case notComputed(FindingKey)
        /// There is no finding of that name.
        case unknownFinding(CaseFile.Named)
        /// There is no rule of that name.
        case unknownRule(CaseFile.Named)
        /// The finding is something else.
        case differs(CaseFile.Named, expected: [String], found: [String])
        /// Other rules of the table are in play.
        case rulesDiffer(table: String, Place, expected: [String], found: [String])
        /// There are other circles.
        case circlesDiffer(isPossible: Bool, expected: [[String]], found: [[String]])
    }

    /// The case.
    package var `case`: CaseFile.Case
    /// How it does not hold; empty where it does.
    package var failures: [Failure]
    /// What was found; nil where the answers were refused.
    package var findings: Findings?
}

/// Runs a case: records its answers and links in a session, and compares what they mean.
package func run(_ case: CaseFile.Case, of instruments: InstrumentSet) -> CaseRun {
    var run = CaseRun(case: `case`, failures: [])
    let now = Timestamp(milliseconds: 0)
    let first = start(
        session: "case", title: `case`.name, authority: nil, instruments: instruments, now: now)
    guard case .started(let beginning) = first.what else { return run }
    var state = SessionState(beginning, at: first.at, instruments: instruments)
    do throws(Rejection) {
        if !`case`.sheet.entries.isEmpty {
            for event in try decide(.recordSheet(`case`.sheet), state, now: now) { apply(event, to: &state) }
        }
    } catch {
        run.failures.append(.refused(error))
        return run
    }
    for link in `case`.links {
        do throws(Rejection) {
            let command = SessionCommand.link(Link(from: link.from, to: link.to))
            for event in try decide(command, state, now: now) { apply(event, to: &state) }
        } catch {
            run.failures.append(.refusedLink(error, link.place))
        }
    }
    let findings = evaluate(instruments, responses: state.responses, links: state.links)
    run.findings = findings
    run.failures += findings.notComputed.map { .notComputed($0) } + `case`.differences(from: findings)
    return run
}

extension CaseFile.Case {
    /// How the findings are not as expected.
    fileprivate func differences(from findings: Findings) -> [CaseRun.Failure] {
        var failures: [CaseRun.Failure] = expected.compactMap { expected in
            guard let found = findings.values(of: expected.finding.name) else {
                return .unknownFinding(expected.finding)
            }
            return Set(found) == Set(expected.values)
                ? nil : .differs(expected.finding, expected: expected.values, found: found)
        }
        var tables: [String] = []
        for rule in rules {
            let table = rule.table
            guard let finding = findings.tables.first(where: { $0.reference.description == table }),
                finding.table.rules.indices.contains(where: {
                    finding.table.id(ofRule: $0 + 1, in: finding.framework) == rule.name
                })
            else {
                failures.append(.unknownRule(rule))
                continue
            }
            guard !tables.contains(table) else { continue }
            tables.append(table)
            let wanted = rules.filter { $0.table == table }.map(\.name)
            let found = finding.rules.map { finding.id(of: $0) }
            if Set(found) != Set(wanted) {
                failures.append(.rulesDiffer(table: table, rule.place, expected: wanted, found: found))
            }
        }
        let circles: [(Bool, [[String]]?, ProblemFindings.Circles?)] = [
            (false, self.circles, findings.problems?.circles),
            (true, possibleCircles, findings.problems?.possibleCircles),
        ]
        for (isPossible, wanted, found) in circles {
            guard let wanted else { continue }
            let found = (found?.found ?? []).map { $0.map(\.name.text) }
            if found != wanted {
                failures.append(.circlesDiffer(isPossible: isPossible, expected: wanted, found: found))
            }
        }
        return failures
    }
}

extension CaseFile.Named {
    /// The table of a rule's name, `framework/table#name` or `framework/table#N`.
    fileprivate var table: String { String(name.prefix { $0 != "#" }) }
}
