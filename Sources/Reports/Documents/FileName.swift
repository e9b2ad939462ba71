extension Pack {
    /// A name for the file of a document: whose it is, what it is, and of which day, such as
    /// `borsetshire-brief-2026-11-29.docx`.
    ///
    /// - Parameters:
    ///   - kind: which document it is.
    ///   - ending: says how it is written, such as `docx`.
    ///   - number: tells it from others of that name, from 2; 1 for the first.
    /// - Returns: a name of small letters, digits and hyphens, that can be typed anywhere.
    package func fileName(_ kind: DocumentKind, ending: String, number: Int = 1) -> String {
        let owner = [cover.authority, cover.title].compactMap { $0?.asFileName }.first { !$0.isEmpty }
        let count = number > 1 ? "-\(number)" : ""
        return
            "\(owner ?? cover.session)-\(kind.rawValue)-\(cover.moment.prefix(10))\(count).\(ending)"
    }
}

extension String {
    /// The ASCII letters and digits of a text in small letters, with a hyphen for what stands between them.
    fileprivate var asFileName: String {
        let words = lowercased().unicodeScalars.split { scalar in
            !("a"..."z").contains(scalar) && !("0"..."9").contains(scalar)
        }
        return String(words.map { String($0) }.joined(separator: "-").prefix(40))
    }
}
