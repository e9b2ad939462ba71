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

    /// Prints a page, and once more where its contents can have the numbers of the pages.
    ///
    /// Only a browser knows them once it has printed, and it writes no contents by itself. Poppler's `pdfinfo` reads where
    /// each place came to stand; without it, and where the numbers would move the places, there are none.
    ///
    /// - Parameters:
    ///   - environment: the environment of the process, which says where programs are.
    ///   - patience: how many seconds the browser may take for each printing.
    ///   - page: makes the page, which needs nothing else, of the number of the page that each place is on, by name; none
    ///     where that is not known.
    /// - Returns: a tagged PDF with an outline.
    /// - Throws: why there is none; the page is in no file afterwards, and no browser is left.
    package static func pdf(
        environment: [String: String], patience: Int = patience, of page: (_ pages: [String: Int]) -> String
    ) throws(Fault) -> [UInt8] {
        // A signal waits until the page is in no file any more.
        let signals = Signals.hold()
        defer { Signals.release(signals) }
        PrivateFolder.sweep(
            environment: environment, sparing: TextEditor.fileName, now: nil, thoroughly: true)
        guard let browser = ChildProcess.path(of: browsers, environment) else { throw .noBrowser(browsers) }
        let printing = Printing(
            browser: browser, reader: ChildProcess.path(of: ["pdfinfo"], environment),
            environment: environment, patience: patience, signals: signals)
        let plain = page([:])
        var (html, printed) = (plain, try printing.printed(plain))
        let first = printed.bytes
        for _ in 0..<mostPrintings {
            let numbered = page(printed.places)
            // Where nothing has a number, or all have that which they came to stand on.
            if numbered == html { return printed.bytes }
            (html, printed) = (numbered, try printing.printed(numbered))
        }
        return page(printed.places) == html ? printed.bytes : first
    }

    /// How often a page is printed anew until its numbers are those that it is printed with.
    private static let mostPrintings = 3

    /// What one printing takes.
    private struct Printing {
        let browser: String
        /// The program that reads where places came to stand; nil where there is none.
        let reader: String?
        let environment: [String: String]
        let patience: Int
        let signals: Int32

        func printed(_ html: String) throws(Fault) -> (bytes: [UInt8], places: [String: Int]) {
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
            return (bytes, places(in: report, folder))
        }

        /// On which page each place is, by its name; none where nobody can say.
        private func places(in report: String, _ folder: borrowing PrivateFolder) -> [String: Int] {
            let list = "\(folder.path)/places"
            guard let reader,
                ChildProcess.run([reader, "-dests", report], patience, signals, into: list) == 0,
                let bytes = PrivateFile.read(list, atMost: largest)
            else { return [:] }
            var places: [String: Int] = [:]
            // A line: the page, where on it in brackets, and the name in quotes.
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                guard let number = line.split(separator: " ").first.flatMap({ Int($0) }),
                    let name = line.split(separator: "\"").dropFirst().first
                else { continue }
                places[String(name)] = number
            }
            return places
        }
    }
}
