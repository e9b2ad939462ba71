import TestSupport
import Testing

@Suite struct `The history` {
    @Test func `Up brings the line before back`() throws {
        let session = try probe()
        try session.send("first answer\r")
        try session.settleAtPrompt(after: "line: \"first answer\"")
        try session.send("second answer\r")
        try session.settleAtPrompt(after: "line: \"second answer\"")
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> second answer" }
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> first answer" }
        try session.send("\u{1B}[B")
        try session.settle { $0.cursorLine == "> second answer" }
        try session.send(" again\r")
        try session.settle(on: "line: \"second answer again\"")
    }

    @Test func `a line that is kept is brought by Up alone, and for the next line alone`() throws {
        let session = try probe()
        try session.send("open\r")
        try session.settleAtPrompt(after: "line: \"open\"")
        try session.send("keep 9 some words to mend\r")
        // What is typed next is not added to it.
        try session.settleAtPrompt(after: "kept: \"9 some words to mend\"")
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> 9 some words to mend" }
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> open" }
        try session.send("\u{1B}[B!\r")
        try session.settleAtPrompt(after: "line: \"9 some words to mend!\"")
        try session.send("keep secret words\r")
        try session.settleAtPrompt(after: "kept: \"secret words\"")
        try session.send("secret one\r")
        try session.settleAtPrompt(after: "line: \"secret one\"")
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> 9 some words to mend!" }
        // The newest line, kept again, stays when it goes.
        try session.send("\u{15}keep 9 some words to mend!\r")
        try session.settleAtPrompt(after: "kept: \"9 some words to mend!\"")
        try session.send("secret two\r")
        try session.settleAtPrompt(after: "line: \"secret two\"")
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> 9 some words to mend!" }
    }

    @Test func `what was not remembered does not come back`() throws {
        let session = try probe()
        try session.send("open\r")
        try session.settleAtPrompt(after: "line: \"open\"")
        try session.send("secret note\r")
        try session.settleAtPrompt(after: "line: \"secret note\"")
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "> open" }
    }

    @Test func `Ctrl-R finds a line`() throws {
        let session = try probe()
        for line in ["evidence of café", "status", "next"] {
            try session.send(line + "\r")
            try session.settleAtPrompt(after: "line: \"\(line)\"")
        }
        try session.send("\u{12}caf")
        try session.settle(on: "bck:caf")
        try session.settle(on: "> evidence of café\nbck:caf")
        try session.send("\r")
        try session.settle { $0.text.split(separator: "line: \"evidence of café\"").count == 3 }
    }

    @Test func `Ctrl-C leaves a search`() throws {
        let session = try probe()
        try session.send("status\r")
        try session.settleAtPrompt(after: "line: \"status\"")
        try session.send("\u{12}sta")
        try session.settle(on: "bck:sta")
        try session.send("\u{3}")
        try session.settleAtPrompt(after: "interrupted")
    }
}
