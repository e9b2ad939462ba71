/// Every check there is.
package enum AllChecks {
    /// The checks, in the order of what they look at.
    package static let all: [any Check] = [
        FedFrameworkMissing(), UnknownReference(), ReferenceNotFed(), UnknownQuestion(),
        ImpossibleValue(), CyclicAskWhen(), NeverAsked(), MissingDescriptor(), RepeatedDescriptor(),
        QuestionMeasuresNothing(), ElementNeverMeasured(), FewIndicators(), MissingSource(),
        CyclicConditions(), TableNotChecked(), GapInTable(), OverlapInTable(), MaskedRule(),
        NonMonotoneTable(),
        OutcomeNeverReached(), OutcomeWithoutGuidance(), UnknownPlaceOfModel(),
    ]

    /// Runs every check.
    ///
    /// - Returns: the findings, the checks' order first and the instruments' order second.
    package static func findings(in context: CheckContext) -> [Finding] {
        all.flatMap { $0.findings(in: context) }
    }
}
