package import Instruments

/// Where a session stands: the fold of its events.
package struct SessionState: Sendable {
    /// What is asked and how it is read; pinned when the session started or moved to other versions.
    package internal(set) var instruments: InstrumentSet
    /// The session's id.
    package let session: String
    /// The pins of the instruments, by the first event or by the last move to other versions.
    package internal(set) var pins: InstrumentPins
    /// When the session started.
    package let started: Timestamp

    /// What the session is called.
    package internal(set) var title: String
    /// The authority that it is about.
    package internal(set) var authority: String?
    /// What is held on each question; a question without a record was never touched.
    package internal(set) var records: [Question.ID: AnswerRecord]
    /// The answers that the session began with, as they were in the session that they are from.
    package internal(set) var carriedOver: [Question.ID: Response]
    /// What no longer fitted when the session moved to other versions of its instruments, oldest first.
    package internal(set) var leftBehind: [LeftBehind]
    /// What was asked and answered before the last move to other versions of the instruments; nil without one.
    package internal(set) var former: FormerReading?
    /// What reviewers are asked to test, in the order of asking.
    package internal(set) var asks: [String]
    /// What shows how things go, in the order in which it was said.
    package internal(set) var measures: [Measure] = []
    /// Which problems lead to which, in the order in which it was said.
    package internal(set) var links: [Link]
    /// The question answered last; nil before the first answer.
    package internal(set) var lastAnswered: Question.ID?
    /// The moments at which the session was signed off, oldest first.
    package internal(set) var milestones: [Milestone]
    /// The reports that left, oldest first, each with the time.
    package internal(set) var releases: [(release: Release, at: Timestamp)]
    /// What peer reviewers found, in the order of filing, whether it counts or not.
    package internal(set) var filedReviews: [FiledReview]
    /// The workshop; nil for a session that is none.
    package internal(set) var room: Room?
    /// The workshop that somebody was invited to answer for; nil for any other session.
    package let invitation: Invitation?
    /// Where words were taken out, in that order; a place can be there twice.
    package internal(set) var redacted: [WordsPlace]
    /// The numbers of the events that a salvage could not bring back.
    package internal(set) var lost: [Int]
    /// The number of the last event.
    package internal(set) var lastNumber: Int
    /// The dates of its events.
    package internal(set) var dates: EventDates
    /// When the last event happened.
    package var lastAt: Timestamp { dates.last }
    /// Whether the session has moved to other versions of its instruments; what came before cannot be undone.
    var hasMigrated: Bool { migrations > 0 }
    /// How often it has moved.
    var migrations = 0
    /// The types of events that this version does not know, in the order of the journal.
    package internal(set) var unrecognised: [String]

    /// The question at which the last move or answer left the walk; nil at the end.
    var lastPosition: Question.ID?
    /// The number of the newest piece of evidence; a number is never given twice, undone or not.
    var evidenceGiven: Int
    /// The number of the newest action; a number is never given twice, undone or not.
    var actionsGiven = 0
    /// The number of the newest measure; a number is never given twice, undone or not.
    var measuresGiven = 0
    /// The number of the last event by which the session was started, carrying answers over from an earlier one;
    /// what it carried is not taken back.
    var startedThrough = 1
    /// What taking back each change would restore, newest last.
    var undoSteps: [Step]
    /// What making each undone change again would restore, newest last.
    var redoSteps: [Step]
    /// What is never taken back, such as a review that was filed, and which no step that was taken back was older than.
    var lastingEvents: [SessionEvent]

    /// What a session holds on a question that it is no longer asked, or not in that way.
    package struct LeftBehind: Sendable {
        /// The questionnaire that asked it.
        package let questionnaire: Questionnaire
        /// The question.
        package let question: Question
        /// All that was held on it.
        package let record: AnswerRecord
    }

    /// The state after a session's first event.
    ///
    /// - Parameters:
    ///   - start: what the first event says.
    ///   - at: when it happened.
    ///   - instruments: the instruments that `start` pins.
    package init(_ start: SessionEvent.Payload.Start, at: Timestamp, instruments: InstrumentSet) {
        self.instruments = instruments
        session = start.session
        pins = start.pins
        started = at
        title = start.title
        authority = start.authority
        lastPosition = start.position
        // Most sessions come to have a record on every question.
        records = Dictionary(
            minimumCapacity: instruments.questionnaire.areas.reduce(0) { $0 + $1.questions.count })
        carriedOver = [:]
        leftBehind = []
        asks = []
        links = []
        lastAnswered = nil
        lastNumber = 1
        dates = EventDates(first: at)
        milestones = []
        releases = []
        filedReviews = []
        room = start.isWorkshop ? Room() : nil
        invitation = start.invitation
        redacted = []
        lost = []
        unrecognised = []
        evidenceGiven = 0
        undoSteps = []
        redoSteps = []
        lastingEvents = []
    }

    /// The session with the texts of its instruments in another language, as far as there are any.
    ///
    /// It is for showing: an event is decided on and applied to the session as its journal has it.
    package func spoken(in language: Language) -> SessionState {
        var spoken = self
        spoken.instruments = instruments.spoken(in: language)
        spoken.former = former?.spoken(in: language)
        return spoken
    }

    /// What is asked.
    package var questionnaire: Questionnaire { instruments.questionnaire }

    /// The question that the walk stands at; nil at the end.
    ///
    /// Where an answer that was cleared or taken back has hidden the question, it is the next that is asked.
    package var position: Question.ID? {
        guard let lastPosition else { return nil }
        if let question = questionnaire.question(lastPosition),
            questionnaire.isAsked(question, in: setting, response: response)
        {
            return lastPosition
        }
        return questionnaire.questionAsked(after: lastPosition, in: setting, response: response)
    }

    /// Whether the session can be changed by this version of Canary.
    package var isReadOnly: Bool { !unrecognised.isEmpty }

    /// What is never taken back, and which undo would pass over to what was done before it, oldest first.
    package var lasting: [SessionEvent] {
        guard let step = newestUndo else { return lastingEvents }
        return lastingEvents.filter { $0.number > step.number }
    }

    /// The sign-off that stands; nil where there is none, and after a reopening.
    package var signOff: Milestone? { milestones.last.flatMap { $0.reopened == nil ? $0 : nil } }

    /// The session as it was at the newest sign-off that stands no more; nil where there is none.
    package var lastVoidSignOff: SessionState? {
        milestones.lastIndex { $0.reopened != nil }.flatMap { asSignedOff($0 + 1) }
    }

    /// The session as it was at one of its sign-offs, counted from 1; nil where there is none of that number.
    package func asSignedOff(_ number: Int) -> SessionState? {
        guard milestones.indices.contains(number - 1) else { return nil }
        var session = milestones[number - 1].session.marked(as: self)
        session.milestones = Array(milestones[..<(number - 1)])
        return session
    }

    /// The session without what could be taken back and without its sign-offs, as a sign-off keeps it.
    var withoutHistory: SessionState {
        var session = self
        session.undoSteps = []
        session.redoSteps = []
        session.milestones = []
        session.lastingEvents = []
        return session
    }

    /// Every theme that an answer is tagged with, each once, in the order of asking.
    package var themes: [String] {
        var seen: Set<String> = []
        return questionnaire.questions.flatMap { records[$0.id]?.themes ?? [] }
            .filter { seen.insert($0).inserted }
    }

    /// What a room holds on a question; nothing where the session is no workshop.
    package func roomRecord(of id: Question.ID) -> RoomRecord { room?.questions[id] ?? RoomRecord() }

    /// The answers, those that are set aside included.
    package var responses: [Question.ID: Response] { records.compactMapValues(\.response) }

    /// The answer to a question, asked now or set aside.
    package func response(to id: Question.ID) -> Response? {
        records[id]?.response
    }
}
