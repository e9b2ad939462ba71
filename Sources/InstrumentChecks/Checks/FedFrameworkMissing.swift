/// Every framework that a questionnaire feeds must be there.
struct FedFrameworkMissing: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.feeds.filter { $0.framework == nil }.map { $0.finding(.fedFrameworkMissing($0.id)) }
    }
}
