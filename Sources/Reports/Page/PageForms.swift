import Instruments
import Languages
import Sessions

/// The parts of a page that need its script; all of them stay hidden without it.
enum PageForms {
    /// Search, and filters by area and by how a question stands.
    static func filter(_ areas: [AreaText], into page: inout Markup) {
        page.element(
            "form",
            [("id", "filter"), ("role", "search"), ("aria-label", local("Find answers")), ("hidden", "")]
        ) { page in
            field(local("Words in an answer"), "find-words", into: &page) { page in
                page.void("input", [("id", "find-words"), ("type", "search")])
            }
            field(local("Area"), "find-area", into: &page) { page in
                options("find-area", areas.map { ($0.id, $0.title) }, first: local("All areas"), into: &page)
            }
            field(local("How it stands"), "find-status", into: &page) { page in
                let statuses = [
                    ("answered", local("Answered")), ("dont-know", local("Don't know")),
                    ("not-applicable", local("Not applicable")), ("unanswered", local("Not answered")),
                ]
                options("find-status", statuses, first: local("All"), into: &page)
            }
            page.element(
                "p",
                [
                    ("id", "found"), ("role", "status"),
                    ("data-words", local("answers shown of")),
                ], text: "")
        }
    }

    /// The reviewer's form: a part for each answer, which the script puts where it belongs, and the end.
    static func review(_ pack: Pack, into page: inout Markup) {
        page.element("template", [("id", "pack")]) { $0.text(ReviewSheet(pack)?.json ?? "") }
        page.element("template", [("id", "review-part")]) { part(into: &$0) }
        for scale in pack.scales {
            template("options-rating-\(scale.id)", levels(scale), into: &page)
        }
        page.element(
            "p", [("class", "on-paper")],
            text: local(
                "The form for a review is in the page and in the workbook. It is not printed, nor what was written into it."
            ))
        template(
            "options-yes-no-",
            [("yes", local("Yes", context: "answer")), ("no", local("No", context: "answer"))],
            into: &page)
        page.element(
            "section",
            [
                ("id", "review"), ("hidden", ""), ("data-pack", pack.cover.pack),
                ("data-session", pack.cover.session), ("data-questionnaire", pack.cover.questionnaire.id),
                ("data-version", pack.cover.questionnaire.version),
                ("data-sha256", pack.cover.questionnaire.sha256),
                ("data-incomplete", local("needs a comment: say what you saw, or what is missing.")),
                ("data-no-role", local("Say in which role you review.")),
                ("data-no-date", local("Give the day of the review.")),
                ("data-unreadable", local("That file is no review of this pack. Nothing was changed.")),
                ("data-saved", local("The review file was given to the browser to save.")),
                ("data-opened", local("The review is open. Go on where it was left.")),
            ]
        ) { page in
            page.element("h2", text: local("Your review"))
            page.element(
                "p",
                text: local(
                    "Under each answer is a place for what you found. Nothing is sent anywhere: save a review file "
                        + "and give it to the authority, which reads it with canary import-review."))
            page.element("div", [("id", "review-problem"), ("class", "problem"), ("hidden", "")]) { page in
                page.element("h3", [("tabindex", "-1")], text: local("There is a problem"))
                page.element("ul") { _ in }
            }
            field(local("Your role, such as lead peer"), "review-role", into: &page) { page in
                page.void("input", [("id", "review-role")])
            }
            field(local("Day of the review"), "review-date", into: &page) { page in
                page.void("input", [("id", "review-date"), ("type", "date")])
            }
            page.element("p") { page in
                page.element(
                    "button", [("type", "button"), ("id", "review-save")], text: local("Save review file"))
                page.text(" ")
                page.element("label", [("for", "review-open")], text: local("Go on with a review file"))
                page.text(" ")
                page.void("input", [("id", "review-open"), ("type", "file"), ("accept", ".json")])
            }
            page.element("p", [("id", "review-status"), ("role", "status")], text: "")
        }
    }

    private static func part(into page: inout Markup) {
        page.element("details", [("class", "review")]) { page in
            page.element("summary", text: local("Your review of"))
            page.element(
                "p", [("class", "hint")],
                text: local(
                    "Nothing that you write is kept before you save the review file, at the end of the page.")
            )
            page.element("fieldset") { page in
                page.element("legend", text: local("What you found"))
                for (verdict, words) in Review.Verdict.allCases.map({ ($0.rawValue, $0.localizedDescription) }
                ) {
                    page.element("label", [("class", "choice")]) { page in
                        page.void(
                            "input", [("type", "radio"), ("value", verdict), ("data-field", "verdict")])
                        page.text(" \(words)")
                    }
                }
            }
            page.element("label", [("class", "own")]) { page in
                page.text(local("Your own answer, whatever theirs is"))
                page.element("select", [("data-field", "rating")]) { page in
                    page.element("option", [("value", "-")], text: local("None"))
                }
            }
            for (name, words) in [
                ("comment", local("Comment")), ("seen", local("Evidence you have seen")),
                ("test", local("What to test on site")),
            ] {
                page.element("label") { page in
                    page.text(words)
                    page.element(
                        "textarea", [("data-field", name), ("rows", "3")], text: "")
                }
            }
        }
    }

    private static func levels(_ scale: Pack.ScaleText) -> [(String, String)] {
        scale.levels.enumerated().map { ("\($0.offset + 1)", "\($0.offset + 1), \($0.element)") }
    }

    private static func template(_ id: String, _ values: [(String, String)], into page: inout Markup) {
        page.element("template", [("id", id)]) { page in
            for (value, words) in values { page.element("option", [("value", value)], text: words) }
        }
    }

    private static func field(
        _ label: String, _ id: String, into page: inout Markup, _ control: (inout Markup) -> Void
    ) {
        page.element("p", [("class", "field")]) { page in
            page.element("label", [("for", id)], text: label)
            page.text(" ")
            control(&page)
        }
    }

    private static func options(
        _ id: String, _ values: [(String, String)], first: String, into page: inout Markup
    ) {
        page.element("select", [("id", id)]) { page in
            page.element("option", [("value", "-")], text: first)
            for (value, words) in values { page.element("option", [("value", value)], text: words) }
        }
    }
}
