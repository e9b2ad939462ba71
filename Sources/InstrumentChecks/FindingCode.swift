extension Finding {
    /// How bad it is.
    package var severity: Severity {
        switch payload {
        case .fedFrameworkMissing, .unknownElement, .unknownSignature, .unknownQuestion,
            .impossibleValue, .unknownPlaceOfModel, .cyclicAskWhen, .cyclicConditions,
            .missingDescriptor, .repeatedDescriptor, .outcomeWithoutGuidance, .gap, .overlap,
            .maskedRule, .neverAsked, .nonMonotone, .ratingHarms:
            .error
        case .referenceNotFed, .elementNeverMeasured, .questionMeasuresNothing, .fewIndicators,
            .missingSource, .outcomeNeverReached, .tableNotChecked:
            .warning
        }
    }

    /// The finding's name for scripts and tests, such as `gap-in-table`; never changes.
    package var code: String {
        switch payload {
        case .fedFrameworkMissing: "fed-framework-missing"
        case .unknownElement: "unknown-element"
        case .unknownSignature: "unknown-signature"
        case .referenceNotFed: "reference-not-fed"
        case .unknownQuestion: "unknown-question"
        case .impossibleValue: "impossible-value"
        case .unknownPlaceOfModel: "unknown-place-of-model"
        case .cyclicAskWhen: "cyclic-ask-when"
        case .cyclicConditions: "cyclic-conditions"
        case .elementNeverMeasured: "element-never-measured"
        case .questionMeasuresNothing: "question-measures-nothing"
        case .fewIndicators: "few-indicators"
        case .missingDescriptor: "missing-descriptor"
        case .repeatedDescriptor: "repeated-descriptor"
        case .missingSource: "missing-source"
        case .outcomeWithoutGuidance: "outcome-without-guidance"
        case .gap: "gap-in-table"
        case .overlap: "overlap-in-table"
        case .maskedRule: "masked-rule"
        case .outcomeNeverReached: "outcome-never-reached"
        case .neverAsked: "never-asked"
        case .nonMonotone: "non-monotone-table"
        case .ratingHarms: "rating-harms"
        case .tableNotChecked: "table-not-checked"
        }
    }
}
