import Testing

@testable import Languages

/// Which language is asked for.
struct LanguageCodeTests {
    @Test(arguments: [
        (["LANG": "cy_GB.UTF-8"], "cy_GB"), (["LANG": "en_GB.UTF-8", "LC_ALL": "cy"], "cy"),
        (["LC_MESSAGES": "cy_GB@euro", "LANG": "C"], "cy_GB"), (["LC_ALL": "", "LANG": "fr_FR"], "fr_FR"),
    ])
    func `the environment asks for a language`(environment: [String: String], text: String) {
        #expect(LanguageCode(environment: environment)?.text == text)
    }

    @Test(arguments: [
        [:], ["LANG": "C"], ["LANG": "C.UTF-8"], ["LANG": "POSIX"], ["LANG": "en_GB.UTF-8"],
        ["LC_ALL": "C", "LANG": "cy"], ["LANG": "../cy"], ["LANG": ""],
    ])
    func `the environment asks for English, or for nothing`(environment: [String: String]) {
        #expect(LanguageCode(environment: environment) == nil)
    }

    @Test(arguments: [
        "", "c", "../cy", "cy/../../etc", "cy.po", "cymraeg", "cy_", "cy__GB", "ŵŷ", "12", "cy\0",
    ])
    func `what could not be part of a file's name is no code`(text: String) {
        #expect(LanguageCode(text) == nil)
    }

    @Test func `a region's file comes before the language's`() {
        #expect(LanguageCode("cy-GB")?.fileNames == ["cy-GB", "cy_GB", "cy"])
        #expect(LanguageCode("cy")?.fileNames == ["cy"])
        #expect(LanguageCode("en-GB")?.isEnglish == true)
    }
}
