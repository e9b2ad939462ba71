import Disclosure
package import Instruments

/// Turns a command into the events that it leads to; every condition is here.
///
/// - Parameters:
///   - command: what is asked for.
///   - state: the session as it stands.
///   - now: the time; an event is dated before the one it follows only where that one's clock must have been wrong.
/// - Returns: the events, numbered and dated, to be made durable and then applied; none where nothing is to be said.
/// - Throws: why nothing changes.
package func decide(
    _ command: SessionCommand, _ state: SessionState, now: Timestamp
) throws(Rejection) -> [SessionEvent] {
    guard !state.isReadOnly else { throw .readOnly(unrecognised: state.unrecognised) }
    if let signOff = state.signOff, !command.isAllowedWhenSignedOff {
        throw .signedOff(role: signOff.role, at: signOff.at)
    }
    if let id = command.questionsSpokenOf.first(where: state.isClosedToTheRoom) { throw .notForARoom(id) }
    let payload = try state.payload(of: command.composed)
    let event = SessionEvent(number: state.lastNumber + 1, at: now.following(state.lastAt), what: payload)
    if let bound = state.bound(exceededBy: event) ?? payload.textBound { throw .tooMuch(bound) }
    return [event]
}

/// The first event of a new session.
///
/// - Parameters:
///   - session: an id that no other session has.
///   - title: what it is called.
///   - authority: the authority that it is about.
///   - instruments: what will be asked, and how it will be read.
///   - kind: whether it is a workshop, or somebody's answers for one.
///   - now: the time.
/// - Returns: the event that makes the session's state.
package func start(
    session: String, title: String, authority: String?, instruments: InstrumentSet,
    as kind: SessionKind = .ordinary, now: Timestamp
) -> SessionEvent {
    let questionnaire = instruments.questionnaire
    let first = AskedQuestions(questionnaire, in: kind == .ordinary ? .alone : .room) { _ in nil }.questions
        .first
    return SessionEvent(
        number: 1, at: now,
        what: .started(
            SessionEvent.Payload.Start(
                session: session, title: title.composed, authority: authority?.composed,
                pins: InstrumentPins(instruments), position: first?.id, isWorkshop: kind == .workshop,
                invitation: kind.invitation)))
}

/// What a new session is for.
package enum SessionKind: Equatable, Sendable {
    /// Somebody's own answers.
    case ordinary
    /// A room's.
    case workshop
    /// Somebody's answers before a workshop.
    case invited(Invitation)

    fileprivate var invitation: Invitation? {
        if case .invited(let invitation) = self { invitation } else { nil }
    }
}

extension SessionCommand {
    /// Whether it leaves everything that was signed off as it is.
    fileprivate var isAllowedWhenSignedOff: Bool {
        switch self {
        case .move, .reopen, .recordRelease, .fileReview, .withdrawReview, .recordErasure, .burnKey,
            .closeRoom,
            // What becomes of a plan is known after what it answers was signed off.
            .changeAction, .setMeasure:
            true
        case .answer, .recordSheet, .inherit, .clear, .note, .addToNote, .addEvidence, .addStrength,
            .addConcern,
            .addAction, .remove, .rewrite, .removeAsk, .rewriteAsk, .removeMeasure,
            .setTheme, .setConfidential, .askReviewers, .link, .unlink, .title, .nameAuthority, .migrate,
            .signOff, .undo, .redo, .arrangeRoom, .agreeGroundRules, .tally, .reveal, .callSecondVote, .agree,
            .recordOtherView, .park, .withdrawWords, .invite, .mergePreWork, .confirm:
            false
        }
    }
}

extension SessionCommand {
    /// The question whose answer it gives, changes, takes away or confirms without asking a room; nil where it does not.
    fileprivate var changesAnswerAlone: Question.ID? {
        switch self {
        case .answer(let id, _, _), .clear(let id): id
        // One person's sheet is not what a room agreed on.
        case .recordSheet(let sheet): sheet.entries.first?.question
        case .confirm(let ids): ids.first
        case .inherit, .note, .addToNote, .addEvidence, .addStrength, .addConcern, .addAction, .setTheme,
            .changeAction, .remove, .rewrite, .removeAsk, .rewriteAsk, .setMeasure, .removeMeasure,
            .setConfidential, .askReviewers, .link,
            .unlink, .title, .nameAuthority, .migrate, .signOff,
            .reopen, .recordRelease, .fileReview, .withdrawReview, .arrangeRoom, .agreeGroundRules, .tally,
            .reveal, .callSecondVote, .agree, .recordOtherView, .park, .withdrawWords, .invite,
            .mergePreWork, .burnKey, .closeRoom, .recordErasure, .move, .undo, .redo:
            nil
        }
    }
}

extension SessionState {
    fileprivate func payload(of command: SessionCommand) throws(Rejection) -> SessionEvent.Payload {
        if room != nil, let id = command.changesAnswerAlone { throw .roomAgrees(id) }
        switch command {
        case .answer(let id, let response, let note):
            return try answered(id, response, note: note)
        case .recordSheet(let sheet):
            return try recorded(sheet)
        case .inherit(let entries):
            return try inherited(entries)
        case .clear(let id):
            guard response(to: try known(id).id) != nil else { throw .unanswered(id) }
            return .cleared(id)
        case .note(let id, let text):
            return .noted(try known(id).id, try filled(text))
        case .addToNote(let id, let text, let step):
            _ = try known(id)
            guard let step, let newest = undoSteps.last, newest.number == step, newest.noted == id else {
                return .noteAdded(id, try filled(text))
            }
            return .noteContinued(step: step, try filled(text))
        case .addEvidence(let id, let kind, let reference, let text):
            guard !reference.isBlank else { throw .emptyEvidence(id) }
            return .evidenceAdded(
                try known(id).id,
                Evidence(id: "E\(evidenceGiven + 1)", kind: kind, reference: reference, text: text))
        case .addStrength(let id, let text):
            return .strengthAdded(try known(id).id, try filled(text))
        case .addConcern(let id, let text):
            return .concernAdded(try known(id).id, try filled(text))
        case .addAction(let id, let action):
            return .actionAdded(try known(id).id, try planned(action))
        case .changeAction(let action):
            return try changed(action)
        case .remove(let id, let item):
            return .itemRemoved(try known(id).id, try held(item, on: id))
        case .rewrite(let id, let item, let text):
            return .itemRewritten(try known(id).id, try held(item, on: id), try filled(text))
        case .setTheme(let id, let text, let isOn):
            return try themed(id, text, isOn: isOn)
        case .setConfidential(let id, let confidentiality):
            return .confidentialitySet(try known(id).id, confidentiality)
        case .askReviewers(let text):
            return .reviewersAsked(try filled(text))
        case .removeAsk(let number):
            return .askRemoved(try asked(number))
        case .rewriteAsk(let number, let text):
            return .askRewritten(try asked(number), try filled(text))
        case .setMeasure(let measure):
            return .measureSet(try settable(measure))
        case .removeMeasure(let name):
            guard let held = self.measure(named: name) else { throw .noSuchMeasure(name) }
            return .measureRemoved(held.id)
        case .link(let link):
            return .linked(try linkable(link))
        case .unlink(let from, let to):
            guard links.contains(where: { $0.joins(from, to) }) else { throw .notLinked(from, to) }
            return .unlinked(from: from, to: to)
        case .title(let text):
            return .titled(try filled(text))
        case .nameAuthority(let text):
            return .authorityNamed(try filled(text))
        case .migrate(let instruments):
            guard invitation == nil else { throw .invitedSession }
            return .migrated(try migration(to: instruments))
        case .signOff(let role, let withUnconfirmed):
            let unconfirmed = self.unconfirmed.count
            guard unconfirmed == 0 || withUnconfirmed else { throw .unconfirmed(unconfirmed) }
            return .signedOff(role: try filled(role), unconfirmed: unconfirmed)
        case .reopen(let reason):
            guard signOff != nil else { throw .notSignedOff }
            return .reopened(reason: try filled(reason))
        case .recordRelease(let release):
            return .released(release)
        case .fileReview(let review, let filing):
            let fileable = try fileable(review)
            return .reviewFiled(fileable, replacing: try replaced(by: fileable, filing))
        case .withdrawReview(let number):
            return .reviewWithdrawn(try counting(number))
        case .arrangeRoom, .agreeGroundRules, .tally, .reveal, .callSecondVote, .agree, .recordOtherView,
            .park, .withdrawWords, .invite, .mergePreWork, .burnKey, .closeRoom, .recordErasure:
            return try roomPayload(of: command)
        case .move(let id):
            if let id {
                guard asked.contains(try known(id).id) else { throw .notAskedNow(id) }
            }
            return .moved(to: id)
        case .confirm(let ids):
            return try confirmed(ids)
        case .undo:
            guard let step = newestUndo else {
                guard undoSteps.isEmpty else { throw .nothingToUndoSinceStart }
                throw .nothingToUndo(sinceMigration: hasMigrated)
            }
            return .undone(
                step: step.number, position: standing(after: step),
                instead: room?.gone(withStep: step.number) ?? [])
        case .redo:
            guard let step = redoSteps.last else { throw .nothingToRedo }
            return .redone(step: step.number, position: standing(after: step))
        }
    }

    private func answered(
        _ id: Question.ID, _ response: Response, note: String?
    ) throws(Rejection) -> SessionEvent.Payload {
        let question = try known(id)
        guard questionnaire.isAsked(question, in: setting, response: self.response) else {
            throw .notAskedNow(id)
        }
        let response = try fitted(response, to: question)
        if let note { _ = try filled(note) }
        let entry = SessionEvent.Payload.AnswerEntry(
            question: id, response: response, note: note, origin: .own)
        return .answered([entry], position: questionAsked(after: id, once: [id: response]))
    }

    private func recorded(_ sheet: AnswerSheet) throws(Rejection) -> SessionEvent.Payload {
        guard !sheet.entries.isEmpty else { throw .emptySheet }
        var entries: [SessionEvent.Payload.AnswerEntry] = []
        var seen: Set<Question.ID> = []
        var evidenceGiven = evidenceGiven
        for written in sheet.entries {
            let question = try known(written.question)
            guard seen.insert(question.id).inserted else { throw .answeredTwice(question.id) }
            entries.append(try entry(written, for: question, evidenceGiven: &evidenceGiven))
        }
        var responses = records.mapValues(\.response)
        for entry in entries where entry.response != nil {
            responses[entry.question] = entry.response
        }
        let asked = AskedQuestions(questionnaire, in: setting) { responses[$0] ?? nil }
        let firstOpen = asked.questions.first { (responses[$0.id] ?? nil) == nil }
        return .answered(entries, position: firstOpen?.id)
    }

    private func entry(
        _ written: AnswerSheet.Entry, for question: Question, evidenceGiven: inout Int
    ) throws(Rejection) -> SessionEvent.Payload.AnswerEntry {
        var response: Response?
        if let answer = written.answer {
            do throws(Misfit) {
                response = try Response(answer, for: question.kind)
            } catch {
                throw .unfitting(question.id, error)
            }
        }
        guard response != nil || self.response(to: question.id) != nil else {
            throw .unanswered(question.id)
        }
        let held = records[question.id]
        // A sheet that is loaded again neither doubles what it brought before, nor takes a confirmation away.
        if written.isCarried, held?.toConfirm == false, response == held?.response { response = nil }
        var evidence: [Evidence] = []
        var said = Set((held?.evidence ?? []).map(\.content))
        for piece in written.evidence {
            guard let kind = Evidence.Kind(rawValue: piece.kind) else {
                throw .unknownEvidenceKind(question.id, piece.kind)
            }
            guard !piece.reference.isBlank else { throw .emptyEvidence(question.id) }
            let new = Evidence(
                id: "E\(evidenceGiven + 1)", kind: kind, reference: piece.reference, text: piece.text)
            guard said.insert(new.content).inserted else { continue }
            evidenceGiven += 1
            evidence.append(new)
        }
        let words = [written.note].compactMap { $0 } + written.strengths + written.concerns
        for text in words { _ = try filled(text) }
        return SessionEvent.Payload.AnswerEntry(
            question: question.id, response: response, note: written.note, evidence: evidence,
            strengths: written.strengths.new(beside: held?.strengths ?? []),
            concerns: written.concerns.new(beside: held?.concerns ?? []),
            actions: try actions(written, on: question.id),
            themes: try themes(written, on: question.id),
            confidentiality: written.confidentiality.map { $0.over(held?.confidentiality) },
            origin: written.isCarried ? .inherited : .own)
    }

    func fitted(
        _ response: Response, to question: Question
    ) throws(Rejection) -> Response {
        switch response {
        case .dontKnow:
            return response
        case .notApplicable(let reason):
            guard !reason.isBlank else { throw .unfitting(question.id, .noReason) }
            return response
        case .given(let value):
            do throws(Misfit) {
                return .given(try value.fitted(to: question.kind))
            } catch {
                throw .unfitting(question.id, error)
            }
        }
    }

    /// The question that the walk stands at once these answers are given as well.
    func questionAsked(
        after id: Question.ID, once answers: [Question.ID: Response?]
    ) -> Question.ID? {
        questionnaire.questionAsked(after: id, in: setting) { answers[$0] ?? response(to: $0) }
    }

    private func standing(after step: Step) -> Question.ID? {
        switch step.before {
        case .records(let before, _):
            // A batch can touch many questions; the first in the walk is the place to look.
            let changed = Set(before.map(\.question))
            return questionnaire.questions.lazy.map(\.id).first { changed.contains($0) }
        case .asks, .links, .measures, .title, .authority:
            return position
        }
    }

    /// A theme is spelt as it was the first time, however it is written later.
    private func themed(_ id: Question.ID, _ text: String, isOn: Bool) throws(Rejection)
        -> SessionEvent.Payload
    {
        _ = try answeredQuestion(id)
        let wanted = try spelt(text)
        let held = records[id]?.themes.first { $0.isSameTheme(as: wanted) }
        guard isOn else {
            guard let held else { throw .noSuchTheme(id, wanted) }
            return .themeRemoved(id, held)
        }
        guard held == nil else { throw .themedAlready(id, wanted) }
        return .themeAdded(id, wanted)
    }

    /// A link whose ends are two problems; where it is there already, with a note that is new.
    private func linkable(_ link: Link) throws(Rejection) -> Link {
        let problems = instruments.problems
        guard !problems.isEmpty else { throw .noProblems }
        for end in [link.from, link.to] where !problems.contains(end) { throw .unknownProblem(end) }
        guard link.from != link.to else { throw .selfLink(link.from) }
        if let note = link.note { _ = try filled(note) }
        if let earlier = links.first(where: { $0.joins(link.from, link.to) }),
            link.note == nil || link.note == earlier.note
        {
            throw .linkedAlready(link.from, link.to)
        }
        return link
    }

    /// A review of questions that there are, each once and with the comment that it needs.
    private func fileable(_ review: Review) throws(Rejection) -> Review {
        _ = try filled(review.role)
        var seen: Set<Question.ID> = []
        for entry in review.entries {
            let question = try known(entry.question)
            guard seen.insert(question.id).inserted else { throw .answeredTwice(question.id) }
            guard !entry.verdict.needsComment || !entry.comment.isBlank else {
                throw .uncommented(question.id)
            }
            if let own = entry.own { _ = try fitted(.given(own), to: question) }
        }
        return review
    }

    func known(_ id: Question.ID) throws(Rejection) -> Question {
        guard let question = questionnaire.question(id) else { throw .unknownQuestion(id) }
        return question
    }

    private func answeredQuestion(_ id: Question.ID) throws(Rejection) -> Question.ID {
        guard response(to: try known(id).id) != nil else { throw .unanswered(id) }
        return id
    }

    func filled(_ text: String) throws(Rejection) -> String {
        guard !text.isBlank else { throw .emptyText }
        return text
    }
}

extension [String] {
    /// Those that do not stand among others already, each once.
    fileprivate func new(beside held: [String]) -> [String] {
        var seen = Set(held)
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    /// Whether there is nothing but white space.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
