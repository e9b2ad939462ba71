package import Instruments
package import Languages
package import Sessions

/// The language of a conversation: of the texts of its questionnaire, and of the program's own sentences.
package struct Localization: Sendable {
    /// The language of the questionnaire's texts; nil for that of its file.
    package let language: Language?
    /// The program's sentences; nil for English.
    package let catalogue: Catalogue?

    /// A localization: without anything the questionnaire's own and English.
    package init(language: Language? = nil, catalogue: Catalogue? = nil) {
        self.language = language
        self.catalogue = catalogue
    }

    /// Whether anything of a session can be said in it.
    func isAvailable(in session: SessionState) -> Bool {
        guard let language, catalogue == nil, language.base != "en" else { return true }
        return session.questionnaire.language?.base == language.base
            || session.questionnaire.translations?.best(for: language) != nil
    }
}

extension SessionState {
    /// The session with its instruments in that language, as far as they have it.
    package func spoken(in localization: Localization) -> SessionState {
        localization.language.map(spoken) ?? self
    }
}
