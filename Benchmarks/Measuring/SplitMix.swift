/// A small seeded generator: the same seed gives the same numbers on every machine.
///
/// SplitMix64, after Steele, Lea and Flood 2014.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    /// A generator for one thing of many under one seed.
    init(seed: UInt64, of number: Int = 0) {
        state = seed
        // Two numbers in a row would otherwise begin with sequences that overlap.
        state = next() ^ (UInt64(bitPattern: Int64(number)) &* 0xD1B5_4A32_D192_ED03)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something happens that happens so often.
    mutating func happens(_ chance: Double) -> Bool { share() < chance }

    /// A whole number of a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(share() * Double(range.count))
    }

    /// One of several; nil of none.
    mutating func one<Element>(of several: [Element]) -> Element? {
        several.isEmpty ? nil : several[number(0...several.count - 1)]
    }
}
