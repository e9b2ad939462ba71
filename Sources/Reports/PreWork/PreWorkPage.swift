import Escaping
package import Instruments
import JSONText
import Languages
package import Sessions

/// The page on which somebody who was invited answers alone before a workshop, with a browser and nothing else.
///
/// It asks what a merge counts, seals the answers to the workshop's key, and gives them to the browser to save.
package struct PreWorkPage {
    private let session: SessionState
    private let invitation: Invitation
    private let areas: [Area]

    /// The page of one invitation.
    ///
    /// - Parameters:
    ///   - session: the workshop; of its answers nothing is on the page.
    ///   - invitation: the key to seal to, and the random name of the invitation.
    package init(of session: SessionState, _ invitation: Invitation) {
        self.session = session
        self.invitation = invitation
        areas = session.questionnaire.areas.filter { $0.questions.contains(where: \.isOnPage) }
    }

    /// One HTML file that needs nothing else and fetches nothing.
    package var text: String {
        let title = local("\(session.questionnaire.title): your answers before the workshop")
        var page = Markup()
        page.element("header") { page in
            page.element(
                "a", [("class", "skip"), ("href", "#answers")], text: local("Skip to the questions"))
        }
        page.element("main", [("id", "main")]) { page in
            page.element("h1", text: title)
            page.element("p", [("dir", "auto")], text: local("For the workshop: \(session.title)"))
            about(into: &page)
            page.element("noscript") { page in
                page.element(
                    "p", [("class", "problem")],
                    text: local(
                        "This page needs scripts to be answered. They are all in this file. A preview, as in a mail program, does not run them: save the file, and open it in a browser."
                    ))
            }
            page.element(
                "p", [("id", "unable"), ("class", "problem"), ("role", "alert"), ("hidden", "")],
                text: local(
                    "This browser cannot seal your answers. Save the file on your machine, and open it in a newer browser."
                ))
            goOn(into: &page)
            page.element(
                "form",
                [
                    ("id", "answers"), ("autocomplete", "off"), ("hidden", ""), ("tabindex", "-1"),
                    ("aria-label", local("Your answers")),
                ]
            ) { PreWorkQuestions(session.questionnaire, areas).write(into: &$0) }
            draft(into: &page)
        }
        page.element("template", [("id", "workshop")]) { $0.text(Self.line(content)) }
        page.element("template", [("id", "texts")]) { $0.text(Self.line(PreWorkTexts.all)) }
        return Page(
            title: title, body: page.source, style: pageStyle + "\n" + preWorkStyle,
            script: preWorkSealing + preWorkDrafts + preWorkAnswers + preWorkButtons
        ).html
    }

    /// What the script has to know.
    private struct Content: Encodable {
        var format: String
        var suite: String
        var workshop: String
        var questionnaire: String
        var key: String
        var contributor: String
        var conditions: [String: AskWhen]
        var words: [String]
    }

    private var content: Content {
        let asked = areas.flatMap(\.questions).filter(\.isOnPage)
        return Content(
            format: PreWorkFormat.second, suite: PreWorkFormat.suite, workshop: invitation.workshop,
            questionnaire: session.pins.questionnaire.sha256, key: invitation.publicKey,
            contributor: invitation.contributor,
            conditions: Dictionary(
                asked.compactMap { question in question.askWhen.map { (question.id.text, $0) } },
                uniquingKeysWith: { one, _ in one }),
            words: KeyWords.all)
    }

    /// JSON in ASCII, of which a page shows nothing otherwise than it is.
    private static func line(_ value: some Encodable) -> String {
        (try? JSONText.encode(value, .line))?.asciiInJSON ?? ""
    }

    private func about(into page: inout Markup) {
        page.element("h2", text: local("What happens with your answers"))
        page.element("ul") { page in
            for text in [
                local(
                    "You answer alone. Leave out what you do not want to answer, and do not write your name or who somebody is."
                ),
                local(
                    "Nothing is sent from this page, and nothing is kept in the browser. You save a sealed file, and send it yourself, the way your invitation says."
                ),
                local(
                    "The file holds your answers and notes as they are then, your group, a random name by which the workshop knows its own files, and how often you saved: no name, no times, nothing that you took back."
                ),
                local(
                    "Until the workshop merges what came back, whoever holds the workshop's session can open your file, and whoever you send it to sees that it comes from you."
                ),
                local(
                    "A workshop merges once, and only with files of five people or more. Of each question it keeps counts of five or more, and it keeps notes without who wrote them; whoever prepares the workshop reads these. What it keeps can be asked for under freedom of information."
                ),
                local(
                    "With the merge the key is removed for good: then nobody can open the files any more, but with a copy of the session from before, such as a backup."
                ),
            ] {
                page.element("li", text: text)
            }
        }
        page.element("p") { page in
            page.text(local("The workshop's key, in words:"))
            page.text(" ")
            page.element("strong", [("id", "fingerprint"), ("lang", "en")], text: "")
        }
        page.element(
            "p",
            text: local(
                "The same words stand in your invitation. Where they differ, do not answer here, and tell whoever invited you."
            ))
    }

    private func goOn(into page: inout Markup) {
        page.element("form", [("id", "go-on"), ("autocomplete", "off"), ("hidden", "")]) { page in
            page.element("h2", text: local("Go on with a draft"))
            page.element(
                "p", [("class", "hint")], text: local("Only where you saved a draft from this page before."))
            Self.problem("open-problem", into: &page)
            Self.field(
                local("The file of your draft"), "open-file",
                [("type", "file"), ("accept", ".canary-draft")], into: &page)
            Self.field(local("Its passphrase"), "open-passphrase", [], into: &page)
            page.element("p") { page in
                page.element("button", [("id", "open-draft")], text: local("Open the draft"))
            }
            page.element("p", [("id", "open-status"), ("role", "status")], text: "")
        }
    }

    private func draft(into page: inout Markup) {
        page.element("form", [("id", "draft"), ("autocomplete", "off"), ("hidden", "")]) { page in
            page.element("h2", text: local("Keep a draft"))
            page.element(
                "p",
                text: local(
                    "To go on later, or on another machine, save a draft. It is sealed with a passphrase of yours, which nobody can bring back: several words that are nowhere else are a good one. The workshop cannot open a draft, so do not send it."
                ))
            Self.problem("draft-problem", into: &page)
            Self.field(local("A passphrase for the draft"), "draft-passphrase", [], into: &page)
            page.element("p") { page in
                page.element("button", [("id", "save-draft")], text: local("Seal and save a draft"))
            }
            page.element("p", [("id", "draft-status"), ("role", "status")], text: "")
        }
    }

    /// Where the script lists what is missing.
    static func problem(_ id: String, into page: inout Markup) {
        page.element("div", [("id", id), ("class", "problem"), ("hidden", "")]) { page in
            page.element("h3", [("tabindex", "-1")], text: local("There is a problem"))
            page.element("ul") { _ in }
        }
    }

    private static func field(
        _ label: String, _ id: String, _ attributes: [(String, String)], into page: inout Markup
    ) {
        page.element("p", [("class", "field")]) { page in
            page.element("label", [("for", id)], text: label)
            page.text(" ")
            page.void("input", [("id", id)] + attributes)
        }
    }
}

extension SessionState {
    /// The questions that a room is asked and an invitee's page is not: a merge does not count them, or they are sensitive.
    package var notOnPage: [Question.ID] {
        questionnaire.questions.filter { !$0.isOnPage && !$0.isNotForARoom && $0.step == nil }.map(\.id)
    }

    /// Whether an invitee's page of this questionnaire asks anything.
    package var hasPage: Bool { questionnaire.questions.contains(where: \.isOnPage) }
}

extension Question {
    /// Whether an invitee's page asks it: a merge counts it, and it is neither for one person alone nor sensitive.
    var isOnPage: Bool { isVotedOn && !isNotForARoom && !isSensitive }
}
