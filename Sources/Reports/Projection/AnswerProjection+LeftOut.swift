import Disclosure
import Evaluation
import Instruments
import Languages
import Sessions

extension AnswerProjection {
    /// What is not in the report, and why.
    func leftOut(_ counts: Counts) -> [Pack.LeftOut] {
        var items: [Pack.LeftOut] = []
        func add(_ what: String, _ count: Int, _ why: String) {
            if count > 0 { items.append(Pack.LeftOut(what: what, count: count, why: why)) }
        }
        let asked = session.asked
        // Whether there are words on a confidential answer is confidential, too.
        let withheld = session.withheldQuestions
        let records = session.records.filter { $0.value.hasContentOrMark && !withheld.contains($0.key) }
        let confidential =
            records.values.count(where: \.confidential)
            + session.leftBehind.count(where: \.record.confidential)
        if !audience.showsAnswers {
            add(
                plural(counts.answered, "answer", "answers"), counts.answered,
                local("This audience sees findings only."))
        } else if !audience.showsConfidential {
            add(
                plural(confidential, "answer marked confidential", "answers marked confidential"),
                confidential,
                local(
                    "What is written on them, and what a room or reviewers said of them, stays with the authority. Their ratings are shown."
                ))
        }
        let aside = records.keys.count { !asked.contains($0) }
        let behind = session.leftBehind.count
        if !audience.showsConfidential {
            add(
                plural(aside, "answer set aside", "answers set aside"), aside,
                local("Other answers mean that their questions are not asked."))
            add(
                plural(behind, "answer left behind", "answers left behind"), behind,
                local(
                    "Their questions are gone, or ask for something else, in the version that is asked now."))
        }
        if !audience.showsConfidential {
            // Those that are asked, as everywhere where questions are counted.
            let sensitive = asked.questions.count(where: \.isSensitive)
            add(
                plural(sensitive, "sensitive question", "sensitive questions"), sensitive,
                local("Whatever is answered to them, they count as open here."))
            let others = audience.withholds(in: session)
            let alternatives = asked.questions.count {
                others.contains($0.id) && !$0.isSensitive
            }
            add(
                plural(
                    alternatives, "question on who could take a post over",
                    "questions on who could take a post over"), alternatives,
                local("Whatever is answered to them, they count as open here."))
            let marked = asked.questions.count {
                withheld.contains($0.id) && !$0.isSensitive && !others.contains($0.id)
            }
            add(
                plural(
                    marked, "answer whose level is marked confidential",
                    "answers whose level is marked confidential"), marked,
                local("Whatever was answered, they count as open here."))
        }
        let removed = Dictionary(grouping: Set(session.redacted)) { $0.isQuestion }.mapValues(\.count)
        let (questions, places) = (removed[true] ?? 0, removed[false] ?? 0)
        add(
            plural(
                questions, "question with words that were taken out",
                "questions with words that were taken out"), questions,
            local("They were removed from the session for good."))
        add(
            plural(
                places, "other place with words that were taken out",
                "other places with words that were taken out"), places,
            local("They were removed from the session for good."))
        add(
            plural(session.lost.count, "event that was lost", "events that were lost"), session.lost.count,
            local("The session's file was damaged, and a salvage could not bring them back."))
        add(
            plural(
                session.instruments.unchecked.count, "instrument that nobody can check",
                "instruments that nobody can check"), session.instruments.unchecked.count,
            local(
                "Nothing says what their files held when the session was started, so the findings rest on trust."
            ))
        let open = OpenCounts(counts, session, audience)
        add(
            plural(
                open.notForTheRoom, "question not asked in the room", "questions not asked in the room"),
            open.notForTheRoom,
            local("They are for somebody alone, and stay open."))
        add(
            plural(open.unanswered, "question not answered", "questions not answered"), open.unanswered,
            local("Nobody has answered them yet.")
        )
        return items
    }
}

/// The questions that are asked and have no answer for an audience, by why: one definition for all that counts them.
struct OpenCounts {
    /// Of whose answers the audience learns nothing, nor whether there are any.
    let withheld: Int
    /// Those for somebody alone, in a room.
    let notForTheRoom: Int
    /// Those that nobody has answered.
    let unanswered: Int

    /// Counts them.
    ///
    /// - Parameters:
    ///   - counts: how the questions stand, as they are disclosed to the audience.
    ///   - session: the session, as it is disclosed to the audience.
    ///   - audience: who will read it.
    init(_ counts: Counts, _ session: SessionState, _ audience: Audience) {
        let room = Set(session.notForTheRoom.map(\.id))
        let hidden = session.withheldQuestions
        notForTheRoom = room.count
        // Nobody is told whether those that are withheld are answered.
        withheld =
            audience.showsConfidential
            ? 0 : session.asked.questions.count { hidden.contains($0.id) && !room.contains($0.id) }
        unanswered = counts.unanswered - notForTheRoom - withheld
    }
}

extension WordsPlace {
    /// Whether the words stand on a question.
    fileprivate var isQuestion: Bool { if case .question = self { true } else { false } }
}
