/// Which questions look at governance's own power to keep trouble off, to see it and to act on it.
package struct Oversight: Equatable, Sendable, Codable {
    /// One of the three powers.
    package enum Power: String, Sendable, Codable, CaseIterable {
        case prevent
        case detect
        case respond
    }

    /// The questions that look at preventing.
    package var prevent: [Question.ID]
    /// The questions that look at detecting.
    package var detect: [Question.ID]
    /// The questions that look at responding.
    package var respond: [Question.ID]
    /// Where the three powers are named.
    package var source: String

    /// The questions that look at all three powers.
    package init(
        prevent: [Question.ID], detect: [Question.ID], respond: [Question.ID], source: String
    ) {
        self.prevent = prevent
        self.detect = detect
        self.respond = respond
        self.source = source
    }

    /// The questions that look at one of the powers.
    package func questions(on power: Power) -> [Question.ID] {
        switch power {
        case .prevent: prevent
        case .detect: detect
        case .respond: respond
        }
    }
}
