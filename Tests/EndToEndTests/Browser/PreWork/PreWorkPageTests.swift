import Foundation
import TestSupport
import Testing

/// The page on which somebody answers before a workshop, in real browsers.
struct PreWorkPageTests {
    private static let scripts = Canary.package + "/Tests/EndToEndTests/Browser"

    @Test(arguments: [("InChromium", 21), ("InFirefox", 13)])
    func `is answered, sealed for an independent program and for merge, kept as a draft, and sends nothing`(
        browser: String, tests: Int
    ) throws {
        let result = try PipedProcess.run(
            "python3", [Self.scripts + "/PreWork/test_page.py", browser],
            environment: ["CANARY_UNDER_TEST": Canary.path], timeLimit: .seconds(600))
        #expect(result.status == .exited(0), "\(result.errorText)")
        #expect(result.errorText.contains("Ran \(tests) tests"), "\(result.errorText)")
    }

    @Test func `is not kept on the disk by Firefox, which would keep it without what forbids that`() throws {
        try Canary.inTemporaryFolder { canary in
            try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "W")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let page = folder + "/page.html"
            #expect(try canary.run("invite", "W", "--html", "-o", page).status == .exited(0))
            let found = try KeptOnDisk(page)
            // A reason and a note for each of 57 questions, and two passphrases.
            #expect(found.fields == 116 && found.words == [])
            let control = folder + "/control.html"
            try String(contentsOfFile: page, encoding: .utf8).replacing(" autocomplete=\"off\"", with: "")
                .write(toFile: control, atomically: true, encoding: .utf8)
            #expect(try !KeptOnDisk(control).words.isEmpty)
        }
    }
}
