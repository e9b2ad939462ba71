/// An instrument as it travels in the program: what it is found by, and its JSON, which is decoded when it is wanted.
package struct BuiltInText: Sendable {
    /// What it holds.
    package enum Kind: Sendable {
        case questionnaire
        case framework
    }

    /// What it holds.
    package var kind: Kind
    /// The instrument's name.
    package var id: String
    /// The version of its file.
    package var version: String
    /// The SHA-256 of the YAML that it was compiled from, in hexadecimal.
    package var sha256: String
    /// What it is called.
    package var title: String
    /// What a questionnaire is chosen by; nil for a framework.
    package var summary: QuestionnaireSummary?
    /// The instrument.
    package var json: String

    /// An instrument with all its fields.
    package init(
        kind: Kind, id: String, version: String, sha256: String, title: String,
        summary: QuestionnaireSummary? = nil, json: String
    ) {
        self.kind = kind
        self.id = id
        self.version = version
        self.sha256 = sha256
        self.title = title
        self.summary = summary
        self.json = json
    }
}
