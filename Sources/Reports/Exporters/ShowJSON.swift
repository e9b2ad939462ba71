import Instruments
package import Sessions

extension JSONValue {
    /// A session in the shape `canary-show/1`: every question in order, with all that is held on it.
    ///
    /// - Parameters:
    ///   - session: the session.
    ///   - state: how it stands: `in-progress`, `complete` and so on.
    ///   - now: the time.
    /// - Returns: the session as JSON; nothing is left out of it.
    package static func show(_ session: SessionState, state: String, now: Timestamp) -> JSONValue {
        let asked = session.asked
        let answers: [JSONValue] = session.questionnaire.areas.flatMap { area in
            area.questions.map { question in
                answer(
                    session.records[question.id], to: question, in: area,
                    isAsked: asked.contains(question.id))
            }
        }
        var fields: [String: JSONValue] = [
            "format": .text("canary-show/1"), "id": .text(session.session),
            "title": .text(session.title), "authority": JSONValue(session.authority),
            "questionnaire": pin(session.pins.questionnaire), "state": .text(state),
            "notices": JSONValue(texts: session.dates.faults(at: now)?.localizedDescription ?? []),
            "current": JSONValue(session.position?.text), "asks": JSONValue(texts: session.asks),
            "links": .array(
                session.links.map {
                    .object([
                        "from": .text($0.from.description), "to": .text($0.to.description),
                        "note": JSONValue($0.note),
                    ])
                }),
            "answers": .array(answers),
            "leftBehind": .array(
                session.leftBehind.compactMap { left in
                    left.questionnaire.area(of: left.question.id).map {
                        answer(left.record, to: left.question, in: $0, isAsked: false)
                    }
                }),
        ]
        let unchecked = session.instruments.unchecked
        if !unchecked.isEmpty { fields["unchecked"] = JSONValue(texts: unchecked) }
        return .object(fields)
    }

    private static func answer(
        _ record: AnswerRecord?, to question: Question, in area: Area, isAsked: Bool
    ) -> JSONValue {
        let status: AnswerStatus =
            !isAsked && record?.response != nil ? .setAside : AnswerStatus(record?.response)
        var value = JSONValue.null
        var reason = JSONValue.null
        switch record?.response {
        case .given(let given): value = self.value(given)
        case .notApplicable(let why): reason = .text(why)
        case .dontKnow, nil: break
        }
        var fields: [String: JSONValue] = [
            "question": .text(question.id.text), "area": .text(area.id.text),
            "asked": .bool(isAsked), "status": .text(status.rawValue), "value": value,
            "reason": reason, "note": JSONValue(record?.note),
            "strengths": JSONValue(texts: record?.strengths ?? []),
            "concerns": JSONValue(texts: record?.concerns ?? []),
            "evidence": .array((record?.evidence ?? []).map(evidence)),
            "actions": .array((record?.actions ?? []).map(action)),
            "themes": JSONValue(texts: record?.themes ?? []),
            "confidential": .bool(record?.confidential ?? false),
            "origin": JSONValue(record?.origin.rawValue), "toConfirm": .bool(record?.toConfirm ?? false),
            "changed": JSONValue(record?.changed.description),
        ]
        if record?.confidentiality == .level { fields["confidentialLevel"] = .bool(true) }
        return .object(fields)
    }

    private static func evidence(_ evidence: Evidence) -> JSONValue {
        .object([
            "id": .text(evidence.id), "kind": .text(evidence.kind.rawValue),
            "reference": .text(evidence.reference), "text": .text(evidence.text),
        ])
    }

    private static func action(_ action: Action) -> JSONValue {
        .object([
            "id": .text(action.id), "text": .text(action.text), "role": JSONValue(action.role),
            "due": JSONValue(action.due?.description), "state": .text(action.state.rawValue),
            "outcome": JSONValue(action.outcome), "finding": JSONValue(action.finding),
            "measure": JSONValue(action.measure), "settled": JSONValue(action.settled?.description),
            "carried": .bool(action.isCarried),
        ])
    }
}
