package import Instruments
import Languages
package import Sessions

/// Ballot slips to print and cut, a set for each person; or cards that a person uses again for every question.
package enum SlipsPage {
    /// How many slips or cards stand on a sheet.
    private static let perSheet = 12

    /// The page of slips: for each person one for every question that the room votes on.
    ///
    /// - Parameters:
    ///   - session: the workshop; of its answers nothing is on a slip.
    ///   - people: how many sets there are.
    ///   - areas: the areas to print.
    /// - Returns: one HTML file that needs nothing else.
    package static func text(of session: SessionState, people: Int, areas: [Area]) -> String {
        let labels = Labels(session.questionnaire)
        let asked = session.asked
        let questions = areas.flatMap(\.questions).filter { asked.contains($0.id) && $0.isVotedOn }
        let help = local(
            "Print this page and cut along the lines. Each sheet is one person's. They mark one box, alone, and fold the slip. Two people count, level 1 first: how many at each level, how many don't know, how many not applicable. Destroy the slips when the votes are counted."
        )
        return page(title: local("Ballot slips. \(session.title)"), help: help) { page in
            for _ in 0..<people {
                sheets(questions, into: &page) { question, page in
                    slip(question, labels[question.id].short, into: &page)
                }
            }
        }
    }

    /// The page of cards: for each person six, which are dropped into a bowl, face down, question after question.
    ///
    /// - Parameters:
    ///   - session: the workshop, which names the levels.
    ///   - people: how many sets there are.
    /// - Returns: one HTML file that needs nothing else.
    package static func cards(of session: SessionState, people: Int) -> String {
        let cards = cards(session.questionnaire)
        let help = local(
            "Print this page on stiff paper and cut along the lines. Each person gets a set of six, and keeps it for the day. For each question one card goes into the bowl, face down; the others stay hidden. Two people count, level 1 first, and give the cards back."
        )
        return page(title: local("Cards for voting. \(session.title)"), help: help) { page in
            sheets((0..<people).flatMap { _ in cards }, into: &page) { card, page in
                page.element("div", [("class", "slip card")]) { page in
                    page.element("p", [("class", "key")], text: card.key)
                    for name in card.names { page.element("p", text: name) }
                }
            }
        }
    }

    private static func page(
        title: String, help: String, _ content: (inout Markup) -> Void
    ) -> String {
        var page = Markup()
        page.element("main") { page in
            page.element("h1", [("class", "help")], text: title)
            page.element("p", [("class", "help")], text: help)
            content(&page)
        }
        return Page(title: title, body: page.source, style: slipsStyle, script: nil).html
    }

    /// Puts things on sheets of paper, as many as go on each.
    private static func sheets<Thing>(
        _ things: [Thing], into page: inout Markup, _ show: (Thing, inout Markup) -> Void
    ) {
        for begin in stride(from: 0, to: things.count, by: perSheet) {
            page.element("section", [("class", "slips")]) { page in
                for thing in things[begin..<min(begin + perSheet, things.count)] { show(thing, &page) }
            }
        }
    }

    private static func slip(_ question: Question, _ label: String, into page: inout Markup) {
        page.element("div", [("class", "slip")]) { page in
            page.element("h2", text: label)
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

    /// What can be marked, level 1 first, as the counts are typed and shown.
    private static func choices(_ kind: AnswerKind) -> [String] {
        switch kind {
        case .rating(let rating): rating.scale.levels.enumerated().map { "\($0.offset + 1) \($0.element)" }
        case .yesNo: [local("Yes", context: "answer"), local("No", context: "answer")]
        case .choice, .choices, .number, .date, .text: []
        }
    }

    /// A set of cards: the levels with their names on every scale, of which 1 and 2 are also yes and no.
    private static func cards(_ questionnaire: Questionnaire) -> [(key: String, names: [String])] {
        var names: [[String]] = []
        for question in questionnaire.questions {
            guard question.isVotedOn, case .rating(let rating) = question.kind else { continue }
            for (index, name) in rating.scale.levels.enumerated() {
                if index == names.count { names.append([]) }
                if !names[index].contains(name) { names[index].append(name) }
            }
        }
        for (index, answer) in [local("Yes", context: "answer"), local("No", context: "answer")].enumerated()
        {
            if index == names.count { names.append([]) }
            names[index].append(local("or: \(answer)"))
        }
        return names.enumerated().map { (key: "\($0.offset + 1)", names: $0.element) }
            + [(key: "0", names: [local("Don't know")]), (key: ".", names: [local("Not applicable")])]
    }
}

/// Twelve on a sheet, three side by side.
private let slipsStyle = """
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:60rem;font:8pt/1.25 system-ui,sans-serif;color:#000;background:#fff}
    .help{font-size:11pt}
    .slips{display:grid;grid-template-columns:1fr 1fr 1fr;grid-auto-rows:68mm}
    .slip{border:1px dashed #555;padding:2mm 3mm;overflow:hidden}
    h2{margin:0;font-size:8pt}p{margin:1mm 0}
    ul{list-style:none;margin:0;padding:0}li{margin:.6mm 0}
    .box{display:inline-block;width:1em;height:1em;border:1.5px solid #000;margin-right:.5em;vertical-align:-.1em}
    .card{text-align:center;font-size:13pt}.key{font-size:40pt;line-height:1;margin:6mm 0 3mm}
    @page{size:A4;margin:10mm}
    @media print{.help{display:none}body{padding:0;max-width:none}section+section{break-before:page}}
    """
