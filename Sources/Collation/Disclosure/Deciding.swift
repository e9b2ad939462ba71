/// Decides what is told of many breakdowns of the same authorities.
struct Deciding {
    /// A breakdown with the category of each authority.
    struct Parted: Sendable {
        let breakdown: Breakdown
        /// The category of each authority, all breakdowns in one order.
        let categories: [UInt8]

        init(_ breakdown: Breakdown, _ figures: [SessionFigures]) {
            self.breakdown = breakdown
            categories = figures.map { UInt8(clamping: breakdown.category($0)) }
        }

        var sizes: [Int] {
            var sizes = Array(repeating: 0, count: breakdown.categories.count)
            for category in categories where sizes.indices.contains(Int(category)) {
                sizes[Int(category)] += 1
            }
            return sizes
        }
    }

    /// What is told of each breakdown, in order.
    ///
    /// Each is told as fully as those before it and earlier releases allow. Only breakdowns that depend on a common
    /// question can say anything of one another; of those, either numbers are told or words, never both.
    ///
    /// - Parameters:
    ///   - parted: the breakdowns, the most important first.
    ///   - fewest: the fewest authorities of whom a number is told.
    ///   - past: what earlier releases told.
    /// - Returns: a telling for each breakdown.
    static func tellings(
        of parted: [Parted], atLeast fewest: Int, past: [PastRelease]
    ) -> [Telling] {
        var tellings: [Telling] = []
        for part in parted {
            let sizes = part.sizes
            var crossings: [(with: Int, Crossing)]?
            let rule = part.breakdown.rule(atLeast: fewest)
            let telling = Telling.safe(
                of: sizes, atLeast: fewest, harmless: part.breakdown.harmless
            ).first { telling in
                guard telling.isAny else { return true }
                guard
                    past.allSatisfy({
                        $0.allows(telling, of: sizes, in: part.breakdown, atLeast: fewest)
                    })
                else { return false }
                let crossed =
                    crossings
                    ?? tellings.indices.filter {
                        tellings[$0].isAny
                            && !parted[$0].breakdown.support.isDisjoint(with: part.breakdown.support)
                    }.map { other in
                        (
                            other,
                            Crossing(
                                part.categories, of: sizes.count, parted[other].categories,
                                of: parted[other].breakdown.categories.count)
                        )
                    }
                crossings = crossed
                return crossed.allSatisfy { other, crossing in
                    // Words stand for bounds, which numbers elsewhere make closer than any two breakdowns show.
                    (telling.most == nil) == (tellings[other].most == nil)
                        && crossing.isSafe(telling, tellings[other], atLeast: fewest)
                        && crossing.isSafe(
                            rule.badNews(in: telling),
                            parted[other].breakdown.rule(atLeast: fewest).badNews(in: tellings[other]),
                            leaving: rule.exceptions, of: sizes.reduce(0, +))
                }
            }
            tellings.append(telling ?? .nothing(of: sizes))
        }
        return tellings
    }
}

extension Breakdown {
    /// What must not be known of nearly all authorities.
    func rule(atLeast fewest: Int) -> GroupDisclosure {
        GroupDisclosure(harmless: harmless, of: categories.count, atLeast: fewest)
    }
}
