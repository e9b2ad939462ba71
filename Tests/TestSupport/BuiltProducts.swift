internal import Glibc

/// Programs of this package, as they were built along with the tests.
package enum BuiltProducts {
    /// The path of an executable target, which a test target that uses it depends on.
    package static func path(of executable: String) -> String {
        folder + "/" + executable
    }

    /// The program under test: the one that was built along with the tests, or another that `CANARY_UNDER_TEST` names, such
    /// as a release, in which what takes long takes a tenth of it.
    package static let canary = getenv("CANARY_UNDER_TEST").map { String(cString: $0) } ?? path(of: "canary")

    /// The folder that the running tests are in.
    private static let folder: String = {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let length = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(
            decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }()
}
