package import Instruments
import Languages
import Reports

extension Questionnaire {
    /// The questionnaire in one line: id, title, size and minutes.
    package var inWords: String {
        "\(id): \(title). "
            + size(
                of: counted(questions.count, "question", "questions"),
                lasting: minutes.map { counted($0, "minute", "minutes") })
    }
}
