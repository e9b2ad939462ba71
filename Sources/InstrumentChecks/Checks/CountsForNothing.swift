import Instruments

/// A question that measures something and is asked only while another one is open counts for nothing.
///
/// What is possible is worked out over the ways to answer what is open. In each of them the other question has an
/// answer, and this one is not asked.
struct CountsForNothing: Check {
    let codes: [Diagnostic.Code] = [.countsForNothing]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        guard let reach = context.reachability?.asked else { return [] }
        let never = NeverAsked().diagnostics(in: context)
        return context.questionnaires.flatMap { questionnaire in
            let uncounted = reach.neverCounted[questionnaire.id] ?? []
            return questionnaire.placedQuestions.filter { placed in
                uncounted.contains(placed.question.id) && placed.question.measures
            }.map { $0.diagnostic(at: ["ask-when"], .countsForNothing($0.question.id)) }
        }.filter { finding in
            !never.contains { $0.instrument == finding.instrument && $0.path == finding.path }
        }
    }
}

extension Question {
    /// Whether an answer makes an element true or warns of a signature.
    fileprivate var measures: Bool {
        !supports.isEmpty || !warnsOf.isEmpty || kind.options.contains { !$0.supports.isEmpty }
    }
}

extension Diagnostic.Code {
    static let countsForNothing = Self(warning: "counts-for-nothing")
}

extension Diagnostic.Content {
    /// A question that measures something is asked only while another one is open.
    static func countsForNothing(_ id: Question.ID) -> Self {
        Self(
            .countsForNothing,
            "`\(id)` counts for nothing: it is asked only while another question has no answer or a don't know",
            hint: "ask it after some answer, too, or take what it supports and warns of out")
    }
}
