import Instruments
import JSONText
import Sessions

/// The instruments that sessions pin, each decoded once however many sessions want it.
///
/// What the program itself has comes first. A file beside a journal is believed where it has the SHA-256 that the
/// session noted, or that version 0.1.0 wrote; YAML that is given is believed by its own.
final class InstrumentStore {
    private let disk: any Disk
    private let sources: InstrumentSources
    private var decoded: [String: Found] = [:]

    /// An instrument, and whether somebody could check it.
    private struct Found {
        var instrument: Instrument
        var isChecked = true
    }

    /// A store that is empty yet.
    init(on disk: any Disk, _ sources: InstrumentSources) {
        self.disk = disk
        self.sources = sources
    }

    /// Finds the instruments that a session pins.
    ///
    /// - Parameters:
    ///   - pins: what it pins.
    ///   - compiled: the SHA-256 of each compiled file, the questionnaire's first; none where the session noted none.
    ///   - journal: where the session is.
    /// - Returns: the instruments, with the names of those that nobody could check.
    /// - Throws: which of them is missing, is another than was noted, or cannot be used.
    func instruments(
        of pins: InstrumentPins, compiled: [String], beside journal: String
    ) throws(JournalFault) -> InstrumentSet {
        let folder = Self.folder(in: journal.parentFolder)
        var unchecked: [String] = []
        func find(_ place: Int, _ pin: InstrumentPin, _ kind: Instrument.Kind) throws(JournalFault)
            -> Instrument
        {
            let hash = compiled.indices.contains(place) ? compiled[place] : nil
            let found = try instrument(pin, kind, compiled: hash, in: folder)
            if !found.isChecked { unchecked.append("\(pin.id) \(pin.version)") }
            return found.instrument
        }
        let first = try find(0, pins.questionnaire, .questionnaire)
        var frameworks: [Framework] = []
        for (index, pin) in pins.frameworks.enumerated() {
            if case .framework(let framework) = try find(index + 1, pin, .framework) {
                frameworks.append(framework)
            }
        }
        guard case .questionnaire(let questionnaire) = first else {
            throw .missingInstrument(path: folder, pins.questionnaire)
        }
        return InstrumentSet(questionnaire: questionnaire, frameworks: frameworks, unchecked: unchecked)
    }

    /// Says what is wrong with the files of instruments beside a journal, although the program may have its own.
    ///
    /// - Returns: the faults; those that nobody can check are none.
    func faults(
        of pins: InstrumentPins, compiled: [String], beside journal: String
    ) -> [JournalFault] {
        let folder = Self.folder(in: journal.parentFolder)
        let all =
            [(pins.questionnaire, Instrument.Kind.questionnaire)] + pins.frameworks.map { ($0, .framework) }
        var faults: [JournalFault] = []
        for (index, (pin, kind)) in all.enumerated() {
            let hash = compiled.indices.contains(index) ? compiled[index] : nil
            do throws(JournalFault) {
                let found = try instrument(pin, kind, compiled: hash, in: folder)
                guard found.isChecked else { continue }
                // What is not used today is used by a version that no longer has the instrument itself.
                var isRight = false
                var wrong: String?
                for path in Self.paths(of: pin, compiled: hash, in: folder) {
                    guard let bytes = try contents(of: path) else { continue }
                    if isBelieved(bytes, pin, compiled: hash) || holds(bytes, found.instrument, kind) {
                        isRight = true
                    } else {
                        wrong = wrong ?? path
                    }
                }
                if let wrong, !isRight { faults.append(.damagedInstrument(path: wrong, pin)) }
            } catch {
                faults.append(error)
            }
        }
        return faults
    }

    /// Compiles instruments to the files that are kept beside journals; nothing is written.
    func compiled(_ instruments: InstrumentSet, for sessions: String) throws(JournalFault) -> CompiledFiles {
        let pins = InstrumentPins(instruments)
        let all = [pins.questionnaire] + pins.frameworks
        for pin in all where !pin.isSound { throw .unpinned(pin) }
        var compiled = CompiledFiles(isChecked: instruments.unchecked.isEmpty)
        for (place, pin) in all.enumerated() {
            // What the program has as a text already is not read to be written again.
            let text = sources.text(pin.sha256)
            compiled.isOwn = compiled.isOwn && text != nil
            let path = Self.path(of: pin, in: Self.folder(in: sessions))
            let bytes = if let text { text } else { try encoded(instruments.all[place], for: path) }
            compiled.add(bytes, of: pin)
        }
        decoded[Self.key(of: pins.questionnaire, compiled.files.first?.sha256)] = Found(
            instrument: .questionnaire(instruments.questionnaire), isChecked: compiled.isChecked)
        return compiled
    }

    /// Finds the files that a session pins in the program itself; those that it does not have are left out.
    func own(_ pins: InstrumentPins, compiled: [String]) -> CompiledFiles {
        var own = CompiledFiles()
        for (pin, sha256) in zip([pins.questionnaire] + pins.frameworks, compiled) {
            guard pin.isSound, let text = sources.text(pin.sha256) else { continue }
            own.add(text, of: pin)
            if own.files.last?.sha256 != sha256 { own.files.removeLast() }
        }
        return own
    }

    /// Keeps instruments beside the journals of a folder, durably and each only once.
    ///
    /// - Returns: the SHA-256 of each file, the questionnaire's first; none where nobody could check one of them, for
    ///   to pin it would be to vouch for it.
    func keep(_ instruments: InstrumentSet, in sessions: String) throws(JournalFault) -> [String] {
        let compiled = try compiled(instruments, for: sessions)
        try keep(compiled, in: sessions)
        return compiled.pinned
    }

    /// Keeps compiled files beside the journals of a folder, durably and each only once.
    func keep(_ compiled: CompiledFiles, in sessions: String) throws(JournalFault) {
        let folder = Self.folder(in: sessions)
        try onDisk { () throws(FileError) in try disk.makeFolders(folder) }
        guard try onDisk({ () throws(FileError) in try disk.status(at: folder) })?.kind == .folder else {
            throw .notAFolder(path: folder)
        }
        _ = try? disk.sweepDrafts(in: folder)
        for file in compiled.files { try keep(file, in: folder) }
        // Also where nothing was written: whoever wrote it may have been killed before this.
        try onDisk { () throws(FileError) in try disk.syncFolder(folder) }
    }

    /// Keeps one file under the first of its names that is free or holds it already: another version of the program
    /// may have compiled the same YAML to other bytes, which its sessions pin.
    private func keep(_ file: CompiledFiles.File, in folder: String) throws(JournalFault) {
        var last = folder
        for path in Self.paths(of: file.pin, compiled: file.sha256, in: folder) {
            last = path
            if let there = try contents(of: path) {
                if there == file.bytes { return }
                continue
            }
            try put(file.bytes, at: path)
            // Another version may have been quicker.
            if try contents(of: path) == file.bytes { return }
        }
        throw .damagedInstrument(path: last, file.pin)
    }

    private func instrument(
        _ pin: InstrumentPin, _ kind: Instrument.Kind, compiled: String?, in folder: String
    ) throws(JournalFault) -> Found {
        let key = Self.key(of: pin, compiled)
        if let found = decoded[key], found.instrument.pin == pin, found.instrument.kind == kind {
            return found
        }
        let found = try sought(pin, kind, compiled: compiled, in: folder)
        decoded[key] = found
        return found
    }

    private func sought(
        _ pin: InstrumentPin, _ kind: Instrument.Kind, compiled: String?, in folder: String
    ) throws(JournalFault) -> Found {
        if let own = sources.own(pin.sha256), own.pin == pin, own.kind == kind {
            return Found(instrument: own)
        }
        var problem = JournalFault.missingInstrument(path: Self.path(of: pin, in: folder), pin)
        var isMissing = true
        func note(_ fault: JournalFault) {
            if isMissing { problem = fault }
            isMissing = false
        }
        let paths =
            pin.isSound
            ? ([folder] + sources.elsewhere).flatMap { Self.paths(of: pin, compiled: compiled, in: $0) } : []
        var doubtful: Instrument?
        for path in paths {
            do throws(JournalFault) {
                guard let bytes = try contents(of: path) else { continue }
                let isBelieved = isBelieved(bytes, pin, compiled: compiled)
                guard isBelieved || compiled == nil else { throw .damagedInstrument(path: path, pin) }
                let kept = try kept(bytes, pin, kind, at: path)
                if isBelieved { return Found(instrument: kept) }
                doubtful = doubtful ?? kept
            } catch {
                note(error)
            }
        }
        if let given = sources.given(pin.sha256), given.pin == pin, given.kind == kind {
            guard let flaw = given.flaws.first else { return Found(instrument: given) }
            note(.unsoundInstrument(path: Self.path(of: pin, in: folder), pin, flaw))
        }
        if let doubtful { return Found(instrument: doubtful, isChecked: false) }
        throw problem
    }

    /// Whether a file is what the session noted, or, where it noted nothing, what version 0.1.0 wrote.
    private func isBelieved(_ bytes: [UInt8], _ pin: InstrumentPin, compiled: String?) -> Bool {
        let hash = CompiledFiles.hash(of: bytes)
        return hash == compiled ?? ReleasedInstruments.compiled[pin.sha256]
    }

    private func holds(_ bytes: [UInt8], _ instrument: Instrument, _ kind: Instrument.Kind) -> Bool {
        Instrument(compiled: bytes, kind) == instrument
    }

    private func contents(of path: String) throws(JournalFault) -> [UInt8]? {
        try onDisk { () throws(FileError) in try disk.contents(of: path, atMost: Self.largest) }
    }

    /// The instrument that a file holds.
    private func kept(
        _ bytes: [UInt8], _ pin: InstrumentPin, _ kind: Instrument.Kind, at path: String
    ) throws(JournalFault) -> Instrument {
        guard let instrument = Instrument(compiled: bytes, kind), instrument.pin == pin else {
            throw .damagedInstrument(path: path, pin)
        }
        if let flaw = instrument.flaws.first { throw .unsoundInstrument(path: path, pin, flaw) }
        return instrument
    }

    /// Makes a file that is complete when it is seen; one that is there already is left as it is.
    private func put(_ bytes: [UInt8], at path: String) throws(JournalFault) {
        try onDisk { () throws(FileError) in
            let draft = try Draft(for: path, on: disk)
            try draft.append(bytes)
            do throws(FileError) {
                try draft.place(replacing: false, isLast: false)
            } catch {
                // Somebody else kept the same meanwhile.
                guard error.isNameTaken else { throw error }
            }
        }
    }

    private func encoded(_ instrument: Instrument, for path: String) throws(JournalFault) -> [UInt8] {
        let text: String?
        switch instrument {
        case .questionnaire(let questionnaire): text = try? JSONText.encode(questionnaire, .line)
        case .framework(let framework): text = try? JSONText.encode(framework, .line)
        }
        guard let text else { throw .unwritable(path: path, type: instrument.pin.id) }
        return Array(text.utf8)
    }

    private static let largest = 16 * 1_024 * 1_024

    /// Where the instruments of the sessions in a folder are kept.
    static func folder(in sessions: String) -> String { sessions.path(to: "instruments") }

    /// The names that a file can have: by its YAML alone, and by its own SHA-256, too.
    private static func paths(of pin: InstrumentPin, compiled: String?, in folder: String) -> [String] {
        [path(of: pin, in: folder)]
            + (compiled.map { [folder.path(to: "\(pin.sha256).\($0).json")] } ?? [])
    }

    private static func path(of pin: InstrumentPin, in folder: String) -> String {
        folder.path(to: "\(pin.sha256).json")
    }

    private static func key(of pin: InstrumentPin, _ compiled: String?) -> String {
        "\(pin.sha256).\(compiled ?? "")"
    }
}
