/// What sessions need of a disk, and nothing more.
///
/// `POSIXDisk` is the real one. The tests have a second one in memory that loses whatever was not
/// synced, which is how the order of writes and syncs in this target is shown to be right.
package protocol Disk {
    /// Opens a regular file; never through a symbolic link, and never waiting for one.
    func open(_ path: String, for use: FileUse) throws(FileError) -> OpenFile

    /// Makes a file of mode 0600, whatever the umask, open for appending; `EEXIST` where the name is taken.
    func create(_ path: String) throws(FileError) -> OpenFile

    /// Reads up to `count` bytes from an offset in bytes; empty at the end, and may read fewer.
    func read(_ file: OpenFile, at offset: Int, upTo count: Int) throws(FileError) -> [UInt8]

    /// Writes at the end of the file, wherever that is now; returns how many bytes it took, maybe fewer.
    func append(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int

    /// Returns once the file's bytes and length are on the disk.
    func sync(_ file: OpenFile) throws(FileError)

    /// Cuts the file to a length in bytes.
    func truncate(_ file: OpenFile, to length: Int) throws(FileError)

    /// Takes a lock without waiting; false where somebody else's is in the way.
    func lock(_ file: OpenFile, _ lock: FileLock) throws(FileError) -> Bool

    /// Who has the file locked; nil where nobody does, or the system does not say.
    func holder(of file: OpenFile) -> LockHolder?

    /// Gives the file's lock back.
    func unlock(_ file: OpenFile)

    /// Closes the file, which gives its lock back.
    func close(_ file: OpenFile)

    /// Gives an open file or folder these permission bits, such as `0o600`; not every disk keeps them.
    func limit(_ file: OpenFile, to permissions: UInt32) throws(FileError)

    /// What the open file is, whatever its name is now.
    func status(of file: OpenFile) throws(FileError) -> FileStatus

    /// What stands under a name, symbolic links not followed; nil where nothing does.
    func status(at path: String) throws(FileError) -> FileStatus?

    /// Gives a file another name and never replaces one: `EEXIST` where that name is taken.
    func rename(_ path: String, to newPath: String) throws(FileError)

    /// Gives a file the name of another, which it replaces in one step.
    func replace(_ path: String, with newcomer: String) throws(FileError)

    /// Removes a file's name.
    func remove(_ path: String) throws(FileError)

    /// The names in a folder, in no order, as their bytes.
    func rawNames(in folder: String) throws(FileError) -> [[UInt8]]

    /// Makes a folder of mode 0700, whatever the umask; false where there is one already.
    func makeFolder(_ path: String) throws(FileError) -> Bool

    /// Returns once the folder's names are on the disk.
    func syncFolder(_ path: String) throws(FileError)
}

/// What a file is opened for.
package enum FileUse: Sendable {
    /// Reading alone.
    case reading
    /// Reading, and writing at the end.
    case appending
}

/// How a file is locked against other processes.
package enum FileLock: Sendable {
    /// Side by side with others that share.
    case shared
    /// Alone.
    case exclusive
}

/// A process that has a file locked.
package struct LockHolder: Equatable, Sendable {
    /// Its number.
    package let process: Int32
    /// What it is called, such as `canary`; nil where it cannot be known.
    package let name: String?
    /// When it started, in milliseconds since 1970; nil where it cannot be known.
    package let since: Int?

    /// A holder with all its fields.
    package init(process: Int32, name: String?, since: Int?) {
        self.process = process
        self.name = name
        self.since = since
    }
}

/// A file that a disk has open.
package struct OpenFile: Sendable {
    /// The number that the disk knows it by.
    package let number: Int32
    /// The name that it was opened under.
    package let path: String

    /// An open file; only a disk makes one.
    package init(number: Int32, path: String) {
        self.number = number
        self.path = path
    }
}

/// What a disk tells about a file.
package struct FileStatus: Equatable, Sendable {
    /// What kind of thing it is.
    package enum Kind: Sendable {
        /// A regular file.
        case file
        /// A folder.
        case folder
        /// A symbolic link.
        case link
        /// A device, a pipe, a socket.
        case other
    }

    /// What kind of thing it is.
    package let kind: Kind
    /// The device and the inode: together they are the same only for the same file.
    package let identity: Identity
    /// Its length in bytes.
    package let size: Int
    /// The user id of its owner.
    package let owner: UInt32
    /// The permission bits, such as `0o600`.
    package let permissions: UInt32
    /// How many names it has; each keeps what is in it.
    package let names: Int

    /// Which file it is, whatever its name.
    package struct Identity: Equatable, Sendable {
        /// The device.
        package let device: UInt64
        /// The inode on it.
        package let inode: UInt64

        /// The inode of a device.
        package init(device: UInt64, inode: UInt64) {
            self.device = device
            self.inode = inode
        }
    }

    /// A status with all its fields.
    package init(
        kind: Kind, identity: Identity, size: Int, owner: UInt32, permissions: UInt32, names: Int
    ) {
        self.kind = kind
        self.identity = identity
        self.size = size
        self.owner = owner
        self.permissions = permissions
        self.names = names
    }
}
