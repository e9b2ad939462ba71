package import Instruments

/// A questionnaire as `questionnaire show --format json` gives it.
package struct ShownQuestionnaire: Encodable {
    private let questionnaire: Questionnaire

    private enum CodingKeys: String, CodingKey {
        case format
    }

    /// A questionnaire to be shown.
    package init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
    }

    package func encode(to encoder: any Encoder) throws {
        try questionnaire.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("canary-questionnaire/1", forKey: .format)
    }
}
