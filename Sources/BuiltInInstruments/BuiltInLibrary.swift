import FoundationEssentials
package import Instruments

/// The instruments that travel in the program, by their names and by their hashes.
package struct BuiltInLibrary: Sendable {
    /// The order in which people choose; questionnaires that are not named come last, by name.
    private static let order: [Questionnaire.ID] = [
        "leadership", "early-warning", "corporate-health", "partnership", "scoping-interview",
        "stakeholder-interview",
    ]

    /// The questionnaires, in the order in which people choose.
    package let questionnaires: [Questionnaire]
    /// The frameworks, in the order of their names.
    package let frameworks: [Framework]

    /// The shape of the JSON that the build writes.
    private struct Contents: Decodable {
        let questionnaires: [Questionnaire]
        let frameworks: [Framework]
    }

    /// Decodes `{"questionnaires": […], "frameworks": […]}`.
    ///
    /// - Parameter json: what `compile-instruments` writes.
    /// - Throws: that the text has another shape.
    package init(json: String) throws(BuiltIn.Damage) {
        do {
            let contents = try JSONDecoder().decode(Contents.self, from: Data(json.utf8))
            let rank = { (id: Questionnaire.ID) in Self.order.firstIndex(of: id) ?? Self.order.count }
            questionnaires = contents.questionnaires.sorted {
                (rank($0.id), $0.id) < (rank($1.id), $1.id)
            }
            frameworks = contents.frameworks.sorted { $0.id < $1.id }
        } catch {
            throw BuiltIn.Damage(details: "\(error)")
        }
    }

    /// The questionnaire of that name; nil where there is none.
    package func questionnaire(_ id: Questionnaire.ID) -> Questionnaire? {
        questionnaires.first { $0.id == id }
    }

    /// The questionnaire that was read from the file with that SHA-256; nil where there is none.
    package func questionnaire(sha256: String) -> Questionnaire? {
        questionnaires.first { $0.sha256 == sha256 }
    }

    /// The framework of that name; nil where there is none.
    package func framework(_ id: Framework.ID) -> Framework? {
        frameworks.first { $0.id == id }
    }

    /// The framework that was read from the file with that SHA-256; nil where there is none.
    package func framework(sha256: String) -> Framework? {
        frameworks.first { $0.sha256 == sha256 }
    }

    /// A questionnaire with every framework that it feeds; nil where there is no such questionnaire.
    package func instruments(for id: Questionnaire.ID) -> InstrumentSet? {
        questionnaire(id).map { questionnaire in
            InstrumentSet(
                questionnaire: questionnaire,
                frameworks: questionnaire.feeds.compactMap { framework($0) })
        }
    }
}
