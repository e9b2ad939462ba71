import Glibc
import Terminal

// Reads lines and shows what came of each, quoted, on a line of its own. Arguments:
//   edit | plain    with libedit where it can be had, or without it
//   PROMPT          `> ` when there is none
// A line `quit` ends it by itself, `exit` by `exit(0)` within the conversation; `run COMMAND` runs a shell
// command; `keep LINE` keeps a line to be mended; a line that begins with `secret` is not remembered. Signals end it by `exit(128 + signal)`.

StandardDescriptors.occupy()
Signals.install()
let arguments = CommandLine.arguments.dropFirst()
converse(Probe(edits: arguments.first == "edit"), prompt: arguments.dropFirst().first ?? "> ")

func converse(_ probe: Probe, prompt: String) {
    while probe.takesOneLine(prompt: prompt) {}
}
