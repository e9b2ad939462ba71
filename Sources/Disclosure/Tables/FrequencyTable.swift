/// A table of one classification: how many respondents are in each of its categories, every one of them in exactly one.
///
/// Every number that is released is a cell of such a table, which is what makes it possible to say what can be worked
/// out from all of them.
package struct FrequencyTable: Sendable {
    /// The table's name, by which earlier releases know it.
    package let id: String
    /// The names of the categories, by which earlier releases know them.
    package let categories: [String]
    /// The places of the categories that say nothing bad of those in them.
    package let harmless: Set<Int>
    /// The questions that a respondent's category depends on; tables without anything in common say nothing of one another.
    package let support: Set<Int>
    /// The category that gives the table its name, where its mere name says that somebody is in it; nil elsewhere.
    package let naming: Int?
    /// The category of each respondent; all tables go through the respondents in one order.
    package let assigned: [UInt8]
    /// The number of respondents in each category.
    package let cells: [Int]

    /// Counts the respondents.
    ///
    /// - Parameters:
    ///   - id: the table's name.
    ///   - categories: the names of the categories.
    ///   - harmless: the categories that say nothing bad of those in them.
    ///   - support: what a respondent's category depends on.
    ///   - naming: the category that gives the table its name; nil where the name says nothing.
    ///   - assigned: the category of each respondent.
    package init(
        id: String, categories: [String], harmless: Set<Int>, support: Set<Int>, naming: Int? = nil,
        assigned: [UInt8]
    ) {
        self.id = id
        self.categories = categories
        self.harmless = harmless
        self.support = support
        self.naming = naming
        self.assigned = assigned
        var cells = Array(repeating: 0, count: categories.count)
        for category in assigned where cells.indices.contains(Int(category)) { cells[Int(category)] += 1 }
        self.cells = cells
    }

    /// The rule on what must not be known of nearly all respondents.
    func groupRule(atLeast minimum: Int) -> GroupDisclosure {
        GroupDisclosure(harmless: harmless, of: categories.count, atLeast: minimum)
    }
}
