import Instruments

/// What brings a record back to what it was before a change.
enum RecordChange: Sendable {
    /// All of it: the change began it, or took it away.
    case whole(AnswerRecord?)
    /// Its parts, of whose lists and note only what changes is held.
    case parts(Parts)

    /// What brings the parts of a record back.
    struct Parts: Sendable {
        private var response: Response?
        private var confidentiality: Confidentiality
        private var origin: Origin
        private var toConfirm: Bool
        private var changed: Timestamp
        private var note: NoteChange
        private var evidence: ListChange<Evidence>
        private var strengths: ListChange<String>
        private var concerns: ListChange<String>
        private var actions: ListChange<Action>
        private var themes: ListChange<String>

        /// Brings a record back after a change that adds to its lists and to its note.
        init(_ record: AnswerRecord) {
            response = record.response
            confidentiality = record.confidentiality
            origin = record.origin
            toConfirm = record.toConfirm
            changed = record.changed
            note = NoteChange(cutting: record.note)
            evidence = ListChange(cuttingTo: record.evidence.count)
            strengths = ListChange(cuttingTo: record.strengths.count)
            concerns = ListChange(cuttingTo: record.concerns.count)
            actions = ListChange(cuttingTo: record.actions.count)
            themes = ListChange(cuttingTo: record.themes.count)
        }

        /// Brings the whole note of a record back: the change writes another one.
        mutating func keepNote(of record: AnswerRecord) {
            // What is kept already was there before this.
            if case .ending = note { note = .whole(record.note) }
        }

        /// Brings the lists of a record back, whatever the change does to them.
        mutating func bringBackLists(of before: AnswerRecord, from now: AnswerRecord) {
            evidence = ListChange(from: before.evidence, to: now.evidence)
            strengths = ListChange(from: before.strengths, to: now.strengths)
            concerns = ListChange(from: before.concerns, to: now.concerns)
            actions = ListChange(from: before.actions, to: now.actions)
            themes = ListChange(from: before.themes, to: now.themes)
        }

        /// Does it.
        ///
        /// - Returns: what brings the record back to what it was until now.
        func exchanged(in record: inout AnswerRecord) -> Parts {
            var back = self
            back.response = record.response
            back.confidentiality = record.confidentiality
            back.origin = record.origin
            back.toConfirm = record.toConfirm
            back.changed = record.changed
            record.response = response
            record.confidentiality = confidentiality
            record.origin = origin
            record.toConfirm = toConfirm
            record.changed = changed
            back.note = note.exchanged(in: &record.note)
            back.evidence = evidence.exchanged(in: &record.evidence)
            back.strengths = strengths.exchanged(in: &record.strengths)
            back.concerns = concerns.exchanged(in: &record.concerns)
            back.actions = actions.exchanged(in: &record.actions)
            back.themes = themes.exchanged(in: &record.themes)
            return back
        }
    }

    /// Brings the whole note of a record back: the change writes another one.
    mutating func keepNote(of record: AnswerRecord?) {
        guard case .parts(var parts) = self, let record else { return }
        parts.keepNote(of: record)
        self = .parts(parts)
    }

    /// Brings the lists of a record back, whatever the change does to them.
    mutating func bringBackLists(of before: AnswerRecord, from now: AnswerRecord) {
        guard case .parts(var parts) = self else { return }
        parts.bringBackLists(of: before, from: now)
        self = .parts(parts)
    }

    /// Does it; a record that is not there has no parts to bring back.
    ///
    /// - Returns: what brings the record back to what it was until now.
    func exchanged(in record: inout AnswerRecord?) -> RecordChange {
        switch self {
        case .whole(let wanted):
            defer { record = wanted }
            return .whole(record)
        case .parts(let parts):
            guard var held = record.take() else { return .whole(nil) }
            let back = parts.exchanged(in: &held)
            record = held
            return .parts(back)
        }
    }
}

/// What brings a note back to what it was before a change.
private enum NoteChange: Sendable {
    /// All of it.
    case whole(String?)
    /// So many of its first bytes stay, and an ending comes behind them.
    case ending(keeping: Int, String)

    /// Cuts words off that are added to a note.
    init(cutting note: String?) {
        self = note.map { .ending(keeping: $0.utf8.count, "") } ?? .whole(nil)
    }

    func exchanged(in note: inout String?) -> NoteChange {
        switch self {
        case .whole(let wanted):
            defer { note = wanted }
            return .whole(note)
        case .ending(let kept, let ending):
            guard var words = note.take(), words.utf8.count >= kept else { return .whole(nil) }
            let end = words.utf8.index(words.startIndex, offsetBy: kept)
            let gone = String(words[end...])
            words.removeSubrange(end...)
            words += ending
            note = words
            return .ending(keeping: kept, gone)
        }
    }
}
