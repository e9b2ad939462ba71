/// The same numbers from the same seed, on every machine.
///
/// After G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix64 {
    private var state: UInt64

    /// A generator that starts at a seed.
    init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// A number of the range.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True that often in a hundred times.
    mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }

    /// One of the values; there must be one.
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(in: 0...values.count - 1)]
    }

    /// Some of the values, each at most once, in a random order.
    mutating func some<Value>(_ count: Int, of values: [Value]) -> [Value] {
        var left = values
        var chosen: [Value] = []
        while chosen.count < count, !left.isEmpty {
            chosen.append(left.remove(at: number(in: 0...left.count - 1)))
        }
        return chosen
    }
}
