package import Instruments

/// How far a graded condition is met, in words.
package struct GradeText: Sendable, Encodable {
    /// The condition by its title.
    package var condition: String
    /// The grades that are still possible, the worst first.
    package var possible: [Condition.Grade]
    /// How many of its parts are met.
    package var met: Int
    /// How many of its parts are counted: those that have a question left.
    package var counted: Int
    /// How many of its parts are not known yet.
    package var open: Int
    /// How many ratings it rests on.
    package var ratings: Int
    /// How many of these name evidence.
    package var evidenced: Int
    /// Whether too few of its parts are left to say anything.
    package var isLost: Bool
    /// The grades that are still possible, in words.
    package var gradesInWords: String
    /// All of it in a sentence.
    package var sentence: String
    /// The parts that are met, as sentences; empty where the audience does not see answers.
    package var metParts: [String]
    /// The parts that are not, as sentences; empty where the audience does not see answers.
    package var notMetParts: [String]
}

/// Another outcome that goes with the one given, in words.
package struct AlongsideText: Sendable, Encodable {
    /// The outcome's title.
    package var outcome: String
    /// The outcomes that it goes with, by title, where several are still possible; empty where one is.
    package var with: [String]
    /// Whether it is a part of the one outcome that it goes with.
    package var isOwn: Bool
    /// Whether it goes with every outcome that is still possible.
    package var isCertain: Bool
    /// Why, in words for the reader.
    package var because: String
    package var source: String?
    package var basis: Basis
    /// Why it is ours, where it is.
    package var reason: String?
    /// The questions whose answers bring it; nil where the audience does not see answers, and where no answer does.
    package var questions: [QuestionLabel]?
}
