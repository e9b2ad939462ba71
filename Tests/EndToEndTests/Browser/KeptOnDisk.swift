import Foundation
import TestSupport
import Testing

/// What Firefox writes to its disk of words that are typed into every field of a page.
struct KeptOnDisk {
    /// How many fields were typed into.
    let fields: Int
    /// The words that were found, each with the file that holds it.
    let words: [String]

    /// Types into a page, and waits until the browser has written.
    init(_ page: String) throws {
        let script = Canary.package + "/Tests/EndToEndTests/Browser/kept_on_disk.py"
        let result = try PipedProcess.run("python3", [script, page], timeLimit: .seconds(300))
        let found = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any],
            "\(result.errorText)")
        fields = try #require(found["fields"] as? Int)
        words = try #require(found["kept"] as? [String])
    }
}
