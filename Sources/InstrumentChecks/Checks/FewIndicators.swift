import Instruments

/// Every signature of a framework should have two indicators in each questionnaire that feeds it.
struct FewIndicators: Check {
    let codes: [Diagnostic.Code] = [.fewIndicators]

    /// The least number of indicators of one signature.
    private static let least = 2

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.feeds.flatMap { feed in
            let warnings = feed.questionnaire.questions.flatMap { Set($0.warnsOf.map(\.signature)) }
            let counts = Dictionary(grouping: warnings) { $0 }.mapValues(\.count)
            return (feed.framework?.signatures?.members ?? [])
                .map { Reference<Signature>(feed.id, $0.id) }
                .filter { (counts[$0] ?? 0) < Self.least }
                .map { feed.diagnostic(.fewIndicators($0, count: counts[$0] ?? 0)) }
        }
    }
}

extension Diagnostic.Code {
    static let fewIndicators = Self(warning: "few-indicators")
}

extension Diagnostic.Content {
    static func fewIndicators(_ reference: Reference<Signature>, count: Int) -> Self {
        Self(.fewIndicators, "`\(reference)` has \(count) indicator\(count == 1 ? "" : "s"), and needs two")
    }
}
