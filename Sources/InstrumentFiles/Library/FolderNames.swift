#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lists a folder.
enum FolderNames {
    /// The names of what is in a folder, without `.` and `..`, in no order; a name that is not UTF-8 is mended.
    ///
    /// - Throws: that there is no such folder, or that it cannot be read.
    static func names(in folder: String) throws(Fault.Payload) -> [String] {
        guard let stream = unsafe opendir(folder) else {
            throw errno == ENOENT || errno == ENOTDIR ? .folderMissing : .unreadable(.notAllowed)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw .unreadable(.other(errno)) }
                return names
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }
}
