import Instruments

/// Every element of a framework should be measured by a question of each questionnaire that feeds it.
struct ElementNeverMeasured: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.feeds.flatMap { feed in
            let supports = feed.questionnaire.questions.flatMap { $0.locatedSupports.map(\.part) }
            let measured = Set(supports)
            return (feed.framework?.elements ?? []).map { Reference<Element>(feed.id, $0.id) }
                .filter { !measured.contains($0) }
                .map { feed.finding(.elementNeverMeasured($0)) }
        }
    }
}
