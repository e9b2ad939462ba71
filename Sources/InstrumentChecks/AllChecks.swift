/// Every check there is.
package enum AllChecks {
    /// The checks, in the order of what they look at.
    package static let all: [any Check] = [
        FedFrameworkMissing(), UnknownReference(), ReferenceNotFed(), UnknownQuestion(),
        ImpossibleValue(), CyclicAskWhen(), ForwardReference(), NeverAsked(), CountsForNothing(),
        AwaitsAnswerOfOneAlone(),
        MissingDescriptor(),
        RepeatedDescriptor(), ConfusableOptions(), QuestionMeasuresNothing(), ElementNeverMeasured(),
        FewIndicators(),
        RatedProblem(), MissingSource(), LongSentence(), HardToRead(), LeadingWords(), CyclicConditions(),
        UnknownProblems(), StuckCondition(), TooEntangledRules(), TableNotChecked(), GapInTable(),
        OverlapInTable(), MaskedRule(), RuleNeverFires(), OrderDependent(), NonMonotoneTable(),
        AlongsideLost(), GradeNeverReached(), OutcomeNeverReached(), OutcomeWithoutGuidance(),
        UnknownPlaceOfModel(),
    ]

    /// The names of all diagnostics, in the order of the checks.
    package static let codes = all.flatMap(\.codes)

    /// Runs every check.
    ///
    /// - Returns: the diagnostics, the checks' order first and the instruments' order second.
    package static func diagnostics(in context: CheckContext) -> [Diagnostic] {
        all.flatMap { $0.diagnostics(in: context) }
    }
}
