/// Suppresses, over many tables of the same respondents, what several of them would give away together.
enum SecondarySuppression {
    /// Suppresses cells of each table, in order.
    ///
    /// Each is released as fully as those before it and earlier releases allow. Only tables that depend on something in
    /// common can say anything of one another; of those, either numbers are told or words, never both.
    ///
    /// - Parameters:
    ///   - tables: the tables, the most important first.
    ///   - minimum: the minimum frequency.
    ///   - earlier: what earlier releases told.
    /// - Returns: a release of each table.
    static func releases(
        of tables: [FrequencyTable], atLeast minimum: Int, after earlier: [EarlierRelease]
    ) -> [ReleasedCells] {
        var releases: [ReleasedCells] = []
        for table in tables {
            var crossed: [(with: Int, CrossTabulation)]?
            let rule = table.groupRule(atLeast: minimum)
            let release = Suppression.releases(
                of: table.cells, atLeast: minimum, harmless: table.harmless
            ).first { release in
                guard release.isAny else { return true }
                guard earlier.allSatisfy({ $0.allows(release, of: table, atLeast: minimum) }) else {
                    return false
                }
                let crossings =
                    crossed
                    ?? releases.indices.filter {
                        releases[$0].isAny && !tables[$0].support.isDisjoint(with: table.support)
                    }.map { ($0, CrossTabulation(table, tables[$0])) }
                crossed = crossings
                return crossings.allSatisfy { other, crossing in
                    // Words stand for bounds, which numbers elsewhere make closer than any two tables show.
                    (release.most == nil) == (releases[other].most == nil)
                        && crossing.isSafe(release, releases[other], atLeast: minimum)
                        && crossing.isSafe(
                            rule.badNews(in: release),
                            tables[other].groupRule(atLeast: minimum).badNews(in: releases[other]),
                            leaving: rule.exceptions, of: table.cells.reduce(0, +))
                }
            }
            releases.append(release ?? .nothing(of: table.cells))
        }
        return releases
    }
}
