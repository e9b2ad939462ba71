/// The end of a journal that a crash tore off while it was written.
package struct TornTail: Equatable, Sendable {
    /// The line that it would have been, counted from 1.
    package let line: Int
    /// Where it begins, in bytes.
    package let offset: Int
    /// How many bytes there are of it.
    package let length: Int
    /// The file that holds its bytes since it was cut off; nil where it still stands in the journal.
    package internal(set) var copy: String?
}

extension TornTail {
    /// Copies the tail to a file beside the journal, durably; the journal stays as it is.
    ///
    /// A torn count of votes is not copied: beside the count that takes its place it could tell one ballot.
    ///
    /// - Returns: the copy's path; nil where there is none.
    func setAside(from file: OpenFile, on disk: any Disk) throws(FileError) -> String? {
        let tail = try bytes(of: file, on: disk)
        let counts = ["voted", "recounted", "merged", "preWorkMerged"]
        guard !counts.contains(where: { tail.firstRange(of: Array("\"type\":\"\($0)\"".utf8)) != nil }) else {
            return nil
        }
        var number = 1
        while true {
            let copy = "\(file.path).torn-\(number)"
            do throws(FileError) {
                let draft = try Draft(for: copy, on: disk)
                try draft.append(tail)
                try draft.place(replacing: false)
                return copy
            } catch {
                guard error.isNameTaken else { throw error }
                number += 1
            }
        }
    }

    private func bytes(of file: OpenFile, on disk: any Disk) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < length {
            let more = try disk.read(file, at: offset + bytes.count, upTo: length - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }
}
