import Disclosure
package import Instruments
package import Sessions

/// Why answers before a workshop cannot be put together.
package enum MergeFault: Error, Equatable, Sendable {
    /// Answers to another version of the questionnaire, or to another one; the place of the file in the list.
    case otherQuestionnaire(Int)
    /// An answer that does not fit its question.
    case unfitting(Int, Question.ID)
    /// Two files of one invitation that two people answered, or one person in two places; their places in the list.
    case copies(Int, Int)
    /// A file of nobody who was invited; its place in the list.
    case uninvited(Int)
}

/// Puts together what people answered before a workshop: round 0.
///
/// Of the same contributor the newest counts; two that are as new and not the same are copies of one invitation, and
/// nobody can say which counts. Answers with a fingerprint that the workshop did not give out are made up; where version
/// 0.1 invited, which noted none, so many can have another. Of a question no count of fewer than five people is kept.
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
            guard let question = session.questionnaire.question(id), question.takes(entry) else {
                throw .unfitting(place, id)
            }
        }
    }
    try checkInvited(submissions, session.room)
    let people = try newest(submissions)
    let questions = session.questionnaire.questions.filter(\.isVotedOn)
    var tallies: [Question.ID: Tally] = [:]
    for question in questions {
        let tally = tally(of: question, people).withoutFew
        guard tally.people > 0 else { continue }
        tallies[question.id] = tally
    }
    return PreWork(
        people: people.count, tallies: tallies, notes: notes(people),
        // Beside the counts, a word on one group can tell a colleague how each of its people answered.
        gaps: [])
}

/// Refuses answers of nobody who was invited.
private func checkInvited(_ submissions: [Submission], _ room: Room?) throws(MergeFault) {
    guard let room, !room.fingerprints.isEmpty else { return }
    var strangers: Set<String> = []
    for (place, submission) in submissions.enumerated()
    where !room.fingerprints.contains(submission.fingerprint) {
        strangers.insert(submission.fingerprint)
        guard strangers.count <= room.invited - room.fingerprints.count else { throw .uninvited(place) }
    }
}

func newest(_ submissions: [Submission]) throws(MergeFault) -> [Submission] {
    var newest: [String: (place: Int, Submission)] = [:]
    for (place, submission) in submissions.enumerated() {
        if let (otherPlace, other) = newest[submission.fingerprint] {
            guard other.edition != submission.edition || other == submission else {
                throw .copies(otherPlace, place)
            }
            guard other.edition < submission.edition else { continue }
        }
        newest[submission.fingerprint] = (place, submission)
    }
    return newest.values.map(\.1).sorted { $0.fingerprint < $1.fingerprint }
}

/// The counts of those who answered.
private func tally(of question: Question, _ people: [Submission]) -> Tally {
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
    return tally
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

extension Question {
    /// Whether what somebody said elsewhere, in an answer or in words alone, can be said to a room on this question.
    fileprivate func takes(_ entry: Submission.Entry) -> Bool {
        !isNotForARoom && entry.response.map(isAnswered(by:)) ?? true
    }

    /// Whether an answer from elsewhere is one that this question can have.
    private func isAnswered(by response: Response) -> Bool {
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
