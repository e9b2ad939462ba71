package import Instruments
package import Sessions

/// Why answers before a workshop cannot be put together.
package enum MergeFault: Error, Equatable, Sendable {
    /// Answers to another version of the questionnaire, or to another one; the place of the file in the list.
    case otherQuestionnaire(Int)
    /// An answer that does not fit its question.
    case unfitting(Int, Question.ID)
    case tooEntangled(TooEntangled)
}

/// Puts together what people answered before a workshop: round 0.
///
/// Of the same contributor the newest counts. Fewer than five people give an order of the questions and nothing else.
/// Notes are in alphabetical order, so that their order says nothing of who wrote them.
///
/// - Parameters:
///   - submissions: the answers, in any order.
///   - session: the workshop.
/// - Returns: what the workshop keeps of them.
/// - Throws: why there is nothing.
package func merge(
    _ submissions: [Submission], for session: SessionState
) throws(MergeFault) -> PreWork {
    for (place, submission) in submissions.enumerated() {
        guard submission.questionnaire == session.pins.questionnaire.sha256 else {
            throw .otherQuestionnaire(place)
        }
        for (id, entry) in submission.answers {
            guard let question = session.questionnaire.question(id), question.takes(entry.response) else {
                throw .unfitting(place, id)
            }
        }
    }
    let people = newest(submissions)
    let questions = session.questionnaire.questions.filter(\.isVotedOn)
    var tallies: [Question.ID: Tally] = [:]
    for question in questions { tallies[question.id] = tally(of: question, people) }

    // What is put together is looked at as if it were there already.
    let deciding: Set<Question.ID>
    do throws(TooEntangled) {
        deciding = Set(try session.decidingDisagreements(tallies).map(\.question))
    } catch {
        throw .tooEntangled(error)
    }
    let order = triage(session, by: tallies, deciding: deciding).map(\.question)
    guard people.count >= PreWork.fewest else {
        return PreWork(people: people.count, order: order, tallies: [:], notes: [:], gaps: [])
    }
    return PreWork(
        people: people.count, order: order, tallies: tallies, notes: notes(people),
        gaps: questions.flatMap { gaps(on: $0, people) })
}

private func newest(_ submissions: [Submission]) -> [Submission] {
    var newest: [String: Submission] = [:]
    for submission in submissions {
        if let other = newest[submission.contributor], other.edition >= submission.edition { continue }
        newest[submission.contributor] = submission
    }
    return newest.values.sorted { $0.contributor < $1.contributor }
}

/// The counts of those who answered; nil where nobody did.
private func tally(of question: Question, _ people: [Submission]) -> Tally? {
    var tally = Tally(counts: Array(repeating: 0, count: question.kind.voteCounts))
    for person in people {
        switch person.answers[question.id]?.response {
        case .given(.rating(let level)): tally.counts[level - 1] += 1
        case .given(.yesNo(let isYes)): tally.counts[isYes ? 0 : 1] += 1
        case .dontKnow: tally.dontKnow += 1
        case .notApplicable: tally.notApplicable += 1
        case .given, nil: break
        }
    }
    return tally.people == 0 ? nil : tally
}

private func notes(_ people: [Submission]) -> [Question.ID: [String]] {
    var notes: [Question.ID: [String]] = [:]
    for person in people {
        for (id, entry) in person.answers {
            if let note = entry.note { notes[id, default: []].append(note) }
        }
    }
    return notes.mapValues { $0.sorted() }
}

/// How groups of roles differ from the rest, where neither is small and no third group can be worked out.
private func gaps(on question: Question, _ people: [Submission]) -> [PreWork.Gap] {
    let groups = RoleGroup.allCases.map { role in
        tally(of: question, people.filter { $0.role == role })
            ?? Tally(counts: Array(repeating: 0, count: question.kind.voteCounts))
    }
    let shown = Disclosure.shown(groups.map(\.ratings))
    return shown.compactMap { index in
        let role = RoleGroup.allCases[index]
        let rest = tally(of: question, people.filter { $0.role != role })
        guard let rest, rest.ratings >= Disclosure.fewest,
            let delta = cliffsDelta(groups[index], against: rest)
        else { return nil }
        return PreWork.Gap(question: question.id, role: role, delta: Int((delta * 100).rounded()))
    }
}

extension Question {
    /// Whether an answer from elsewhere is one that this question can have.
    fileprivate func takes(_ response: Response) -> Bool {
        switch (response, kind) {
        case (.dontKnow, _), (.notApplicable, _): true
        case (.given(.rating(let level)), .rating(let rating)):
            (1...rating.scale.levels.count).contains(level)
        case (.given(.yesNo), .yesNo), (.given(.choice), .choice), (.given(.choices), .choices),
            (.given(.number), .number), (.given(.date), .date), (.given(.text), .text):
            true
        case (.given, _): false
        }
    }
}
