import Disclosure
import Escaping
import Instruments
import Languages
import Reports
import Sessions

extension SessionEvent.Payload {
    /// What happened to a question, in a line; nil where it says nothing of it.
    func localizedDescription(on question: Question.ID, _ labels: Labels) -> String? {
        switch self {
        case .answered(let entries, _):
            entries.last { $0.question == question }.map { $0.localizedDescription(labels) }
        case .cleared(question): local("the answer was taken away")
        case .noted(question, let text): local("note: \(text.visible)")
        case .noteAdded(question, let text): local("added to the note: \(text.visible)")
        case .evidenceAdded(question, let evidence):
            local("evidence \(evidence.id): \(evidence.reference.visible)")
        case .strengthAdded(question, let text): local("strength: \(text.visible)")
        case .concernAdded(question, let text): local("concern: \(text.visible)")
        case .actionAdded(question, let action): local("action: \(action.text.visible)")
        case .actionChanged(question, let action):
            local("action \(action.id) is now: \(action.localizedDescription.visible)")
        case .itemRemoved(question, let item): local("removed: \(item.localizedDescription)")
        case .itemRewritten(question, let item, let text):
            local("\(item.localizedDescription) is now: \(text.visible)")
        case .themeAdded(question, let theme): local("theme: \(theme.visible)")
        case .themeRemoved(question, let theme): local("no longer of the theme: \(theme.visible)")
        case .confidentialitySet(question, let confidentiality):
            switch confidentiality {
            case .level: local("marked as confidential, its level, too")
            case .words: local("marked as confidential")
            case .nothing: local("no longer confidential")
            }
        case .migrated(let migration) where migration.reworded.contains(question):
            local("to be confirmed, because the words of the question changed")
        case .migrated(let migration) where migration.setAside.contains(question):
            local("set aside, because the session moved to other versions of its questions")
        case .redacted(let redaction) where redaction.place == .question(question):
            local("words were removed for good")
        case .reviewFiled(let review, _):
            review.entries.first { $0.question == question }.map { entry in
                let comment = entry.comment.isEmpty ? "" : ": \(entry.comment.visible)"
                return local(
                    "a reviewer, \(review.role.visible), says: \(entry.verdict.localizedDescription)")
                    + comment
            }
        case .voted(question, _): local("a vote was counted")
        case .recounted(question, _, _):
            local("a vote was counted again, and the earlier count was removed for good")
        case .revealed(question): local("the room saw the vote")
        case .secondVoteCalled(question): local("a second vote was called")
        case .agreed(question, let agreement, let note, _):
            agreement.localizedDescription(on: question, labels)
                + (note.map { "; " + local("note: \($0.visible)") } ?? "")
        case .otherViewRecorded(question, let view): local("another view: \(view.text.visible)")
        case .parked(question, let action, _):
            local("parked for \((action.role ?? "").visible): \(action.text.visible)")
        case .wordsWithdrawn(question): local("the room took its words back")
        case .confirmed(let ids, _) where ids.contains(question): local("confirmed as it stands")
        case .started, .cleared, .noted, .noteAdded, .noteContinued, .evidenceAdded, .strengthAdded,
            .concernAdded, .actionAdded, .actionChanged, .itemRemoved, .itemRewritten, .askRemoved,
            .askRewritten, .themeAdded, .themeRemoved, .confidentialitySet, .reviewersAsked, .linked,
            .unlinked, .measureSet, .measureRemoved, .titled,
            .authorityNamed, .migrated, .signedOff, .reopened, .released, .reviewWithdrawn, .summarised,
            .redacted, .lost,
            .moved, .undone,
            .redone, .roomArranged, .groundRulesAgreed, .voted, .recounted, .revealed, .secondVoteCalled,
            .agreed, .otherViewRecorded, .parked, .wordsWithdrawn, .invited, .preWorkMerged, .merged,
            .keyBurnt, .roomClosed,
            .preWorkErased, .confirmed, .unrecognised:
            nil
        }
    }

    /// What happened, in a line.
    func localizedDescription(_ labels: Labels) -> String {
        func on(_ question: Question.ID) -> String {
            "\(labels[question].short): \(localizedDescription(on: question, labels) ?? "")"
        }
        return switch self {
        case .started: local("the session was started")
        case .answered(let entries, _):
            entries.count == 1
                ? entries.map { on($0.question) }.joined()
                : counted(
                    entries.count, "answer was recorded from a sheet", "answers were recorded from a sheet")
        case .noteContinued(_, let text): local("the note goes on: \(text.visible)")
        case .cleared(let id), .noted(let id, _), .noteAdded(let id, _), .evidenceAdded(let id, _),
            .strengthAdded(let id, _),
            .concernAdded(let id, _), .actionAdded(let id, _), .actionChanged(let id, _),
            .itemRemoved(let id, _),
            .itemRewritten(let id, _, _), .themeAdded(let id, _),
            .themeRemoved(let id, _), .confidentialitySet(let id, _), .voted(let id, _),
            .recounted(let id, _, _),
            .revealed(let id),
            .secondVoteCalled(let id), .agreed(let id, _, _, _), .otherViewRecorded(let id, _),
            .parked(let id, _, _), .wordsWithdrawn(let id):
            on(id)
        case .roomArranged(let arrangement):
            local("the room was set up: \(listed(arrangement.said))")
        case .groundRulesAgreed: local("the room agreed on the ground rules")
        case .invited(let people, _, _):
            counted(
                people, "person was invited to answer beforehand", "people were invited to answer beforehand")
        case .preWorkMerged(let work):
            work.hasCounts
                ? local("what \(work.people) people answered beforehand was put together")
                : local("what a few people answered beforehand was looked at, and nothing of it is shown")
        case .merged(let work, _):
            local(
                "what \(work.people) people answered beforehand was put together, and the key that opened it was removed for good"
            )
        case .roomClosed: local("the workshop was closed")
        case .keyBurnt: local("the key that opens answers given beforehand was removed for good")
        case .preWorkErased(let files):
            counted(files, "file of answers was erased", "files of answers were erased")
        case .redacted(let redaction):
            if case .question(let id) = redaction.place {
                on(id)
            } else {
                local("removed for good: \(redaction.place.localizedDescription)")
            }
        case .reviewersAsked(let text): local("reviewers are asked to test: \(text.visible)")
        case .askRemoved(let number): local("reviewers are asked no more for what was number \(number)")
        case .askRewritten(let number, let text):
            local("what reviewers are asked to test, number \(number), is now: \(text.visible)")
        case .measureSet(let measure):
            local("measure \(measure.id) is now: \(MeasureText(measure).localizedDescription.visible)")
        case .measureRemoved(let id): local("measure \(id) was removed")
        case .linked(let link): local("\(link.from.name) leads to \(link.to.name)")
        case .unlinked(let from, let to): local("\(from.name) no longer leads to \(to.name)")
        case .titled(let title): local("the title: \(title.visible)")
        case .authorityNamed(let name): local("the authority: \(name.visible)")
        case .migrated: local("the session moved to other versions of its questions and rules")
        case .signedOff(let role, 0): local("signed off in the role of \(role.visible)")
        case .signedOff(let role, let unconfirmed):
            plural(
                unconfirmed,
                "signed off in the role of \(role.visible), with \(unconfirmed) answer that nobody had confirmed",
                "signed off in the role of \(role.visible), with \(unconfirmed) answers that nobody had confirmed"
            )
        case .reopened(let reason): local("opened again: \(reason.visible)")
        case .released(let release):
            local(
                "a report left: \(release.format.visible) for \(release.audience.visible), pack \(release.pack.visible)"
            )
        case .reviewFiled(let review, nil):
            local("a review was filed, by \(review.role.visible), on pack \(review.pack.visible)")
        case .reviewFiled(let review, let replaced?):
            local(
                "a review was filed in place of review \(replaced), by \(review.role.visible), on pack \(review.pack.visible)"
            )
        case .reviewWithdrawn(let number): local("review \(number) was taken back")
        case .summarised: local("what the session came to was noted, for whoever counts many")
        case .lost: local("an event that could not be brought back")
        case .moved(let id): id.map { local("went to \(labels[$0].short)") } ?? local("went to the end")
        case .undone(let step, _, _): local("the change of event \(step) was taken back")
        case .redone(let step, _): local("the change of event \(step) was made again")
        case .confirmed(let ids, _):
            ids.count == 1
                ? ids.map(on).joined() : counted(ids.count, "answer was confirmed", "answers were confirmed")
        case .unrecognised(let type): local("an event of the kind \(type.visible)")
        }
    }
}

extension RoomArrangement {
    /// What it says, in a few words each.
    fileprivate var said: [String] {
        [
            present.map { plural($0, "\($0) person votes", "\($0) people vote") },
            minutes.map { plural($0, "\($0) minute", "\($0) minutes") },
            voting.map { local("voting by \($0.rawValue)") },
            share.map { local("reports may show \($0.rawValue)") },
            welsh.map { $0 ? local("Welsh is asked for") : local("no Welsh is asked for") },
        ].compactMap(\.self)
    }
}

extension Agreement {
    /// What was agreed, and how.
    fileprivate func localizedDescription(on question: Question.ID, _ labels: Labels) -> String {
        guard let response else { return local("the room does not agree") }
        let words = labels.words(for: response, to: question).visible
        return way == .majority ? local("agreed by a majority: \(words)") : local("agreed: \(words)")
    }
}

extension SessionEvent.Payload.AnswerEntry {
    fileprivate func localizedDescription(_ labels: Labels) -> String {
        let answer = response.map { labels.words(for: $0, to: question).visible }
        let note = note.map { local("note: \($0.visible)") }
        return [answer, note].compactMap(\.self).joined(separator: "; ")
    }
}
