package import Sessions

extension SessionFolder {
    /// The summary that a session ends with.
    ///
    /// The last line alone is read, and checked against the chain that it names; the lines before it are not looked at,
    /// so damage there goes unseen. It takes the same time however long the session is.
    ///
    /// - Parameter id: the file's name without its ending.
    /// - Returns: nil where the session ends otherwise, is sealed, or cannot be read; reading all of it tells why.
    package func summary(journal id: String) -> Summary? {
        try? reading(path.path(to: id + JournalFormat.suffix)) { file throws(JournalFault) in
            try onDisk { () throws(FileError) in try lastLine(of: file) }.flatMap(Summary.init(line:))
        }
    }

    /// How much is read at first; most last lines are shorter.
    private static let firstReach = 4_096
    /// The longest last line that is worth looking for.
    private static let longestReach = 262_144

    /// The last line without its line feed; nil where that is missing, or far away.
    private func lastLine(of file: OpenFile) throws(FileError) -> [UInt8]? {
        let end = UInt8(ascii: "\n")
        let size = try disk.status(of: file).size
        var reach = Self.firstReach
        while reach <= Self.longestReach {
            let bytes = try disk.read(file, at: max(0, size - reach), upTo: reach)
            guard bytes.count == min(size, reach), bytes.last == end else { return nil }
            if let before = bytes.dropLast().lastIndex(of: end) {
                return Array(bytes[(before + 1)...].dropLast())
            }
            if bytes.count == size { return Array(bytes.dropLast()) }
            reach *= 4
        }
        return nil
    }
}

extension Summary {
    /// The summary of a journal's line; nil where the line is another's, or does not fit its own chain.
    fileprivate init?(line bytes: [UInt8]) {
        guard let line = JournalLine(bytes), line.type == Happening.summaryType, !line.isRemoved,
            case .summarised(let summary)? = try? Happening(type: line.type, body: line.body),
            line.damage(expecting: line.number, after: Array(summary.after.utf8)) == nil
        else { return nil }
        self = summary
    }
}
