import Conversation
import Escaping
import Instruments
import Reports
import SessionFiles
import Sessions

extension JSONValue {
    /// What `verify` found of one session, as it stands in the shape `canary-verification/1`.
    ///
    /// - Parameters:
    ///   - journal: its lines.
    ///   - instruments: what is wrong with its instruments.
    ///   - unchecked: the instruments that nobody can check.
    ///   - head: the value that was to be found; nil where none was given.
    ///   - isSound: whether nothing is wrong.
    ///   - salvaged: the session that was made of what is sound, with the numbers of the events that are lost and the
    ///     questions that were marked confidential; nil where none was made.
    ///   - now: the time.
    /// - Returns: an object; no words of the session are in it.
    static func verification(
        of journal: JournalInspection, _ instruments: [JournalFault], unchecked: [String], head: String?,
        isSound: Bool, salvaged: (session: SessionState, lost: [Int], marked: [Question.ID])?, now: Timestamp
    ) -> JSONValue {
        .object([
            "path": .text(journal.path), "sound": .bool(isSound), "sealed": .bool(journal.isSealed),
            "events": .whole(journal.events), "head": JSONValue(journal.head),
            "damagedLines": .whole(journal.damaged), "faults": .array(journal.faults.map(\.json)),
            "tornAtEnd": .bool(journal.isTornAtEnd), "stopsEarly": .bool(journal.stopsEarly),
            "removed": .array(journal.removed.map(JSONValue.whole)),
            "unrecognised": JSONValue(texts: journal.unrecognised),
            "instruments": JSONValue(texts: instruments.map(\.errorDescription.sentences)),
            "unchecked": JSONValue(texts: unchecked),
            "notices": JSONValue(texts: journal.dates?.faults(at: now)?.localizedDescription ?? []),
            "noted": head.map { noted($0, in: journal) } ?? .null,
            "salvaged": salvaged.map { session, lost, marked in
                .object([
                    "session": .text(session.session), "lost": .array(lost.map(JSONValue.whole)),
                    "confidential": JSONValue(texts: marked.map(\.text)),
                ])
            } ?? .null,
        ])
    }

    private static func noted(_ head: String, in journal: JournalInspection) -> JSONValue {
        let number = journal.number(ofHead: head)
        return .object([
            "value": .text(head), "event": number.map(JSONValue.whole) ?? .null,
            "eventsSince": number.map { .whole(journal.events(since: $0).new) } ?? .null,
        ])
    }
}

extension JournalInspection.Fault {
    fileprivate var json: JSONValue {
        .object([
            "line": .whole(line), "offset": .whole(offset), "damage": .text(damage.name),
            "message": .text(damage.localizedDescription.cutToBeRead),
        ])
    }
}

extension Damage {
    /// Its name for other programs.
    fileprivate var name: String {
        switch self {
        case .layout: "layout"
        case .sealed: "sealed"
        case .tooLong: "too-long"
        case .chain: "chain"
        case .digest: "digest"
        case .number: "number"
        case .notStarted: "not-started"
        case .startedAgain: "started-again"
        case .removed: "removed"
        case .body: "body"
        case .impossible: "impossible"
        }
    }
}
