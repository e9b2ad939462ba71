package import BuiltInInstruments
import Instruments
import Languages
import Reports

extension QuestionnaireSummary {
    /// The questionnaire in one line: id, title, size and minutes.
    package var localizedDescription: String {
        "\(id): \(title). "
            + size(
                of: counted(questions, "question", "questions"),
                lasting: minutes.map { counted($0, "minute", "minutes") })
    }
}
