package import Sessions

/// All that can be said of a journal line by line, however damaged it is.
package struct JournalInspection: Sendable {
    /// Something that is wrong with a line.
    package struct Fault: Equatable, Sendable {
        /// The line, counted from 1.
        package let line: Int
        /// Where it begins, in bytes.
        package let offset: Int
        /// What is wrong with it.
        package let damage: Damage
    }

    /// Where the journal is.
    package let path: String
    /// How many events are sound in themselves.
    package internal(set) var events = 0
    /// The chain of the last sound line, in hexadecimal; nil where there is none.
    package internal(set) var head: String?
    /// What is wrong, in the order of the lines; of thousands of damaged lines the first.
    package internal(set) var faults: [Fault] = []
    /// How many lines are damaged.
    package internal(set) var damaged = 0
    /// Whether the last fault is that of a tail which a crash tore off; opening the session sets it aside.
    package internal(set) var isTornAtEnd = false
    /// The numbers of the events whose bodies were removed.
    package internal(set) var removed: [Int] = []
    /// The types of events that this version does not know.
    package internal(set) var unrecognised: [String] = []
    /// The dates of the sound events; nil where there are none.
    package internal(set) var dates: EventDates?
    /// Whether the journal is sealed.
    package internal(set) var isSealed = false
    /// Whether lines behind a damaged one could not be looked at, because they are sealed.
    package internal(set) var stopsEarly = false
    /// The chains of the sound lines with their events' numbers.
    private var chains: [(number: Int, chain: [UInt8])] = []
    /// The sound events, with the lines that they stand in, and how many bytes were lost before each.
    var sound: [(event: SessionEvent, line: Int, lostBefore: Int)] = []
    /// How many bytes were lost at the end.
    var lostAtEnd = 0
    /// What each lost line may have held, by how many sound events stand before it.
    var lostLines: [Int: [LostLine]] = [:]

    /// Looks at every line of an open journal.
    ///
    /// - Throws: what the disk says; that the file is empty, foreign, of another version, or cannot be opened.
    init(_ file: OpenFile, on disk: any Disk, keys: KeySource) throws(JournalFault) {
        path = file.path
        let reader = try JournalReader(file, on: disk, keys: keys)
        var source = LineSource(file, on: disk)
        var chain: [UInt8]? = JournalFormat.firstChain
        var (line, number) = (0, 1)
        isSealed = reader.seal != nil
        func next() throws(JournalFault) -> LineSource.Segment? {
            try onDisk { () throws(FileError) in try source.next() }
        }
        if isSealed {
            _ = try next()
            line = 1
        }
        while let segment = try next() {
            line += 1
            if events == 0, damaged == 0, !isSealed { try reader.checkFormat(of: segment) }
            guard let chainBefore = isSealed ? chain : chain ?? [] else {
                stopsEarly = true
                // Whatever they hold is lost.
                isTornAtEnd = false
                lose(.anything, segment.length)
                continue
            }
            let clear =
                reader.seal.map {
                    $0.opened(segment.bytes, number: events + damaged + 1, after: chainBefore)
                } ?? segment.bytes
            let parsed = segment.isTerminated ? clear.flatMap(JournalLine.init) : nil
            let verdict = Self.verdict(
                on: parsed, isFirst: line == (isSealed ? 2 : 1), after: chain, number: number)
            number = (parsed?.number ?? number) + 1
            isTornAtEnd = false
            if let damage = segment.isTooLong ? .tooLong : isSealed && clear == nil ? .sealed : verdict.damage
            {
                damaged += 1
                if faults.count < Self.mostFaults {
                    faults.append(Fault(line: line, offset: segment.offset, damage: damage))
                }
                isTornAtEnd = !segment.isTooLong && events > 0 && verdict.event == nil
            }
            chain = parsed.map { Array($0.chain) }
            guard let event = verdict.event, let parsed else {
                lose(LostLine(clear), segment.length)
                continue
            }
            events += 1
            chains.append((event.number, Array(parsed.chain)))
            if dates == nil { dates = EventDates(first: event.at) } else { dates?.add(event) }
            head = String(decoding: parsed.chain, as: UTF8.self)
            if parsed.isRemoved { removed.append(event.number) }
            if case .unrecognised(let type) = event.what, !parsed.isRemoved { unrecognised.append(type) }
            sound.append((event, line, lostAtEnd))
            lostAtEnd = 0
        }
        guard line > (isSealed ? 1 : 0) else { throw .empty(path: path) }
        standIn(firstLine: isSealed ? 2 : 1)
    }

    /// Notes what is wrong with a line that is sound in itself.
    mutating func add(_ fault: Fault) {
        damaged += 1
        faults.append(fault)
        events -= 1
    }

    /// Notes a line of which nothing can be read.
    private mutating func lose(_ line: LostLine, _ length: Int) {
        lostAtEnd += length
        var lines = lostLines.removeValue(forKey: events) ?? []
        if lines.count < Self.mostLost {
            lines.append(line)
        } else if line != .nothing {
            // Whatever else they say, there may be a mark among them.
            lines[Self.mostLost - 1] = .anything
        }
        lostLines[events] = lines
    }

    /// How many faults are kept: nobody reads more.
    private static let mostFaults = 1_000
    /// How many lost lines in a row are kept: a salvage makes no more events of them.
    static let mostLost = 10_000

    /// Puts what stands for an event whose body was removed in its place; a session that does not say how it started
    /// is damaged.
    private mutating func standIn(firstLine: Int) {
        var instead: [Int: SessionEvent.Payload] = [:]
        for (event, _, _) in sound {
            for substitute in event.what.instead { instead[substitute.number] = substitute.what }
        }
        let gone = Set(removed)
        for index in sound.indices where gone.contains(sound[index].event.number) {
            let event = sound[index].event
            guard let what = instead[event.number], what.type == event.what.type else { continue }
            sound[index].event.what = what
        }
        guard let first = sound.first, first.line == firstLine, case .unrecognised = first.event.what,
            gone.contains(first.event.number)
        else { return }
        damaged += 1
        faults.insert(Fault(line: firstLine, offset: 0, damage: .removed(type: first.event.what.type)), at: 0)
    }

    /// The number of the event whose chain is the value; nil where none has it.
    package func number(ofHead value: String) -> Int? {
        let wanted = Array(value.lowercased().utf8)
        return chains.last { $0.chain == wanted }?.number
    }

    /// How many sound events came after one: those that say something new, and those that only sum up what came before.
    package func events(since number: Int) -> (new: Int, summaries: Int) {
        let later = sound.filter { $0.event.number > number }
        let summaries = later.count { $0.event.isSummary }
        return (later.count - summaries, summaries)
    }

    /// What is wrong with a line, and its event where that is sound in itself.
    ///
    /// - Parameters:
    ///   - line: the line; nil where it has no line's layout.
    ///   - isFirst: whether it must start the session.
    ///   - chain: the chain of the line before; nil where nobody knows it.
    ///   - number: the number that should come.
    /// - Returns: both; a damage and an event where only its place is wrong.
    private static func verdict(
        on line: JournalLine?, isFirst: Bool, after chain: [UInt8]?, number: Int
    ) -> (damage: Damage?, event: SessionEvent?) {
        guard let line else { return (.layout, nil) }
        if !line.isRemoved, JournalFormat.digest(salt: line.salt, body: line.body)[...] != line.digest {
            return (.digest, nil)
        }
        guard (line.type == "started") == isFirst else {
            return (isFirst ? .notStarted : .startedAgain, nil)
        }
        let what: SessionEvent.Payload
        if line.isRemoved {
            guard !SessionEvent.Payload.unremovable.contains(line.type) else {
                return (.removed(type: line.type), nil)
            }
            what = .unrecognised(type: line.type)
        } else {
            do throws(BodyProblem) {
                what = try SessionEvent.Payload(type: line.type, body: line.body)
            } catch {
                return (.body(type: line.type, error), nil)
            }
        }
        let event = SessionEvent(number: line.number, at: line.at, what: what)
        if let chain {
            if JournalFormat.chain(before: chain, line.chained)[...] != line.chain { return (.chain, event) }
            if line.number != number { return (.number(expected: number, found: line.number), event) }
        }
        return (nil, event)
    }
}
