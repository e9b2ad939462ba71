package import Instruments
import Languages
package import Sessions

/// Ballot slips to print and cut, a sheet or more for each question that a room votes on.
package enum SlipsPage {
    /// The page.
    ///
    /// - Parameters:
    ///   - session: the workshop; of its answers nothing is on a slip.
    ///   - people: how many slips each question gets.
    ///   - areas: the areas to print.
    /// - Returns: one HTML file that needs nothing else.
    package static func text(
        of session: SessionState, people: Int, areas: [Area]
    ) -> String {
        let labels = Labels(session.questionnaire)
        let asked = session.asked
        let title = local("Ballot slips. \(session.title)")
        var page = Markup()
        page.element("main") { page in
            page.element("h1", [("class", "help")], text: title)
            page.element(
                "p", [("class", "help")],
                text: local(
                    "Print this page and cut along the lines. Each person marks one box, alone, and folds the slip. Two people count: how many at each level, how many don't know, how many not applicable. Destroy the slips when the votes are counted."
                ))
            for area in areas {
                for question in area.questions where asked.contains(question.id) && question.isVotedOn {
                    let label = labels[question.id].short
                    page.element("section") { page in
                        page.element("h2", text: label)
                        page.element("div", [("class", "slips")]) { page in
                            for _ in 0..<people { slip(question, label, into: &page) }
                        }
                    }
                }
            }
        }
        return Page(
            title: title, body: page.source, style: slipsStyle, script: nil
        ).html
    }

    private static func slip(_ question: Question, _ label: String, into page: inout Markup) {
        page.element("div", [("class", "slip")]) { page in
            page.element("h3", text: label)
            page.element("p", text: question.text)
            page.element("ul") { page in
                for choice in choices(question.kind) + [local("Don't know"), local("Not applicable")] {
                    page.element("li") { page in
                        page.element("span", [("class", "box"), ("aria-hidden", "true")], text: "")
                        page.text(choice)
                    }
                }
            }
        }
    }

    /// What can be marked, the highest level first, as the room sees the counts.
    private static func choices(_ kind: AnswerKind) -> [String] {
        switch kind {
        case .rating(let rating):
            rating.scale.levels.enumerated().reversed().map { "\($0.offset + 1) \($0.element)" }
        case .yesNo: [local("Yes", context: "answer"), local("No", context: "answer")]
        case .choice, .choices, .number, .date, .text: []
        }
    }
}

/// Two slips side by side, and each question on a sheet of its own.
private let slipsStyle = """
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:60rem;font:11pt/1.35 system-ui,sans-serif;color:#000;background:#fff}
    .slips{display:grid;grid-template-columns:1fr 1fr}
    .slip{border:1px dashed #555;padding:.6rem .8rem;break-inside:avoid}
    h3{margin:0;font-size:10pt}p{margin:.2rem 0 .4rem}
    ul{list-style:none;margin:0;padding:0}li{margin:.25rem 0}
    .box{display:inline-block;width:1em;height:1em;border:1.5px solid #000;margin-right:.5em;vertical-align:-.1em}
    @page{margin:10mm}
    @media print{.help{display:none}body{padding:0;max-width:none}section{break-after:page}}
    """
