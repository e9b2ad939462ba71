import Foundation
import Instruments
import Testing

struct IdentifierTests {
    @Test(arguments: ["a", "a-b", "area.short-name", "x1.y2", "A"])
    func `letters, digits and hyphens in parts make a name`(text: String) {
        #expect(Question.ID(text).isWellFormed)
    }

    @Test(arguments: ["", ".", "a.", ".a", "a..b", "-a", "a-", "a b", "a/b", "é", "a\n", "a_b"])
    func `anything else is no name`(text: String) {
        #expect(!Question.ID(text).isWellFormed)
    }

    @Test func `a reference is a framework and a name`() throws {
        let reference = try #require(Reference<Element>("isos/listens"))
        #expect(reference.framework == "isos")
        #expect(reference.name == "listens")
        #expect(reference.description == "isos/listens")
    }

    @Test(arguments: ["", "isos", "/", "isos/", "/listens", "a/b/c"])
    func `a text with no slash, two slashes or an empty half is no reference`(text: String) {
        #expect(Reference<Element>(text) == nil)
    }

    @Test func `a reference that is no reference is not decoded`() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Reference<Element>].self, from: Data(#"["isos"]"#.utf8))
        }
    }
}
