package import Instruments

/// Something that a check says of an instrument.
package struct Diagnostic: Equatable, Sendable {
    /// How bad something is.
    package enum Severity: String, Sendable {
        /// The instrument cannot be used.
        case error
        /// It can be used, and somebody should look at it.
        case warning
    }

    /// A name for scripts and tests, which never changes; `docs/checks.md` explains each.
    package struct Code: Hashable, Sendable {
        /// The name.
        package let name: String
        /// How bad it is.
        package let severity: Severity

        init(error name: String) {
            (self.name, severity) = (name, .error)
        }

        init(warning name: String) {
            (self.name, severity) = (name, .warning)
        }
    }

    /// What is said. Texts of the instruments are quoted as they are: whoever prints them makes them safe.
    package struct Content: Equatable, Sendable {
        let code: Code
        let message: String
        let hint: String?

        init(_ code: Code, _ message: String, hint: String? = nil) {
            self.code = code
            self.message = message
            self.hint = hint
        }
    }

    /// Which instrument it is about.
    package let instrument: InstrumentName
    /// Which part of it, as its file nests it.
    package let path: [PathPart]
    /// What is said.
    package let content: Content

    init(_ instrument: InstrumentName, _ path: [PathPart], _ content: Content) {
        self.instrument = instrument
        self.path = path
        self.content = content
    }

    /// Its name for scripts and tests.
    package var code: Code { content.code }
    /// How bad it is.
    package var severity: Severity { code.severity }
    /// What is wrong: one line, no capital, no full stop.
    package var message: String { content.message }
    /// What to do about it; nil where the message says it all.
    package var hint: String? { content.hint }

    /// What a condition is assumed to be in an example.
    struct Assumption {
        /// The condition.
        let condition: Condition.ID
        /// What it is.
        let grade: Condition.Grade
        /// Whether it has a grade, and does not just hold or not.
        let isGraded: Bool

        init(_ condition: Condition.ID, _ grade: Condition.Grade, isGraded: Bool) {
            self.condition = condition
            self.grade = grade
            self.isGraded = isGraded
        }
    }
}

extension [Diagnostic.Assumption] {
    /// The example in words.
    var localizedDescription: String {
        map { assumption in
            let isMet = assumption.grade == .inPlace ? "yes" : "no"
            return "\(assumption.condition) \(assumption.isGraded ? assumption.grade.rawValue : isMet)"
        }.joined(separator: ", ")
    }
}

/// The members of a circle in words, from the first to itself.
func localizedDescription<Subject>(circle: [Identifier<Subject>]) -> String {
    circle.map { "`\($0)`" }.joined(separator: " → ")
}
