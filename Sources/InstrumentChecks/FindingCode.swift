extension Finding {
    /// A finding's name for scripts and tests; never changes. `docs/checks.md` explains each.
    package enum Code: String, Sendable, CaseIterable {
        case fedFrameworkMissing = "fed-framework-missing"
        case unknownElement = "unknown-element"
        case unknownSignature = "unknown-signature"
        case referenceNotFed = "reference-not-fed"
        case unknownQuestion = "unknown-question"
        case impossibleValue = "impossible-value"
        case unknownPlaceOfModel = "unknown-place-of-model"
        case cyclicAskWhen = "cyclic-ask-when"
        case cyclicConditions = "cyclic-conditions"
        case neverAsked = "never-asked"
        case countsForNothing = "counts-for-nothing"
        case forwardReference = "forward-reference"
        case awaitsAnswerOfOneAlone = "awaits-answer-of-one-alone"
        case elementNeverMeasured = "element-never-measured"
        case questionMeasuresNothing = "question-measures-nothing"
        case fewIndicators = "few-indicators"
        case ratedProblem = "rated-problem"
        case missingDescriptor = "missing-descriptor"
        case repeatedDescriptor = "repeated-descriptor"
        case repeatedOption = "repeated-option"
        case misleadingOption = "misleading-option"
        case missingSource = "missing-source"
        case outcomeWithoutGuidance = "outcome-without-guidance"
        case longSentence = "long-sentence"
        case hardToRead = "hard-to-read"
        case leadingWords = "leading-words"
        case contradiction
        case stuckCondition = "stuck-condition"
        case aloneWithOthers = "alone-with-others"
        case unknownProblems = "unknown-problems"
        case tooEntangled = "too-entangled"
        case gap = "gap-in-table"
        case overlap = "overlap-in-table"
        case maskedRule = "masked-rule"
        case ruleNeverFires = "rule-never-fires"
        case orderDependent = "order-dependent"
        case outcomeNeverReached = "outcome-never-reached"
        case nonMonotone = "non-monotone-table"
        case ratingHarms = "rating-harms"
        case outcomesOutOfOrder = "outcomes-out-of-order"
        case alongsideLost = "alongside-lost"
        case gradeNeverReached = "grade-never-reached"
        case tableNotChecked = "table-not-checked"

        /// How bad it is.
        package var severity: Severity {
            switch self {
            case .fedFrameworkMissing, .unknownElement, .unknownSignature, .unknownQuestion,
                .impossibleValue, .unknownPlaceOfModel, .cyclicAskWhen, .cyclicConditions, .neverAsked,
                .ratedProblem, .missingDescriptor, .repeatedDescriptor, .repeatedOption, .misleadingOption,
                .outcomeWithoutGuidance,
                .contradiction, .stuckCondition, .aloneWithOthers, .unknownProblems, .gap, .overlap,
                .maskedRule, .nonMonotone, .ratingHarms, .outcomesOutOfOrder, .alongsideLost:
                .error
            case .referenceNotFed, .forwardReference, .countsForNothing, .awaitsAnswerOfOneAlone,
                .elementNeverMeasured,
                .questionMeasuresNothing,
                .fewIndicators, .missingSource, .longSentence, .hardToRead, .leadingWords, .tooEntangled,
                .orderDependent, .ruleNeverFires, .outcomeNeverReached, .gradeNeverReached, .tableNotChecked:
                .warning
            }
        }
    }

    /// How bad it is.
    package var severity: Severity { code.severity }

    /// The finding's name for scripts and tests.
    package var code: Code {
        switch payload {
        case .fedFrameworkMissing: .fedFrameworkMissing
        case .unknownElement: .unknownElement
        case .unknownSignature: .unknownSignature
        case .referenceNotFed: .referenceNotFed
        case .unknownQuestion: .unknownQuestion
        case .impossibleValue: .impossibleValue
        case .unknownPlaceOfModel: .unknownPlaceOfModel
        case .cyclicAskWhen: .cyclicAskWhen
        case .cyclicConditions: .cyclicConditions
        case .neverAsked: .neverAsked
        case .countsForNothing: .countsForNothing
        case .forwardReference: .forwardReference
        case .awaitsAnswerOfOneAlone: .awaitsAnswerOfOneAlone
        case .elementNeverMeasured: .elementNeverMeasured
        case .questionMeasuresNothing: .questionMeasuresNothing
        case .fewIndicators: .fewIndicators
        case .ratedProblem: .ratedProblem
        case .missingDescriptor: .missingDescriptor
        case .repeatedDescriptor: .repeatedDescriptor
        case .repeatedOption: .repeatedOption
        case .misleadingOption: .misleadingOption
        case .missingSource: .missingSource
        case .outcomeWithoutGuidance: .outcomeWithoutGuidance
        case .longSentence: .longSentence
        case .hardToRead: .hardToRead
        case .leadingWords: .leadingWords
        case .contradiction: .contradiction
        case .stuckCondition: .stuckCondition
        case .aloneWithOthers: .aloneWithOthers
        case .unknownProblems: .unknownProblems
        case .tooEntangled: .tooEntangled
        case .gap: .gap
        case .overlap: .overlap
        case .maskedRule: .maskedRule
        case .ruleNeverFires: .ruleNeverFires
        case .orderDependent: .orderDependent
        case .outcomeNeverReached: .outcomeNeverReached
        case .nonMonotone: .nonMonotone
        case .ratingHarms: .ratingHarms
        case .outcomesOutOfOrder: .outcomesOutOfOrder
        case .alongsideLost: .alongsideLost
        case .gradeNeverReached: .gradeNeverReached
        case .tableNotChecked: .tableNotChecked
        }
    }
}
