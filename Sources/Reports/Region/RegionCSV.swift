package import Collation
import Disclosure
import Sessions

/// Writes what may be told of a region as a table, a row for each category of each breakdown.
package enum RegionCSV {
    /// The columns, which keep their names.
    static let columns = [
        "questionnaire", "version", "sha256", "about", "breakdown", "title", "category", "category_title",
        "authorities", "word",
    ]

    /// The picture as RFC 4180 says; a number that is hidden is an empty cell, with a word beside it where there is one.
    ///
    /// - Parameters:
    ///   - picture: what may be told.
    ///   - isForSpreadsheets: whether a mark at the beginning says that it is UTF-8; databases take it for data.
    /// - Returns: lines that end in CR LF.
    package static func text(of picture: RegionPicture, isForSpreadsheets: Bool = true) -> String {
        let rows = picture.questionnaires.flatMap { part -> [[String]] in
            let pin = part.index.pins.questionnaire
            let start = [pin.id, pin.version, pin.sha256]
            let all =
                start + [
                    "authorities", "authorities", "", "", "", part.authorities.map(String.init) ?? "", "",
                ]
            return [all]
                + part.breakdowns.flatMap { told in
                    zip(told.breakdown.categories, told.cells.sizes).enumerated().map { place, item in
                        let (category, size) = item
                        return start + [
                            told.breakdown.subject.kind, told.breakdown.id, told.breakdown.title, category.id,
                            told.breakdown.words(for: category), size.map(String.init) ?? "",
                            told.cells.word(place)?.rawValue ?? "",
                        ]
                    }
                }
        }
        return (isForSpreadsheets ? CSVExporter.byteOrderMark : "") + CSVExporter.text(of: [columns] + rows)
    }
}
