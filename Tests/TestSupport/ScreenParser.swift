/// Turns the bytes that a program writes into what they do to a screen.
struct ScreenParser {
    private enum State {
        case text
        case escape
        case charset
        case sequence
        case title
        case titleEscape
    }

    private var state = State.text
    private var character: [UInt8] = []
    private var sequence: [UInt8] = []

    mutating func feed(_ bytes: some Sequence<UInt8>, to screen: inout Screen) {
        for byte in bytes {
            feed(byte, to: &screen)
        }
    }

    private mutating func feed(_ byte: UInt8, to screen: inout Screen) {
        switch state {
        case .text: text(byte, to: &screen)
        case .escape: escape(byte)
        case .charset: state = .text
        case .sequence: sequence(byte, to: &screen)
        case .title: state = byte == 0x07 ? .text : byte == 0x1B ? .titleEscape : .title
        case .titleEscape: state = .text
        }
    }

    private mutating func text(_ byte: UInt8, to screen: inout Screen) {
        if byte == 0x1B {
            state = .escape
        } else if byte < 0x20 || byte == 0x7F {
            screen.control(byte)
        } else {
            // Invalid bytes show as U+FFFD, as on a real terminal.
            if byte < 0x80 || byte >= 0xC0 { character = [] }
            character.append(byte)
            let length = character[0] < 0xC0 ? 1 : character[0] < 0xE0 ? 2 : character[0] < 0xF0 ? 3 : 4
            if character.count == length {
                String(decoding: character, as: UTF8.self).unicodeScalars.forEach { screen.put($0) }
                character = []
            }
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch Character(Unicode.Scalar(byte)) {
        case "[":
            sequence = []
            state = .sequence
        case "]": state = .title
        case "(", ")": state = .charset
        default: state = .text
        }
    }

    private mutating func sequence(_ byte: UInt8, to screen: inout Screen) {
        guard (0x40...0x7E).contains(byte) else {
            sequence.append(byte)
            return
        }
        state = .text
        let parameters = String(decoding: sequence, as: UTF8.self)
        if !parameters.hasPrefix("?") {
            screen.control(
                byte, parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
        }
    }
}
