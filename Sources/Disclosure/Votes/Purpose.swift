/// The purpose for which something is said of a session. There is no usual one: each caller names its own.
package enum Purpose: Sendable {
    /// A report, which is put on record as it leaves; later reports are held against it.
    case report
    /// A screen or an output that no record is made of: of a room's votes it repeats what reports told.
    case display
}
