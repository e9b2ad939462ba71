import Foundation
import TestSupport
import Testing

/// A questionnaire in two languages, one of which lacks a text.
struct QuestionnaireLanguageTests {
    private static let folder = Canary.package + "/Tests/EndToEndTests/Defects/missing-translation"

    @Test func `a conversation goes on in another language, and the journal is the same`() throws {
        try Canary.inTemporaryFolder { canary in
            func say(_ arguments: [String], _ input: String, _ locale: String = "C.UTF-8") throws -> String {
                try PipedProcess.run(
                    Canary.path,
                    arguments + ["--plain", "--questionnaires", Self.folder, "--sessions", canary.folder],
                    input: input, environment: ["LC_ALL": locale]
                ).outputText
            }
            let id = try say(["start", "village-library", "--no-walk"], "")
                .trimmingCharacters(in: .newlines)
            let said = try say(["resume", id], "language\nlanguage fr\ny\nlanguage en\nlanguage xx\n")
            #expect(said.contains("written in: en and fr"))
            #expect(said.contains("Is the library open on one evening a week?"))
            #expect(said.contains("La bibliothèque ouvre-t-elle un soir par semaine ?"))
            // The second question has no French text, and its levels have.
            #expect(said.contains("How well are the hours kept?"))
            #expect(said.contains("La porte est souvent fermée"))
            #expect(said.contains("Nothing is written in `xx` here."))
            #expect(try say(["show", id, "--lang", "fr"], "").contains("Heures d’ouverture"))
            #expect(try say(["show", id], "", "fr_FR.UTF-8").contains("Heures d’ouverture"))
            #expect(try say(["show", id], "").contains("Opening hours"))
            #expect(
                try say(["questionnaire", "show", "village-library", "--lang", "fr"], "")
                    .contains("La bibliothèque du village"))
            #expect(try canary.answers(of: id)["opening.evening"]?["value"] as? Bool == true)
        }
    }
}
