import ArgumentParser
import Conversation
import Escaping
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions
import Terminal

/// `canary wall`: what a room sees, in a second window; the session is read and never written.
struct WallCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "wall", abstract: "Show a workshop's question and its votes in a second window.",
        discussion: """
            It is for the projector: the question, what each level looks like, how many have voted and, once the vote is \
            shown, how it went. Nothing that somebody types is on it. It reads the session again whenever that changes, \
            and ends on q or Ctrl-C. curtain, in the other window, covers it.
            """)

    /// How long to wait before it is looked again whether something has changed, in milliseconds.
    private static let pause: Int32 = 200

    @OptionGroup var options: SharedOptionGroup

    @Option(
        name: .customLong("html"),
        help: ArgumentHelp(
            "Also write it to a page that a browser reloads by itself; at the end it is emptied.",
            valueName: "file"))
    var page: String?

    @Flag(help: "Replace the page where there is one.")
    var force = false

    @Argument(help: "The workshop: an id, its beginning, a title or a path.")
    var session: String

    func execute() throws(CommandFault) -> ExitStatus {
        let passphrases = PassphraseSource(descriptor: shared.passphraseFd)
        let keys = WallKeys(passphrases)
        let folder = try shared.folder(opening: keys.open)
        let path = try shared.resolve(session, in: folder)
        let first = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }
        guard first.state.room != nil else { throw .rejected(.noWorkshop, place: nil) }
        let page = page
        if let page, !force {
            try attempt({ () throws(FileError) in try ReportFile.check(page, replacing: false) }) {
                .report(page, $0.isNameTaken ? .exists : .failed($0))
            }
        }
        Signals.install()
        let window = WallWindow(shared)
        // Whatever ends it, the window is as it was, and nothing of the room is left on the page.
        defer {
            window.close()
            if let page { try? Self.write(.ended, isLast: true, to: page) }
        }
        let watch = KeyWatch()
        var state = first.state
        var stamp = try? folder.stamp(of: path)
        var shown: WallContent?
        while true {
            let id = state.session
            let environment = Surroundings.environment
            let content =
                WallContent(
                    state.spoken(in: shared.localization),
                    voted: WallSign.read(.voted, of: id, environment: environment),
                    isCovered: WallSign.read(.curtain, of: id, environment: environment) != nil)
            if content != shown {
                if let page { try Self.write(content, isLast: content == .ended, to: page) }
                try attempt({ () throws(OutputFault) in try window.show(content) }) { .output($0) }
                shown = content
            }
            switch watch.next(within: Self.pause) {
            case .left: return .done
            case .signalled(let number): return .signal(number)
            case .resized: try attempt({ () throws(OutputFault) in try window.show(content) }) { .output($0) }
            case .suspended:
                window.close()
                watch.stop()
                try attempt({ () throws(OutputFault) in try window.show(content) }) { .output($0) }
            case .nothing: break
            }
            // A file that is just being written anew is read again a moment later; until then the wall stays as it is.
            guard let now = try? folder.stamp(of: path), now != stamp else { continue }
            guard let saved = try? folder.read(path) else { continue }
            stamp = now
            state = saved.state
        }
    }

    private static func write(_ content: WallContent, isLast: Bool, to path: String) throws(CommandFault) {
        let text = WallPage.text(of: content, isLast: isLast)
        try attempt({ () throws(FileError) in
            try ReportFile.write(Array(text.utf8), to: path, replacing: true)
        }) { .report(path, .failed($0)) }
    }
}

/// Opens a sealed session again and again by the passphrase that was given once.
private final class WallKeys {
    private let passphrases: PassphraseSource
    private var opened: (header: SealHeader, seal: Seal)?

    init(_ passphrases: PassphraseSource) { self.passphrases = passphrases }

    func open(_ header: SealHeader) throws(JournalFault) -> Seal {
        if let opened, opened.header == header { return opened.seal }
        let seal = try passphrases.open(header)
        opened = (header, seal)
        return seal
    }
}

/// The window on the wall: written over in place, or, in plain mode, a block of lines whenever something has changed.
private final class WallWindow {
    private let output = DescriptorOutput.standardOutput()
    private let isPlain: Bool
    private var isOpen = false

    init(_ shared: SharedOptions) {
        isPlain = TerminalPolicy.isPlain(
            option: shared.plain, environment: Surroundings.environment,
            isTerminal: TerminalPolicy.hasTerminal)
    }

    func show(_ content: WallContent) throws(OutputFault) {
        guard !isPlain else {
            return try output.write(WallText.plainLines(of: content).joined(separator: "\n") + "\n\n")
        }
        let size = TerminalSize(descriptor: 1) ?? TerminalSize(rows: 24, columns: 80)
        let block = TerminalCharset.current.isLatin1 ? "#" : "█"
        let lines = WallText.lines(of: content, columns: size.columns, rows: size.rows, block: block)
        // The other screen of the terminal, so that what was there before comes back, and nothing stays to be scrolled to.
        let begin = isOpen ? "" : "\u{1B}[?1049h\u{1B}[?25l"
        isOpen = true
        try output.write(
            begin + "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J")
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        try? output.write("\u{1B}[?25h\u{1B}[?1049l")
    }
}
