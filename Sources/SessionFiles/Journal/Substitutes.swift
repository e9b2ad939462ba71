import Instruments
import Sessions

/// What stands for the events of a journal whose bodies were removed.
struct Substitutes {
    private var payloads: [Int: SessionEvent.Payload] = [:]

    /// Whether something stands for the event of that number.
    func covers(_ number: Int) -> Bool { payloads[number] != nil }

    /// Reads a whole journal for what its events say in place of others; the last word counts.
    init(of file: OpenFile, on disk: any Disk, seal: Seal?) throws(JournalFault) {
        var reader = try JournalReader(file, on: disk) { _ throws(JournalFault) in
            guard let seal else { throw .changed(path: file.path, .replaced) }
            return seal
        }
        while let event = try reader.next() {
            for substitute in event.what.instead { payloads[substitute.number] = substitute.what }
        }
    }

    /// What stands for an event; nil where nothing of its kind does.
    func standIn(for event: SessionEvent) -> SessionEvent.Payload? {
        guard let payload = payloads[event.number], payload.type == event.what.type else { return nil }
        return payload
    }
}
