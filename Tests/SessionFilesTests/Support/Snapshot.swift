import Instruments

@testable import SessionFiles
@testable import Sessions

/// All that a session's state holds, to be compared.
struct Snapshot: Equatable {
    var title: String
    var authority: String?
    var records: [Question.ID: AnswerRecord]
    var leftBehind: [AnswerRecord]
    var version: String
    var asks: [String]
    var links: [Link]
    var reviews: [FiledReview]
    var position: Question.ID?
    var lastAnswered: Question.ID?
    var lastNumber: Int
    var lastAt: Timestamp
    var unrecognised: [String]
    var milestones: [Int]
    var isSignedOff: Bool
    var undoSteps: [Int]
    var redoSteps: [Int]

    init(_ state: SessionState) {
        title = state.title
        authority = state.authority
        records = state.records
        leftBehind = state.leftBehind.map(\.record)
        version = state.questionnaire.version
        asks = state.asks
        links = state.links
        reviews = state.filedReviews
        position = state.position
        lastAnswered = state.lastAnswered
        lastNumber = state.lastNumber
        lastAt = state.lastAt
        unrecognised = state.unrecognised
        milestones = state.milestones.map(\.number)
        isSignedOff = state.signOff != nil
        undoSteps = state.undoSteps.map(\.number)
        redoSteps = state.redoSteps.map(\.number)
    }

    /// The fold of events, the first of which starts the session.
    init?(folding events: [SessionEvent]) {
        guard let first = events.first, case .started(let start) = first.what else { return nil }
        var state = SessionState(start, at: first.at, instruments: Small.set)
        for event in events.dropFirst() {
            var instruments: InstrumentSet?
            if case .migrated(let migration) = event.what {
                instruments = Small.instruments(migration.pins)
            }
            apply(event, to: &state, instruments: instruments)
        }
        self.init(state)
    }
}

extension Disk {
    /// The events of a journal, with what a crash left behind them.
    func events(of path: String) throws(JournalFault) -> (events: [SessionEvent], tornTail: TornTail?) {
        let file: OpenFile
        do throws(FileError) {
            file = try open(path, for: .reading)
        } catch {
            throw .file(error)
        }
        defer { close(file) }
        var reader = try JournalReader(file, on: self) { header throws(JournalFault) in
            throw .sealed(session: header.session)
        }
        var events: [SessionEvent] = []
        while let event = try reader.next() { events.append(event) }
        return (events, reader.tornTail)
    }
}

extension Timestamp {
    /// A moment in November 2026, so many milliseconds later.
    static func noon(_ milliseconds: Int = 0) -> Timestamp {
        Timestamp(milliseconds: 1_795_262_400_000 + milliseconds)
    }
}
