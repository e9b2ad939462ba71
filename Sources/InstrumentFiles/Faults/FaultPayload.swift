package import Instruments

extension Fault {
    /// What stands in a place of a file.
    package enum Shape: String, Sendable {
        case text
        case wholeNumber = "whole-number"
        case number
        case yesNo = "yes-no"
        case list
        case map
        case nothing
    }

    /// Why the system does not let a file be read.
    package enum Obstacle: Equatable, Sendable {
        case notAllowed
        case isFolder
        case isDevice
        case isSocket
        /// The system's number of the error.
        case other(Int32)
    }

    /// What is wrong with a file; texts are as the file has them.
    package enum Payload: Error, Equatable, Sendable {
        // The file as a whole
        case fileMissing
        case folderMissing
        case unreadable(Obstacle)
        /// The limit is in bytes.
        case tooLarge(limit: Int)
        case empty
        case notUTF8
        case controlCharacter(Unicode.Scalar)
        /// The YAML library's words for what it met, and for what it was doing.
        case syntax(problem: String, context: String?)
        case alias(String)
        /// The limit is in lists and maps within each other.
        case tooDeep(limit: Int)
        case unknownFormat(String, known: [String])
        case versionNotInThreeParts(String)

        // Keys and values
        case wrongShape(key: String?, expected: Shape, found: Shape)
        case unknownKey(String, known: [String])
        case missingKey(String)
        case repeatedKey(String, first: Place)
        case emptyList(key: String)
        case unknownWord(String, key: String?, known: [String])
        case outOfRange(Int, key: String, least: Int, greatest: Int?)
        /// A text that is not there in a language that the file declares.
        case missingTranslation(String)
        /// A map that must have exactly one of the keys.
        case notExactlyOne(of: [String])

        // Names
        case malformedID(String)
        /// A question's name that is not its area's name, a full stop and a short name.
        case malformedQuestionID(String, area: String)
        /// A reference that is not `framework/name`.
        case malformedReference(String)
        case repeatedID(String, first: Place)
        /// The same name for an element and for a condition that is more than that element.
        case ambiguousName(String)
        /// The same instrument in another file.
        case repeatedInstrument(String, file: String)
        case missingFramework(String)

        // Questionnaires
        case unknownScale(String, known: [String])
        case levelCount(Int, expected: Int)
        /// A key that does not go with the question's kind.
        case keyOutOfPlace(String, kind: String)
        case rangeReversed(least: Double, greatest: Double)

        // Frameworks
        case unknownName(String)
        case unknownCondition(String)
        case unknownOutcome(String)
        case unknownCategory(String)
        case cellCount(Int, expected: Int)
        /// Something else than a share such as `2/3`.
        case notAShare(String)
        /// Something that is ours and does not say why.
        case missingReason
        /// Something that the source is said to state and does not say where.
        case missingSource
        /// No words for a status or grade.
        case missingWords(String)

        // Answers
        case noAnswer
        case answerAndNotApplicable
        case emptyEntry

        // Cases
        /// A question that is to be left out of a sheet, and is not on it.
        case notOnSheet(String)
    }
}
