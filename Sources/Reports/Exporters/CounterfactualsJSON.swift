import Evaluation
import Instruments
import Sessions

// The parts of `canary-evaluation/2` on what would change the findings, and on how the answers were reached.
extension JSONValue {
    /// A line on how the answers were reached.
    static func quality(_ line: QualityLine) -> JSONValue {
        .object([
            "test": .text(line.test.rawValue), "area": JSONValue(line.area?.text),
            "value": line.value.map { .number($0) } ?? .null,
            "found": JSONValue(texts: line.found.map(\.name)),
        ])
    }

    /// What a critical friend asks.
    static func prompt(_ prompt: Prompt) -> JSONValue {
        .object([
            "id": .text(prompt.id.text), "text": .text(prompt.text),
            "questions": JSONValue(texts: prompt.when.questions.map(\.text)),
            "source": JSONValue(prompt.source),
        ])
    }

    /// What would reach the next outcome of each other ranked table, and how far it depends on single answers.
    static func otherTables(_ counterfactuals: Counterfactuals, _ session: SessionState) -> JSONValue {
        .object(
            Dictionary(
                counterfactuals.others.map { other in
                    (
                        "\(other.table)",
                        .object([
                            "paths": paths(other.paths.paths, session),
                            "pathsStatus": .text(other.paths.status.rawValue),
                            "robustness": other.robustness.map(robustness) ?? .null,
                        ])
                    )
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// How far a table depends on single answers.
    static func robustness(_ robustness: Robustness) -> JSONValue {
        .object([
            "oneLower": .object(["possible": possible(robustness.oneLower)]),
            "oneHigher": .object(["possible": possible(robustness.oneHigher)]),
            "flips": .array(
                robustness.flips.map {
                    .object([
                        "question": .text($0.question.text), "from": .whole($0.from),
                        "to": .whole($0.to), "possible": possible($0.result),
                    ])
                }),
        ])
    }

    /// Sets of answers to raise, each with the area that it lies in and how far it moves.
    static func paths(_ paths: [[AnswerChange]], _ session: SessionState) -> JSONValue {
        .array(
            paths.map { path in
                .array(
                    path.map { raise in
                        .object([
                            "question": .text(raise.question.text),
                            "area": JSONValue(session.questionnaire.area(of: raise.question)?.id.text),
                            "from": value(raise.from), "to": value(raise.to),
                            "levels": .whole(raise.levels),
                        ])
                    })
            })
    }

    /// Something of each model that is not viable, by its name.
    static func byModel(_ counterfactuals: Counterfactuals, _ part: (PathFinding) -> JSONValue) -> JSONValue {
        .object(
            Dictionary(
                counterfactuals.modelPaths.map { ($0.model.id.text, part($0.finding)) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// An answer that was assumed.
    static func assumed(_ assumed: AssumedAnswer) -> JSONValue {
        func value(_ response: Response?) -> JSONValue {
            switch response {
            case .given(let value): Self.value(value)
            case .dontKnow: .text("dont-know")
            case .notApplicable: .text("not-applicable")
            case nil: .null
            }
        }
        return .object([
            "question": .text(assumed.question.text), "from": value(assumed.from),
            "to": value(assumed.to),
        ])
    }

    /// What a table can be under changed answers.
    static func possible(_ shifted: Robustness.Shifted) -> JSONValue {
        JSONValue(texts: shifted.possible.map(\.text) + (shifted.canBeNone ? ["none"] : []))
    }
}

extension QualityLine.Found {
    /// The name that scripts know it by.
    fileprivate var name: String {
        switch self {
        case .question(let id): id.text
        case .area(let id): id.text
        case .lacking(let side): side.rawValue
        case .missing(let half): half.rawValue
        case .power(let power): power.rawValue
        }
    }
}
