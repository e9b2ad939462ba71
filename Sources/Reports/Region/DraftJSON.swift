package import Collation
import Instruments
import Sessions

extension JSONValue {
    /// Who is in, in the shape `canary-collation-draft/1`.
    package static func draft(_ draft: RegionDraft) -> JSONValue {
        .object([
            "format": .text("canary-collation-draft/1"), "fewest": .whole(draft.fewest),
            "leftOut": .array(
                draft.leftOut.map { item in
                    .object(["reason": .text(item.reason.rawValue), "files": .whole(item.files)])
                }),
            "questionnaires": .array(draft.questionnaires.map { part($0, atLeast: draft.fewest) }),
        ])
    }

    private static func part(_ part: RegionDraft.Part, atLeast fewest: Int) -> JSONValue {
        .object([
            "questionnaire": pin(part.index.pins.questionnaire),
            "frameworks": .array(part.index.pins.frameworks.map(pin)),
            "title": .text(part.index.instruments.questionnaire.title),
            "obstacle": part.obstacle(atLeast: fewest).map { .text($0.rawValue) } ?? .null,
            "since": part.since.map { since in
                .object([
                    "at": .text(since.at.description), "new": .whole(since.new),
                    "changed": .whole(since.changed), "missing": .whole(since.missing),
                ])
            } ?? .null,
            "returns": .array(
                zip(part.returns, part.passedOver).map { counted, others in
                    .object([
                        "authority": .text(counted.authority), "counted": session(counted),
                        "passedOver": .array(others.map(session)),
                    ])
                }),
        ])
    }

    private static func session(_ session: SessionReturn) -> JSONValue {
        .object([
            "session": .text(session.session), "state": .text(session.state.name),
            "questions": .whole(session.asked), "dealtWith": .whole(session.answered),
            "dontKnow": .whole(session.dontKnows), "changed": .text(session.changed.description),
            "fromFuture": .bool(session.isFromFuture),
        ])
    }
}
