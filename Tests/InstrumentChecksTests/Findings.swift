import InstrumentChecks
import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

/// What a check finds, in short, such as `1️⃣ masked-rule`; the texts must be read without a fault.
func findings(
    _ code: String, questionnaire: String? = nil, framework: String? = nil, others: [Framework] = []
) throws -> [String] {
    var marks: [InstrumentName: (text: MarkedText, locations: SourceLocations)] = [:]
    var questionnaires: [Questionnaire] = []
    var frameworks = others
    if let text = questionnaire.map({ MarkedText($0) }) {
        let reading = QuestionnaireReader.read(text.file)
        try #require(reading.faults.isEmpty, "\(reading.faults.map(FaultWording.message))")
        let value = try #require(reading.value)
        questionnaires.append(value)
        marks[.questionnaire(value.id)] = (text, reading.locations)
    }
    if let text = framework.map({ MarkedText($0) }) {
        let reading = FrameworkReader.read(text.file)
        try #require(reading.faults.isEmpty, "\(reading.faults.map(FaultWording.message))")
        let value = try #require(reading.value)
        frameworks.append(value)
        marks[.framework(value.id)] = (text, reading.locations)
    }
    let context = CheckContext(questionnaires: questionnaires, frameworks: frameworks)
    return try AllChecks.diagnostics(in: context).filter { $0.code.name == code }.map { finding in
        #expect(!finding.message.isEmpty)
        let mark = try #require(marks[finding.instrument])
        return "\(mark.text.mark(at: mark.locations.place(of: finding.path))) \(finding.code.name)"
    }
}

/// A questionnaire that feeds `small`, with the questions in one area, `plan`.
func feeding(_ questions: String, feeds: String = "[small]") -> String {
    questionnaire(withQuestions: questions).replacing("scales:", with: "feeds: \(feeds)\nscales:")
}

/// A framework with the conditions `one` and `two` and a table on both.
func table(_ hitPolicy: String, _ rules: String, outcomes: String = "[{id: x, title: X, means: X.}]")
    -> String
{
    """
    format: canary-framework/1
    id: small
    version: 1.0.0
    title: A small framework
    elements:
      - {id: a, statement: A holds., source: s}
      - {id: b, statement: B holds., source: s}
    conditions:
      - {id: one, when: a, source: s}
      - {id: two, when: b, source: s}
    tables:
      - id: verdict
        hit-policy: \(hitPolicy)
        inputs: [one, two]
        outcomes: \(outcomes)
        rules:

    """ + rules
}
