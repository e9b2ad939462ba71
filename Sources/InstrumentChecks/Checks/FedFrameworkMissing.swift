import Instruments

/// Every framework that a questionnaire feeds must be there.
struct FedFrameworkMissing: Check {
    let codes: [Diagnostic.Code] = [.fedFrameworkMissing]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.feeds.filter { $0.framework == nil }.map { $0.diagnostic(.fedFrameworkMissing($0.id)) }
    }
}

extension Diagnostic.Code {
    static let fedFrameworkMissing = Self(error: "fed-framework-missing")
}

extension Diagnostic.Content {
    static func fedFrameworkMissing(_ id: Framework.ID) -> Self {
        Self(
            .fedFrameworkMissing, "the framework `\(id)` is fed and is not there",
            hint: "put its file in `Frameworks`, or take it out of `feeds`")
    }
}
