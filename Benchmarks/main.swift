import BuiltInInstruments
import Evaluation
import FoundationEssentials
import Glibc
import Instruments
import SessionFiles
import Sessions

// Times the evaluator on the leadership questionnaire, and an answer until it is durable, and prints medians; see
// docs/evaluation.md.

/// The median time of a piece of work, in milliseconds.
func median(of runs: Int = 201, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
        times.append(try clock.measure { try work() }.milliseconds)
    }
    return times.sorted()[runs / 2]
}

/// An answer to every question: each rating at a level by its place, each yes or no by its place.
func answers(
    _ questionnaire: Questionnaire, level: (Int) -> Int, yes: (Int) -> Bool
) -> [Question.ID: Response] {
    var responses: [Question.ID: Response] = [:]
    for (place, question) in questionnaire.questions.enumerated() {
        switch question.kind {
        case .rating: responses[question.id] = .given(.rating(level(place)))
        case .yesNo: responses[question.id] = .given(.yesNo(yes(place)))
        case .choice, .choices, .number, .date, .text: break
        }
    }
    return responses
}

guard let leadership = try BuiltIn.instruments.instruments(for: "leadership") else {
    fatalError("the leadership questionnaire is in every build")
}
let questionnaire = leadership.questionnaire
let sheets: [(name: String, responses: [Question.ID: Response])] = [
    ("empty", [:]),
    (
        "half",
        answers(questionnaire, level: { $0 % 4 + 1 }, yes: { _ in false }).filter {
            $0.key.text.utf8.count % 2 == 0
        }
    ),
    ("full, all at 2", answers(questionnaire, level: { _ in 2 }, yes: { _ in true })),
    ("full, mixed", answers(questionnaire, level: { $0 % 4 + 1 }, yes: { $0 % 2 == 0 })),
    ("full, all at 4", answers(questionnaire, level: { _ in 4 }, yes: { _ in false })),
]
for (name, responses) in sheets {
    let findings = try evaluate(leadership, responses: responses)
    let evaluating = try median { _ = try evaluate(leadership, responses: responses) }
    let looking = median { _ = prospects(leadership, responses: responses, findings) }
    print("\(name): evaluate \(evaluating) ms, paths and robustness \(looking) ms")
}

// Beside the program, so that it is the disk of its owner and not one in memory.
let folder = "\(FileManager.default.currentDirectoryPath)/.build/benchmark-\(getpid())"
defer { try? FileManager.default.removeItem(atPath: folder) }
let (answer, bare) = try timeOfAnAnswer(leadership, in: folder)
print(
    "an answer until it is durable: \(answer) ms; a bare write and fdatasync: \(bare) ms; ratio \(answer / bare)"
)
