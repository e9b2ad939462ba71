import Collation
import Conversation
import Evaluation
import Glibc
import Instruments
import Languages
import SessionFiles
import Sessions

/// Reads sessions one after the other and keeps their figures; each thread has one of its own.
struct RegionReader {
    /// Why a session is left out.
    ///
    /// What the system refuses now may be there the next time: nothing can be told before that, or the difference
    /// between the two would tell of the session.
    enum Fault: Sendable {
        case journal(JournalFault)
        case tooEntangled(TooEntangled)

        /// The error of the system that keeps a session from being read; nil where the session itself does.
        var refusal: FileError? {
            guard case .journal(.file(let error)) = self, ![ELOOP, ENXIO].contains(error.code) else {
                return nil
            }
            return error
        }

        /// The words for it.
        var errorDescription: ErrorDescription {
            switch self {
            case .journal(let fault): fault.errorDescription
            case .tooEntangled:
                ErrorDescription(
                    local(
                        "the rules and the open questions are too entangled to say exactly what is possible"),
                    hint: local("answer more questions, or split the framework's tables"))
            }
        }
    }

    /// What the sessions came to.
    struct Outcome: Sendable {
        /// What was read.
        var collator: Collator
        /// The sessions that are left out, and why.
        var leftOut: [(id: String, fault: Fault)] = []
        /// The sessions that want a passphrase.
        var sealed: [String] = []
        /// The sessions whose instruments nobody can check.
        var unchecked: [String] = []
    }

    /// What the sessions came to.
    private(set) var outcome: Outcome

    private let folder: SessionFolder
    private let localization: Localization
    private let isAskingForPassphrases: Bool
    /// The index of the instruments of each kind of session, made once.
    private var indices: [String: InstrumentIndex] = [:]

    /// A reader that has read nothing.
    ///
    /// - Parameters:
    ///   - folder: the sessions.
    ///   - localization: the language of the names in indices.
    ///   - isAskingForPassphrases: whether the folder opens sealed sessions; else they are put aside.
    ///   - now: the time.
    init(
        _ folder: SessionFolder, localization: Localization, isAskingForPassphrases: Bool, now: Timestamp
    ) {
        outcome = Outcome(collator: Collator(now: now))
        self.folder = folder
        self.localization = localization
        self.isAskingForPassphrases = isAskingForPassphrases
    }

    /// Reads a session and keeps its figures; nil where it is left out or put aside.
    @discardableResult
    mutating func read(_ id: String) -> (figures: SessionFigures, index: InstrumentIndex)? {
        let session: SessionState
        do throws(JournalFault) {
            session = try folder.read(journal: id).state
        } catch {
            if case .sealed = error, !isAskingForPassphrases {
                outcome.sealed.append(id)
            } else {
                outcome.collator.addUnreadable()
                outcome.leftOut.append((id, .journal(error)))
            }
            return nil
        }
        guard session.invitation == nil else {
            outcome.collator.addPreWork()
            return nil
        }
        if !session.instruments.unchecked.isEmpty { outcome.unchecked.append(id) }
        let index = self.index(of: session)
        do throws(TooEntangled) {
            let figures = try SessionFigures(session, index)
            outcome.collator.add(figures, index)
            return (figures, index)
        } catch {
            outcome.collator.addUnreadable()
            outcome.leftOut.append((id, .tooEntangled(error)))
            return nil
        }
    }

    private mutating func index(of session: SessionState) -> InstrumentIndex {
        let key = session.pins.key
        if let index = indices[key] { return index }
        let index = InstrumentIndex(session.spoken(in: localization).instruments, pins: session.pins)
        indices[key] = index
        return index
    }
}
