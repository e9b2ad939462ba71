/// The keys of one ballot after the other, as a numeric keypad types them.
///
/// A ballot is a key and Enter. Until Enter another key takes its place; what is no key of a ballot does nothing.
package struct BallotKeys {
    /// What a byte comes to.
    package enum Press: Equatable, Sendable {
        case nothing
        /// A ballot was cast, for the cell of this index: the levels, then don't know, then not applicable.
        case cast(Int)
        /// Somebody typed the word that ends the vote.
        case ended
        /// Somebody gave up by Ctrl-C or Ctrl-D.
        case left
    }

    private enum Escape {
        case none
        case begun
        /// Within `ESC [ …`, which ends at its letter.
        case control
        /// Behind `ESC O`, which one letter ends.
        case single
    }

    /// The most levels that keys from 1 to 9 can name.
    package static let mostLevels = 9

    private let levels: Int
    private let wayOut: [UInt8]
    private var choice: Int?
    private var typed = 0
    private var escape = Escape.none

    /// The keys of a vote.
    ///
    /// - Parameters:
    ///   - levels: how many levels there are; of a yes or no question 1 is yes and 2 is no.
    ///   - wayOut: the word that ends the vote; no key of a keypad is in it.
    package init(levels: Int, wayOut: String) {
        self.levels = levels
        self.wayOut = Array(wayOut.utf8)
    }

    /// Takes a byte that the terminal sent.
    package mutating func take(_ byte: UInt8) -> Press {
        switch escape {
        case .begun:
            escape = byte == UInt8(ascii: "[") ? .control : byte == UInt8(ascii: "O") ? .single : .none
            return .nothing
        case .control:
            if (0x40...0x7E).contains(byte) { escape = .none }
            return .nothing
        case .single:
            escape = .none
            // A keypad in its own mode: p to y are the digits, M is Enter, l and n are the comma and the full stop.
            return Self.keypad(byte).map { plain($0) } ?? .nothing
        case .none:
            return plain(byte)
        }
    }

    private mutating func plain(_ byte: UInt8) -> Press {
        switch byte {
        case 27:
            escape = .begun
        case 3, 4:
            return .left
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            defer { forget() }
            if typed == wayOut.count { return .ended }
            return choice.map(Press.cast) ?? .nothing
        case 8, 127:
            forget()
        case UInt8(ascii: "0"):
            choose(levels)
        case UInt8(ascii: "."), UInt8(ascii: ","):
            choose(levels + 1)
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            let level = Int(byte - UInt8(ascii: "1"))
            if level < levels { choose(level) }
        default:
            let isNext = typed < wayOut.count && byte == wayOut[typed]
            typed = isNext ? typed + 1 : byte == wayOut.first ? 1 : 0
        }
        return .nothing
    }

    private mutating func choose(_ cell: Int) {
        choice = cell
        typed = 0
    }

    private mutating func forget() {
        choice = nil
        typed = 0
    }

    private static func keypad(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "p")...UInt8(ascii: "y"): byte - UInt8(ascii: "p") + UInt8(ascii: "0")
        case UInt8(ascii: "M"): UInt8(ascii: "\r")
        case UInt8(ascii: "l"), UInt8(ascii: "n"): UInt8(ascii: ".")
        default: nil
        }
    }
}
