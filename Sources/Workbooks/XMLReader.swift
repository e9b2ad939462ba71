internal import CExpat

/// Reads XML that a stranger wrote: a document type, and so every entity of its own, is refused.
enum XMLReader {
    /// What is met on the way; names are without their prefix.
    enum Step {
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    fileprivate final class Visit {
        let take: (Step) -> Void
        let parser: XML_Parser
        var depth = 0
        var isRefused = false

        init(_ parser: XML_Parser, _ take: @escaping (Step) -> Void) {
            self.parser = parser
            self.take = take
        }

        func refuse() {
            isRefused = true
            XML_StopParser(parser, XML_Bool(0))
        }
    }

    /// The deepest that elements may be nested.
    fileprivate static let deepest = 64

    /// Reads a document to its end.
    static func read(
        _ bytes: [UInt8], _ take: (Step) -> Void
    ) throws(WorkbookReadFault) {
        guard let parser = XML_ParserCreate(nil) else { throw .unsound }
        defer { XML_ParserFree(parser) }
        let isSound = withoutActuallyEscaping(take) { take in
            let visit = Visit(parser, take)
            return withExtendedLifetime(visit) { parse(bytes, visit) }
        }
        guard isSound else { throw .unsound }
    }

    private static func parse(_ bytes: [UInt8], _ visit: Visit) -> Bool {
        let parser = visit.parser
        XML_SetUserData(parser, Unmanaged.passUnretained(visit).toOpaque())
        XML_SetElementHandler(
            parser,
            { visit, name, attributes in
                guard let visit = XMLReader.visit(visit), let name else { return }
                visit.depth += 1
                guard visit.depth <= XMLReader.deepest else { return visit.refuse() }
                visit.take(.start(XMLReader.bare(String(cString: name)), XMLReader.attributes(attributes)))
            },
            { visit, name in
                guard let visit = XMLReader.visit(visit), let name else { return }
                visit.depth -= 1
                visit.take(.end(XMLReader.bare(String(cString: name))))
            })
        XML_SetCharacterDataHandler(parser) { visit, text, count in
            guard let visit = XMLReader.visit(visit), let text else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            visit.take(.text(String(decoding: bytes, as: UTF8.self)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { visit, _, _, _, _ in XMLReader.visit(visit)?.refuse() }
        let status = bytes.withUnsafeBytes { buffer in
            XML_Parse(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: buffer.count), 1)
        }
        return status == XML_STATUS_OK && !visit.isRefused
    }

    fileprivate static func visit(_ pointer: UnsafeMutableRawPointer?) -> Visit? {
        pointer.map { Unmanaged<Visit>.fromOpaque($0).takeUnretainedValue() }
    }

    fileprivate static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> [String: String] {
        var attributes: [String: String] = [:]
        var place = 0
        while let list, let name = list[place], let value = list[place + 1] {
            attributes[bare(String(cString: name))] = String(cString: value)
            place += 2
        }
        return attributes
    }

    fileprivate static func bare(_ name: String) -> String {
        String(name[(name.lastIndex(of: ":").map(name.index(after:)) ?? name.startIndex)...])
    }
}
