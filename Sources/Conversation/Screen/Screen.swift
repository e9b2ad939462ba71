import Escaping
package import Reports
package import Terminal

/// Something that text can be written to.
package protocol TextSink: AnyObject {
    /// Writes text and returns when all of it is taken.
    ///
    /// - Throws: when nobody reads any more, or the system refuses.
    func write(_ text: String) throws(OutputFault)
}

extension DescriptorOutput: TextSink {}

/// Shows plain paragraphs, wrapped; words carry all meaning.
package struct Screen {
    private let sink: HeldOutput
    private let palette: Palette
    private let columns: () -> Int?

    /// The cells of a line, now: as many as the terminal has, and no more than a reader likes, 72.
    package var width: Int { max(20, min(columns() ?? 72, 72)) }

    /// A screen.
    ///
    /// - Parameters:
    ///   - sink: where the text goes.
    ///   - palette: the colours.
    ///   - columns: the columns of the terminal, asked again for every text; nil where there is none.
    package init(
        _ sink: any TextSink, palette: Palette = .none, columns: @escaping () -> Int? = { nil }
    ) {
        self.sink = HeldOutput(sink)
        self.palette = palette
        self.columns = columns
    }

    /// Holds what is shown back until `release()`, so that a screen is written at once; holds may be nested.
    package func hold() { sink.holds += 1 }

    /// Shows what was held back.
    ///
    /// - Throws: when nobody reads any more, or the system refuses.
    package func release() throws(OutputFault) {
        sink.holds -= 1
        try sink.flush()
    }

    /// A prompt in lines that fit a terminal; as it is where there is none.
    package func prompt(_ text: String) -> String {
        columns() == nil ? text : Wrapping.lines(text.visible, width: width).joined(separator: "\n")
    }

    /// Shows one paragraph, and an empty line after it where one is wanted.
    package func say(
        _ text: String, gap: Bool = false, as emphasis: Emphasis? = nil
    ) throws(OutputFault) {
        // What is wrong may quote what was typed or pasted, of any length.
        let text = emphasis == .problem ? text.cutToBeRead : text
        var shown = ""
        Wrapping.forEachLine(text.visible, width: width) { shown += palette.painted($0, emphasis) + "\n" }
        try sink.write(shown + (gap ? "\n" : ""))
    }

    /// Shows a label and a text that hangs behind it.
    package func say(_ label: String, _ text: String) throws(OutputFault) {
        let indent = TextCells.width(of: label) + 2
        let padding = String(repeating: " ", count: indent)
        var shown = ""
        Wrapping.forEachLine(text.visible, width: width - indent) { line in
            shown += (shown.isEmpty ? label + "  " : padding) + line + "\n"
        }
        try sink.write(shown)
    }

    /// Shows an empty line.
    package func gap() throws(OutputFault) {
        try sink.write("\n")
    }

    /// Shows a document as plain text.
    package func show(_ blocks: [Block]) throws(OutputFault) {
        try sink.write(PlainText.text(of: blocks, width: width, palette))
    }

    /// Shows one line, which is not wrapped.
    package func say(line: String) throws(OutputFault) {
        try sink.write(line.visibleInSentence + "\n")
    }
}

/// Writes text on, or holds it back until it is wanted.
private final class HeldOutput {
    private let sink: any TextSink
    private var held = ""
    /// How many wait for more text.
    var holds = 0

    init(_ sink: any TextSink) { self.sink = sink }

    func write(_ text: String) throws(OutputFault) {
        if holds == 0 { try sink.write(text) } else { held += text }
    }

    func flush() throws(OutputFault) {
        guard holds == 0, !held.isEmpty else { return }
        let text = held
        held = ""
        try sink.write(text)
    }
}
