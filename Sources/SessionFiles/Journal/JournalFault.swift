package import Instruments
package import Sessions

/// Why a journal cannot be read or written.
package enum JournalFault: Error, Equatable, Sendable {
    /// The system refused something.
    case file(FileError)
    /// What stands under the name is no regular file.
    case notAFile(path: String)
    /// What stands under the name is no folder.
    case notAFolder(path: String)
    /// Somebody else has the session open for writing; nil where nobody can say who.
    case locked(path: String, LockHolder?)
    /// The session is sealed, and nobody asked for its passphrase.
    case sealed(session: String)
    /// The first line of a sealed journal is damaged, or of a version or of settings that this program refuses.
    case unreadableSeal(path: String)
    /// A sealed journal asks for more work to be opened than any that the program writes; nobody was asked for its
    /// passphrase.
    case costlySeal(path: String, Scrypt)
    /// A journal in the clear stands where a sealed one was: the mark of that one lies beside it.
    case unsealed(path: String, mark: String)
    /// The passphrase is not that of the session; nothing was changed.
    case wrongPassphrase
    /// The machine lacks the memory to seal or open anything.
    case sealFailed
    /// There is nothing in the file.
    case empty(path: String)
    /// The file is no journal of ours.
    case foreign(path: String)
    /// The journal is of a version that this program does not know, such as `canary-session/2`.
    case otherVersion(path: String, format: String)
    /// A line is damaged that is not a torn tail; nothing was changed.
    ///
    /// The line counts from 1, the offset in bytes from 0.
    case damaged(path: String, line: Int, offset: Int, Damage)
    /// An instrument that the session pins is neither beside the journal nor known to the program.
    case missingInstrument(path: String, InstrumentPin)
    /// The file of an instrument is not the instrument that it should be, and the program does not know it.
    case damagedInstrument(path: String, InstrumentPin)
    /// An instrument breaks a rule that every instrument keeps, so that nothing is asked or found by it.
    case unsoundInstrument(path: String, InstrumentPin, InstrumentFlaw)
    /// An instrument without a SHA-256, which cannot be pinned.
    case unpinned(InstrumentPin)
    /// Somebody changed the file of an open session; nothing was written.
    case changed(path: String, Change)
    /// An event could not be made durable and did not happen.
    ///
    /// `cutOff` says whether the file is known to be as it was before; where it is not, the event may
    /// show up when the session is opened again.
    case notAppended(FileError, cutOff: Bool)
    /// An earlier failure left it unknown what is on the disk; the session has to be opened again.
    case stopped(path: String)
    /// The event is one that could not be read back, such as one of more than 16 MiB.
    case unwritable(path: String, type: String)
    /// A journal written anew could not be read back, so that the old one stays as it was.
    case notRewritten(path: String)
    /// The session holds events of a later version, which this one must not rewrite.
    case laterVersion(path: String)
    /// The first line is damaged, so that nobody knows what was asked; nothing was made.
    case beyondSalvage(path: String)
    /// The journal holds more than a session can come to, so that it is not read on.
    case tooMuch(path: String, SessionBound)
    /// Every name drawn for a new session was taken.
    case noFreeName(folder: String)

    /// What happened to the file of an open session.
    package enum Change: Equatable, Sendable {
        /// It was moved or removed: nothing stands under its name.
        case missing
        /// Another file stands under its name.
        case replaced
        /// It lost its end.
        case shorter
        /// Somebody else wrote to it.
        case longer
        /// It does not end with what was written last.
        case overwritten
    }
}

/// Calls the disk and passes its errors on as faults.
func onDisk<Result>(
    _ operation: () throws(FileError) -> Result
) throws(JournalFault) -> Result {
    do throws(FileError) {
        return try operation()
    } catch {
        throw .file(error)
    }
}
