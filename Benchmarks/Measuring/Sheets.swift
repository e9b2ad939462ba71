import Evaluation
import Instruments
import Sessions

/// Answers to every rating and every yes or no of a questionnaire, drawn by a seed.
///
/// Each sheet has a temper of its own, from poor to sound, so that every tier and every grade comes up.
///
/// - Parameters:
///   - questionnaire: what is asked.
///   - unknown: how many of the answers are missing or don't know, 0 to 1.
///   - random: where chance comes from.
/// - Returns: the answers; what is unanswered is not there.
func drawSheet(
    _ questionnaire: Questionnaire, unknown: Double, _ random: inout SplitMix
) -> [Question.ID: Response] {
    let sound: Double = random.one(of: [0.25, 0.5, 0.75, 0.9, 0.97, 1]) ?? 1
    var responses: [Question.ID: Response] = [:]
    for question in questionnaire.questions {
        let (isMet, isUnknown) = (random.happens(sound), random.happens(unknown))
        let (isFurther, isSaid) = (random.happens(0.5), random.happens(0.3))
        if isUnknown {
            if isSaid { responses[question.id] = .dontKnow }
            continue
        }
        switch question.kind {
        case .rating: responses[question.id] = .given(.rating((isMet ? 3 : 1) + (isFurther ? 1 : 0)))
        case .yesNo: responses[question.id] = .given(.yesNo(isFurther))
        case .choice, .choices, .number, .date, .text: break
        }
    }
    return responses
}

/// A sheet and what must come out of it, as another engine is given it.
struct Sheet: Encodable {
    /// The answers: levels and yes or no; what is open is not there.
    var answers: [String: Int]
    /// The tiers that are possible.
    var tier: [String]
    /// Each model's status.
    var models: [String: String]
    /// The statuses that are possible of each signature.
    var signatures: [String: [String]]
    /// The grades of early warning that are possible.
    var grade: [String]

    /// A sheet with its findings.
    init(_ responses: [Question.ID: Response], _ findings: Findings) {
        answers = [:]
        for case (let id, .given(let value)) in responses {
            switch value {
            case .rating(let level): answers[id.text] = level
            case .yesNo(let isYes): answers[id.text] = isYes ? 1 : 0
            case .choice, .choices, .number, .date, .text: break
            }
        }
        tier = findings.tier?.possible.map(\.text) ?? []
        models = Dictionary(
            findings.models.map { ($0.model.id.text, $0.status.rawValue) },
            uniquingKeysWith: { first, _ in first })
        signatures = Dictionary(
            findings.signatures?.signatures.map { ($0.signature.id.text, $0.possible.map(\.rawValue)) } ?? [],
            uniquingKeysWith: { first, _ in first })
        grade = findings.signatures?.grades.map(\.rawValue) ?? []
    }
}
