import Languages
import Reports
import Terminal

// Everything that the conversation shows goes through here.
extension Conversation {
    /// Shows a paragraph.
    func say(
        _ text: String, gap: Bool = false, as emphasis: Emphasis? = nil
    ) throws(Interruption) {
        try shown { () throws(OutputFault) in try screen.say(text, gap: gap, as: emphasis) }
    }

    /// Says that something is on the disk.
    func confirm(_ text: String, gap: Bool = false) throws(Interruption) {
        try say(text, gap: gap, as: .saved)
    }

    /// Shows an empty line.
    func gap() throws(Interruption) {
        try shown { () throws(OutputFault) in try screen.gap() }
    }

    /// Shows how far each area is.
    func show(_ table: StatusTable) throws(Interruption) {
        try shown { () throws(OutputFault) in try table.show(on: screen) }
    }

    /// Shows a label and a text that hangs behind it.
    func say(_ label: String, _ text: String) throws(Interruption) {
        try shown { () throws(OutputFault) in try screen.say(label, text) }
    }

    /// Shows a document.
    func show(_ blocks: [Block]) throws(Interruption) {
        try shown { () throws(OutputFault) in try screen.show(blocks) }
    }

    /// Shows several things at once.
    func together<Value>(_ show: () throws(Interruption) -> Value) throws(Interruption) -> Value {
        screen.hold()
        let value: Value
        do throws(Interruption) {
            value = try show()
        } catch {
            try? screen.release()
            throw error
        }
        try shown { () throws(OutputFault) in try screen.release() }
        return value
    }

    func shown(_ show: () throws(OutputFault) -> Void) throws(Interruption) {
        do throws(OutputFault) {
            try show()
        } catch {
            throw .ended(.outputFailed(error))
        }
    }
}
