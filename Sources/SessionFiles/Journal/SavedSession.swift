import Instruments
package import Sessions

/// A session as its journal has it.
package struct SavedSession: Sendable {
    /// Where the journal is.
    package let path: String
    /// Where the session stands: the fold of the journal's events.
    package let state: SessionState
    /// The chain of the last event, in hexadecimal; whoever keeps it elsewhere can tell whether the journal was rewritten.
    package let head: String
    /// What a crash left behind the last event; nil where nothing.
    package internal(set) var tornTail: TornTail?
    /// The numbers of the events whose bodies were removed, in order.
    package let removed: [Int]
    /// How many bytes of the journal are good.
    let length: Int
}

extension SavedSession {
    /// Folds the events of an open journal.
    ///
    /// - Parameters:
    ///   - file: the journal; nothing is changed.
    ///   - disk: where it is.
    ///   - instruments: finds what the first event pins.
    /// - Throws: why it cannot be read.
    init(
        _ file: OpenFile, on disk: any Disk,
        instruments: (Happening.Start) throws(JournalFault) -> InstrumentSet
    ) throws(JournalFault) {
        var reader = JournalReader(file, on: disk)
        guard let first = try reader.next(), case .started(let start) = first.what else {
            throw .empty(path: file.path)
        }
        var state = SessionState(start, at: first.at, instruments: try instruments(start))
        while let event = try reader.next() {
            apply(event.sparing(reader.removed), to: &state)
        }
        path = file.path
        self.state = state
        head = String(decoding: reader.head, as: UTF8.self)
        tornTail = reader.tornTail
        removed = reader.removed.sorted()
        length = reader.length
    }
}

extension SessionEvent {
    /// The event as it can be folded: what was removed can be neither taken back nor made again.
    fileprivate func sparing(_ removed: Set<Int>) -> SessionEvent {
        switch what {
        case .undone(let step, let position) where removed.contains(step),
            .redone(let step, let position) where removed.contains(step):
            SessionEvent(number: number, at: at, what: .moved(to: position))
        default:
            self
        }
    }
}
