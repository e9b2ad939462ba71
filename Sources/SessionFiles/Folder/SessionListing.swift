package import Sessions

/// What a list shows of a session; what cannot be known is nil.
package struct SessionListing: Equatable, Sendable {
    /// How a session stands.
    package enum State: String, Sendable {
        /// There are questions without an answer.
        case inProgress = "in-progress"
        /// Every question that is asked has an answer, and none is to be confirmed.
        case complete
        /// It is signed off.
        case signedOff = "signed-off"
        /// Somebody has it open for writing, or it is sealed: then nothing else is known of it.
        case locked
        /// It cannot be read: `fault` says why.
        case damaged

        /// How a session stands that nobody keeps from being read.
        package init(of session: SessionState) {
            let isOpen = Counts(session).unanswered > 0 || !session.unconfirmed.isEmpty
            self = session.signOff != nil ? .signedOff : isOpen ? .inProgress : .complete
        }
    }

    /// The session's name: that of its file without `.canary.jsonl`.
    package let id: String
    /// Where the journal is.
    package let path: String
    /// How it stands.
    package let state: State
    /// What it is called.
    package let title: String?
    /// Whether it is what somebody was asked to answer for a workshop, whose title it has.
    package let isInvited: Bool
    /// The authority that it is about; nil also where none is named.
    package let authority: String?
    /// What it asks.
    package let questionnaire: InstrumentPin?
    /// How far it got.
    package let counts: Counts?
    /// How many of its answers nobody has confirmed.
    package let toConfirm: Int?
    /// When it last changed.
    package let changed: Timestamp?
    /// The dates of its events.
    package let dates: EventDates?
    /// Why it cannot be read; nil where it can.
    package let fault: JournalFault?
}

extension SessionListing {
    init(_ id: String, path: String, _ session: SessionState, isLocked: Bool) {
        self.id = id
        self.path = path
        state = isLocked ? .locked : State(of: session)
        title = session.title
        isInvited = session.invitation != nil
        authority = session.authority
        questionnaire = session.pins.questionnaire
        counts = Counts(session)
        toConfirm = session.unconfirmed.count
        changed = session.lastAt
        dates = session.dates
        fault = nil
    }

    init(_ id: String, path: String, _ fault: JournalFault) {
        self.id = id
        self.path = path
        if case .sealed = fault { state = .locked } else { state = .damaged }
        title = nil
        isInvited = false
        authority = nil
        questionnaire = nil
        counts = nil
        toConfirm = nil
        changed = nil
        dates = nil
        self.fault = fault
    }
}
