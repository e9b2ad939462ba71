import Foundation

/// Writes answer sheets that make elements of the shipped frameworks true or false.
struct Sheets {
    private struct Question {
        let id: String
        let kind: String
        let supports: [String]
        let options: [(id: String, supports: [String])]
    }

    private let questions: [Question]

    /// Learns from the program which questions support which elements.
    init(_ canary: Canary) throws {
        let shown = try canary.json("questionnaire", "show", "leadership")
        let areas = shown["areas"] as? [[String: Any]] ?? []
        questions = areas.flatMap { $0["questions"] as? [[String: Any]] ?? [] }.map { question in
            Question(
                id: question["id"] as? String ?? "", kind: question["kind"] as? String ?? "",
                supports: question["supports"] as? [String] ?? [],
                options: (question["options"] as? [[String: Any]] ?? []).map {
                    ($0["id"] as? String ?? "", $0["supports"] as? [String] ?? [])
                })
        }
    }

    /// A sheet that answers every question: as poorly as an element that is to be false needs, else well.
    ///
    /// - Parameter untrue: the elements that are to be false.
    /// - Returns: the sheet as YAML.
    func sheet(false untrue: Set<String>) -> String {
        questions.map { question in
            let isPoor = !untrue.isDisjoint(with: question.supports)
            let answer =
                switch question.kind {
                case "rating": isPoor ? "2" : "3"
                case "choice": option(of: question, false: untrue)
                case "date": "2026-01-01"
                case "number": "2020"
                // What supports nothing asks for a problem.
                default: isPoor || question.supports.isEmpty ? "no" : "yes"
                }
            return "\(question.id): \(answer)"
        }.joined(separator: "\n") + "\n"
    }

    /// The first option that makes an element true and none that is to be false; the first that makes none, without it.
    private func option(of question: Question, false untrue: Set<String>) -> String {
        let fitting = question.options.filter { untrue.isDisjoint(with: $0.supports) }
        return (fitting.first { !$0.supports.isEmpty } ?? fitting.first)?.id ?? ""
    }

    /// How many questions there are.
    var count: Int { questions.count }
}
