package import Instruments

/// One thing that is wrong with a file; `FaultWording` has the words.
package struct Fault: Error, Equatable, Sendable {
    /// Whether the file can be used all the same.
    package enum Severity: String, Sendable {
        /// The file gives no instrument and no answers.
        case error
        /// The file can be used.
        case warning
    }

    /// The file's name, as messages call it.
    package let file: String
    /// Where in the file; nil for the file as a whole.
    package let place: Place?
    /// The question whose entry on an answer sheet it is; nil in instruments.
    package let question: Question.ID?
    /// What is wrong.
    package let payload: Payload

    /// A fault of a file.
    package init(file: String, place: Place?, question: Question.ID? = nil, _ payload: Payload) {
        self.file = file
        self.place = place
        self.question = question
        self.payload = payload
    }

    private static let warnings: Set<Code> = [.versionNotInThreeParts, .missingTranslation]

    /// Whether the file can be used all the same.
    package var severity: Severity {
        Self.warnings.contains(code) ? .warning : .error
    }
}

/// The faults that keep an instrument or a sheet from being used; at least one.
package struct Faults: Error, Equatable, Sendable {
    /// The faults, in the order of their files.
    package let all: [Fault]

    /// Some faults.
    package init(_ all: [Fault]) {
        self.all = all
    }
}
