package import Instruments
import Reports

extension Questionnaire {
    /// The questionnaire in one line: id, title, size and minutes.
    package var inWords: String {
        let minutes = minutes.map { ", about \(counted($0, "minute"))" } ?? ""
        return "\(id): \(title). \(counted(questions.count, "question"))\(minutes)."
    }
}
