import Evaluation
import Instruments

extension JSONValue {
    /// How far the ratings are only asserted, and the patterns that they show.
    static func assurance(_ assurance: Assurance) -> JSONValue {
        .object([
            "rated": .whole(assurance.rated), "asserted": .whole(assurance.asserted),
            "provesLittle": .bool(assurance.provesLittle), "signs": .array(assurance.signs.map(sign)),
        ])
    }

    private static func sign(_ sign: Assurance.Sign) -> JSONValue {
        switch sign {
        case .high(let count, let all):
            .object(["sign": .text("high"), "count": .whole(count), "of": .whole(all)])
        case .uniform(let level, let area, let count, let all):
            .object([
                "sign": .text("uniform"), "level": .whole(level), "area": JSONValue(area?.text),
                "count": .whole(count), "of": .whole(all),
            ])
        case .oneReference(let count): .object(["sign": .text("one-reference"), "count": .whole(count)])
        case .unfitting(let misfits):
            .object([
                "sign": .text("unfitting-evidence"),
                "questions": .array(
                    misfits.map {
                        .object([
                            "question": .text($0.question.text),
                            "kinds": JSONValue(texts: $0.kinds.map(\.rawValue)),
                        ])
                    }),
            ])
        case .noConcern: .object(["sign": .text("no-concern")])
        case .againstSignatures(let grade):
            .object(["sign": .text("against-signatures"), "earlyWarning": .text(grade.rawValue)])
        }
    }

    /// What helps with what was found, by who can take the step.
    static func helps(_ helps: [HelpsText]) -> JSONValue {
        .array(
            helps.flatMap { actor in
                actor.steps.map { step in
                    .object([
                        "who": .text(actor.who.rawValue), "helpsWith": .text(step.helpsWith),
                        "text": .text(step.step.text), "source": JSONValue(step.step.source),
                        "basis": .text(step.step.basis.rawValue),
                    ])
                }
            })
    }
}
