import FoundationEssentials
import Glibc
import Instruments
import JSONText
import Sessions

/// The instruments that sessions pin, each decoded once however many sessions want it.
final class InstrumentShelf {
    private let disk: any Disk
    private let given: (String) -> Instrument?
    private let texts: (String) -> [UInt8]?
    private let elsewhere: [String]
    private var decoded: [String: Instrument] = [:]

    /// A shelf that is empty yet; the instruments given are those that the program itself has, by SHA-256, and their
    /// texts the JSON of those. The folders elsewhere may hold files that a session lacks beside it.
    init(
        on disk: any Disk, given: @escaping (String) -> Instrument?,
        texts: @escaping (String) -> [UInt8]? = { _ in nil }, elsewhere: [String] = []
    ) {
        self.elsewhere = elsewhere
        self.disk = disk
        self.given = given
        self.texts = texts
    }

    /// Finds the instruments that a session pins, beside its journal or else among those given.
    func instruments(
        of pins: InstrumentPins, beside journal: String
    ) throws(JournalFault) -> InstrumentSet {
        let folder = Self.folder(in: journal.parentFolder)
        let first = try instrument(pins.questionnaire, .questionnaire, in: folder)
        var frameworks: [Framework] = []
        for pin in pins.frameworks {
            if case .framework(let framework) = try instrument(pin, .framework, in: folder) {
                frameworks.append(framework)
            }
        }
        guard case .questionnaire(let questionnaire) = first else {
            throw .missingInstrument(path: folder, pins.questionnaire)
        }
        return InstrumentSet(questionnaire: questionnaire, frameworks: frameworks)
    }

    /// Keeps instruments beside the journals of a folder, durably and each only once.
    func keep(_ instruments: InstrumentSet, in sessions: String) throws(JournalFault) {
        let folder = Self.folder(in: sessions)
        let pins = InstrumentPins(instruments)
        let all = [pins.questionnaire] + pins.frameworks
        for pin in all where !pin.isSound { throw .unpinned(pin) }
        try onDisk { () throws(FileError) in try disk.makeFolders(folder) }
        guard try onDisk({ () throws(FileError) in try disk.status(at: folder) })?.kind == .folder else {
            throw .notAFolder(path: folder)
        }
        _ = try? disk.sweepDrafts(in: folder)
        for (place, pin) in all.enumerated() {
            let path = Self.path(of: pin, in: folder)
            guard try !isKept(pin, at: path) else { continue }
            // What the program has as a text already is not read to be written again.
            let text = texts(pin.sha256)
            let bytes = if let text { text } else { try encoded(instruments.all[place], for: path) }
            try write(bytes, to: path)
        }
        decoded[pins.questionnaire.sha256] = .questionnaire(instruments.questionnaire)
        // Also where nothing was written: whoever wrote it may have been killed before this.
        try onDisk { () throws(FileError) in try disk.syncFolder(folder) }
    }

    private func instrument(
        _ pin: InstrumentPin, _ kind: Instrument.Kind, in folder: String
    ) throws(JournalFault) -> Instrument {
        if let found = decoded[pin.sha256], found.pin == pin, found.kind == kind { return found }
        let path = Self.path(of: pin, in: folder)
        var problem = JournalFault.missingInstrument(path: path, pin)
        var found: Instrument?
        do throws(JournalFault) {
            found = try pin.isSound ? kept(pin, kind, at: path) : nil
        } catch {
            problem = error
        }
        if found == nil, let known = given(pin.sha256), known.pin == pin, known.kind == kind {
            found = known
        }
        for other in elsewhere where found == nil && pin.isSound {
            found = (try? kept(pin, kind, at: Self.path(of: pin, in: other))) ?? nil
        }
        guard let found else { throw problem }
        decoded[pin.sha256] = found
        return found
    }

    /// Whether a file holds an instrument, as far as its end and its SHA-256 show; it is decoded by whoever needs it.
    private func isKept(_ pin: InstrumentPin, at path: String) throws(JournalFault) -> Bool {
        let contents = try onDisk { () throws(FileError) in
            try disk.contents(of: path, atMost: Self.largest)
        }
        guard let contents else { return false }
        guard contents.suffix(2).elementsEqual("}\n".utf8),
            contents.holds(Array("\"sha256\":\"\(pin.sha256)\"".utf8))
        else { throw .damagedInstrument(path: path, pin) }
        return true
    }

    /// The instrument that a file holds; nil where there is no such file.
    private func kept(
        _ pin: InstrumentPin, _ kind: Instrument.Kind, at path: String
    ) throws(JournalFault) -> Instrument? {
        let contents = try onDisk { () throws(FileError) in
            try disk.contents(of: path, atMost: Self.largest)
        }
        guard let contents else { return nil }
        let instrument: Instrument?
        switch kind {
        case .questionnaire:
            instrument = (try? JSONText.decode(Questionnaire.self, from: contents))
                .map(Instrument.questionnaire)
        case .framework:
            instrument = (try? JSONText.decode(Framework.self, from: contents))
                .map(Instrument.framework)
        }
        guard let instrument, instrument.pin == pin else {
            throw .damagedInstrument(path: path, pin)
        }
        return instrument
    }

    /// Writes a file that is complete when it is seen.
    private func write(_ bytes: [UInt8], to path: String) throws(JournalFault) {
        try onDisk { () throws(FileError) in
            let draft = try Draft(for: path, on: disk)
            try draft.append(bytes + [UInt8(ascii: "\n")])
            do throws(FileError) {
                try draft.place(replacing: false)
            } catch {
                // Somebody else kept the same meanwhile.
                guard error.isNameTaken else { throw error }
            }
        }
    }

    private func encoded(_ instrument: Instrument, for path: String) throws(JournalFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data: Data?
        switch instrument {
        case .questionnaire(let questionnaire): data = try? encoder.encode(questionnaire)
        case .framework(let framework): data = try? encoder.encode(framework)
        }
        guard let data else { throw .unwritable(path: path, type: instrument.pin.id) }
        return Array(data)
    }

    private static let largest = 64 * 1_024 * 1_024

    /// Where the instruments of the sessions in a folder are kept.
    static func folder(in sessions: String) -> String { sessions.path(to: "instruments") }

    private static func path(of pin: InstrumentPin, in folder: String) -> String {
        folder.path(to: "\(pin.sha256).json")
    }
}

extension Instrument {
    fileprivate var kind: Kind {
        switch self {
        case .questionnaire: .questionnaire
        case .framework: .framework
        }
    }
}

extension [UInt8] {
    /// Whether some bytes stand in it one behind the other; looked for from the end, near which they are.
    fileprivate func holds(_ wanted: [UInt8]) -> Bool {
        withUnsafeBytes { all in
            wanted.withUnsafeBytes { wanted in
                guard let start = all.baseAddress, let first = wanted.baseAddress else { return false }
                return stride(from: all.count - wanted.count, through: 0, by: -1).contains { offset in
                    memcmp(start + offset, first, wanted.count) == 0
                }
            }
        }
    }
}
