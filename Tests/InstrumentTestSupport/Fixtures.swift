/// The smallest questionnaire of the documentation.
package let tinyQuestionnaire = """
    format: canary-questionnaire/1
    id: tiny
    version: 1.0.0
    title: A tiny check
    minutes: 2
    feeds: [small]
    scales: {grip: {levels: [Not in place, Emerging, Established, Embedded], met-from: 3}}
    areas:
      - id: plan
        title: Planning
        questions:
          - id: plan.exists            # area.short-name
            text: Is there a plan?
            kind: yes-no
            why: {text: Plans help., source: "small, 1"}
            look-for: [The plan]
            supports: [small/has-plan]
          - id: plan.used
            text: How is the plan used?
            kind: rating
            scale: grip
            levels: [Nobody reads it., Managers read it., Teams act on it., Teams change it as they learn.]
            ask-when: {question: plan.exists, is: [yes]}
            supports: [small/plan-used]
            warns-of: [{signature: signatures/learning-culture}]

    """

/// The smallest framework of the documentation.
package let smallFramework = """
    format: canary-framework/1
    id: small
    version: 1.0.0
    title: A small framework
    elements:
      - {id: has-plan, statement: There is a plan., source: "small, 1"}
      - {id: plan-used, statement: The plan is used., source: "small, 2", changeable: true}
    conditions:
      - {id: planning, when: {all: [has-plan, plan-used]}, source: "small, 3"}
    tables:
      - id: verdict
        hit-policy: first
        ranked: true
        inputs: [planning]
        rules:
          - {when: [yes], then: fine, basis: stated, source: "small, 4"}
          - {when: [any], then: trouble, basis: interpolated, reason: The source is silent.}
        outcomes:
          - {id: fine, title: Fine, means: It goes well., works-when: [], settle-first: []}
          - {id: trouble, title: Trouble, means: It does not.}

    """

/// A questionnaire with one area, `plan`, that holds the questions.
package func questionnaire(withQuestions questions: String) -> String {
    """
    format: canary-questionnaire/1
    id: tiny
    version: 1.0.0
    title: A tiny check
    scales: {grip: {levels: [Low, High], met-from: 2}}
    areas:
      - id: plan
        title: Planning
        questions:

    """ + indented(questions, by: 6)
}

/// A framework with the elements `a`, `b` and the condition `both`, followed by more sections.
package func framework(with sections: String) -> String {
    """
    format: canary-framework/1
    id: small
    version: 1.0.0
    title: A small framework
    elements:
      - {id: a, statement: A holds., source: "small, 1"}
      - {id: b, statement: B holds., source: "small, 1"}
    conditions:
      - {id: both, when: {all: [a, b]}, source: "small, 3"}

    """ + sections
}

/// A framework whose only table has one input, `both`, and the rules.
package func framework(withRules rules: String) -> String {
    framework(
        with: """
            tables:
              - id: verdict
                hit-policy: first
                inputs: [both]
                outcomes:
                  - {id: fine, title: Fine, means: It goes well.}
                rules:

            """ + indented(rules, by: 6))
}

private func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n") + "\n"
}
