import Instruments

/// Every element of a framework should be measured by a question of each questionnaire that feeds it.
struct ElementNeverMeasured: Check {
    let codes: [Diagnostic.Code] = [.elementNeverMeasured]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.feeds.flatMap { feed in
            let supports = feed.questionnaire.questions.flatMap { $0.locatedSupports.map(\.part) }
            let measured = Set(supports)
            return (feed.framework?.elements ?? []).map { Reference<Element>(feed.id, $0.id) }
                .filter { !measured.contains($0) }
                .map { feed.diagnostic(.elementNeverMeasured($0)) }
        }
    }
}

extension Diagnostic.Code {
    static let elementNeverMeasured = Self(warning: "element-never-measured")
}

extension Diagnostic.Content {
    static func elementNeverMeasured(_ reference: Reference<Element>) -> Self {
        Self(.elementNeverMeasured, "no question measures `\(reference)`")
    }
}
