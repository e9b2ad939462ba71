import Instruments

/// A question that measures something and is asked only while another one is open counts for nothing.
///
/// What is possible is worked out over the ways to answer what is open. In each of them the other question has an
/// answer, and this one is not asked.
struct CountsForNothing: Check {
    func findings(in context: CheckContext) -> [Finding] {
        guard let reach = context.reachability?.asked else { return [] }
        let never = NeverAsked().findings(in: context)
        return context.questionnaires.flatMap { questionnaire in
            let uncounted = reach.neverCounted[questionnaire.id] ?? []
            return questionnaire.placedQuestions.filter { placed in
                uncounted.contains(placed.question.id) && placed.question.measures
            }.map { $0.finding(at: ["ask-when"], .countsForNothing($0.question.id)) }
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
