import Foundation
import TestSupport
import Testing

@testable import Languages

/// The template that translators begin with, `Questionnaires/Languages/canary.pot`.
struct TemplateFileTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let template = package + "/Questionnaires/Languages/canary.pot"
    private static let hasGettext = ["/usr/bin", "/usr/local/bin"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + "/msgfmt")
    }

    @Test func `it holds the phrases of the sources; make catalogue writes it anew`() throws {
        let script = Self.package + "/Tests/LanguagesTests/extract_catalogue.py"
        let result = try PipedProcess.run("python3", [script, "-"])
        #expect(result.status == .exited(0), "\(result.errorText)")
        let isCurrent = try String(contentsOfFile: Self.template, encoding: .utf8) == result.outputText
        #expect(isCurrent, "the template is stale: make catalogue")
    }

    @Test func `our own reader takes it, and every phrase has a key that can be translated`() throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: Self.template)))
        let messages = try Catalogue.messages(bytes, file: "canary.pot")
        #expect(messages.count > 500)
        for message in messages {
            #expect(Template(message.key.text) != nil && Template(message.plural ?? "") != nil)
        }
        _ = try Catalogue(bytes, file: "canary.pot", language: "cy")
    }

    @Test(.enabled(if: hasGettext)) func `gettext takes it, where there is gettext`() throws {
        let result = try PipedProcess.run("msgfmt", ["--check", "--output-file=/dev/null", Self.template])
        #expect(result.status == .exited(0), "\(result.errorText)")
    }
}
