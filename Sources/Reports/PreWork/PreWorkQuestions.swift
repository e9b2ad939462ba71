import Instruments
import Languages
import Sessions

/// The questions of an invitee's page, and what follows them.
struct PreWorkQuestions {
    private let areas: [Area]
    private let labels: Labels

    /// The questions of some areas that a page asks; they are numbered as everywhere.
    init(_ questionnaire: Questionnaire, _ areas: [Area]) {
        self.areas = areas
        labels = Labels(questionnaire)
    }

    /// Writes what is within the form.
    func write(into page: inout Markup) {
        page.element("fieldset", [("id", "role")]) { page in
            page.element("legend", text: local("Which group do you belong to?"))
            for role in RoleGroup.allCases {
                choice("role", role.rawValue, role.localizedDescription.firstRaised, into: &page)
            }
        }
        page.element("p", [("id", "progress"), ("role", "status")], text: "")
        page.element("p", [("id", "more"), ("role", "status")], text: "")
        var index = 0
        for area in areas {
            page.element("h2", text: area.title)
            if let intro = area.intro { page.element("p", text: intro) }
            for question in area.questions where question.isOnPage {
                ask(question, index, into: &page)
                index += 1
            }
        }
        save(into: &page)
    }

    private func ask(_ question: Question, _ index: Int, into page: inout Markup) {
        let name = labels[question.id].short
        var attributes = [
            ("class", "question"), ("data-question", question.id.text),
            ("data-kind", question.kind.name.rawValue), ("data-name", name),
        ]
        if question.hint != nil { attributes.append(("aria-describedby", "hint\(index)")) }
        page.element("fieldset", attributes) { page in
            page.element("legend") { page in
                page.element("span", [("class", "name")], text: name)
                page.text(" " + question.text)
            }
            if let hint = question.hint {
                page.element("p", [("class", "hint"), ("id", "hint\(index)")], text: hint)
            }
            choices(question.kind, "q\(index)", into: &page)
            page.element("div", [("class", "reason"), ("hidden", "")]) { page in
                page.element(
                    "label", [("for", "reason\(index)")], text: local("Why \(name) does not apply"))
                page.void("input", [("id", "reason\(index)"), ("dir", "auto")])
            }
            page.element("details") { page in
                page.element("summary", text: local("A note on \(name)"))
                page.element("label", [("for", "note\(index)")], text: local("Your note, without names"))
                page.element(
                    "textarea", [("id", "note\(index)"), ("rows", "3"), ("dir", "auto")], text: "")
            }
            page.element(
                "button", [("type", "button"), ("class", "clear"), ("hidden", "")],
                text: local("Clear the answer to \(name)"))
            page.element("blockquote", [("class", "on-paper"), ("hidden", "")], text: "")
        }
    }

    private func choices(_ kind: AnswerKind, _ name: String, into page: inout Markup) {
        if case .rating(let rating) = kind {
            for (index, (level, words)) in zip(rating.scale.levels, rating.descriptors).enumerated() {
                choice(name, "\(index + 1)", words, strong: "\(index + 1), \(level).", into: &page)
            }
        } else {
            choice(name, "yes", local("Yes", context: "answer"), into: &page)
            choice(name, "no", local("No", context: "answer"), into: &page)
        }
        choice(name, "dont-know", local("Don't know"), into: &page)
        choice(name, "not-applicable", local("Not applicable"), into: &page)
    }

    private func choice(
        _ name: String, _ value: String, _ words: String, strong: String? = nil, into page: inout Markup
    ) {
        page.element("label", [("class", "choice")]) { page in
            page.void("input", [("type", "radio"), ("name", name), ("value", value)])
            page.element("span") { page in
                if let strong {
                    page.element("b", text: strong)
                    page.text(" ")
                }
                page.text(words)
            }
        }
    }

    private func save(into page: inout Markup) {
        let title = local("Save your answers")
        page.element("section", [("id", "save"), ("class", "mark"), ("aria-label", title)]) { page in
            page.element("h2", text: title)
            page.element(
                "p",
                text: local(
                    "What you leave open counts for nothing; you can save with open questions. The file is sealed on this machine, for the workshop alone."
                ))
            PreWorkPage.problem("problem", into: &page)
            page.element("p") { page in
                page.element(
                    "button", [("type", "button"), ("id", "save-answers")],
                    text: local("Seal and save my answers"))
            }
            page.element("p", [("id", "save-status"), ("role", "status")], text: "")
            page.element("div", [("id", "after"), ("hidden", "")]) { page in
                page.element("h3", text: local("What to do with the file"))
                page.element("ol") { page in
                    for text in steps { page.element("li", text: text) }
                }
            }
        }
    }

    private var steps: [String] {
        [
            local(
                "Find it among your downloads, and look that it is there: its name ends in .canary-answers."),
            local(
                "Send it to whoever invited you, the way the invitation says. You cannot open it yourself."),
            local(
                "If you may still change something, save a draft now as well. Go on from that draft: what you save then counts as the newer one. What is saved from an empty page beside an earlier file is refused, for nobody can say which counts."
            ),
            local(
                "When the workshop has it, erase the file, the draft and this page: the page holds your random name."
            ),
        ]
    }
}
