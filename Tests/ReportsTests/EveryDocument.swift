import Reports

/// Every document of a pack in every format, by its kind and format; of what another program makes, what that program is
/// given, and of a workbook the cells: the library may date the parts of its archive.
func everyDocument(of pack: Pack) -> [String: String] {
    var texts = [
        "report xlsx": "\(WorkbookExporter.workbook(of: pack))",
        "reference docx": String(decoding: WordExporter.reference(for: pack), as: UTF8.self),
    ]
    texts["plan canary-plan"] = (try? JSONExporter.text(of: PlanExporter.json(of: pack))) ?? ""
    texts["plan csv"] = PlanExporter.csv(of: pack)
    texts["plan ics"] = PlanExporter.calendar(of: pack)
    texts["plan xlsx"] = "\(PlanExporter.workbook(of: pack))"
    for kind in DocumentKind.allCases {
        for format in ReportFormat.allCases where format.holds(kind) && format != .xlsx {
            // A browser prints the page.
            let given = format == .pdf ? .html : format
            texts["\(kind.rawValue) \(format.rawValue)"] =
                given == .docx
                ? WordExporter.page(of: pack, as: kind)
                : (try? given.bytes(of: pack, as: kind)).map { String(decoding: $0, as: UTF8.self) }
        }
    }
    return texts
}

extension Audience {
    /// All but the authority itself.
    static let others = allCases.filter { !$0.showsConfidential }
}
