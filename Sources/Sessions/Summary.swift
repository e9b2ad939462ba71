/// What a session came to when somebody left it, so that whoever counts thousands need not read every event.
///
/// It says nothing that the events before it do not say: whoever does not trust it, or cannot read it, reads those.
package struct Summary: Equatable, Sendable {
    /// The chain of the event before it, in hexadecimal: with it, the event's line can be checked alone.
    package var after: String
    /// The version of the program that worked the figures out; every other works them out anew.
    package var program: String
    /// The SHA-256 of the questionnaire and of all that it feeds.
    package var instruments: [String]
    /// The figures, as that version packs them; none of the session's words are in it but the name of the authority.
    package var figures: [UInt8]

    /// A summary with all its fields.
    package init(after: String, program: String, instruments: [String], figures: [UInt8]) {
        self.after = after
        self.program = program
        self.instruments = instruments
        self.figures = figures
    }
}

extension SessionEvent {
    /// Whether it only says again what came before.
    package var isSummary: Bool { if case .summarised = what { true } else { false } }
}
