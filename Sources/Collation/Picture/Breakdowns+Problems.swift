import Evaluation
import Instruments

extension Breakdowns {
    /// Whether one problem leads to another.
    func linkedProblems() -> Breakdown {
        Breakdown(
            .linkedProblems, id: "linked-problems", title: "", .named(.present, .open, .absent),
            support: problemSupport
        ) { figures in
            let (certain, isKnown) = (
                figures.now.links.contains { !$0.isPossible }, figures.now.links.isEmpty
            )
            return certain ? 0 : isKnown && !mayHoldMoreLinks(figures.now) ? 2 : 1
        }
    }

    /// Whether problems lead back to each other.
    func viciousCircles() -> Breakdown {
        Breakdown(
            .viciousCircles, id: "vicious-circles", title: "", .named(.present, .open, .absent),
            support: problemSupport
        ) { figures in
            let isKnown = figures.now.possibleCircles.isEmpty && !mayHoldMoreLinks(figures.now)
            return !figures.now.circles.isEmpty ? 0 : isKnown ? 2 : 1
        }
    }

    /// Whether a link that is not recorded may be there: the problems were not gone through, and there are two to link.
    private func mayHoldMoreLinks(_ result: SessionResult) -> Bool {
        guard let step = index.linksStep, result.answers.at(step) != .yes else { return false }
        return result.problems.count { $0 == .present || $0 == .partly || $0 == .unknown } >= 2
    }

    private var problemSupport: Set<Int> {
        index.problems.reduce(into: supports.links()) {
            $0.formUnion(supports.element(Reference($1.framework, $1.element.id)))
        }
    }

    /// How one problem stands.
    func problem(_ place: Int) -> Breakdown {
        let (framework, element) = index.problems[place]
        return Breakdown(
            .problem(place), id: "problem/\(framework)/\(element.id)", title: element.name,
            .named(.present, .open, .absent, .notApplicable),
            concern: Breakdown.Concern(challenge: .present, strength: .absent),
            support: supports.element(Reference(framework, element.id))
        ) { figures in
            switch figures.now.problems.at(place) {
            case .present?, .partly?: 0
            case .absent?: 2
            case .notApplicable?: 3
            case .unknown?, nil: 1
            }
        }
    }

    /// The links that enough sessions have.
    func links(_ figures: [SessionFigures], _ fewest: Int) -> [Breakdown] {
        var counts: [Pair: Int] = [:]
        for link in figures.flatMap(\.now.links) where !link.isPossible {
            counts[Pair(from: link.from, to: link.to), default: 0] += 1
        }
        // The commonest first; those of which few speak are not even named.
        return counts.filter { $0.value >= fewest }
            .sorted { ($1.value, $0.key.order) < ($0.value, $1.key.order) }.map(\.key).map(link)
    }

    private func link(_ pair: Pair) -> Breakdown {
        let (from, to) = (Int(pair.from), Int(pair.to))
        let ends = [from, to].compactMap { index.problems.at($0) }
        return Breakdown(
            .link(from: from, to: to), id: "link/" + ends.map(\.element.id.text).joined(separator: ">"),
            title: "",
            .named(.present, .open, .absent),
            support: ends.reduce(into: []) {
                $0.formUnion(supports.element(Reference($1.framework, $1.element.id)))
            }
        ) { figures in
            let found = figures.now.links.first { $0.from == pair.from && $0.to == pair.to }
            return found.map { $0.isPossible ? 1 : 0 } ?? 2
        }
    }

    /// The circles that enough sessions have, the commonest first.
    func circles(_ figures: [SessionFigures], _ fewest: Int) -> [Breakdown] {
        var counts: [[UInt16]: Int] = [:]
        for circle in figures.flatMap(\.now.circles) { counts[circle, default: 0] += 1 }
        return counts.filter { $0.value >= fewest }
            .sorted { left, right in
                left.value != right.value
                    ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
            }.map(\.key).map(circle)
    }

    private func circle(_ circle: [UInt16]) -> Breakdown {
        let problems = circle.compactMap { index.problems.at(Int($0)) }
        return Breakdown(
            .circle(circle.map(Int.init)),
            id: "circle/" + problems.map(\.element.id.text).joined(separator: ">"), title: "",
            .named(.present, .open, .absent),
            support: problems.reduce(into: []) {
                $0.formUnion(supports.element(Reference($1.framework, $1.element.id)))
            }
        ) { figures in
            figures.now.circles.contains(circle) ? 0 : figures.now.possibleCircles.contains(circle) ? 1 : 2
        }
    }
}

/// The ends of a link.
private struct Pair: Hashable {
    let from: UInt16
    let to: UInt16

    /// What links are sorted by.
    var order: Int { Int(from) << 16 | Int(to) }
}
