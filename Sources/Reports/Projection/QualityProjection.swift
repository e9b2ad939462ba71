import Evaluation
import Instruments
import Languages
import Sessions

/// Puts in words how the answers of a session were reached.
struct QualityProjection {
    let session: SessionState
    let labels: Labels
    /// How many answers are left out of what is said of evidence and remarks, since the reader does not see those.
    var notCounted = 0

    /// A line for each test, with what would improve it.
    func lines(_ lines: [QualityLine]) -> [QualityText] {
        lines.filter { $0.area == nil }.map { whole in
            let areas = lines.filter { $0.test == whole.test && $0.area != nil }
            return QualityText(
                test: whole.test.rawValue, sentence: sentence(whole, areas) + leftOut(of: whole.test),
                improve: improvement(whole), found: found(whole, areas))
        }
    }

    /// What a critical friend asks, with the answers that bring it up.
    func prompts(_ prompts: [Prompt], _ words: FindingProjection) -> [PromptText] {
        prompts.map { prompt in
            PromptText(
                text: prompt.text, source: prompt.source,
                answers: prompt.when.questions.compactMap { id in
                    // Words of the user's own may be confidential, and stand with their answer.
                    switch words.responses[id] {
                    case .given(.text), .notApplicable, nil: nil
                    case .given(let value): words.reason(id, .given(value))
                    case .dontKnow: words.reason(id, .dontKnow)
                    }
                })
        }
    }

    private func leftOut(of test: QualityLine.Test) -> String {
        switch test {
        case .evidenced, .triangulated, .balanced:
            notCounted == 0
                ? ""
                : " "
                    + counted(
                        notCounted, "answer marked confidential is not counted.",
                        "answers marked confidential are not counted.")
        case .known, .complete, .challenged, .shared: ""
        }
    }

    private func sentence(_ line: QualityLine, _ areas: [QualityLine]) -> String {
        let measured = areas.filter { $0.value != nil }
        let passing = measured.filter { $0.value == 1 }.count
        let percent = line.value.map { Int(($0 * 100).rounded()) }
        switch line.test {
        case .evidenced:
            if let percent { return local("Evidenced: \(percent) per cent of ratings name evidence.") }
            return session.questionnaire.questions.contains(where: \.isRated)
                ? local("Evidenced: no question has a rating yet.")
                : local("Evidenced: this questionnaire has no ratings.")
        case .triangulated:
            return plural(
                measured.count,
                "Triangulated: in \(passing) of \(measured.count) area the evidence comes from "
                    + "three kinds or more, one close to the people served and one from outside. "
                    + "The thresholds are ours.",
                "Triangulated: in \(passing) of \(measured.count) areas the evidence comes from "
                    + "three kinds or more, one close to the people served and one from outside. "
                    + "The thresholds are ours.")
        case .balanced:
            guard !measured.isEmpty else {
                return local("Balanced: no strengths or concerns are recorded yet.")
            }
            let areas = counted(measured.count, "area", "areas")
            return plural(
                passing,
                "Balanced: \(passing) of \(areas) with remarks records strengths as well as concerns.",
                "Balanced: \(passing) of \(areas) with remarks record strengths as well as concerns.")
        case .known:
            return percent.map {
                local("Known: \($0) per cent of the questions are answered with don't know.")
            } ?? local("Known: none of the questions are answered with don't know.")
        case .complete:
            return percent.map { local("Complete: \($0) per cent of the questions are dealt with.") }
                ?? local("Complete: none of the questions are dealt with.")
        case .challenged:
            guard !session.reviews.isEmpty else { return local("Challenged: no peer review is on file.") }
            let reviews = ReviewProjection(session: session, labels: labels).reviews()
            return plural(
                session.reviews.count, "Challenged: \(session.reviews.count) peer review is on file.",
                "Challenged: \(session.reviews.count) peer reviews are on file.")
                + (reviews?.overall.map { " " + local("Peers rated \($0.localizedDescription).") } ?? "")
        case .shared:
            guard session.room != nil else {
                return local(
                    "Shared: no votes of a room are on file; these answers may be one person's view.")
            }
            return percent.map {
                local(
                    "Shared: on \($0) per cent of the votes that may be told, the room is together."
                )
            } ?? local("Shared: these answers were agreed in a room; of its votes nothing may be told.")
        }
    }

    private func improvement(_ line: QualityLine) -> String? {
        switch line.test {
        case .evidenced where !line.found.isEmpty:
            local(
                "These ratings count as met, and nothing backs them yet. Name one piece of evidence for each:"
            )
        case .triangulated where !line.found.isEmpty:
            local("What is still missing, area by area:")
        case .balanced where !line.found.isEmpty:
            local("Look at the other half, too:")
        case .known where !line.found.isEmpty:
            local("Who could find these out?")
        case .complete where !line.found.isEmpty:
            local("Still to answer:")
        case .challenged where session.reviews.isEmpty:
            local("Ask peers from elsewhere to look at the report and say where they see it differently.")
        case .shared where session.room != nil && !line.found.isEmpty:
            local("Talk about these again, for the votes lie apart:")
        case .shared where session.room == nil:
            local("Go through the questions together as a team, and talk about those where you differ.")
        case .evidenced, .triangulated, .balanced, .known, .complete, .challenged, .shared: nil
        }
    }

    private func found(_ whole: QualityLine, _ areas: [QualityLine]) -> [String] {
        switch whole.test {
        case .triangulated, .balanced:
            let byArea = areas.filter { $0.value != 1 && !$0.found.isEmpty }.map { line in
                "\(areaTitle(line.area)): \(listed(line.found.map(words)))"
            }
            return byArea
                + whole.found.compactMap { found in
                    if case .power = found { words(found) } else { nil }
                }
        case .evidenced, .known, .complete, .challenged, .shared:
            return whole.found.map(words)
        }
    }

    private func words(_ found: QualityLine.Found) -> String {
        switch found {
        case .question(let id): "\(labels[id].short): \(labels[id].text)"
        case .area(let id): areaTitle(id)
        case .lacking(.threeKinds): local("evidence of at least three kinds")
        case .lacking(.closeToChildren): local("evidence from the front line, or from the people served")
        case .lacking(.outside): local("evidence from partners, inspection or peers")
        case .missing(.strengths): local("only concerns are recorded; what goes well?")
        case .missing(.concerns): local("only strengths are recorded; what worries you?")
        case .power(let power):
            words(power) + (session.questionnaire.oversight.map { " (\($0.source))" } ?? "")
        }
    }

    private func words(_ power: Oversight.Power) -> String {
        switch power {
        case .prevent: local("No answer looks at the council's own power to prevent problems")
        case .detect: local("No answer looks at the council's own power to detect problems")
        case .respond: local("No answer looks at the council's own power to respond to problems")
        }
    }

    func areaTitle(_ id: Area.ID?) -> String {
        session.questionnaire.areas.first { $0.id == id }?.title ?? ""
    }
}

extension Question {
    /// Whether it is answered by a rating.
    fileprivate var isRated: Bool {
        if case .rating = kind { true } else { false }
    }
}
