import Instruments

/// A question where it stands.
struct PlacedQuestion {
    /// The questionnaire that holds it.
    let questionnaire: Questionnaire
    let question: Question
    /// The path within the questionnaire.
    let path: [PathPart]

    /// A diagnostic about a part of the question, or all of it.
    func diagnostic(at part: [PathPart] = [], _ content: Diagnostic.Content) -> Diagnostic {
        Diagnostic(.questionnaire(questionnaire.id), path + part, content)
    }
}

/// A comparison with an answer where it stands: in an `ask-when`, or in a prompt.
struct PlacedComparison {
    /// The questionnaire that holds it.
    let questionnaire: Questionnaire
    let awaited: AwaitedAnswer
    /// The path within the questionnaire.
    let path: [PathPart]

    /// A diagnostic about a part of the comparison.
    func diagnostic(at part: [PathPart], _ content: Diagnostic.Content) -> Diagnostic {
        Diagnostic(.questionnaire(questionnaire.id), path + part, content)
    }
}

/// A decision table where it stands.
struct PlacedTable {
    /// The framework that holds it.
    let framework: Framework
    let table: DecisionTable
    /// The path within the framework.
    let path: [PathPart]

    /// A diagnostic about a part of the table, or all of it.
    func diagnostic(at part: [PathPart] = [], _ content: Diagnostic.Content) -> Diagnostic {
        Diagnostic(.framework(framework.id), path + part, content)
    }
}

/// A framework that a questionnaire feeds.
struct PlacedFeed {
    let questionnaire: Questionnaire
    /// The framework; nil where it is not among those checked.
    let framework: Framework?
    let id: Framework.ID
    /// The path within the questionnaire.
    let path: [PathPart]

    /// A diagnostic about the feed.
    func diagnostic(_ content: Diagnostic.Content) -> Diagnostic {
        Diagnostic(.questionnaire(questionnaire.id), path, content)
    }
}

extension Questionnaire {
    /// Every question.
    var placedQuestions: [PlacedQuestion] {
        areas.enumerated().flatMap { areaIndex, area in
            area.questions.enumerated().map { index, question in
                PlacedQuestion(
                    questionnaire: self, question: question,
                    path: ["areas", .index(areaIndex), "questions", .index(index)])
            }
        }
    }
}

extension CheckContext {
    /// Every comparison with an answer, of questions and of prompts.
    var comparisons: [PlacedComparison] {
        let asking = questions.flatMap { placed in
            placed.question.locatedAnswers.map {
                PlacedComparison(
                    questionnaire: placed.questionnaire, awaited: $0.part, path: placed.path + $0.path)
            }
        }
        let prompting = questionnaires.flatMap { questionnaire in
            questionnaire.prompts.enumerated().flatMap { index, prompt in
                prompt.when.located(at: ["prompts", .index(index), "when"]).map {
                    PlacedComparison(questionnaire: questionnaire, awaited: $0.part, path: $0.path)
                }
            }
        }
        return asking + prompting
    }

    /// Every framework that is fed, once for each questionnaire.
    var feeds: [PlacedFeed] {
        questionnaires.flatMap { questionnaire in
            questionnaire.feeds.enumerated().map { index, id in
                PlacedFeed(
                    questionnaire: questionnaire, framework: framework(id), id: id,
                    path: ["feeds", .index(index)])
            }
        }
    }

    /// Every table of every framework.
    var tables: [PlacedTable] {
        frameworks.flatMap { framework in
            framework.tables.enumerated().map { index, table in
                PlacedTable(framework: framework, table: table, path: ["tables", .index(index)])
            }
        }
    }
}
