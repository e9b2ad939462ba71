import Foundation

/// Writes answer sheets that make elements of the shipped frameworks true or false.
struct Sheets {
    private struct Question {
        let id: String
        let isRating: Bool
        let supports: [String]
    }

    private let questions: [Question]

    /// Learns from the program which questions support which elements.
    init(_ canary: Canary) throws {
        let shown = try canary.json("questionnaire", "show", "leadership")
        let areas = shown["areas"] as? [[String: Any]] ?? []
        questions = areas.flatMap { $0["questions"] as? [[String: Any]] ?? [] }.map { question in
            Question(
                id: question["id"] as? String ?? "", isRating: question["kind"] as? String == "rating",
                supports: question["supports"] as? [String] ?? [])
        }
    }

    /// A sheet that answers every question: as poorly as an element that is to be false needs, else well.
    ///
    /// - Parameter untrue: the elements that are to be false.
    /// - Returns: the sheet as YAML.
    func sheet(false untrue: Set<String>) -> String {
        questions.map { question in
            let isPoor = question.supports.contains { untrue.contains($0) }
            let isProblem = question.supports.isEmpty && !question.isRating
            let answer =
                question.isRating ? (isPoor ? "2" : "3") : (isPoor || isProblem ? "no" : "yes")
            return "\(question.id): \(answer)"
        }.joined(separator: "\n") + "\n"
    }

    /// How many questions there are.
    var count: Int { questions.count }
}
