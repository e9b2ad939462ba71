import Disclosure
import Instruments
import Sessions

extension SessionEvent.Payload {
    /// The type's name in a journal.
    var type: String {
        switch self {
        case .started: "started"
        // What older programs know stays as they know it.
        case .answered(let entries, _):
            entries.contains { !$0.actions.isEmpty || !$0.themes.isEmpty } ? "sheetRecorded" : "answered"
        case .cleared: "cleared"
        case .noted: "noted"
        case .noteAdded: "noteAdded"
        case .noteContinued: "noteContinued"
        case .evidenceAdded: "evidenceAdded"
        case .strengthAdded: "strengthAdded"
        case .concernAdded: "concernAdded"
        case .actionAdded(_, let action): action.isPlain ? "actionAdded" : "actionPlanned"
        case .actionChanged: "actionChanged"
        case .itemRemoved: "itemRemoved"
        case .itemRewritten: "itemRewritten"
        case .askRemoved: "askRemoved"
        case .askRewritten: "askRewritten"
        case .themeAdded: "themeAdded"
        case .themeRemoved: "themeRemoved"
        case .confidentialitySet: "confidentialitySet"
        case .reviewersAsked: "reviewersAsked"
        case .measureSet: "measureSet"
        case .measureRemoved: "measureRemoved"
        case .linked: "linked"
        case .unlinked: "unlinked"
        case .titled: "titled"
        case .authorityNamed: "authorityNamed"
        case .migrated: "migrated"
        case .signedOff: "signedOff"
        case .reopened: "reopened"
        case .released: "released"
        // What older programs know stays as they know it.
        case .reviewFiled(let review, let replaced):
            review.reviewer == nil && replaced == nil ? "reviewFiled" : "reviewerFiled"
        case .reviewWithdrawn: "reviewWithdrawn"
        case .roomArranged: "roomArranged"
        case .groundRulesAgreed: "groundRulesAgreed"
        case .voted: "voted"
        case .recounted: "recounted"
        case .revealed: "revealed"
        case .secondVoteCalled: "secondVoteCalled"
        case .agreed: "agreed"
        case .otherViewRecorded: "otherViewRecorded"
        case .parked: "parked"
        case .wordsWithdrawn: "wordsWithdrawn"
        case .invited: "invited"
        case .preWorkMerged: "preWorkMerged"
        case .merged: "merged"
        case .keyBurnt: "keyBurnt"
        case .roomClosed: "roomClosed"
        case .preWorkErased: "preWorkErased"
        // What older programs know stays as they know it.
        case .redacted(let redaction):
            if case .question = redaction.place { "redacted" } else { "wordsRemoved" }
        case .summarised: "summarised"
        case .lost: "lost"
        case .moved: "moved"
        case .undone: "undone"
        case .redone: "redone"
        case .confirmed: "confirmed"
        case .unrecognised(let type): type
        }
    }

    /// What a journal says of it.
    var body: JSON {
        switch self {
        case .started(let start):
            return start.json
        case .answered(let entries, let position):
            return .members(["answers": .array(entries.map(\.json)), "position": position?.json])
        case .cleared(let question):
            return .members(["question": question.json])
        case .noteContinued(let step, let text):
            return .members(["step": .whole(step), "text": .string(text)])
        case .noted(let question, let text), .noteAdded(let question, let text),
            .strengthAdded(let question, let text),
            .concernAdded(let question, let text), .themeAdded(let question, let text),
            .themeRemoved(let question, let text):
            return .members(["question": question.json, "text": .string(text)])
        case .evidenceAdded(let question, let evidence):
            return .members(["question": question.json, "evidence": evidence.json])
        case .itemRemoved(let question, let item):
            return item.body(on: question.json)
        case .itemRewritten(let question, let item, let text):
            return item.body(on: question.json, text: text)
        case .askRemoved(let number):
            return .members(["ask": .whole(number)])
        case .askRewritten(let number, let text):
            return .members(["ask": .whole(number), "text": .string(text)])
        case .actionAdded(let question, let action), .actionChanged(let question, let action):
            return .members(["question": question.json, "action": action.json])
        case .confidentialitySet(let question, let confidentiality):
            return .members(["question": question.json, "confidential": confidentiality.json])
        case .reviewersAsked(let text):
            return .members(["text": .string(text)])
        case .measureSet(let measure):
            return .members(["measure": measure.json])
        case .measureRemoved(let id):
            return .members(["measure": .string(id)])
        case .linked(let link):
            return .members([
                "from": .string("\(link.from)"), "to": .string("\(link.to)"),
                "note": link.note.map(JSON.string),
            ])
        case .unlinked(let from, let to):
            return .members(["from": .string("\(from)"), "to": .string("\(to)")])
        case .titled(let title):
            return .members(["title": .string(title)])
        case .authorityNamed(let authority):
            return .members(["authority": .string(authority)])
        case .migrated(let migration):
            return .members([
                "questionnaire": migration.pins.questionnaire.json,
                "frameworks": .array(migration.pins.frameworks.map(\.json)),
                "compiled": migration.compiled.isEmpty ? nil : .array(migration.compiled.map(JSON.string)),
                "setAside": .array(migration.setAside.map(\.json)),
                "reworded": migration.reworded.isEmpty ? nil : .array(migration.reworded.map(\.json)),
                "position": migration.position?.json,
            ])
        case .signedOff(let role, let unconfirmed):
            return .members([
                "role": .string(role), "unconfirmed": unconfirmed == 0 ? nil : .whole(unconfirmed),
            ])
        case .reopened(let reason):
            return .members(["reason": .string(reason)])
        case .released(let release):
            return .members([
                "pack": .string(release.pack), "audience": .string(release.audience),
                "format": .string(release.format), "sha256": .string(release.sha256),
            ])
        case .reviewFiled(let review, let replaced):
            return .members([
                "file": .string(review.id), "pack": .string(review.pack), "role": .string(review.role),
                "date": .string("\(review.date)"), "answers": .array(review.entries.map(\.json)),
                "reviewer": review.reviewer.map(JSON.string), "replaces": replaced.map(JSON.whole),
            ])
        case .reviewWithdrawn(let number):
            return .members(["review": .whole(number)])
        case .roomArranged(let arrangement):
            return .members([
                "present": arrangement.present.map(JSON.whole),
                "minutes": arrangement.minutes.map(JSON.whole),
                "voting": arrangement.voting.map { .string($0.rawValue) },
                "share": arrangement.share.map { .string($0.rawValue) },
                "welsh": arrangement.welsh.map(JSON.bool),
            ])
        case .groundRulesAgreed, .summarised:
            return .object([])
        case .voted(let question, let tally):
            return .members(["question": question.json, "tally": tally.json])
        case .recounted(let question, let tally, let instead):
            return .members(["question": question.json, "tally": tally.json, "instead": instead.json])
        case .revealed(let question), .secondVoteCalled(let question), .wordsWithdrawn(let question):
            return .members(["question": question.json])
        case .agreed(let question, let agreement, let note, let position):
            return .members([
                "question": question.json, "answer": agreement.response?.json,
                "way": .string(agreement.way.rawValue), "note": note.map(JSON.string),
                "position": position?.json,
            ])
        case .otherViewRecorded(let question, let view):
            return .members([
                "question": question.json, "text": .string(view.text), "size": .string(view.size.rawValue),
                "level": view.level.map(JSON.whole),
            ])
        case .parked(let question, let action, let position):
            return .members([
                "question": question.json, "action": action.json, "position": position?.json,
            ])
        case .invited(let people, let keys, let fingerprints):
            return .members([
                "people": .whole(people), "publicKey": keys.map { .string($0.publicKey) },
                "privateKey": keys.map { .string($0.privateKey) },
                "fingerprints": fingerprints.isEmpty ? nil : .array(fingerprints.map(JSON.string)),
            ])
        case .preWorkMerged(let work):
            return .object(work.members)
        case .merged(let work, let instead):
            return .object(work.members + [JSON.Member(key: "instead", value: instead.json)])
        case .keyBurnt(let instead), .roomClosed(let instead):
            return .members(["instead": instead.json])
        case .preWorkErased(let files):
            return .members(["files": .whole(files)])
        case .redacted(let redaction):
            guard case .question(let question) = redaction.place else {
                return .members([
                    "place": .string("\(redaction.place)"), "instead": redaction.instead.json,
                ])
            }
            return .members(["question": question.json, "instead": redaction.instead.json])
        case .lost(let bytes):
            return .members(["bytes": .whole(bytes)])
        case .moved(let position):
            return .members(["position": position?.json])
        case .undone(let step, let position, let instead):
            return .members([
                "step": .whole(step), "position": position?.json,
                "instead": instead.isEmpty ? nil : instead.json,
            ])
        case .redone(let step, let position):
            return .members(["step": .whole(step), "position": position?.json])
        case .confirmed(let questions, let position):
            return .members(["questions": .array(questions.map(\.json)), "position": position?.json])
        case .unrecognised:
            return .object([])
        }
    }
}

extension SessionEvent.Payload.Start {
    fileprivate var json: JSON {
        .members([
            "format": .string(JournalFormat.name), "session": .string(session),
            "title": .string(title), "authority": authority.map(JSON.string),
            "questionnaire": pins.questionnaire.json,
            "frameworks": .array(pins.frameworks.map(\.json)),
            "compiled": compiled.isEmpty ? nil : .array(compiled.map(JSON.string)),
            "position": position?.json,
            "workshop": isWorkshop ? .bool(true) : nil, "invitation": invitation?.json,
        ])
    }
}

extension Invitation {
    fileprivate var json: JSON {
        .members([
            "workshop": .string(workshop), "publicKey": .string(publicKey),
            "contributor": .string(contributor),
        ])
    }
}

extension Tally {
    fileprivate var json: JSON {
        .members([
            "counts": .array(counts.map(JSON.whole)), "dontKnow": .whole(dontKnow),
            "notApplicable": .whole(notApplicable), "blank": blank == 0 ? nil : .whole(blank),
            "forgotten": forgotten.map { .string($0.rawValue) },
        ])
    }
}

extension PreWork {
    /// Questions stand in alphabetical order, so that one content has one form.
    fileprivate var members: [JSON.Member] {
        func members<Value>(_ values: [Question.ID: Value], _ json: (Value) -> JSON) -> JSON {
            .object(
                values.sorted { $0.key.text < $1.key.text }
                    .map { JSON.Member(key: $0.key.text, value: json($0.value)) })
        }
        let gaps = gaps.map { gap in
            JSON.members([
                "question": gap.question.json, "role": .string(gap.role.rawValue),
                "difference": .string(gap.difference.rawValue),
            ])
        }
        return [
            JSON.Member(key: "people", value: .whole(people)),
            JSON.Member(key: "tallies", value: members(tallies, \.json)),
            JSON.Member(key: "notes", value: members(notes) { .array($0.map(JSON.string)) }),
            JSON.Member(key: "gaps", value: .array(gaps)),
        ]
    }
}

extension [SessionEvent.Payload.Substitute] {
    fileprivate var json: JSON {
        .array(
            map {
                .members(["n": .whole($0.number), "type": .string($0.what.type), "body": $0.what.body])
            })
    }
}

extension InstrumentPin {
    fileprivate var json: JSON {
        .members(["id": .string(id), "version": .string(version), "sha256": .string(sha256)])
    }
}

extension SessionEvent.Payload.AnswerEntry {
    fileprivate var json: JSON {
        .members([
            "question": question.json, "answer": response?.json, "note": note.map(JSON.string),
            "evidence": evidence.isEmpty ? nil : .array(evidence.map(\.json)),
            "strengths": strengths.isEmpty ? nil : .array(strengths.map(JSON.string)),
            "concerns": concerns.isEmpty ? nil : .array(concerns.map(JSON.string)),
            "actions": actions.isEmpty ? nil : .array(actions.map(\.json)),
            "themes": themes.isEmpty ? nil : .array(themes.map(JSON.string)),
            "confidential": confidentiality?.json, "origin": .string(origin.rawValue),
        ])
    }
}

extension Review.Entry {
    fileprivate var json: JSON {
        .members([
            "question": question.json, "verdict": .string(verdict.rawValue), "own": own?.json,
            "comment": comment.isEmpty ? nil : .string(comment), "seen": seen.isEmpty ? nil : .string(seen),
            "test": test.isEmpty ? nil : .string(test),
        ])
    }
}

extension Confidentiality {
    fileprivate var json: JSON { self == .level ? .string("level") : .bool(keepsWords) }
}

extension Evidence {
    fileprivate var json: JSON {
        .members([
            "id": .string(id), "kind": .string(kind.rawValue), "reference": .string(reference),
            "text": .string(text),
        ])
    }
}

extension Response {
    /// The answer as bodies have it.
    var json: JSON {
        switch self {
        case .given(let value): value.json
        case .dontKnow: .string("dontKnow")
        case .notApplicable(let reason): .members(["notApplicable": .string(reason)])
        }
    }
}

extension AnswerValue {
    fileprivate var json: JSON {
        switch self {
        case .rating(let level): .members(["rating": .whole(level)])
        case .yesNo(let answer): .members(["yesNo": .bool(answer)])
        case .choice(let option): .members(["choice": option.json])
        case .choices(let options): .members(["choices": .array(options.map(\.json))])
        case .number(let number): .members(["number": .number(number)])
        case .date(let date): .members(["date": .string("\(date)")])
        case .text(let text): .members(["text": .string(text)])
        }
    }
}

extension Identifier {
    fileprivate var json: JSON { .string(text) }
}
