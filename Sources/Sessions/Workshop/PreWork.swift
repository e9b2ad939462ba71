package import Disclosure
package import Instruments

/// The keys of a workshop: what people seal their answers to, and what opens them.
package struct WorkshopKeys: Equatable, Sendable {
    /// The public half, in Base64.
    package var publicKey: String
    /// The private half, in Base64; whoever holds the journal holds it, until it is burnt.
    package var privateKey: String

    /// Keys with both halves.
    package init(publicKey: String, privateKey: String) {
        self.publicKey = publicKey
        self.privateKey = privateKey
    }
}

/// What makes a session somebody's answers before a workshop.
package struct Invitation: Equatable, Sendable {
    /// The id of the workshop's session.
    package var workshop: String
    /// What the answers will be sealed to, in Base64.
    package var publicKey: String
    /// A random name, known to whoever has the file alone: the workshop has its fingerprint, knows its own files by it
    /// and which of several is the newest.
    package var contributor: String

    /// An invitation with all its fields.
    package init(workshop: String, publicKey: String, contributor: String) {
        self.workshop = workshop
        self.publicKey = publicKey
        self.contributor = contributor
    }
}

/// The groups of roles by which answers before a workshop can be compared.
package enum RoleGroup: String, CaseIterable, Sendable {
    case members
    case corporate
    case leaders = "children's-services-leaders"
    case middleManagers = "middle-managers"
    case frontLine = "front-line"
    case partners
}

/// What one person answered before a workshop, as it came out of its seal.
package struct Submission: Equatable, Sendable {
    /// What was said on one question.
    package struct Entry: Equatable, Sendable {
        /// The answer; nil where only words were written.
        package var response: Response?
        /// The words that go with it; nil where there are none.
        package var note: String?

        /// An entry with all its fields.
        package init(response: Response?, note: String?) {
            self.response = response
            self.note = note
        }
    }

    /// The fingerprint of the random name of the invitation: by it the workshop knows its own, and whose file is newer.
    package var fingerprint: String
    /// How many times that person has sealed answers; the greatest is the newest.
    package var edition: Int
    /// The SHA-256 of the questionnaire.
    package var questionnaire: String
    /// The group of roles.
    package var role: RoleGroup
    /// The answers.
    package var answers: [Question.ID: Entry]

    /// A submission with all its fields.
    package init(
        fingerprint: String, edition: Int, questionnaire: String, role: RoleGroup,
        answers: [Question.ID: Entry]
    ) {
        self.fingerprint = fingerprint
        self.edition = edition
        self.questionnaire = questionnaire
        self.role = role
        self.answers = answers
    }
}

/// What came back before a workshop, as counts: round 0.
package struct PreWork: Equatable, Sendable {
    /// A group of roles that sees a question otherwise than the rest.
    package struct Gap: Equatable, Sendable {
        /// The question.
        package var question: Question.ID
        /// The group.
        package var role: RoleGroup
        /// How far it is from the rest.
        package var difference: Difference

        /// A gap with all its fields.
        package init(question: Question.ID, role: RoleGroup, difference: Difference) {
            self.question = question
            self.role = role
            self.difference = difference
        }
    }

    /// How far a group is from the rest, in the only words that are kept: a number could fix the group's counts.
    package enum Difference: String, CaseIterable, Sendable {
        case none
        case some
        case marked

        /// The word for Cliff's delta in hundredths; from a medium difference on it is some, from a large one marked.
        package init(hundredths: Int) {
            switch abs(hundredths) {
            case ..<33: self = .none
            case ..<48: self = .some
            default: self = .marked
            }
        }
    }

    /// The fewest people of whom anything is kept, and of whom a count is: ratings together, don't knows, not applicable.
    package static let fewest = MinimumFrequency.standard

    /// How many people's answers were merged.
    package var people: Int
    /// The counts by question, as `Tally.withoutFew` leaves them; a question of which that leaves nothing has none.
    package var tallies: [Question.ID: Tally]
    /// What was written beside the answers, by question, in alphabetical order.
    package var notes: [Question.ID: [String]]
    /// How far each group of roles of at least five is from a rest of at least five.
    package var gaps: [Gap]

    /// What came back, with all its fields.
    package init(
        people: Int, tallies: [Question.ID: Tally], notes: [Question.ID: [String]], gaps: [Gap]
    ) {
        self.people = people
        self.tallies = tallies
        self.notes = notes
        self.gaps = gaps
    }

    /// Whether it holds counts; a merge by version 0.1 of three or four people holds none.
    package var hasCounts: Bool { people >= Self.fewest }
}
