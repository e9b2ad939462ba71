/// A titled group of questions.
package struct Area: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Area>

    /// The area's name, the first part of its questions' names.
    package var id: ID
    /// The name that the reader sees.
    package var title: String
    /// A sentence or two before its first question; nil where none is needed.
    package var intro: String?
    /// The questions, in the order in which they are asked.
    package var questions: [Question]
    /// Whether its questions ask for facts: they may measure nothing, no room votes on them, and nobody asks what they
    /// rest on.
    package var isOfFacts: Bool
    /// The kinds of evidence that its questions can rest on.
    package var evidenceKinds: [EvidenceKind]

    /// An area with its questions.
    package init(
        id: ID, title: String, intro: String? = nil, questions: [Question], isOfFacts: Bool = false,
        evidenceKinds: [EvidenceKind] = EvidenceKind.allCases
    ) {
        self.id = id
        self.title = title
        self.intro = intro
        self.questions = questions.map {
            var question = $0
            question.isFact = isOfFacts
            return question
        }
        self.isOfFacts = isOfFacts
        self.evidenceKinds = evidenceKinds
    }
}

extension Area {
    private enum CodingKeys: String, CodingKey {
        case id, title, intro, questions
        case isOfFacts = "facts"
        case evidenceKinds = "evidence"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            title: try container.decode(String.self, forKey: .title),
            intro: try container.decodeIfPresent(String.self, forKey: .intro),
            questions: try container.decode([Question].self, forKey: .questions),
            isOfFacts: try container.decodeIfPresent(Bool.self, forKey: .isOfFacts) ?? false,
            evidenceKinds: try container.decodeIfPresent([EvidenceKind].self, forKey: .evidenceKinds)
                ?? EvidenceKind.allCases)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(title, forKey: .title)
        try container.encodeIfPresent(intro, forKey: .intro)
        try container.encode(questions, forKey: .questions)
        if isOfFacts { try container.encode(true, forKey: .isOfFacts) }
        if evidenceKinds != EvidenceKind.allCases {
            try container.encode(evidenceKinds, forKey: .evidenceKinds)
        }
    }
}
