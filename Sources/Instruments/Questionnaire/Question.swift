/// One idea, one answer.
package struct Question: Equatable, Sendable {
    package typealias ID = Identifier<Question>

    /// The question's name: `area.short-name`.
    package var id: ID
    /// The question as it is read out.
    package var text: String
    /// One sentence that explains a term or says what to count; nil where none is needed.
    package var hint: String?
    /// What an answer looks like.
    package var kind: AnswerKind
    /// Why it is asked, with the source.
    package var why: Statement?
    /// The evidence that a peer reviewer would ask to see.
    package var lookFor: [String]
    /// What an interviewer asks next, to hear more; each may be passed over.
    package var probes: [String]
    /// When it is asked; nil for always.
    package var askWhen: AskWhen?
    /// The elements that a good answer makes true.
    package var supports: [Reference<Element>]
    /// The signatures that a poor answer warns of.
    package var warnsOf: [Warning]
    /// The step that a yes says is done; nil for a question that only asks.
    package var step: Step?
    /// Whether it is for somebody alone: a room is neither asked it nor votes on it.
    package var isNotForARoom: Bool
    /// Whether nobody but those who answer learns of the answer: for every other reader it is as good as open.
    package var isSensitive: Bool
    /// Whether it stands in an area of facts, which sets it: one person fills it in, and no room votes on it.
    package internal(set) var isFact = false

    /// A question with all its fields.
    package init(
        id: ID, text: String, hint: String? = nil, kind: AnswerKind, why: Statement? = nil,
        lookFor: [String] = [], probes: [String] = [], askWhen: AskWhen? = nil,
        supports: [Reference<Element>] = [], warnsOf: [Warning] = [], step: Step? = nil,
        isNotForARoom: Bool = false, isSensitive: Bool = false
    ) {
        self.id = id
        self.text = text
        self.hint = hint
        self.kind = kind
        self.why = why
        self.lookFor = lookFor
        self.probes = probes
        self.askWhen = askWhen
        self.supports = supports
        self.warnsOf = warnsOf
        self.step = step
        self.isNotForARoom = isNotForARoom
        self.isSensitive = isSensitive
    }

    /// Something that people do rather than answer; until it is done, what rests on it is not known.
    package enum Step: String, Sendable, Codable, CaseIterable {
        /// Going through the problems that are recorded for links between them.
        case links
    }
}

/// A signature that an answer warns of.
package struct Warning: Equatable, Sendable, Codable {
    /// The signature.
    package var signature: Reference<Signature>
    /// On a yes/no question, the answer that warns; ratings warn below the met level.
    package var when: Bool

    /// A warning; `when` matters for yes/no questions alone.
    package init(_ signature: Reference<Signature>, when: Bool = false) {
        self.signature = signature
        self.when = when
    }
}

/// What an answer to a question looks like.
package enum AnswerKind: Equatable, Sendable {
    case rating(Rating)
    case yesNo
    case choice([Option])
    case choices([Option])
    case number(NumberRange)
    case date
    case text

    /// A scale with a descriptor of this question's own for each level.
    package struct Rating: Equatable, Sendable {
        /// The scale's name in its questionnaire.
        package var scaleID: Scale.ID
        /// The scale.
        package var scale: Scale
        /// What is seen at each level, lowest first; as many as the scale has levels.
        package var descriptors: [String]

        /// A rating on a scale.
        package init(scaleID: Scale.ID, scale: Scale, descriptors: [String]) {
            self.scaleID = scaleID
            self.scale = scale
            self.descriptors = descriptors
        }
    }

    /// One option of a choice question.
    package struct Option: Equatable, Sendable, Codable {
        package typealias ID = Identifier<Option>

        /// The option's name within its question.
        package var id: ID
        /// The words shown.
        package var text: String
        /// The elements that choosing it makes true; a question answered without it makes them false.
        package var supports: [Reference<Element>]
        /// Whether it cannot be chosen together with others, such as `None of these`.
        package var alone: Bool

        /// An option with all its fields.
        package init(
            id: ID, text: String, supports: [Reference<Element>] = [], alone: Bool = false
        ) {
            self.id = id
            self.text = text
            self.supports = supports
            self.alone = alone
        }

        /// Reads what `start` keeps beside a session, in which later fields may be missing.
        package init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(ID.self, forKey: .id)
            text = try fields.decode(String.self, forKey: .text)
            supports = try fields.decode([Reference<Element>].self, forKey: .supports)
            alone = try fields.decodeIfPresent(Bool.self, forKey: .alone) ?? false
        }
    }

    /// What a number may be.
    package struct NumberRange: Equatable, Sendable, Codable {
        /// The least; nil for no limit.
        package var least: Double?
        /// The greatest; nil for no limit.
        package var greatest: Double?
        /// What is counted, such as `cases`; nil for a bare number.
        package var unit: String?

        private enum CodingKeys: String, CodingKey {
            case unit
            case least = "min"
            case greatest = "max"
        }

        /// A range; nil leaves an end open.
        package init(least: Double? = nil, greatest: Double? = nil, unit: String? = nil) {
            self.least = least
            self.greatest = greatest
            self.unit = unit
        }
    }

    /// The kind's name in the files.
    package var name: Name {
        switch self {
        case .rating: .rating
        case .yesNo: .yesNo
        case .choice: .choice
        case .choices: .choices
        case .number: .number
        case .date: .date
        case .text: .text
        }
    }

    /// A kind's name in the files.
    package enum Name: String, Sendable, Codable, CaseIterable {
        case rating
        case yesNo = "yes-no"
        case choice
        case choices
        case number
        case date
        case text
    }

    /// The options to choose from; empty where the kind has none.
    package var options: [Option] {
        switch self {
        case .choice(let options), .choices(let options): options
        case .rating, .yesNo, .number, .date, .text: []
        }
    }
}
