/// What a journal's own checks say of it, whether its instruments are known or not.
package struct JournalCheck: Equatable, Sendable {
    /// Where the journal is.
    package let path: String
    /// How many events are good.
    package let events: Int
    /// The chain of the last one, in hexadecimal.
    package let head: String
    /// What a crash left behind the last one; nil where nothing.
    package let tornTail: TornTail?
    /// The numbers of the events whose bodies were removed, in order.
    package let removed: [Int]

    /// Reads every line of an open journal.
    init(_ file: OpenFile, on disk: any Disk) throws(JournalFault) {
        var reader = JournalReader(file, on: disk)
        while try reader.next() != nil {}
        path = file.path
        events = reader.count
        head = String(decoding: reader.head, as: UTF8.self)
        tornTail = reader.tornTail
        removed = reader.removed.sorted()
    }
}
