extension Fault {
    /// A fault's name for scripts and tests; never changes. `docs/checks.md` explains each.
    package enum Code: String, Sendable, CaseIterable {
        case fileMissing = "file-missing"
        case folderMissing = "folder-missing"
        case unreadable
        case tooLarge = "too-large"
        case empty
        case notUTF8 = "not-utf-8"
        case controlCharacter = "control-character"
        case syntax
        case alias
        case tooDeep = "too-deep"
        case unknownFormat = "unknown-format"
        case versionNotInThreeParts = "version-not-in-three-parts"
        case wrongShape = "wrong-shape"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case repeatedKey = "repeated-key"
        case emptyList = "empty-list"
        case unknownWord = "unknown-word"
        case outOfRange = "out-of-range"
        case missingTranslation = "missing-translation"
        case notExactlyOne = "not-exactly-one"
        case malformedID = "malformed-id"
        case malformedQuestionID = "malformed-question-id"
        case malformedReference = "malformed-reference"
        case repeatedID = "repeated-id"
        case ambiguousName = "ambiguous-name"
        case repeatedInstrument = "repeated-instrument"
        case missingFramework = "missing-framework"
        case unknownScale = "unknown-scale"
        case levelCount = "level-count"
        case keyOutOfPlace = "key-out-of-place"
        case rangeReversed = "range-reversed"
        case unknownName = "unknown-name"
        case unknownCondition = "unknown-condition"
        case unknownOutcome = "unknown-outcome"
        case notAShare = "not-a-share"
        case unknownCategory = "unknown-category"
        case cellCount = "cell-count"
        case missingReason = "missing-reason"
        case missingSource = "missing-source"
        case missingWords = "missing-words"
        case noAnswer = "no-answer"
        case answerAndNotApplicable = "answer-and-not-applicable"
        case emptyEntry = "empty-entry"
        case notOnSheet = "not-on-sheet"
    }

    /// The fault's name for scripts and tests.
    package var code: Code {
        switch payload {
        case .fileMissing: .fileMissing
        case .folderMissing: .folderMissing
        case .unreadable: .unreadable
        case .tooLarge: .tooLarge
        case .empty: .empty
        case .notUTF8: .notUTF8
        case .controlCharacter: .controlCharacter
        case .syntax: .syntax
        case .alias: .alias
        case .tooDeep: .tooDeep
        case .unknownFormat: .unknownFormat
        case .versionNotInThreeParts: .versionNotInThreeParts
        case .wrongShape: .wrongShape
        case .unknownKey: .unknownKey
        case .missingKey: .missingKey
        case .repeatedKey: .repeatedKey
        case .emptyList: .emptyList
        case .unknownWord: .unknownWord
        case .outOfRange: .outOfRange
        case .missingTranslation: .missingTranslation
        case .notExactlyOne: .notExactlyOne
        case .malformedID: .malformedID
        case .malformedQuestionID: .malformedQuestionID
        case .malformedReference: .malformedReference
        case .repeatedID: .repeatedID
        case .ambiguousName: .ambiguousName
        case .repeatedInstrument: .repeatedInstrument
        case .missingFramework: .missingFramework
        case .unknownScale: .unknownScale
        case .levelCount: .levelCount
        case .keyOutOfPlace: .keyOutOfPlace
        case .rangeReversed: .rangeReversed
        case .unknownName: .unknownName
        case .unknownCondition: .unknownCondition
        case .unknownOutcome: .unknownOutcome
        case .notAShare: .notAShare
        case .unknownCategory: .unknownCategory
        case .cellCount: .cellCount
        case .missingReason: .missingReason
        case .missingSource: .missingSource
        case .missingWords: .missingWords
        case .noAnswer: .noAnswer
        case .answerAndNotApplicable: .answerAndNotApplicable
        case .emptyEntry: .emptyEntry
        case .notOnSheet: .notOnSheet
        }
    }
}
