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
        guard let browser = ChildProcess.path(of: browsers, environment) else { throw .noBrowser(browsers) }
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
        guard let status = ChildProcess.run(arguments, patience, signals) else {
            throw .endless(browser: browser, seconds: patience)
        }
        guard status == 0, let bytes = PrivateFile.read(report, atMost: largest), !bytes.isEmpty else {
            throw .failed(browser: browser, status: status)
        }
        return bytes
    }
}
