internal import Foundation

/// Makes a folder that only the user can read, and removes it with all that is in it.
///
/// - Parameter body: Gets the path of the folder.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws, or `HarnessFault.system` when there is no folder to be had.
package func withTemporaryFolder<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
    var template = Array((FileManager.default.temporaryDirectory.path + "/canary-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessFault.system(call: "mkdtemp", errno: errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}
