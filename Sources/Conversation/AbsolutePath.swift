internal import Glibc

extension String {
    /// The path from the root, so that nobody has to look for what was written.
    package var absolutePath: String {
        guard !hasPrefix("/"), let here = unsafe getcwd(nil, 0) else { return self }
        defer { unsafe free(here) }
        return unsafe "\(String(cString: here))/\(self)"
    }
}
