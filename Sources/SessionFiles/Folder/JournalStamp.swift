/// What tells a journal from what it was before: events are only added to a file, and whatever else is changed makes
/// another file.
package struct JournalStamp: Equatable, Sendable {
    let identity: FileStatus.Identity
    let size: Int
}
