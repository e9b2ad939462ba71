/// An instrument: areas, each with questions.
package struct Questionnaire: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Questionnaire>

    /// The questionnaire's name.
    package var id: ID
    /// The version of this file.
    package var version: String
    /// The name that the reader sees.
    package var title: String
    /// How long it takes one person, in minutes; nil where nobody has said.
    package var minutes: Int?
    /// The frameworks that read its answers.
    package var feeds: [Framework.ID]
    /// The scales that its ratings use.
    package var scales: [Scale.ID: Scale]
    /// The areas, in the order in which they are asked.
    package var areas: [Area]
    /// What a critical friend asks when some answers seem not to fit together.
    package var prompts: [Prompt]
    /// Which questions look at governance's own powers; nil where none is named.
    package var oversight: Oversight?
    /// The language of its texts; nil where the file does not say, which means English.
    package var language: Language?
    /// The same questionnaire with its texts in other languages, as far as there are any; nil for none.
    package var translations: [Language: Questionnaire]?
    /// The SHA-256 of the YAML that it was read from, in hexadecimal.
    package var sha256: String

    /// A questionnaire with all its fields.
    package init(
        id: ID, version: String, title: String, minutes: Int? = nil, feeds: [Framework.ID],
        scales: [Scale.ID: Scale] = [:], areas: [Area], prompts: [Prompt] = [],
        oversight: Oversight? = nil, sha256: String = ""
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.minutes = minutes
        self.feeds = feeds
        self.scales = scales
        self.areas = areas
        self.prompts = prompts
        self.oversight = oversight
        self.sha256 = sha256
    }

    /// Reads what `start` keeps beside a session, in which later fields may be missing.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(ID.self, forKey: .id)
        version = try fields.decode(String.self, forKey: .version)
        title = try fields.decode(String.self, forKey: .title)
        minutes = try fields.decodeIfPresent(Int.self, forKey: .minutes)
        feeds = try fields.decode([Framework.ID].self, forKey: .feeds)
        scales = try fields.decode([Scale.ID: Scale].self, forKey: .scales)
        areas = try fields.decode([Area].self, forKey: .areas)
        prompts = try fields.decodeIfPresent([Prompt].self, forKey: .prompts) ?? []
        oversight = try fields.decodeIfPresent(Oversight.self, forKey: .oversight)
        language = try fields.decodeIfPresent(Language.self, forKey: .language)
        translations = try fields.decodeIfPresent([Language: Questionnaire].self, forKey: .translations)
        sha256 = try fields.decode(String.self, forKey: .sha256)
    }

    /// The questionnaire with its texts in another language, as far as there are any.
    package func spoken(in language: Language) -> Questionnaire {
        translations?.best(for: language) ?? self
    }

    /// Every question, in the order in which they are asked.
    package var questions: [Question] {
        areas.flatMap(\.questions)
    }

    /// The question of that name; nil where there is none. Linear in the number of questions.
    package func question(_ id: Question.ID) -> Question? {
        // By place: whole questions are large to copy, which a closure that is handed each of them would do.
        for area in areas {
            let place = area.questions.indices.first { area.questions[$0].id == id }
            if let place { return area.questions[place] }
        }
        return nil
    }

    /// The area that holds the question; nil where there is none.
    package func area(of id: Question.ID) -> Area? {
        areas.first { area in area.questions.contains { $0.id == id } }
    }
}
