import Foundation
import Reports
import Testing

@testable import Conversation

/// Tables at a terminal: columns for eyes, a list for ears, and no word of a cell is lost in either.
struct GridTextTests {
    private static let rounds = ["", "Autumn 2026", "Spring 2027", "Autumn 2027"]
    private static let rows = [
        ["Last changed", "3 October 2026", "8 March 2027", "1 October 2027"],
        [
            "Tier of support", "improvement advice or intensive improvement advice", "sector-led improvement",
            "none",
        ],
        ["Actions", "1 done, 0 dropped, 2 left (1 overdue), 3 carried into Spring 2027", "3 done", ""],
    ]

    @Test(arguments: [72, 80, 120]) func `columns fit the width, and each cell's words stand in its column`(
        width: Int
    ) throws {
        let lines = try #require(GridText.lines(header: Self.rounds, rows: Self.rows, width: width))
        #expect(lines.allSatisfy { $0.count <= width })
        let said = Set(lines.joined(separator: " ").split { " ,".contains($0) })
        for cell in Self.rows.joined() {
            #expect(cell.split { " ,".contains($0) }.allSatisfy(said.contains), "\(cell)")
        }
        let second = try #require(lines[0].range(of: "Spring 2027")).lowerBound
        let start = lines[0].distance(from: lines[0].startIndex, to: second)
        let row = try #require(lines.first { $0.hasPrefix("Last changed") })
        #expect(row.dropFirst(start).hasPrefix("8 March 2027"), "\(lines)")
    }

    @Test func `what does not fit is a list, and so is everything in plain mode`() throws {
        #expect(
            GridText.lines(
                header: Array(repeating: "Round", count: 12), rows: [Array(repeating: "words", count: 12)],
                width: 30) == nil)
        let table: [Block] = [.table(header: Self.rounds, rows: Self.rows)]
        let plain = PlainText.text(of: table, width: 72)
        #expect(plain.hasPrefix("- Last changed. Autumn 2026: 3 October 2026. Spring 2027: 8 March 2027."))
        #expect(!plain.contains("---") && plain.split(separator: "\n").allSatisfy { $0.count <= 72 })
        #expect(PlainText.text(of: table, width: 72, drawsTables: true).contains("---"))
    }
}
