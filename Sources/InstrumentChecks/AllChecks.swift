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

    /// Runs every check.
    ///
    /// - Returns: the findings, the checks' order first and the instruments' order second.
    package static func findings(in context: CheckContext) -> [Finding] {
        all.flatMap { $0.findings(in: context) }
    }
}
