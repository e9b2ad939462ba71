import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct FaultWordingTests {
    private func fault(_ payload: Fault.Payload, question: Question.ID? = nil) -> Fault {
        Fault(file: "x.yaml", place: nil, question: question, payload)
    }

    @Test func `a message quotes the file's text`() {
        #expect(
            FaultWording.message(fault(.unknownKey("colour", known: ["id"]))) == "unknown key `colour`")
    }

    @Test func `a hint lists what is known`() {
        #expect(
            FaultWording.hint(fault(.unknownKey("colour", known: ["id", "title"])))
                == "known here: `id`, `title`")
    }

    @Test func `a message on an answer begins with its question`() {
        #expect(
            FaultWording.message(fault(.noAnswer, question: "plan.a"))
                == "question `plan.a`: no answer is written here")
    }

    @Test func `a wrong shape is told in words`() {
        #expect(
            FaultWording.message(fault(.wrongShape(key: "feeds", expected: .list, found: .text)))
                == "`feeds` is a text, where a list is needed")
    }

    @Test func `a number out of range tells the range`() {
        #expect(
            FaultWording.message(fault(.outOfRange(5, key: "met-from", least: 1, greatest: 4)))
                == "`met-from` is 5, and must be 1 to 4")
        #expect(
            FaultWording.message(fault(.outOfRange(0, key: "minutes", least: 1, greatest: nil)))
                == "`minutes` is 0, and must be 1 or more")
    }
}
