/// The sequences that are taken out of the input before libedit sees them.
///
/// Binding them would make ESC the start of a sequence, and vi's ESC has to work at once; so they are
/// recognised by how quickly they follow on ESC.
enum EscapeSequence: CaseIterable {
    case pasteBegins
    case helpOnXterm
    case helpOnVT
    case helpOnConsole

    /// What follows on ESC.
    var bytes: [UInt8] {
        switch self {
        case .pasteBegins: Array("[200~".utf8)
        case .helpOnXterm: Array("OP".utf8)
        case .helpOnVT: Array("[11~".utf8)
        case .helpOnConsole: Array("[[A".utf8)
        }
    }

    /// What ends a paste.
    static let pasteEnds = Array("\u{1B}[201~".utf8)

    /// Asks a terminal to mark pasted text. One that cannot ignores it.
    static let markPastes = "\u{1B}[?2004h"

    /// Takes that back.
    static let doNotMarkPastes = "\u{1B}[?2004l"

    /// How long to wait for the rest of a sequence or of a character, in milliseconds.
    static let patience: Int32 = 30
}
