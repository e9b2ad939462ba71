import Foundation
import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct FrameworkReaderTests {
    @Test func `the smallest framework of the documentation is read`() throws {
        let small = try readFramework(smallFramework)
        #expect(small.id == "small")
        #expect(small.elements.map(\.id) == ["has-plan", "plan-used"])
        #expect(
            small.condition("planning")?.when
                == .all([.element("has-plan"), .element("plan-used")]))
        let verdict = try #require(small.tables.first)
        #expect(verdict.hitPolicy == .first)
        #expect(verdict.ranked)
        #expect(verdict.rules.map(\.when) == [[.yes], [.any]])
        #expect(verdict.rules.map(\.basis) == [.stated, .interpolated])
        #expect(verdict.outcomes.map(\.means.text) == ["It goes well.", "It does not."])
        #expect(small.sha256 == MarkedText(smallFramework).file.sha256)
    }

    @Test func `a condition and a table without a title are called by their names`() throws {
        let small = try readFramework(smallFramework)
        #expect(small.condition("planning")?.title == "planning")
        #expect(small.tables.first?.title == "verdict")
    }

    @Test func `an element is changeable unless the file says that it is a circumstance`() throws {
        let small = try readFramework(
            framework(with: "").replacing(
                "A holds., source: \"small, 1\"", with: "A holds., source: s, changeable: false"))
        #expect(small.elements.map(\.changeable) == [false, true])
    }

    @Test func `an element speaks of what is there unless the file says that it could be brought in`() throws
    {
        let small = try readFramework(
            framework(with: "").replacing(
                "A holds., source: \"small, 1\"", with: "A holds., source: s, alternative: yes"))
        #expect(small.elements.map(\.isAlternative) == [true, false])
        let kept = String(decoding: try JSONEncoder().encode(small.elements[1]), as: UTF8.self)
            .replacing(",\"alternative\":false", with: "").replacing("\"alternative\":false,", with: "")
        #expect(!kept.contains("alternative"), "as sessions kept it before")
        #expect(try JSONDecoder().decode(Element.self, from: Data(kept.utf8)) == small.elements[1])
    }

    @Test func `names in formulas become elements and conditions`() throws {
        let small = try readFramework(
            framework(with: "").replacing(
                "  - {id: both",
                with: "  - {id: one, when: {any: [both, {not: a}]}, source: s}\n  - {id: both"))
        #expect(
            small.condition("one")?.when == .any([.condition("both"), .not(.element("a"))]))
    }

    @Test func `a condition may lift an element of its own name`() throws {
        let small = try readFramework(
            framework(with: "").replacing(
                "  - {id: both", with: "  - {id: a, when: a, source: s}\n  - {id: both"))
        #expect(small.condition("a")?.when == .element("a"))
    }

    @Test func `one name for an element and for another condition is ambiguous`() {
        let found = faults(
            ofFramework: framework(with: "").replacing(
                "  - {id: both", with: "  - {1️⃣id: a, when: b, source: s}\n  - {id: both"))
        #expect(found == ["1️⃣ ambiguous-name"])
    }

    @Test func `an unknown name in a formula is reported`() {
        let found = faults(
            ofFramework: framework(with: "").replacing("all: [a, b]", with: "all: [a, 1️⃣c]"))
        #expect(found == ["1️⃣ unknown-name"])
    }

    @Test func `a name is known although the rest of its element is at fault`() {
        let found = faults(
            ofFramework: framework(with: "").replacing(
                "{id: b, statement: B holds., ", with: "1️⃣{id: b, "))
        #expect(found == ["1️⃣ missing-key"])
    }

    @Test func `a formula has exactly one of all, any and not`() {
        #expect(
            faults(
                ofFramework: framework(with: "").replacing(
                    "{all: [a, b]}", with: "1️⃣{all: [a], any: [b]}")) == ["1️⃣ not-exactly-one"])
        #expect(
            faults(ofFramework: framework(with: "").replacing("{all: [a, b]}", with: "{all: 1️⃣[]}"))
                == ["1️⃣ empty-list"])
    }

    @Test func `two elements of one name are reported at the second`() {
        let found = faults(
            ofFramework: framework(with: "").replacing(
                "conditions:", with: "  - {id: 1️⃣b, statement: B again., source: s}\nconditions:"))
        #expect(found == ["1️⃣ repeated-id"])
    }

    @Test func `an element that is ours says why`() {
        let found = faults(
            ofFramework: framework(with: "").replacing(
                "{id: b, statement: B holds., source: \"small, 1\"}",
                with: "1️⃣{id: b, statement: B holds., basis: interpolated}"))
        #expect(found == ["1️⃣ missing-reason"])
    }

    @Test func `document and notes are read`() throws {
        let small = try readFramework(
            framework(
                with: """
                    document: {title: A report, authors: Some people, year: 2013}
                    notes:
                      - {title: No promise, text: It may fail., source: "small, 9", basis: stated}
                    """))
        #expect(
            small.document
                == Framework.Document(title: "A report", authors: "Some people", year: 2013))
        #expect(
            small.notes == [
                Framework.Note(
                    title: "No promise", statement: Statement("It may fail.", source: "small, 9"))
            ])
    }
}
