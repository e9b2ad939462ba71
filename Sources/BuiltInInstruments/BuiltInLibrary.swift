package import Instruments
import JSONText

/// The instruments that travel in the program, by their names and by their hashes.
///
/// Whoever asks twice decodes twice: a command wants an instrument once, and the first prompt waits for no other.
package struct BuiltInLibrary: Sendable {
    /// The order in which people choose; questionnaires that are not named come last, by name.
    private static let order = [
        "leadership", "early-warning", "corporate-health", "partnership", "scoping-interview",
        "stakeholder-interview",
    ]

    private let texts: [BuiltInText]

    /// A library of what `compile-instruments` writes.
    package init(_ texts: [BuiltInText]) {
        let rank = { (text: BuiltInText) in
            text.kind == .framework ? 0 : Self.order.firstIndex(of: text.id) ?? Self.order.count
        }
        self.texts = texts.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
    }

    /// The names of the questionnaires, in the order in which people choose.
    package var names: [Questionnaire.ID] {
        texts.filter { $0.kind == .questionnaire }.map { Questionnaire.ID($0.id) }
    }

    /// What people choose the questionnaires by, in that order; nothing is decoded.
    package var summaries: [QuestionnaireSummary] { texts.compactMap(\.summary) }

    /// What the frameworks are called; nothing is decoded.
    package var frameworkTitles: [(id: Framework.ID, title: String)] {
        texts.filter { $0.kind == .framework }.map { (Framework.ID($0.id), $0.title) }
    }

    /// The questionnaires, in the order in which people choose.
    package var questionnaires: [Questionnaire] {
        get throws(BuiltIn.Damage) { try all(.questionnaire) }
    }

    /// The frameworks, in the order of their names.
    package var frameworks: [Framework] {
        get throws(BuiltIn.Damage) { try all(.framework) }
    }

    /// The questionnaire of that name; nil where there is none.
    package func questionnaire(_ id: Questionnaire.ID) throws(BuiltIn.Damage) -> Questionnaire? {
        try first(.questionnaire) { $0.id == id.text }
    }

    /// The questionnaire that was read from the file with that SHA-256; nil where there is none.
    package func questionnaire(sha256: String) throws(BuiltIn.Damage) -> Questionnaire? {
        try first(.questionnaire) { $0.sha256 == sha256 }
    }

    /// The framework of that name; nil where there is none.
    package func framework(_ id: Framework.ID) throws(BuiltIn.Damage) -> Framework? {
        try first(.framework) { $0.id == id.text }
    }

    /// The framework that was read from the file with that SHA-256; nil where there is none.
    package func framework(sha256: String) throws(BuiltIn.Damage) -> Framework? {
        try first(.framework) { $0.sha256 == sha256 }
    }

    /// A questionnaire with every framework that it feeds; nil where there is no such questionnaire.
    ///
    /// The frameworks are decoded when somebody asks for them.
    package func instruments(for id: Questionnaire.ID) throws(BuiltIn.Damage) -> InstrumentSet? {
        guard let questionnaire = try questionnaire(id) else { return nil }
        let fed = questionnaire.feeds.compactMap { id in
            texts.first { $0.kind == .framework && $0.id == id.text }
        }
        let names = fed.map {
            InstrumentSet.FrameworkName(id: Framework.ID($0.id), version: $0.version, sha256: $0.sha256)
        }
        return InstrumentSet(questionnaire: questionnaire, names: names) {
            fed.map { text in
                do throws(BuiltIn.Damage) {
                    return try Self.decoded(text)
                } catch {
                    // The build wrote what it had encoded, and a test decodes all of it.
                    preconditionFailure("\(text.id) in the program cannot be decoded: \(error.details)")
                }
            }
        }
    }

    /// Whether an instrument of that name was read from the file with that SHA-256; nothing is decoded.
    package func holds(_ id: String, sha256: String) -> Bool {
        texts.contains { $0.id == id && $0.sha256 == sha256 }
    }

    /// The JSON of the instrument that was read from the file with that SHA-256, in UTF-8; nil where there is none.
    package func json(sha256: String) -> [UInt8]? {
        texts.first { $0.sha256 == sha256 }.map { Array($0.json.utf8) }
    }

    private func all<Value: Decodable>(_ kind: BuiltInText.Kind) throws(BuiltIn.Damage) -> [Value] {
        var values: [Value] = []
        for text in texts where text.kind == kind { values.append(try Self.decoded(text)) }
        return values
    }

    private func first<Value: Decodable>(
        _ kind: BuiltInText.Kind, where isWanted: (BuiltInText) -> Bool
    ) throws(BuiltIn.Damage) -> Value? {
        guard let text = texts.first(where: { $0.kind == kind && isWanted($0) }) else { return nil }
        return try Self.decoded(text)
    }

    private static func decoded<Value: Decodable>(_ text: BuiltInText) throws(BuiltIn.Damage) -> Value {
        do {
            return try JSONText.decode(Value.self, from: Array(text.json.utf8))
        } catch {
            throw BuiltIn.Damage(details: "\(error)")
        }
    }
}
