internal import Glibc

/// Makes a document for word processors of a page, by pandoc.
///
/// Pandoc looks into its own data while it writes, which Debian's build cannot do with `--sandbox`, so it is not given:
/// what it reads has to name no file and no address.
package enum DocumentConverter {
    /// Why there is no document.
    package enum Fault: Error, Equatable, Sendable {
        /// Pandoc is not there.
        case noConverter
        /// No private file can be made.
        case noFolder
        /// Pandoc ended without one, with that status.
        case failed(status: Int32)
        /// Pandoc did not come to an end within this many seconds, and was ended.
        case endless(seconds: Int)
    }

    /// How long pandoc may take: a report takes it a second.
    package static let patience = 120
    /// The most bytes of a document.
    private static let largest = 64 * 1_024 * 1_024

    /// Makes a document of a page.
    ///
    /// - Parameters:
    ///   - html: the page, whose first heading is the title of the document.
    ///   - reference: a document whose styles, header and footer it takes.
    ///   - language: the language of its words, such as `en-GB`.
    ///   - environment: the environment of the process, which says where programs are.
    ///   - patience: how many seconds pandoc may take.
    /// - Returns: the document as the bytes of a DOCX file.
    /// - Throws: why there is none; the page is in no file afterwards.
    package static func docx(
        of html: String, like reference: [UInt8], language: String, environment: [String: String],
        patience: Int = patience
    ) throws(Fault) -> [UInt8] {
        // A signal waits until the page is in no file any more.
        let signals = Signals.hold()
        defer { Signals.release(signals) }
        return try converted(html, reference, language, environment, patience, signals)
    }

    private static func converted(
        _ html: String, _ reference: [UInt8], _ language: String, _ environment: [String: String],
        _ patience: Int, _ signals: Int32
    ) throws(Fault) -> [UInt8] {
        PrivateFolder.sweep(
            environment: environment, sparing: TextEditor.fileName, now: nil, thoroughly: true)
        guard let pandoc = ChildProcess.path(of: ["pandoc"], environment) else { throw .noConverter }
        guard let folder = PrivateFolder(environment: environment) else { throw .noFolder }
        let (page, styles) = ("\(folder.path)/report.html", "\(folder.path)/styles.docx")
        let document = "\(folder.path)/report.docx"
        guard PrivateFile.write(html, to: page), PrivateFile.write(reference, to: styles) else {
            throw .noFolder
        }
        // A folder of its own for what somebody keeps for pandoc: nothing of that is to change the document.
        let arguments = [
            pandoc, "--from=html", "--to=docx", "--data-dir=\(folder.path)", "--shift-heading-level-by=-1",
            "--metadata=lang:\(language)", "--reference-doc=\(styles)", "--output=\(document)", page,
        ]
        guard let status = ChildProcess.run(arguments, patience, signals) else {
            throw .endless(seconds: patience)
        }
        guard status == 0, let bytes = PrivateFile.read(document, atMost: largest), !bytes.isEmpty else {
            throw .failed(status: status)
        }
        return bytes
    }
}
