/// What the system refused, and why it says so.
package struct FileError: Error, Equatable, Sendable {
    /// What was tried.
    package enum Operation: String, Sendable {
        case open
        case create
        case read
        case write
        case sync
        case truncate
        case lock
        case limit
        case status
        case rename
        case remove
        case list
        case makeFolder
        case syncFolder
    }

    /// What was tried.
    package let operation: Operation
    /// On which file or folder.
    package let path: String
    /// The system's `errno`.
    package let code: Int32

    /// An error with all its fields.
    package init(_ operation: Operation, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}
