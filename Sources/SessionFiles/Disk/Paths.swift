extension String {
    /// The path of a name within this folder.
    func path(to name: String) -> String {
        hasSuffix("/") ? self + name : "\(self)/\(name)"
    }

    /// The folder that holds the file or folder of this path; `.` for a bare name, `/` for the root.
    var parentFolder: String {
        guard let last = split(separator: "/").last else { return isEmpty ? "." : "/" }
        let before = self[..<last.startIndex]
        if before.isEmpty { return "." }
        let end = before.lastIndex { $0 != "/" }
        return end.map { String(before[...$0]) } ?? "/"
    }

    /// The last part of this path.
    var lastName: String {
        split(separator: "/").last.map(String.init) ?? self
    }
}
