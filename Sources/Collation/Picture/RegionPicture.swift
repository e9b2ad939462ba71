package import Disclosure

/// What may be told of a region: every number in it is one that may leave.
package struct RegionPicture: Sendable {
    /// The fewest authorities of whom a number is told.
    package var fewest: Int
    /// What was found in the folder.
    package var coverage: Coverage
    /// Each questionnaire that sessions ask, in the order of their names.
    package var questionnaires: [Part]

    /// A picture with all its fields.
    package init(fewest: Int, coverage: Coverage, questionnaires: [Part]) {
        self.fewest = fewest
        self.coverage = coverage
        self.questionnaires = questionnaires
    }

    /// What was found in the folder, as far as it may be told.
    package struct Coverage: Equatable, Sendable {
        /// How many files of sessions there are; nil where that would give away a few.
        package var files: Int?
        /// How many of them the pictures below rest on.
        package var counted: Int
        /// How many were left out, by reason; nil where it is hidden.
        package var leftOut: [(reason: LeftOut, files: Int?)]
        /// How many other files are in the folder.
        package var others: Int

        package static func == (left: Coverage, right: Coverage) -> Bool {
            left.files == right.files && left.counted == right.counted && left.others == right.others
                && left.leftOut.elementsEqual(right.leftOut) { $0 == $1 }
        }
    }

    /// Why a session is not in the pictures.
    package enum LeftOut: String, CaseIterable, Sendable {
        /// Too few authorities answered its questionnaire.
        case fewAuthorities = "few-authorities"
        /// Another one of the same authority counts.
        case another
        /// It names no authority.
        case noAuthority = "no-authority"
        /// Somebody's answers before a workshop.
        case preWork = "pre-work"
        /// It cannot be opened, read or evaluated.
        case unreadable
    }

    /// The picture of one questionnaire.
    package struct Part: Sendable {
        /// The names behind the figures.
        package var index: InstrumentIndex
        /// How many authorities answered it; nil for fewer than may be told of, and then there is nothing else.
        package var authorities: Int?
        /// What is told, breakdown by breakdown.
        package var breakdowns: [ReleasedTable]
    }

    /// A breakdown with what is released of it.
    package struct ReleasedTable: Sendable {
        /// The breakdown.
        package var breakdown: Breakdown
        /// What is released.
        package var cells: ReleasedCells

        /// The size of a category; nil where it is hidden or there is none of that name.
        package func size(_ category: String) -> Int? {
            place(category).flatMap { cells.sizes.at($0) ?? nil }
        }

        /// The word in place of a category's size; nil where there is none.
        package func word(_ category: String) -> ReleasedCells.Word? { place(category).flatMap(cells.word) }

        /// Whether it is told that there is somebody in a category.
        package func hasSome(_ category: String) -> Bool {
            place(category).map(cells.hasSome) ?? false
        }

        private func place(_ category: String) -> Int? {
            breakdown.categories.firstIndex { $0.id == category }
        }
    }
}
