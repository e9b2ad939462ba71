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
    }

    /// The browsers that can print, the likeliest first.
    private static let browsers = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
        "brave-browser",
    ]
    /// The most bytes of a PDF.
    private static let largest = 64 * 1_024 * 1_024

    /// Prints a page.
    ///
    /// - Parameters:
    ///   - html: the page, which needs nothing else.
    ///   - environment: the environment of the process, which says where programs are.
    /// - Returns: a tagged PDF with an outline.
    /// - Throws: why there is none; the page is in no file afterwards.
    package static func pdf(of html: String, environment: [String: String]) throws(Fault) -> [UInt8] {
        PrivateFolder.sweep(environment: environment, sparing: TextEditor.fileName)
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
        let status = run(arguments)
        guard status == 0, let bytes = PrivateFile.read(report, atMost: largest), !bytes.isEmpty else {
            throw .failed(browser: browser, status: status)
        }
        return bytes
    }

    /// Runs a program to its end, without a word of its own on the terminal; 127 where it cannot be started.
    private static func run(_ arguments: [String]) -> Int32 {
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, mode) in [(Int32(0), O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
        }
        var process: pid_t = 0
        guard posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else { return 127 }
        return ended(process)
    }

    private static func ended(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            if errno != EINTR { return 127 }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
