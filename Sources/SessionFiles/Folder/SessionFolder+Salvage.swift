package import Instruments
import Sessions

extension SessionFolder {
    /// Looks at every line of a journal, and at the instruments that its start pins.
    ///
    /// - Parameter path: the journal, as `resolve` gives it.
    /// - Returns: what was found, what is wrong with its instruments, and the names of those that nobody can check;
    ///   nothing is changed.
    /// - Throws: why it cannot be looked at.
    package func inspect(
        _ path: String
    ) throws(JournalFault) -> (journal: JournalInspection, instruments: [JournalFault], unchecked: [String]) {
        var inspection = try inspection(of: path)
        var faults: [JournalFault] = []
        var unchecked: [String] = []
        for (event, _, _) in inspection.sound {
            let (pins, compiled): (InstrumentPins, [String])
            switch event.what {
            case .started(let start): (pins, compiled) = (start.pins, start.compiled)
            case .migrated(let migration): (pins, compiled) = (migration.pins, migration.compiled)
            default: continue
            }
            let found = store.faults(of: pins, compiled: compiled, beside: path)
            faults += found.filter { !faults.contains($0) }
            let set = try? store.instruments(of: pins, compiled: compiled, beside: path)
            unchecked += (set?.unchecked ?? []).filter { !unchecked.contains($0) }
        }
        // What is sealed was written by somebody who knows its passphrase, and is not asked for twice.
        if inspection.faults.isEmpty, faults.isEmpty, !inspection.isSealed {
            do throws(JournalFault) {
                _ = try read(path)
            } catch {
                if case .damaged(_, let line, let offset, let damage) = error {
                    inspection.add(JournalInspection.Fault(line: line, offset: offset, damage: damage))
                } else {
                    faults.append(error)
                }
            }
        }
        return (inspection, faults, unchecked)
    }

    /// Makes a new session of all that is sound in a damaged one, which stays as it is.
    ///
    /// Each event keeps its number; where one is gone, the new session says so. A sealed session can be
    /// salvaged up to its first damaged line, and the new one is sealed, too.
    ///
    /// - Parameters:
    ///   - path: the journal, as `resolve` gives it.
    ///   - seal: makes what the new session of that id is sealed with; asked only where the damaged one is sealed.
    ///   - random: where the new session's name and salts come from.
    /// - Returns: the new session, open, the numbers of the events that are lost, and the questions that are marked
    ///   confidential because a mark on them may be among these.
    /// - Throws: why none was made.
    package func salvage(
        _ path: String, seal: (_ session: String) throws(JournalFault) -> Seal,
        random: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(JournalFault) -> (session: OpenSession, lost: [Int], marked: [Question.ID]) {
        let inspection = try inspection(of: path)
        guard inspection.unrecognised.isEmpty else { throw .laterVersion(path: path) }
        guard case .started(var start)? = inspection.sound.first?.event.what else {
            throw .beyondSalvage(path: path)
        }
        let instruments = try store.instruments(of: start.pins, compiled: start.compiled, beside: path)
        var random = random
        try onDisk { () throws(FileError) in try disk.makeFolders(self.path) }
        start.compiled = try store.keep(instruments, in: self.path)
        for _ in 0..<1_000 {
            start.session = SessionID.draw(&random)
            let (events, lost, marked) = try salvaged(inspection, as: start, instruments, beside: path)
            let copy = self.path.path(to: start.session + JournalFormat.suffix)
            guard let first = events.first,
                let made = try OpenSession(
                    creating: copy, first, followedBy: Array(events.dropFirst()), instruments: instruments,
                    on: disk, store: store, seal: inspection.isSealed ? try seal(start.session) : nil,
                    salts: &random)
            else { continue }
            made.close()
            return (try open(copy, random: random), lost, marked)
        }
        throw .noFreeName(folder: self.path)
    }

    private func inspection(of path: String) throws(JournalFault) -> JournalInspection {
        try reading(path) { file throws(JournalFault) in
            try JournalInspection(file, on: disk, keys: keys)
        }
    }

    /// The events of a salvaged session, numbered without gaps.
    private func salvaged(
        _ inspection: JournalInspection, as start: SessionEvent.Payload.Start, _ instruments: InstrumentSet,
        beside path: String
    ) throws(JournalFault) -> (events: [SessionEvent], lost: [Int], marked: [Question.ID]) {
        guard let first = inspection.sound.first else { return ([], [], []) }
        var events = [SessionEvent(number: 1, at: first.event.at, what: .started(start))]
        var state = SessionState(start, at: first.event.at, instruments: instruments)
        var lost: [Int] = []
        func add(_ what: SessionEvent.Payload, at: Timestamp, _ instruments: InstrumentSet? = nil) {
            let event = SessionEvent(number: state.lastNumber + 1, at: at.following(state.lastAt), what: what)
            apply(event, to: &state, instruments: instruments)
            events.append(event)
            if case .lost = what { lost.append(event.number) }
        }
        var marks = LostMarks()
        for (index, (event, _, lostBefore)) in inspection.sound.enumerated().dropFirst()
        where event.number > state.lastNumber {
            // A gap of a million events is a number that was written over, and no gap.
            let gap = min(event.number - state.lastNumber - 1, JournalInspection.mostLost)
            marks.lose(inspection.lostLines[index] ?? [], events: gap)
            marks.take(event.what)
            for index in 0..<gap { add(.lost(bytes: index == 0 ? lostBefore : 0), at: event.at) }
            // What an event says in place of others stands in their place now.
            var what = event.what.isUnrecognised ? nil : event.what.withoutSubstitutes
            if let found = what, state.impossibility(of: event.saying(found.standing(in: state))) != nil {
                what = nil
            }
            var newer: InstrumentSet?
            if case .migrated(var migration)? = what {
                let set = try store.instruments(
                    of: migration.pins, compiled: migration.compiled, beside: path)
                migration.compiled = try store.keep(set, in: self.path)
                what = .migrated(migration)
                newer = set
            }
            add(what.map { $0.standing(in: state) } ?? .lost(bytes: 0), at: event.at, newer)
        }
        let behind = inspection.lostLines[inspection.sound.count] ?? []
        for index in behind.indices {
            add(.lost(bytes: index == 0 ? inspection.lostAtEnd : 0), at: state.lastAt)
        }
        marks.lose(behind, events: behind.count)
        let marked = state.questionnaire.questions.map(\.id).filter { id in
            marks.mayHaveLost(id)
                && state.records[id].map { $0.hasContent && $0.confidentiality != .level } == true
        }
        for id in marked { add(.confidentialitySet(id, .level), at: state.lastAt) }
        return (events, lost, marked)
    }
}

extension SessionEvent {
    /// The event with something else that happened.
    fileprivate func saying(_ what: SessionEvent.Payload) -> SessionEvent {
        SessionEvent(number: number, at: at, what: what)
    }
}

/// Which questions may have been marked confidential by events that are lost.
private struct LostMarks {
    private var isAnywhere = false
    private var named: Set<Question.ID> = []
    /// Those that a sound event marks, or not, behind the last loss.
    private var known: Set<Question.ID> = []

    /// Takes in lines that cannot be read, or are gone.
    mutating func lose(_ lines: [LostLine], events: Int) {
        // A line that is gone as a whole may have said anything.
        if lines.contains(.anything) || events > lines.count {
            isAnywhere = true
            known = []
        }
        for case .mark(let name) in lines {
            named.insert(Question.ID(name))
            known.remove(Question.ID(name))
        }
    }

    /// Takes in a sound event.
    mutating func take(_ what: SessionEvent.Payload) {
        if case .confidentialitySet(let id, _) = what { known.insert(id) }
    }

    /// Whether a mark on the question may be lost.
    func mayHaveLost(_ id: Question.ID) -> Bool { !known.contains(id) && (isAnywhere || named.contains(id)) }
}
