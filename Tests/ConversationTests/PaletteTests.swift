import Testing

@testable import Conversation

/// When there is colour.
struct PaletteTests {
    private func isOn(
        refused: Bool = false, _ environment: [String: String] = [:], terminal: Bool = true
    ) -> Bool {
        let all = environment.merging(["TERM": "xterm"]) { own, _ in own }
        return Palette(isRefused: refused, environment: all, isTerminal: terminal).painted("x", .saved) != "x"
    }

    @Test func `a terminal has it, a pipe and a dumb terminal have not`() {
        #expect(isOn())
        #expect(!isOn(terminal: false))
        #expect(!isOn(["TERM": "dumb"]))
        #expect(!isOn(["TERM": ""]))
    }

    @Test func `the options come first, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, the terminal`() {
        #expect(!isOn(refused: true, ["CLICOLOR_FORCE": "1"]))
        #expect(!isOn(["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]))
        #expect(isOn(["NO_COLOR": ""]))
        #expect(isOn(["CLICOLOR_FORCE": "1"], terminal: false))
        #expect(isOn(["CLICOLOR_FORCE": "1", "CLICOLOR": "0"]))
        #expect(!isOn(["CLICOLOR_FORCE": "0"], terminal: false))
        #expect(!isOn(["CLICOLOR": "0"]))
        #expect(isOn(["CLICOLOR": "1"]))
    }

    @Test func `an empty line stays empty`() {
        let palette = Palette(isRefused: false, environment: ["TERM": "xterm"], isTerminal: true)
        #expect(palette.painted("", .heading) == "")
        #expect(palette.painted("x", nil) == "x")
    }
}
