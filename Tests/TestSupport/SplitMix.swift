/// The same numbers from the same seed, on every machine.
///
/// After G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts at a seed.
    package init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    /// Starts at a seed.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix {
    /// Tosses a fair coin.
    package mutating func coin() -> Bool { next() & 1 == 0 }

    /// Draws a number from 0 to one less than the end.
    package mutating func below(_ end: Int) -> Int { Int(next() % UInt64(end)) }

    /// Draws a number of the range.
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Says yes that often in a hundred times.
    package mutating func chance(_ percent: Int) -> Bool { number(in: 1...100) <= percent }

    /// Draws one of the values; there must be one.
    package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// Draws some of the values, each at most once, in a random order.
    package mutating func some<Value>(_ count: Int, of values: [Value]) -> [Value] {
        var left = values
        var chosen: [Value] = []
        while chosen.count < count, !left.isEmpty { chosen.append(left.remove(at: below(left.count))) }
        return chosen
    }
}
