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
    /// What the journal is sealed with; nil for one in the clear.
    let seal: Seal?

    /// The SHA-256 of each compiled file that the start notes.
    let compiled: [String]

    /// Whether nothing was said in it since it was started.
    var isBlank: Bool { state.lastNumber == 1 }
    /// Whether the journal is sealed.
    package var isSealed: Bool { seal != nil }
}

extension SavedSession {
    /// Folds the events of an open journal.
    ///
    /// - Parameters:
    ///   - file: the journal; nothing is changed.
    ///   - disk: where it is.
    ///   - store: where the instruments that the events pin are found.
    ///   - keys: opens a journal that is sealed.
    /// - Throws: why it cannot be read.
    init(
        _ file: OpenFile, on disk: any Disk, store: InstrumentStore, keys: KeySource
    ) throws(JournalFault) {
        var reader = try JournalReader(file, on: disk, keys: keys)
        guard var first = try reader.next() else { throw .empty(path: file.path) }
        var substitutes: Substitutes?
        if reader.removed.contains(first.number) {
            substitutes = try Substitutes(of: file, on: disk, seal: reader.seal)
            first.what = substitutes?.standIn(for: first) ?? first.what
        }
        guard case .started(let start) = first.what else { throw reader.withoutStart }
        if let bound = reader.textBound(exceededBy: first.what) { throw .tooMuch(path: file.path, bound) }
        let instruments = try store.instruments(of: start.pins, compiled: start.compiled, beside: file.path)
        var state = SessionState(start, at: first.at, instruments: instruments)
        while var event = try reader.next() {
            if reader.removed.contains(event.number) {
                // What stands for it comes later in the file.
                if substitutes == nil {
                    substitutes = try Substitutes(of: file, on: disk, seal: reader.seal)
                }
                event.what = substitutes?.standIn(for: event) ?? event.what
            }
            var instruments: InstrumentSet?
            if case .migrated(let migration) = event.what {
                instruments = try store.instruments(
                    of: migration.pins, compiled: migration.compiled, beside: file.path)
            }
            let spared = event.sparing { step in
                state.lost.contains(step)
                    || reader.removed.contains(step) && substitutes?.covers(step) != true
            }
            if let bound = state.bound(exceededBy: spared) ?? reader.textBound(exceededBy: spared.what) {
                throw .tooMuch(path: file.path, bound)
            }
            if let why = state.impossibility(of: spared) { throw reader.impossible(why) }
            apply(spared, to: &state, instruments: instruments)
        }
        path = file.path
        self.state = state
        head = String(decoding: reader.head, as: UTF8.self)
        tornTail = reader.tornTail
        removed = reader.removed.sorted()
        length = reader.length
        seal = reader.seal
        compiled = start.compiled
    }
}

extension SessionEvent {
    /// The event as it can be folded: what is gone can be neither taken back nor made again.
    fileprivate func sparing(_ isGone: (Int) -> Bool) -> SessionEvent {
        switch what {
        case .undone(let step, let position, _) where isGone(step),
            .redone(let step, let position) where isGone(step):
            SessionEvent(number: number, at: at, what: .moved(to: position))
        default:
            self
        }
    }
}
