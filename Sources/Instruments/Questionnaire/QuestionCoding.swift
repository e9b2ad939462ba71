// A question's JSON has the keys of its YAML, so that a reader of one can read the other.

extension Question: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, text, hint, kind, why, probes, supports, step
        case scale, levels, options
        case scaleLevels = "scale-levels"
        case metFrom = "met-from"
        case range
        case lookFor = "look-for"
        case askWhen = "ask-when"
        case warnsOf = "warns-of"
        case isNotForARoom = "not-in-a-room"
        case isSensitive = "sensitive"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        text = try container.decode(String.self, forKey: .text)
        hint = try container.decodeIfPresent(String.self, forKey: .hint)
        why = try container.decodeIfPresent(Statement.self, forKey: .why)
        lookFor = try container.decodeIfPresent([String].self, forKey: .lookFor) ?? []
        probes = try container.decodeIfPresent([String].self, forKey: .probes) ?? []
        askWhen = try container.decodeIfPresent(AskWhen.self, forKey: .askWhen)
        supports = try container.decodeIfPresent([Reference<Element>].self, forKey: .supports) ?? []
        warnsOf = try container.decodeIfPresent([Warning].self, forKey: .warnsOf) ?? []
        step = try container.decodeIfPresent(Step.self, forKey: .step)
        isNotForARoom = try container.decodeIfPresent(Bool.self, forKey: .isNotForARoom) ?? false
        isSensitive = try container.decodeIfPresent(Bool.self, forKey: .isSensitive) ?? false
        switch try container.decode(AnswerKind.Name.self, forKey: .kind) {
        case .rating:
            kind = .rating(
                AnswerKind.Rating(
                    scaleID: try container.decode(Scale.ID.self, forKey: .scale),
                    scale: Scale(
                        levels: try container.decode([String].self, forKey: .scaleLevels),
                        metFrom: try container.decode(Int.self, forKey: .metFrom)),
                    descriptors: try container.decode([String].self, forKey: .levels)))
        case .yesNo: kind = .yesNo
        case .choice:
            kind = .choice(try container.decode([AnswerKind.Option].self, forKey: .options))
        case .choices:
            kind = .choices(try container.decode([AnswerKind.Option].self, forKey: .options))
        case .number:
            kind = .number(try container.decode(AnswerKind.NumberRange.self, forKey: .range))
        case .date: kind = .date
        case .text: kind = .text
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(text, forKey: .text)
        try container.encodeIfPresent(hint, forKey: .hint)
        try container.encode(kind.name, forKey: .kind)
        try container.encodeIfPresent(why, forKey: .why)
        if !lookFor.isEmpty { try container.encode(lookFor, forKey: .lookFor) }
        if !probes.isEmpty { try container.encode(probes, forKey: .probes) }
        try container.encodeIfPresent(askWhen, forKey: .askWhen)
        if !supports.isEmpty { try container.encode(supports, forKey: .supports) }
        if !warnsOf.isEmpty { try container.encode(warnsOf, forKey: .warnsOf) }
        try container.encodeIfPresent(step, forKey: .step)
        if isNotForARoom { try container.encode(true, forKey: .isNotForARoom) }
        if isSensitive { try container.encode(true, forKey: .isSensitive) }
        switch kind {
        case .rating(let rating):
            try container.encode(rating.scaleID, forKey: .scale)
            try container.encode(rating.scale.levels, forKey: .scaleLevels)
            try container.encode(rating.scale.metFrom, forKey: .metFrom)
            try container.encode(rating.descriptors, forKey: .levels)
        case .choice(let options), .choices(let options):
            try container.encode(options, forKey: .options)
        case .number(let range):
            try container.encode(range, forKey: .range)
        case .yesNo, .date, .text:
            break
        }
    }
}
