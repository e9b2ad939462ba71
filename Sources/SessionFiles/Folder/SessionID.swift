/// The names of new sessions, such as `k7m3-x9qd`.
enum SessionID {
    /// Thirty-two letters and digits of which no two look alike.
    static let alphabet = Array("23456789abcdefghijkmnpqrstuvwxyz".utf8)

    /// Draws a name; there are 2⁴⁰.
    static func draw(_ random: inout any RandomNumberGenerator) -> String {
        let letters = (0..<8).map { _ in
            alphabet[Int(truncatingIfNeeded: random.next() >> 59)]
        }
        return String(decoding: letters[..<4] + [UInt8(ascii: "-")] + letters[4...], as: UTF8.self)
    }
}
