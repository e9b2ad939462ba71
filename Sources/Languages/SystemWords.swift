#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Says an `errno` in words: ours for what people meet, else the system's, which are English.
///
/// - Parameter code: the number.
/// - Returns: part of a sentence.
package func systemWords(_ code: Int32) -> String {
    switch code {
    case ENOSPC: local("the disk is full")
    case EDQUOT: local("the disk quota is used up")
    case EACCES, EPERM: local("permission denied")
    case ENOENT: local("no such file or folder")
    case EROFS: local("the disk is read-only")
    case EIO: local("the disk reports an error")
    case EEXIST: local("the name is taken")
    case ENOTDIR: local("part of the path is not a folder")
    case EISDIR: local("it is a folder")
    case EFBIG: local("the file is too large")
    case ELOOP: local("it is a symbolic link")
    case EMFILE, ENFILE: local("too many files are open")
    case ENAMETOOLONG: local("the name is too long")
    case ENXIO: local("it is a device, a pipe or a socket")
    case EWOULDBLOCK: local("another program is at it")
    case ENOLCK, ENOTSUP: local("its disk cannot do that")
    case ENOMEM: local("the machine has no memory left")
    case EBADF: local("it is not open")
    default: systemsOwnWords(code)
    }
}

/// Says what to do about an `errno` that has no better hint; nil where the words say it.
///
/// - Parameter code: the number.
/// - Returns: a hint.
package func systemHint(_ code: Int32) -> String? {
    switch code {
    case EWOULDBLOCK: local("wait until the other one has ended, and try again")
    case ENOLCK, ENOTSUP: local("choose a folder on a disk of this machine with --sessions DIR")
    case ENOMEM, EMFILE, ENFILE: local("close other programs and try again")
    case EFBIG: local("look whether it is the file that you mean")
    case ENOTDIR: local("look at the path")
    case EBADF: local("give an open descriptor, such as 3 with 3<FILE behind the command")
    default: local("try again; where it stays so, look at the disk, or use another one")
    }
}

/// The system's words, with a small letter first; the number where it has none.
private func systemsOwnWords(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return local("system error \(code)") }
    let words = unsafe String(cString: text)
    // Of what begins with an abbreviation, every letter stays.
    guard words.dropFirst().first?.isLowercase == true else { return words }
    return words.prefix(1).lowercased() + words.dropFirst()
}
