import Evaluation
package import Sessions

/// What collating takes of one session.
///
/// Whoever reads journals faster makes the same value; the initialiser below is the plain way, and what the others
/// are measured by.
package struct SessionFigures: Equatable, Sendable {
    /// How far a session has come.
    package enum State: UInt8, Sendable, CaseIterable {
        /// There are questions without an answer.
        case inProgress
        /// Every question that is asked has an answer.
        case complete
        /// It is signed off.
        case signedOff
    }

    /// The session's id.
    package var session: String
    /// The authority that it is about; nil where none is named.
    package var authority: String?
    /// The pins of what it asks and is read by.
    package var pins: InstrumentPins
    /// How far it has come.
    package var state: State
    /// When it last changed.
    package var changed: Timestamp
    /// What it comes to now.
    package var now: SessionResult
    /// What it came to at each sign-off that stands or stood, oldest first.
    package var milestones: [Milestone]

    /// A sign-off.
    package struct Milestone: Equatable, Sendable {
        /// When.
        package var at: Timestamp
        /// What the session came to then.
        package var result: SessionResult

        /// A sign-off with all its fields.
        package init(at: Timestamp, result: SessionResult) {
            self.at = at
            self.result = result
        }
    }

    /// Figures with all their fields.
    package init(
        session: String, authority: String?, pins: InstrumentPins, state: State, changed: Timestamp,
        now: SessionResult, milestones: [Milestone]
    ) {
        self.session = session
        self.authority = authority
        self.pins = pins
        self.state = state
        self.changed = changed
        self.now = now
        self.milestones = milestones
    }

    /// The figures of a session.
    ///
    /// A sign-off under other versions of the instruments is left out: its places would mean something else.
    ///
    /// - Parameters:
    ///   - session: the session.
    ///   - index: the index of its instruments.
    /// - Throws: `TooEntangled` where a finding could not be worked out: a part of them would be counted as all.
    package init(_ session: SessionState, _ index: InstrumentIndex) throws(TooEntangled) {
        var milestones: [Milestone] = []
        for (place, milestone) in session.milestones.enumerated()
        where milestone.session.pins == session.pins {
            let then = session.asSignedOff(place + 1) ?? milestone.session
            milestones.append(Milestone(at: milestone.at, result: try SessionResult(then, index)))
        }
        let now = try SessionResult(session, index)
        // What is withheld is neither waited for nor told to be there.
        let withheld = session.withheldQuestions
        let isWaiting = zip(index.questionNames, now.answers).contains { question, answer in
            answer == .unanswered && !withheld.contains(question)
        }
        self.init(
            session: session.session, authority: session.authority, pins: session.pins,
            state: session.signOff != nil
                ? .signedOff
                : isWaiting || !session.withoutWithheld().unconfirmed.isEmpty ? .inProgress : .complete,
            changed: session.lastAt, now: now, milestones: milestones)
    }
}
