package import Collation
import Disclosure
import Instruments
import Sessions

extension JSONValue {
    /// A region's picture in the shape `canary-collation/1`; a number that is hidden is null.
    package static func collation(_ picture: RegionPicture) -> JSONValue {
        .object([
            "format": .text("canary-collation/1"), "fewest": .whole(picture.fewest),
            "coverage": coverage(picture.coverage),
            "questionnaires": .array(picture.questionnaires.map(part)),
        ])
    }

    private static func coverage(_ coverage: RegionPicture.Coverage) -> JSONValue {
        .object([
            "files": JSONValue(coverage.files), "counted": .whole(coverage.counted),
            "leftOut": .array(
                coverage.leftOut.map { item in
                    .object(["reason": .text(item.reason.rawValue), "files": JSONValue(item.files)])
                }),
            "others": .whole(coverage.others),
        ])
    }

    private static func part(_ part: RegionPicture.Part) -> JSONValue {
        .object([
            "questionnaire": pin(part.index.pins.questionnaire),
            "frameworks": .array(part.index.pins.frameworks.map(pin)),
            "title": .text(part.index.instruments.questionnaire.title),
            "authorities": JSONValue(part.authorities),
            "challenges": .array(
                part.challenges.map { challenge in
                    .object([
                        "breakdown": .text(challenge.breakdown.id), "title": .text(challenge.breakdown.title),
                        "authorities": JSONValue(challenge.authorities),
                        "strength": JSONValue(challenge.strength),
                    ])
                }),
            "breakdowns": .array(part.breakdowns.map(told)),
        ])
    }

    private static func told(_ told: RegionPicture.ReleasedTable) -> JSONValue {
        let categories = zip(told.breakdown.categories, told.cells.sizes).enumerated()
        return .object([
            "id": .text(told.breakdown.id), "about": .text(told.breakdown.subject.kind),
            "title": .text(told.breakdown.title), "hidden": .whole(told.cells.hidden),
            "categories": .array(
                categories.map { place, item in
                    let (category, size) = item
                    return .object([
                        "id": .text(category.id),
                        "title": .text(told.breakdown.words(for: category)),
                        "authorities": JSONValue(size),
                        "word": told.cells.word(place).map { .text($0.rawValue) } ?? .null,
                    ])
                }),
        ])
    }

    /// A number, or null.
    private init(_ number: Int?) {
        self = number.map { .whole($0) } ?? .null
    }
}
