/// A place in a file, counted from 1.
package struct Place: Hashable, Sendable {
    /// The line.
    package let line: Int
    /// The column, in Unicode scalars.
    package let column: Int

    /// A place in a file.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Answers as somebody wrote them down in a file, before anything about them is believed.
package struct AnswerSheet: Equatable, Sendable {
    /// What stands for an answer.
    package enum Written: Equatable, Sendable {
        /// A single value; keywords such as `dont-know` count.
        case value(String)
        /// A single value under `answer:`; in a text question keywords are text.
        case wrapped(String)
        /// A list of options.
        case list([String])
        /// `not-applicable: REASON`.
        case notApplicable(reason: String)
    }

    /// A piece of evidence as it was written down.
    package struct WrittenEvidence: Equatable, Sendable {
        /// The kind's name.
        package var kind: String
        /// What to ask for, such as a document's name and date.
        package var reference: String
        /// A line on what it shows; may be empty.
        package var text: String

        /// Evidence with its fields.
        package init(kind: String, reference: String, text: String) {
            self.kind = kind
            self.reference = reference
            self.text = text
        }
    }

    /// An action as it was written down.
    package struct WrittenAction: Equatable, Sendable {
        /// What will be done.
        package var text: String
        /// Who does it, by role; nil where nobody is named.
        package var role: String?
        /// By when, such as `2027-01-31`; nil where no day is named.
        package var due: String?
        /// How people will see that it worked; nil where that is not said.
        package var measure: String?

        /// An action with its fields.
        package init(text: String, role: String? = nil, due: String? = nil, measure: String? = nil) {
            self.text = text
            self.role = role
            self.due = due
            self.measure = measure
        }
    }

    /// All that the sheet says of one question.
    package struct Entry: Equatable, Sendable {
        /// The question's name, known or not.
        package var question: Question.ID
        /// Where the entry stands in the file.
        package var place: Place
        /// The answer; nil where the entry only adds to one.
        package var answer: Written?
        /// The note; nil keeps the one there is.
        package var note: String?
        /// Evidence to add.
        package var evidence: [WrittenEvidence]
        /// Strengths to add.
        package var strengths: [String]
        /// Concerns to add.
        package var concerns: [String]
        /// Actions to add.
        package var actions: [WrittenAction]
        /// Themes to add.
        package var themes: [String]
        /// How much of it is confidential; nil leaves it as it is.
        package var confidentiality: Confidentiality?
        /// Whether the answer is from an earlier assessment, so that it is to be confirmed.
        package var isCarried: Bool

        /// An entry with all its fields.
        package init(
            question: Question.ID, place: Place, answer: Written? = nil, note: String? = nil,
            evidence: [WrittenEvidence] = [], strengths: [String] = [], concerns: [String] = [],
            actions: [WrittenAction] = [], themes: [String] = [], confidentiality: Confidentiality? = nil,
            isCarried: Bool = false
        ) {
            self.question = question
            self.isCarried = isCarried
            self.place = place
            self.answer = answer
            self.note = note
            self.evidence = evidence
            self.strengths = strengths
            self.concerns = concerns
            self.actions = actions
            self.themes = themes
            self.confidentiality = confidentiality
        }
    }

    /// The entries, in the file's order.
    package var entries: [Entry]

    /// A sheet with its entries.
    package init(entries: [Entry]) {
        self.entries = entries
    }
}
