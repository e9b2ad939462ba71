extension ReportFormat {
    /// The format of a file: the one that was named, or the one that the file's name says.
    ///
    /// - Parameters:
    ///   - named: the format that was named; nil for none.
    ///   - file: the file's name; nil for none.
    ///   - kind: what is written.
    ///   - likeliest: the format of a file that nobody names; nil where nobody makes up a name.
    /// - Returns: the one format that fits all that was said.
    /// - Throws: why there is none; nothing is guessed.
    package static func chosen(
        _ named: ReportFormat?, file: String?, for kind: DocumentKind, likeliest: ReportFormat?
    ) throws(FormatChoiceFault) -> ReportFormat {
        let said = file.flatMap { ReportFormat(fileName: $0) }
        if let file, let named, let said, said != named { throw .contradiction(file, said, named) }
        guard let format = named ?? said ?? (file == nil ? likeliest : nil) else { throw .unnamed(file) }
        guard format.holds(kind) else { throw .wholeReport(format) }
        return format
    }
}

/// Why no format can be chosen.
package enum FormatChoiceFault: Error, Equatable, Sendable {
    /// The file's name says one format, and another was named.
    case contradiction(String, ReportFormat, ReportFormat)
    /// Nothing names a format: no file, or one whose name says none.
    case unnamed(String?)
    /// The format is for the whole report alone.
    case wholeReport(ReportFormat)
}
