package import Disclosure
package import Sessions

/// What a room said on one question, as far as it leaves the room.
package struct RoomText: Sendable, Codable {
    /// How it was agreed, or that it was not; nil where nothing was said of that.
    package var agreement: Agreement.Way?
    /// 1 where the room has seen a vote, else 0; a second one says that the first lay apart, so it is not told.
    package var votes: Int
    /// How the votes of the last one lie; nil where that is withheld, and where the scale has no shapes.
    package var shape: ReleasedVote.Word?
    /// How many chose each level, the lowest first, or yes and then no; nil where that is withheld.
    package var counts: [Int]?
    /// How many do not know, in bands; nil where that is withheld.
    package var dontKnow: ReleasedVote.Band?
    /// Why nothing of the votes is told; nil where something is.
    package var withheld: ReleasedVote.Reason?
    /// What some see otherwise; nil where nobody said so, and where its words are withheld.
    package var otherView: OtherViewText?
    /// Who brings it back and when; nil where the question is not parked.
    package var parked: ActionText?

    /// A view that is not the room's.
    package struct OtherViewText: Sendable, Codable {
        package var text: String
        /// How many see it so; nil where nothing of the votes is told.
        package var size: OtherView.Size?
    }
}

/// How a room came to its answers, as far as that leaves the room.
package struct RoomReportText: Sendable, Encodable {
    /// How the room voted and what may be told of it, a sentence each.
    package var sentences: [String]
    /// The questions on which the room's disagreement decides the headline.
    package var deciding: [DecidingText]
    /// The questions on which the room does not agree.
    package var notAgreed: [QuestionLabel]
    /// Krippendorff's alpha over the questions, to two decimals; nil where there are too few.
    package var alpha: Double?

    /// A question on which the room's disagreement decides the headline.
    package struct DecidingText: Sendable, Encodable {
        package var question: QuestionLabel
        /// What is possible where it counts as not met.
        package var withLow: [String]
        /// What is possible where it counts as met.
        package var withHigh: [String]
    }
}
