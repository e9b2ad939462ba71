internal import Glibc

/// What a terminal does with what is typed.
package struct TerminalModes: Equatable, Sendable {
    /// Typed characters are shown.
    package var echo: Bool

    /// Input comes in lines, which can be corrected with backspace.
    package var canonical: Bool

    /// Ctrl-C and the like send signals.
    package var signals: Bool

    /// CR is read as a newline.
    package var mapsReturnToNewline: Bool

    /// A terminal as a shell hands it to a program.
    package static let usual = TerminalModes(
        echo: true, canonical: true, signals: true, mapsReturnToNewline: true)

    init(echo: Bool, canonical: Bool, signals: Bool, mapsReturnToNewline: Bool) {
        self.echo = echo
        self.canonical = canonical
        self.signals = signals
        self.mapsReturnToNewline = mapsReturnToNewline
    }

    init(descriptor: Int32) {
        var settings = termios()
        tcgetattr(descriptor, &settings)
        echo = settings.c_lflag & tcflag_t(ECHO) != 0
        canonical = settings.c_lflag & tcflag_t(ICANON) != 0
        signals = settings.c_lflag & tcflag_t(ISIG) != 0
        mapsReturnToNewline = settings.c_iflag & tcflag_t(ICRNL) != 0
    }
}
