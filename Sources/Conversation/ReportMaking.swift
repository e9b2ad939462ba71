import Escaping
import Languages
package import Reports
package import Terminal
import Workbooks

/// Makes the file of a report, by a browser or by pandoc where the format needs one.
package enum ReportMaking {
    /// Why there is no file.
    package enum Fault: Error, Equatable, Sendable {
        case format(FormatFault)
        case printing(PagePrinter.Fault)
        case converting(DocumentConverter.Fault)
    }

    /// The file of a report.
    ///
    /// - Parameters:
    ///   - pack: what is in it.
    ///   - kind: which document is made of it.
    ///   - format: how it is written.
    ///   - protection: seals a page; nil for a report in the clear.
    ///   - environment: the environment of the process, which says where browsers are.
    /// - Returns: its bytes.
    /// - Throws: why there is none.
    package static func bytes(
        of pack: Pack, _ kind: DocumentKind = .report, as format: ReportFormat, protection: Protection? = nil,
        environment: [String: String]
    ) throws(Fault) -> [UInt8] {
        switch format {
        case .docx: return try document(pack, kind, environment)
        case .pdf: return try print(pack, kind, environment)
        default:
            do throws(FormatFault) {
                return try format.bytes(of: pack, as: kind, protection: protection)
            } catch {
                throw .format(error)
            }
        }
    }

    private static func print(
        _ pack: Pack, _ kind: DocumentKind, _ environment: [String: String]
    ) throws(Fault) -> [UInt8] {
        do throws(PagePrinter.Fault) {
            return try PagePrinter.pdf(environment: environment) { pages in
                HTMLExporter.text(of: pack, as: kind, pages: pages)
            }
        } catch {
            throw .printing(error)
        }
    }

    private static func document(
        _ pack: Pack, _ kind: DocumentKind, _ environment: [String: String]
    ) throws(Fault) -> [UInt8] {
        do throws(DocumentConverter.Fault) {
            return try DocumentConverter.docx(
                of: WordExporter.page(of: pack, as: kind), like: WordExporter.reference(for: pack),
                language: WordExporter.language, environment: environment)
        } catch {
            throw .converting(error)
        }
    }
}

extension ReportMaking.Fault {
    /// Whether the disk, the memory or the limits of the machine are at fault, and not what was asked for.
    package var isOfTheMachine: Bool {
        switch self {
        case .format(.workbook(.noLibrary)): false
        case .format(.workbook), .printing(.noFolder), .converting(.noFolder): true
        case .format, .printing, .converting: false
        }
    }

    /// The fault in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .format(let fault): fault.errorDescription
        case .printing(.noBrowser(let names)):
            ErrorDescription(
                local("a PDF is printed by a browser, and there is none of \(listed(names, with: .or))"),
                hint: local("install one, or choose html and print it from a browser"))
        case .printing(.noFolder):
            ErrorDescription(local("no private folder can be made for the page"), hint: local("choose html"))
        case .converting(.noConverter):
            ErrorDescription(
                local("a DOCX is made by pandoc, and it is not on this machine"),
                hint: local("install it (on Debian: sudo apt install pandoc), or choose html or markdown"))
        case .converting(.noFolder):
            ErrorDescription(
                local("no private folder can be made for the document"), hint: local("choose html"))
        case .converting(.endless(let seconds)):
            ErrorDescription(
                local("pandoc made no DOCX in \(seconds) seconds, and was ended"),
                hint: local("choose html or markdown"))
        case .converting(.failed(let status)):
            ErrorDescription(
                local("pandoc ended with the status \(Int(status)) and made no DOCX"),
                hint: local("choose html or markdown"))
        case .printing(.endless(let browser, let seconds)):
            ErrorDescription(
                local("`\(browser.visible)` made no PDF in \(seconds) seconds, and was ended"),
                hint: local("choose html and print it from a browser"))
        case .printing(.failed(let browser, let status)):
            ErrorDescription(
                local("`\(browser.visible)` ended with the status \(Int(status)) and made no PDF"),
                hint: local("choose html and print it from a browser"))
        }
    }
}
