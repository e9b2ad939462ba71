import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct LanguageTests {
    private func welsh(_ question: String, title: String = "{en: Plan, cy: Cynllun}") -> String {
        """
        format: canary-questionnaire/1
        id: tiny
        version: 1.0.0
        languages: [en, cy]
        title: \(title)
        feeds: []
        areas:
          - id: plan
            title: {en: Planning, cy: Cynllunio}
            questions:
              - \(question)
        """
    }

    @Test func `a text is read in every language of the file`() throws {
        let read = try readQuestionnaire(
            welsh(
                """
                {id: plan.a, text: {en: "Why?", cy: "Pam?"}, kind: choice, look-for: [{en: It, cy: Fe}],
                   why: {text: {en: So., cy: Felly.}, source: "small, 1"},
                   options: [{id: o, text: {en: One., cy: Un.}}]}
                """))
        #expect(read.language == "en")
        #expect(read.title == "Plan")
        let spoken = read.spoken(in: "cy")
        #expect(spoken.title == "Cynllun")
        let question = try #require(spoken.questions.first)
        #expect(question.text == "Pam?")
        #expect(question.lookFor == ["Fe"])
        #expect(question.why == Statement("Felly.", source: "small, 1"))
        #expect(question.kind.options.map(\.text) == ["Un."])
        #expect(read.spoken(in: "cy-GB").title == "Cynllun")
        #expect(read.spoken(in: "fr") == read)
        #expect(spoken.sha256 == read.sha256)
    }

    @Test func `a text that is missing in a language falls back and is reported`() throws {
        let text = MarkedText(welsh("{id: plan.a, text: 1️⃣Why?, kind: text}", title: "2️⃣{cy: Cynllun}"))
        let reading = QuestionnaireReader.read(text.file)
        #expect(text.describe(reading.faults) == ["2️⃣ missing-translation", "1️⃣ missing-translation"])
        #expect(reading.faults.map(\.severity) == [.warning, .warning])
        #expect(reading.faults.map(\.payload) == [.missingTranslation("en"), .missingTranslation("cy")])
        let value = try #require(reading.value)
        #expect(value.title == "Cynllun")
        #expect(value.spoken(in: "cy").questions.map(\.text) == ["Why?"])
    }

    @Test func `a framework's texts have languages, too, and its names have none`() throws {
        let framework = """
            format: canary-framework/1
            id: small
            version: 1.0.0
            languages: [en, cy]
            title: {en: Small, cy: Bach}
            elements:
              - {id: a, statement: {en: It is., cy: Mae., fr: 1️⃣Il est.}, source: "small, 1"}
              - {id: 2️⃣{en: b, cy: c}, statement: {en: It is., cy: Mae.}, source: "small, 1"}
            """
        #expect(
            faults(ofFramework: framework.replacing("1️⃣", with: "").replacing("fr", with: "1️⃣fr"))
                == ["1️⃣ unknown-key", "2️⃣ wrong-shape"])
        let read = try readFramework(
            framework.replacing(", fr: 1️⃣Il est.", with: "").replacing("2️⃣{en: b, cy: c}", with: "b"))
        #expect(read.spoken(in: "cy").elements.map(\.statement) == ["Mae.", "Mae."])
    }

    @Test func `without languages at the top, a map is no text, and the way out is told`() {
        let text = welsh("{id: plan.a, text: Why?, kind: text}")
            .replacing("languages: [en, cy]\n", with: "").replacing(
                "{en: Planning, cy: Cynllunio}", with: "P"
            )
            .replacing("title: {en: Plan, cy", with: "title: 1️⃣{en: Plan, cy")
        let marked = MarkedText(text)
        let reading = QuestionnaireReader.read(marked.file)
        #expect(marked.describe(reading.faults) == ["1️⃣ wrong-shape"])
        #expect(reading.faults.compactMap(FaultWording.hint).contains { $0.contains("languages: [en, cy]") })
    }

    @Test(arguments: [
        ("1️⃣en", "wrong-shape"), ("1️⃣[]", "wrong-shape"), ("[en, 1️⃣Welsh]", "unknown-word"),
        ("[en, 1️⃣en]", "repeated-id"), ("[en, 1️⃣~]", "wrong-shape"),
    ])
    func `languages are a list of codes`(languages: String, code: String) {
        let text = questionnaire(withQuestions: "- {id: plan.a, text: Why?, kind: text}")
            .replacing("version: 1.0.0", with: "version: 1.0.0\nlanguages: \(languages)")
        #expect(faults(ofQuestionnaire: text) == ["1️⃣ \(code)"])
    }

    @Test func `what is wrong in one language alone is reported once, with its place`() {
        let text = welsh("{id: plan.a, text: {en: Why?, cy: 1️⃣}, kind: 2️⃣poem}")
        #expect(faults(ofQuestionnaire: text) == ["1️⃣ wrong-shape", "2️⃣ unknown-word"])
    }
}
