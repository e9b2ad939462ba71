package import Instruments

/// The keys of a workshop: what people seal their answers to, and what opens them.
package struct WorkshopKeys: Equatable, Sendable {
    /// The public half, in Base64.
    package var publicKey: String
    /// The private half, in Base64; whoever holds the journal holds it.
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
    /// A random name that tells the workshop which of several returns is the newest; it says nothing of anyone.
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
    /// One answer.
    package struct Entry: Equatable, Sendable {
        /// The answer.
        package var response: Response
        /// The words that go with it; nil where there are none.
        package var note: String?

        /// An entry with all its fields.
        package init(response: Response, note: String?) {
            self.response = response
            self.note = note
        }
    }

    /// The random name of the invitation.
    package var contributor: String
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
        contributor: String, edition: Int, questionnaire: String, role: RoleGroup,
        answers: [Question.ID: Entry]
    ) {
        self.contributor = contributor
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
        /// Cliff's delta in hundredths: above 0 where the group rates higher than the rest.
        package var delta: Int

        /// A gap with all its fields.
        package init(question: Question.ID, role: RoleGroup, delta: Int) {
            self.question = question
            self.role = role
            self.delta = delta
        }
    }

    /// The fewest people of whom an order is kept; one or two could be read off it.
    package static let fewestForOrder = 3
    /// The fewest people of whom anything but an order is kept.
    package static let fewest = 5

    /// How many people's answers were merged.
    package var people: Int
    /// The questions that are worth the room's time, the most so first.
    package var order: [Question.ID]
    /// The counts by question; empty where fewer than five people answered.
    package var tallies: [Question.ID: Tally]
    /// What was written beside the answers, by question, in alphabetical order; empty as the counts.
    package var notes: [Question.ID: [String]]
    /// Where a group of roles of at least five differs from a rest of at least five; empty where answers were merged
    /// before, for the difference could be one person's.
    package var gaps: [Gap]

    /// What came back, with all its fields.
    package init(
        people: Int, order: [Question.ID], tallies: [Question.ID: Tally],
        notes: [Question.ID: [String]], gaps: [Gap]
    ) {
        self.people = people
        self.order = order
        self.tallies = tallies
        self.notes = notes
        self.gaps = gaps
    }

    /// Whether it holds counts, and not only an order.
    package var hasCounts: Bool { people >= Self.fewest }

    /// The fewest people whose answers to one question differ from what was merged before; nil where none differ.
    func fewestChanged(from earlier: PreWork) -> Int? {
        let questions = Set(tallies.keys).union(earlier.tallies.keys)
        return questions.compactMap { id -> Int? in
            let levels = max(tallies[id]?.counts.count ?? 0, earlier.tallies[id]?.counts.count ?? 0)
            let none = Tally(counts: Array(repeating: 0, count: levels))
            let changed = (earlier.tallies[id] ?? none).changed(to: tallies[id] ?? none)
            return changed == 0 ? nil : changed
        }.min()
    }
}
