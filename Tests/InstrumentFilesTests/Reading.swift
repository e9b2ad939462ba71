import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

/// The faults of a questionnaire, in short.
func faults(ofQuestionnaire marked: String) -> [String] {
    let text = MarkedText(marked)
    return text.describe(QuestionnaireReader.read(text.file).faults)
}

/// The faults of a framework, in short.
func faults(ofFramework marked: String) -> [String] {
    let text = MarkedText(marked)
    return text.describe(FrameworkReader.read(text.file).faults)
}

/// The faults of a sheet of answers, in short.
func faults(ofAnswers marked: String) -> [String] {
    let text = MarkedText(marked)
    return text.describe(AnswersReader.read(text.file).faults)
}

/// The questionnaire of a text without faults.
func readQuestionnaire(_ text: String) throws -> Questionnaire {
    let reading = QuestionnaireReader.read(MarkedText(text).file)
    try #require(reading.faults.isEmpty, "\(reading.faults.map(FaultWording.message))")
    return try #require(reading.value)
}

/// The framework of a text without faults.
func readFramework(_ text: String) throws -> Framework {
    let reading = FrameworkReader.read(MarkedText(text).file)
    try #require(reading.faults.isEmpty, "\(reading.faults.map(FaultWording.message))")
    return try #require(reading.value)
}

/// The answers of a text without faults.
func readAnswers(_ text: String) throws -> [AnswerSheet.Entry] {
    let reading = AnswersReader.read(MarkedText(text).file)
    try #require(reading.faults.isEmpty, "\(reading.faults.map(FaultWording.message))")
    return try #require(reading.value).entries
}
