internal import Glibc

/// Something in a folder.
package struct FolderEntry {
    /// Its name.
    package let name: String
    /// Whether it is a folder itself.
    package let isFolder: Bool

    /// Lists what is in a folder; nothing where it cannot be read.
    package static func all(in folder: String) -> [FolderEntry] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(FolderEntry(name: name, isFolder: entry.pointee.d_type == UInt8(DT_DIR)))
        }
        return entries
    }
}
