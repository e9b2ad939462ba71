import Instruments
import JSONText
import Sessions

@testable import SessionFiles

/// A questionnaire with every kind of question, and a framework.
enum Small {
    static let set = InstrumentSet(questionnaire: questionnaire, frameworks: [framework])

    /// The sources of a program that has them itself.
    static var own: InstrumentSources {
        InstrumentSources(
            own: { sha256 in set.all.first { $0.pin.sha256 == sha256 } },
            text: { sha256 in
                let text =
                    sha256 == questionnaire.sha256
                    ? try? JSONText.encode(questionnaire, .line)
                    : sha256 == framework.sha256 ? try? JSONText.encode(framework, .line) : nil
                return text.map { Array($0.utf8) }
            })
    }

    /// The same after a revision: one question is gone, one offers fewer options.
    static let later: InstrumentSet = {
        var revised = questionnaire
        revised.version = "1.3.0"
        revised.sha256 = String(repeating: "0b", count: 32)
        revised.areas = revised.areas.map { area in
            var area = area
            area.questions = area.questions.filter { $0.id != "data.count" }
            if let index = area.questions.firstIndex(where: { $0.id == "data.owner" }) {
                area.questions[index].kind = .choice(Array(options.dropLast()))
            }
            return area
        }
        return InstrumentSet(questionnaire: revised, frameworks: [framework])
    }()

    /// The instruments that pins name.
    static func instruments(_ pins: InstrumentPins) -> InstrumentSet? {
        [set, later].first { InstrumentPins($0) == pins }
    }

    static let framework = Framework(
        id: "small", version: "1.0.0", title: "A small framework",
        elements: [
            Element(id: "has-plan", statement: "There is a plan.", source: "small, 1"),
            Element(id: "plan-used", statement: "The plan is used.", source: "small, 2"),
        ],
        problems: ProblemSet(
            source: "small, 3",
            groups: [
                ProblemSet.Group(
                    id: "plan", title: "Plan", means: Statement("The plan."),
                    elements: ["has-plan", "plan-used"])
            ], isolated: Statement("One."), linked: Statement("Two."), circle: Statement("Round.")),
        sha256: String(repeating: "f0", count: 32))

    static let questionnaire = Questionnaire(
        id: "tiny", version: "1.2.0", title: "A tiny check", minutes: 2, feeds: ["small"],
        scales: ["grip": grip],
        areas: [
            Area(
                id: "plan", title: "Planning",
                questions: [
                    Question(
                        id: "plan.exists", text: "Is there a plan?", kind: .yesNo,
                        supports: [Reference("small", "has-plan")]),
                    Question(
                        id: "plan.used", text: "How is the plan used?",
                        kind: .rating(
                            .init(
                                scaleID: "grip", scale: grip,
                                descriptors: ["Nobody reads it.", "Some do.", "Teams do.", "It changes."])),
                        askWhen: .answer("plan.exists", among: [.yes(true)])),
                    Question(
                        id: "plan.reviewed", text: "When was it reviewed?", kind: .date,
                        askWhen: .all([
                            .answer("plan.exists", among: [.yes(true)]),
                            .not(.answer("plan.used", among: [.whole(1)])),
                        ])),
                ]),
            Area(
                id: "data", title: "Data", intro: "What is counted.",
                questions: [
                    Question(
                        id: "data.count", text: "How many cases?",
                        kind: .number(.init(least: 0, unit: "cases"))),
                    Question(id: "data.owner", text: "Who owns it?", kind: .choice(options)),
                    Question(id: "data.sources", text: "Which sources?", kind: .choices(options)),
                    Question(id: "data.words", text: "What do people say?", kind: .text),
                ]),
        ],
        sha256: String(repeating: "0a", count: 32))

    private static let grip = Scale(
        levels: ["Not in place", "Emerging", "Established", "Embedded"], metFrom: 3)

    private static let options = [
        AnswerKind.Option(id: "council", text: "The council"),
        AnswerKind.Option(id: "partners", text: "Partners"),
        AnswerKind.Option(id: "nobody", text: "Nobody"),
    ]
}
