internal import Glibc

/// Prints a page into a PDF by a browser of the machine's own, which is given no network.
package enum PagePrinter {
    /// Why there is no PDF.
    package enum Fault: Error, Equatable, Sendable {
        /// None of the browsers is there; their names.
        case noBrowser([String])
        /// No private file can be made.
        case noFolder
        /// The browser ended without one, by its name, with that status.
        case failed(browser: String, status: Int32)
        /// The browser did not come to an end within this many seconds, and was ended.
        case endless(browser: String, seconds: Int)
    }

    /// The browsers that can print, the likeliest first.
    private static let browsers = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
        "brave-browser",
    ]
    /// How long a browser may take: a report takes it a few seconds.
    package static let patience = 120
    /// The most bytes of a PDF.
    private static let largest = 64 * 1_024 * 1_024

    /// Prints a page.
    ///
    /// - Parameters:
    ///   - html: the page, which needs nothing else.
    ///   - environment: the environment of the process, which says where programs are.
    ///   - patience: how many seconds the browser may take.
    /// - Returns: a tagged PDF with an outline.
    /// - Throws: why there is none; the page is in no file afterwards, and no browser is left.
    package static func pdf(
        of html: String, environment: [String: String], patience: Int = patience
    ) throws(Fault) -> [UInt8] {
        // A signal waits until the page is in no file any more.
        let signals = Signals.hold()
        defer { Signals.release(signals) }
        return try printed(html, environment, patience, signals)
    }

    private static func printed(
        _ html: String, _ environment: [String: String], _ patience: Int, _ signals: Int32
    ) throws(Fault) -> [UInt8] {
        PrivateFolder.sweep(
            environment: environment, sparing: TextEditor.fileName, now: nil, thoroughly: true)
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        let paths = browsers.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let browser = paths.first(where: { access($0, X_OK) == 0 }) else {
            throw .noBrowser(browsers)
        }
        guard let folder = PrivateFolder(environment: environment) else { throw .noFolder }
        let (page, report) = ("\(folder.path)/report.html", "\(folder.path)/report.pdf")
        guard PrivateFile.write(html, to: page) else { throw .noFolder }
        var arguments = [
            browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", "--print-to-pdf=\(report)", "file://\(page)",
        ]
        // Chromium refuses to sandbox itself for root.
        if geteuid() == 0 { arguments.insert("--no-sandbox", at: 1) }
        guard let status = run(arguments, patience, signals) else {
            throw .endless(browser: browser, seconds: patience)
        }
        guard status == 0, let bytes = PrivateFile.read(report, atMost: largest), !bytes.isEmpty else {
            throw .failed(browser: browser, status: status)
        }
        return bytes
    }

    /// Runs a program to its end, without a word of its own on the terminal.
    ///
    /// - Returns: its status; 127 where it cannot be started, nil where it was ended after all that patience.
    private static func run(_ arguments: [String], _ patience: Int, _ signals: Int32) -> Int32? {
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, mode) in [(Int32(0), O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
        }
        // A group of its own, so that all that a browser starts ends with it; and none of our signals held back.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        guard posix_spawn(&process, arguments[0], &actions, &attributes, &pointers, environ) == 0 else {
            return 127
        }
        return ended(process, patience, signals)
    }

    private static func ended(_ process: pid_t, _ patience: Int, _ signals: Int32) -> Int32? {
        var status: Int32 = 0
        for _ in 0..<patience * stepsPerSecond {
            let found = waitpid(process, &status, WNOHANG)
            if found == process {
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
            }
            if found < 0, errno != EINTR { return 127 }
            var waiting = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(1_000 / stepsPerSecond)) != 1 else {
                end(process)
                return 128
            }
        }
        end(process)
        return nil
    }

    private static let stepsPerSecond = 50

    private static func end(_ process: pid_t) {
        kill(-process, SIGKILL)
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }
}
