import Instruments

/// Every signature of a framework should have two indicators in each questionnaire that feeds it.
struct FewIndicators: Check {
    /// The least number of indicators of one signature.
    private static let least = 2

    func findings(in context: CheckContext) -> [Finding] {
        context.feeds.flatMap { feed in
            let warnings = feed.questionnaire.questions.flatMap { Set($0.warnsOf.map(\.signature)) }
            let counts = Dictionary(grouping: warnings) { $0 }.mapValues(\.count)
            return (feed.framework?.signatures?.members ?? [])
                .map { Reference<Signature>(feed.id, $0.id) }
                .filter { (counts[$0] ?? 0) < Self.least }
                .map { feed.finding(.fewIndicators($0, count: counts[$0] ?? 0)) }
        }
    }
}
