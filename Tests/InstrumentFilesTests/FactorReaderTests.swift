import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

/// Factors of success in a framework's file.
struct FactorReaderTests {
    private func framework(_ factors: String) -> String {
        """
        format: canary-framework/1
        id: small
        version: 1.0.0
        title: A small framework
        elements:
          - {id: a, statement: A holds., source: s}
          - {id: early, statement: It is early., source: s, changeable: false}
        factors:

        """ + factors
    }

    @Test func `groups, stages and the scale are read`() throws {
        let text = framework(
            """
              source: s
              scale: {missing: None., partly: Some., in-place: All.}
              stages:
                - {id: early, title: Early, when: early, groups: [one]}
              groups:
                - {id: one, title: One, means: The first., source: s, elements: [a]}
            """)
        let factors = try #require(try readFramework(text).factors)
        #expect(factors.groups.map(\.elements) == [["a"]])
        #expect(factors.stages.map(\.when) == ["early"])
        #expect(factors.scale.map(\.state) == [.missing, .partly, .inPlace])
    }

    @Test func `an element or a group that is not there is reported where it stands`() throws {
        let text = framework(
            """
              source: s
              scale: {missing: None., partly: Some., in-place: All.}
              stages:
                - {id: early, title: Early, when: 1️⃣late, groups: [2️⃣two]}
              groups:
                - {id: one, title: One, means: The first., elements: [3️⃣b]}
            """)
        #expect(
            faults(ofFramework: text).sorted() == [
                "1️⃣ unknown-name", "2️⃣ unknown-word", "3️⃣ unknown-name",
            ])
    }
}
