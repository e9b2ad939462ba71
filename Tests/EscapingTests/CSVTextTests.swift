import Testing

@testable import Reports

/// Cells of CSV, those that need no care and those that do.
struct CSVTextTests {
    @Test(
        arguments: [
            ("", ""), ("plain words, 1=2", "\"plain words, 1=2\""), ("  two spaces", "\"  two spaces\""),
            ("=1+2", "\"'=1+2\""), ("  @home", "\"'  @home\""), ("-", "\"'-\""), ("a-b", "\"a-b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""), ("one\n=two", "\"one\n'=two\""), ("Môn", "\"Môn\""),
            ("\u{FF1D}1", "\"'\u{FF1D}1\""), (" ", "\" \""),
        ]
    )
    func `are quoted, and no line becomes a formula`(cell: String, written: String) {
        #expect(CSVExporter.text(of: [[cell, "x"], [cell]]) == "\(written),\"x\"\r\n\(written)\r\n")
    }
}
