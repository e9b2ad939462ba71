/// Gives lines that were written down beforehand, and notes what it was asked.
package final class ScriptedLineReader: LineReader {
    private var inputs: ArraySlice<LineInput>

    /// What the test says.
    package let isTerminal: Bool

    /// The prompts shown so far.
    package private(set) var prompts: [String] = []

    /// The lines that were to be remembered so far.
    package private(set) var remembered: [String] = []

    /// Gives these inputs in turn, and then the end of input.
    package init(_ inputs: [LineInput], isTerminal: Bool = false) {
        self.inputs = inputs[...]
        self.isTerminal = isTerminal
    }

    /// Gives these lines in turn, and then the end of input.
    package convenience init(lines: [String], isTerminal: Bool = false) {
        self.init(lines.map(LineInput.line), isTerminal: isTerminal)
    }

    /// Notes the prompt and gives the next input.
    package func readLine(prompt: String, completions: @escaping (String) -> [Completion]) -> LineInput {
        prompts.append(prompt)
        return inputs.popFirst() ?? .endOfInput
    }

    /// Notes the line.
    package func remember(_ line: String) {
        remembered.append(line)
    }
}
