package import Disclosure
import Glibc

extension Tally {
    /// The consensus of Tastle and Wierman (2007): 1 where all chose one level, 0 where half chose each end.
    ///
    /// - Returns: 0 to 1; nil where fewer than three rated, or there is only one level.
    package var consensus: Double? {
        guard ratings >= 3, counts.count > 1 else { return nil }
        let all = Double(ratings)
        let mean = counts.enumerated().reduce(0.0) { $0 + Double(($1.offset + 1) * $1.element) } / all
        let width = Double(counts.count - 1)
        return counts.enumerated().reduce(1.0) { sum, level in
            guard level.element > 0 else { return sum }
            let distance = abs(Double(level.offset + 1) - mean) / width
            return sum + Double(level.element) / all * log2(1 - distance)
        }
    }

    /// The lower and the upper quartile, each a level that was chosen (type 1); nil where nobody chose one.
    package var quartiles: (lower: Int, upper: Int)? {
        guard let lower = level(at: (ratings + 3) / 4), let upper = level(at: (3 * ratings + 3) / 4) else {
            return nil
        }
        return (lower, upper)
    }
}

/// How far a room agrees over all questions: Krippendorff's alpha for ordered levels, from counts alone.
///
/// - Parameter items: the counts of each question, all on a scale of as many levels.
/// - Returns: at most 1, where all agree; nil where nothing can be compared.
package func krippendorffsAlpha(_ items: [Tally]) -> Double? {
    let items = items.filter { $0.ratings > 1 }
    let levels = items.map(\.counts.count).max() ?? 0
    guard levels > 1, items.allSatisfy({ $0.counts.count == levels }) else { return nil }
    let margins = (0..<levels).map { level in items.reduce(0) { $0 + $1.counts[level] } }
    let all = margins.reduce(0, +)
    /// The square of how many votes lie between two levels, half of those on each counted.
    func distance(_ low: Int, _ high: Int) -> Double {
        let between = Double(margins[low...high].reduce(0, +))
        let ends = Double(margins[low] + margins[high]) / 2
        return (between - ends) * (between - ends)
    }
    var observed = 0.0
    var expected = 0.0
    for low in 0..<levels {
        for high in (low + 1)..<max(levels, low + 1) {
            let weight = distance(low, high)
            expected += Double(margins[low] * margins[high]) * weight
            for item in items {
                observed += Double(item.counts[low] * item.counts[high]) / Double(item.ratings - 1) * weight
            }
        }
    }
    guard expected > 0 else { return nil }
    return 1 - Double(all - 1) * observed / expected
}
