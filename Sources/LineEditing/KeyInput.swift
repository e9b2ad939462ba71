internal import Terminal

/// Turns the bytes of a terminal into keys.
struct KeyInput {
    private let source: InputSource
    private var bytes: ArraySlice<UInt8> = []
    private var postponed: [Int32] = []

    init(descriptor: Int32) {
        source = InputSource(descriptor: descriptor)
    }

    /// The next key, however long it takes.
    ///
    /// - Invalid UTF-8 becomes U+FFFD, so that a wrongly set terminal shows.
    /// - C1 control characters are dropped: they are never typed, and stand for commands further on.
    mutating func next() -> Key {
        while true {
            if let signal = postponed.popFirst() ?? Signals.next() {
                return .signal(signal)
            }
            guard let byte = bytes.popFirst() else {
                switch source.next() {
                case .bytes(let block): bytes = block[...]
                case .signal(let signal): return .signal(signal)
                case .end: return .end
                case .nothing: break
                }
                continue
            }
            if byte == 0x1B {
                return afterEscape()
            }
            let scalar = scalar(from: byte)
            if !("\u{80}"..."\u{9F}").contains(scalar) {
                return .scalar(scalar)
            }
        }
    }

    /// Whether something was typed ahead, read already or not.
    var hasMore: Bool { !bytes.isEmpty || source.hasMore }

    /// The lines that came together with the one that ended last, where whole lines did; nil where none did.
    ///
    /// Keys that edit, and pastes that are marked, are left to be read.
    mutating func takeLinesAtOnce() -> String? {
        // A paste over a slow line comes in pieces, and nobody types that fast.
        gather: while postponed.isEmpty, !bytes.contains(0x1B) {
            switch source.next(within: EscapeSequence.patience) {
            case .bytes(let block): bytes += block
            case .signal(let signal): postponed.append(signal)
            case .end, .nothing: break gather
            }
        }
        guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }), !bytes.contains(0x1B) else { return nil }
        let text = PastedText.text(of: bytes)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        bytes = []
        return text
    }

    /// Forgets what was typed ahead.
    mutating func discard() {
        bytes = []
    }

    /// Keeps a signal for the next call.
    mutating func postpone(_ signal: Int32) {
        postponed.append(signal)
    }

    /// The next byte, if it comes soon. A signal meanwhile is kept for later.
    private mutating func soon() -> UInt8? {
        while bytes.isEmpty {
            switch source.next(within: EscapeSequence.patience) {
            case .bytes(let block): bytes = block[...]
            case .signal(let signal): postponed.append(signal)
            case .end, .nothing: return nil
            }
        }
        return bytes.popFirst()
    }

    private mutating func afterEscape() -> Key {
        var seen: [UInt8] = []
        var candidates = EscapeSequence.allCases
        while !candidates.isEmpty, let byte = soon() {
            seen.append(byte)
            candidates.removeAll { !$0.bytes.starts(with: seen) }
            if let found = candidates.first(where: { $0.bytes == seen }) {
                return found == .pasteBegins ? paste() : .help
            }
        }
        bytes = seen + bytes
        return .scalar("\u{1B}")
    }

    private mutating func paste() -> Key {
        var text: [UInt8] = []
        while true {
            while let byte = bytes.popFirst() {
                text.append(byte)
                if byte == EscapeSequence.pasteEnds.last, text.hasSuffix(EscapeSequence.pasteEnds) {
                    return .paste(PastedText.text(of: text.dropLast(EscapeSequence.pasteEnds.count)))
                }
            }
            // A paste that never ends can still be left by Ctrl-C.
            if let index = postponed.firstIndex(where: Signals.endsLine) {
                return .signal(postponed.remove(at: index))
            }
            switch source.next() {
            case .bytes(let block): bytes = block[...]
            case .signal(let signal): postponed.append(signal)
            case .end: return .end
            case .nothing: break
            }
        }
    }

    private mutating func scalar(from first: UInt8) -> Unicode.Scalar {
        let length =
            switch first {
            case 0x00..<0x80: 1
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 0
            }
        var character = [first]
        while character.count < length, let byte = soon() {
            guard (0x80..<0xC0).contains(byte) else {
                bytes = [byte] + bytes
                break
            }
            character.append(byte)
        }
        return String(decoding: character, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
        suffix.count <= count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}

extension [Int32] {
    fileprivate mutating func popFirst() -> Int32? {
        isEmpty ? nil : removeFirst()
    }
}
