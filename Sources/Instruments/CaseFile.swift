/// Answer sheets with the findings that they must give, for one questionnaire.
package struct CaseFile: Equatable, Sendable {
    /// The questionnaire that is answered.
    package var questionnaire: Questionnaire.ID
    /// Where its name stands.
    package var place: Place
    /// The cases, in the file's order.
    package var cases: [Case]

    /// Cases for a questionnaire.
    package init(questionnaire: Questionnaire.ID, place: Place, cases: [Case]) {
        self.questionnaire = questionnaire
        self.place = place
        self.cases = cases
    }

    /// Some answers and what they must lead to.
    package struct Case: Equatable, Sendable {
        /// What the case is about, in one line.
        package var name: String
        /// Where it stands.
        package var place: Place
        /// All its answers.
        package var sheet: AnswerSheet
        /// Which problems lead to which.
        package var links: [WrittenLink]
        /// What each finding must be.
        package var expected: [Expected]
        /// The rules that must be in play, of every table that one of them belongs to.
        package var rules: [Named]
        /// The vicious circles that there must be, each as its problems; nil where nothing is said.
        package var circles: [[String]]?
        /// The circles that must be possible; nil where nothing is said.
        package var possibleCircles: [[String]]?

        /// A case with all its fields.
        package init(
            name: String, place: Place, sheet: AnswerSheet, links: [WrittenLink] = [],
            expected: [Expected] = [], rules: [Named] = [], circles: [[String]]? = nil,
            possibleCircles: [[String]]? = nil
        ) {
            self.name = name
            self.place = place
            self.sheet = sheet
            self.links = links
            self.expected = expected
            self.rules = rules
            self.circles = circles
            self.possibleCircles = possibleCircles
        }
    }

    /// A link between problems as it is written down.
    package struct WrittenLink: Equatable, Sendable {
        /// The problem that comes first, as `framework/problem`.
        package var from: Reference<Element>
        /// The problem that it leads to.
        package var to: Reference<Element>
        /// Where the link stands.
        package var place: Place

        /// A link where it stands.
        package init(from: Reference<Element>, to: Reference<Element>, place: Place) {
            self.from = from
            self.to = to
            self.place = place
        }
    }

    /// A name and where it stands.
    package struct Named: Equatable, Sendable {
        /// The name.
        package var name: String
        /// Where it stands.
        package var place: Place

        /// A name where it stands.
        package init(name: String, place: Place) {
            self.name = name
            self.place = place
        }
    }

    /// What a finding must be: the exact set of what is possible.
    package struct Expected: Equatable, Sendable {
        /// The finding, as `framework/name`.
        package var finding: Named
        /// What it must be, in any order.
        package var values: [String]

        /// An expectation.
        package init(finding: Named, values: [String]) {
            self.finding = finding
            self.values = values
        }
    }
}
