import Instruments

extension SessionEvent.Payload {
    /// Whether it changes the session, or what others know of it, and is never taken back: undo goes behind it only
    /// where somebody says so.
    package var isLasting: Bool {
        switch self {
        case .migrated, .signedOff, .reopened, .released, .reviewFiled, .reviewWithdrawn, .redacted,
            .roomArranged,
            .groundRulesAgreed, .revealed, .invited, .preWorkMerged, .merged, .keyBurnt, .roomClosed,
            .preWorkErased:
            true
        case .answered, .cleared, .noted, .noteAdded, .noteContinued, .evidenceAdded, .strengthAdded,
            .concernAdded, .actionAdded, .actionChanged, .itemRemoved, .itemRewritten, .askRemoved,
            .askRewritten, .themeAdded, .themeRemoved, .confidentialitySet, .reviewersAsked, .measureSet,
            .measureRemoved,
            .linked, .unlinked, .titled, .authorityNamed, .voted, .recounted, .secondVoteCalled, .agreed,
            .otherViewRecorded, .parked, .wordsWithdrawn, .confirmed:
            // A step, which undo takes back.
            false
        case .started, .summarised, .lost, .moved, .undone, .redone, .unrecognised:
            false
        }
    }

    /// The question that a room's words went with, of those that `withdraw` takes back; nil where there are none.
    var worded: Question.ID? {
        switch self {
        case .noted(let id, _), .noteAdded(let id, _), .otherViewRecorded(let id, _),
            .agreed(let id, _, _?, _):
            id
        case .parked(let id, let action, _): action.text.isEmpty ? nil : id
        default: nil
        }
    }
}
