import Glibc

/// The disk of the machine.
package struct POSIXDisk: Disk {
    /// The disk; it holds nothing.
    package init() {}

    package func open(_ path: String, for use: FileUse) throws(FileError) -> OpenFile {
        // O_NONBLOCK: a named pipe in the folder must not make us wait for its other end.
        let access =
            switch use {
            case .reading: O_RDONLY
            case .appending: O_RDWR | O_APPEND
            }
        let number = try repeating(.open, path) {
            Glibc.open(path, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        }
        return OpenFile(number: number, path: path)
    }

    package func create(_ path: String) throws(FileError) -> OpenFile {
        let number = try repeating(.create, path) {
            Glibc.open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        }
        let file = OpenFile(number: number, path: path)
        do throws(FileError) {
            do throws(FileError) {
                try limit(file, to: 0o600)
            } catch {
                // Some file systems refuse what is so already.
                guard try status(of: file).permissions == 0o600 else { throw error }
            }
        } catch {
            try? remove(path)
            close(file)
            throw error
        }
        return file
    }

    package func read(
        _ file: OpenFile, at offset: Int, upTo count: Int
    ) throws(FileError) -> [UInt8] {
        var taken = 0
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            repeat {
                taken = pread(file.number, buffer.baseAddress, count, offset)
                code = errno
            } while taken < 0 && code == EINTR
            initialised = max(taken, 0)
        }
        guard taken >= 0 else { throw FileError(.read, file.path, code: code) }
        return bytes
    }

    package func append(
        _ bytes: ArraySlice<UInt8>, to file: OpenFile
    ) throws(FileError) -> Int {
        try repeating(.write, file.path) {
            bytes.withUnsafeBytes { Glibc.write(file.number, $0.baseAddress, $0.count) }
        }
    }

    package func sync(_ file: OpenFile) throws(FileError) {
        try repeating(.sync, file.path) { fdatasync(file.number) }
    }

    package func truncate(_ file: OpenFile, to length: Int) throws(FileError) {
        try repeating(.truncate, file.path) { ftruncate(file.number, length) }
    }

    package func lock(_ file: OpenFile, _ lock: FileLock) throws(FileError) -> Bool {
        let kind =
            switch lock {
            case .shared: LOCK_SH
            case .exclusive: LOCK_EX
            }
        // A writer keeps the lock until it leaves. Whoever lists sessions has it for a moment, which is waited for.
        for _ in 0..<25 {
            do throws(FileError) {
                try repeating(.lock, file.path) { flock(file.number, kind | LOCK_NB) }
                return true
            } catch {
                guard error.code == EWOULDBLOCK else { throw error }
                guard lock == .exclusive, holder(of: file) == nil else { return false }
                usleep(10_000)
            }
        }
        return false
    }

    package func limit(_ file: OpenFile, to permissions: UInt32) throws(FileError) {
        try repeating(.limit, file.path) { fchmod(file.number, permissions) }
    }

    package func unlock(_ file: OpenFile) {
        _ = flock(file.number, LOCK_UN)
    }

    package func close(_ file: OpenFile) {
        // A child that is just being started has a copy of the descriptor, and would keep the lock.
        unlock(file)
        _ = Glibc.close(file.number)
    }
}

/// Calls the system until no signal interrupts it.
@discardableResult
func repeating<Result: SignedInteger>(
    _ operation: FileError.Operation, _ path: String, _ call: () -> Result
) throws(FileError) -> Result {
    while true {
        let result = call()
        if result >= 0 { return result }
        let code = errno
        guard code == EINTR else { throw FileError(operation, path, code: code) }
    }
}
