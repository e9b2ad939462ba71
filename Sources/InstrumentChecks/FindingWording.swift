import Instruments

/// All words for findings. Texts of the instruments are quoted as they are: whoever prints them makes them safe.
package enum FindingWording {
    /// What was found: one line, no capital, no full stop.
    package static func message(_ finding: Finding) -> String {
        switch finding.payload {
        case .fedFrameworkMissing(let id): "the framework `\(id)` is fed and is not there"
        case .unknownElement(let reference): "there is no element `\(reference)`"
        case .unknownSignature(let reference): "there is no signature `\(reference)`"
        case .referenceNotFed(let reference, let framework):
            "`\(reference)` does not count, because `\(framework)` is not fed"
        case .unknownQuestion(let id): "there is no question `\(id)`"
        case .impossibleValue(let value, let id): "`\(id)` can never be answered by `\(value)`"
        case .unknownPlaceOfModel(let id): "no headline table has an outcome `\(id)`"
        case .cyclicAskWhen(let circle): "`ask-when` goes round in a circle: \(path(circle))"
        case .cyclicConditions(let circle): "conditions go round in a circle: \(path(circle))"
        case .elementNeverMeasured(let reference): "no question measures `\(reference)`"
        case .questionMeasuresNothing(let id): "`\(id)` measures nothing"
        case .fewIndicators(let reference, let count):
            "`\(reference)` has \(count) indicator\(count == 1 ? "" : "s"), and needs two"
        case .missingDescriptor(let level): "level \(level) has no descriptor"
        case .repeatedDescriptor(let level, let other):
            "levels \(other) and \(level) have the same descriptor"
        case .repeatedOption(let option, let other): "options \(other) and \(option) have the same words"
        case .misleadingOption(let option, let other):
            "the words of option \(option) read as the number of option \(other)"
        case .missingSource(let thing): "\(words(thing)) has no source"
        case .outcomeWithoutGuidance(let id): "the outcome `\(id)` does not say what it means"
        case .gap(let table, let example, let count):
            "no rule of `\(table)` covers \(words(example))"
                + (count > 1 ? " and \(count - 1) more" : "")
        case .overlap(let rule, let other, let example):
            "rules \(other) and \(rule) both match \(words(example)), and only one may"
        case .maskedRule(let rule): "rule \(rule) can never fire: the rules before it take all its cases"
        case .outcomeNeverReached(let id): "no rule leads to the outcome `\(id)`"
        case .countsForNothing(let id):
            "`\(id)` counts for nothing: it is asked only while another question has no answer or a don't know"
        case .neverAsked(let id): "`\(id)` is never asked: no answers meet its `ask-when`"
        case .nonMonotone(let id, let helps, let harms):
            "`\(id)` improves the outcome from \(words(helps)), and worsens it from \(words(harms))"
        case .ratingHarms(let id, let example):
            "a better rating makes `\(id)` hold, which worsens the outcome from \(words(example))"
        case .alongsideLost(let id, let example):
            "a better grade of `\(id)` takes away what goes with the outcome, from \(words(example))"
        case .gradeNeverReached(let id, let grade): "`\(id)` is never \(grade.rawValue), whatever is answered"
        case .forwardReference(let id): "`ask-when` looks at `\(id)`, which is asked later"
        case .awaitsAnswerOfOneAlone(let id):
            "`ask-when` looks at `\(id)`, which a room is not asked; there it has no answer"
        case .ratedProblem(let reference): "a rating makes the problem `\(reference)` present"
        case .longSentence(let words):
            "a sentence has \(words) words, and should have at most \(LongSentence.mostWords)"
        case .hardToRead(let grade):
            "the words here read at school grade \(tenths(grade)), and should at \(tenths(HardToRead.highestGrade)) or below"
        case .leadingWords(let words): "`\(words)` suggests an answer or blames somebody"
        case .contradiction(let id, let always):
            "`\(id)` is \(always ? "always" : "never") met, whatever its elements are"
        case .stuckCondition(let id, let always):
            "`\(id)` is \(always ? "always" : "never") met, whatever is answered"
        case .aloneWithOthers(let id):
            "`\(id)` is never met: it needs an option that stands alone together with another one"
        case .unknownProblems(let id): "`\(id)` lists no problems, or is not fed beside this framework"
        case .tooEntangled(onlyShares: false): "what these rules can give is too entangled to be worked out"
        case .tooEntangled(onlyShares: true):
            "while all questions are open, how telling each is for the headline is too entangled to be worked out"
        case .orderDependent(let rule, let other, let example):
            "rules \(other) and \(rule) both match \(words(example)), and their order alone decides"
        case .ruleNeverFires(let rule): "rule \(rule) never fires: no answers make its conditions so together"
        case .outcomesOutOfOrder: "better ratings lead to outcomes that are ranked worse"
        case .tableNotChecked(let inputs, let rules):
            "the table is too large to be checked: it has \(inputs) inputs and \(rules) rules"
        }
    }

    /// What to do about it; nil where the message says it all.
    package static func hint(_ finding: Finding) -> String? {
        switch finding.payload {
        case .fedFrameworkMissing: "put its file in `Frameworks`, or take it out of `feeds`"
        case .referenceNotFed(_, let framework): "add `\(framework)` to `feeds`"
        case .impossibleValue:
            "ratings take whole numbers, yes/no questions `yes` and `no`, choices an option's id"
        case .questionMeasuresNothing: "give it `supports` or `warns-of`, or leave it out"
        case .missingSource(.question): "give it a `why` with a `source`"
        case .missingSource: "add a `source`, or use `basis: interpolated` and a `reason` where it can"
        case .gap: "add a rule, perhaps one with `any` in every cell at the end"
        case .maskedRule: "move it up, or leave it out"
        case .countsForNothing: "ask it after some answer, too, or take what it supports and warns of out"
        case .neverAsked: "look for a value that is waited for and excluded at once"
        case .nonMonotone: "change the rules, or declare the outcomes not ranked"
        case .ratingHarms: "feed a problem by yes/no questions, or turn the condition round"
        case .alongsideLost: "give the rule that fires then the same under `alongside`"
        case .gradeNeverReached: "set the shares further apart, or look at what the elements are measured by"
        case .forwardReference: "ask the other question first"
        case .awaitsAnswerOfOneAlone: "give this question `not-in-a-room`, too, or look at another one"
        case .ratedProblem: "ask whether it is so, by a choice or a yes/no question"
        case .longSentence: "make two sentences of it"
        case .hardToRead: "use shorter sentences and shorter words"
        case .leadingWords: "ask what can be seen, and let the answer be open"
        case .contradiction: "look for an element and its `not` side by side"
        case .stuckCondition: "look at what its questions can be answered with"
        case .aloneWithOthers: "take one of the two options out of the formula"
        case .unknownProblems: "name a framework with `problems`, and put it into `feeds`"
        case .tooEntangled: "ask the questions that belong to one condition next to each other"
        case .orderDependent: "say in one of the two what happens when both match"
        case .ruleNeverFires: "change its cells, or leave it out"
        case .outcomesOutOfOrder: "put the best outcome first, or declare the outcomes not ranked"
        case .tableNotChecked: "split the table"
        case .misleadingOption: "say in words what is meant, or put the option in that place"
        case .unknownElement, .unknownSignature, .unknownQuestion, .unknownPlaceOfModel,
            .cyclicAskWhen, .cyclicConditions, .elementNeverMeasured, .fewIndicators,
            .missingDescriptor, .repeatedDescriptor, .repeatedOption, .outcomeWithoutGuidance, .overlap,
            .outcomeNeverReached:
            nil
        }
    }

    /// A number with one decimal.
    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func path<Subject>(_ circle: [Identifier<Subject>]) -> String {
        circle.map { "`\($0)`" }.joined(separator: " → ")
    }

    private static func words(_ example: [Finding.Assumption]) -> String {
        example.map { assumption in
            let isMet = assumption.grade == .inPlace ? "yes" : "no"
            return "\(assumption.condition) \(assumption.isGraded ? assumption.grade.rawValue : isMet)"
        }.joined(separator: ", ")
    }

    private static func words(_ thing: Finding.Sourceless) -> String {
        switch thing {
        case .question(let id): "the question `\(id)`"
        case .element(let id): "the element `\(id)`"
        case .condition(let id): "the condition `\(id)`"
        case .model(let id): "the model `\(id)`"
        case .category(let id): "the category `\(id)`"
        case .signature(let id): "the signature `\(id)`"
        case .help(let of): "what helps with `\(of)`"
        }
    }
}
