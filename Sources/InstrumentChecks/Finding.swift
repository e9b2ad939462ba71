package import Instruments

/// One thing that a check found; `FindingWording` has the words.
package struct Finding: Equatable, Sendable {
    /// How bad it is.
    package enum Severity: String, Sendable {
        /// The instrument cannot be used.
        case error
        /// It can be used, and somebody should look at it.
        case warning
    }

    /// Which instrument it is about.
    package let instrument: InstrumentName
    /// Which part of it, as its file nests it.
    package let path: [PathPart]
    /// What was found.
    package let payload: Payload

    /// A finding about a part of an instrument.
    package init(_ instrument: InstrumentName, _ path: [PathPart], _ payload: Payload) {
        self.instrument = instrument
        self.path = path
        self.payload = payload
    }

    /// What was found; texts are as the instruments have them.
    package enum Payload: Equatable, Sendable {
        // References
        case fedFrameworkMissing(Framework.ID)
        case unknownElement(Reference<Element>)
        case unknownSignature(Reference<Signature>)
        /// The reference is good, but the questionnaire does not feed its framework.
        case referenceNotFed(String, Framework.ID)
        case unknownQuestion(Question.ID)
        case impossibleValue(PlainValue, Question.ID)
        /// A model is shown under an outcome that no headline table has.
        case unknownPlaceOfModel(Outcome.ID)

        // Circles, from the first member to itself
        case cyclicAskWhen([Question.ID])
        case cyclicConditions([Condition.ID])

        /// No answers bring the question up.
        case neverAsked(Question.ID)
        /// A question that measures something is asked only while another one is open.
        case countsForNothing(Question.ID)

        /// The question's `ask-when` looks at one that is asked later.
        case forwardReference(Question.ID)
        /// The question's `ask-when` looks at one that no room is asked.
        case awaitsAnswerOfOneAlone(Question.ID)

        // What is measured
        case elementNeverMeasured(Reference<Element>)
        case questionMeasuresNothing(Question.ID)
        case fewIndicators(Reference<Signature>, count: Int)
        /// A rating makes a problem present.
        case ratedProblem(Reference<Element>)

        // Words
        case missingDescriptor(level: Int)
        case repeatedDescriptor(level: Int, sameAs: Int)
        /// Options count from 1.
        case repeatedOption(option: Int, sameAs: Int)
        /// The words of an option are the number of another one.
        case misleadingOption(option: Int, readsAs: Int)
        case missingSource(Sourceless)
        case outcomeWithoutGuidance(Outcome.ID)
        case longSentence(words: Int)
        /// A school grade after Flesch and Kincaid.
        case hardToRead(grade: Double)
        /// Words that suggest an answer or blame somebody.
        case leadingWords(String)

        // Conditions
        /// The formula is the same whatever its elements are.
        case contradiction(Condition.ID, always: Bool)
        /// The questions leave only one possibility.
        case stuckCondition(Condition.ID, always: Bool)
        /// It takes an option that stands alone, and another one of the same question.
        case aloneWithOthers(Condition.ID)
        case unknownProblems(Framework.ID)
        /// What a framework's rules can give cannot be worked out, or only how telling each open question is.
        case tooEntangled(onlyShares: Bool)

        // Decision tables; rules count from 1
        case gap(DecisionTable.ID, example: [Assumption], count: Int)
        case overlap(rule: Int, with: Int, example: [Assumption])
        case maskedRule(Int)
        case outcomeNeverReached(Outcome.ID)
        /// A condition that improves a ranked outcome in one case and worsens it in another.
        case nonMonotone(Condition.ID, helps: [Assumption], harms: [Assumption])
        /// A condition that ratings feed and that worsens a ranked outcome.
        case ratingHarms(Condition.ID, example: [Assumption])
        /// Two rules overlap, and neither is a special case of the other.
        case orderDependent(rule: Int, with: Int, example: [Assumption])
        /// No answers make the rule fire.
        case ruleNeverFires(Int)
        /// Better ratings lead to outcomes that are ranked worse.
        case outcomesOutOfOrder
        /// A better grade of a condition takes away what goes with the outcome.
        case alongsideLost(Condition.ID, example: [Assumption])
        /// No answers give a graded condition the grade.
        case gradeNeverReached(Condition.ID, Condition.Grade)
        case tableNotChecked(inputs: Int, rules: Int)
    }

    /// What a condition is assumed to be in an example.
    package struct Assumption: Equatable, Sendable {
        /// The condition.
        package let condition: Condition.ID
        /// What it is.
        package let grade: Condition.Grade
        /// Whether it has a grade, and does not just hold or not.
        package let isGraded: Bool

        /// An assumption about a condition.
        package init(_ condition: Condition.ID, _ grade: Condition.Grade, isGraded: Bool) {
            self.condition = condition
            self.grade = grade
            self.isGraded = isGraded
        }
    }

    /// Something that says nowhere what it rests on.
    package enum Sourceless: Equatable, Sendable {
        case question(Question.ID)
        case element(Element.ID)
        case condition(Condition.ID)
        case model(Model.ID)
        case category(SignatureCategory.ID)
        case signature(Signature.ID)
        /// A step that helps with an element, a signature or an outcome of this name.
        case help(of: String)
    }
}
