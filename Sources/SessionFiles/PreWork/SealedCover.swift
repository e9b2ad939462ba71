import Escaping
import Sessions

/// A sealed file as far as it can be read without the key.
///
/// Anybody can write one, so before the key is tried it is read only as far as one of ours goes.
struct SealedCover {
    /// How it is sealed, by its format.
    let suite: SealingSuite
    /// The id of the workshop's session.
    let workshop: String
    /// The SHA-256 of the questionnaire.
    let questionnaire: String
    /// What both sides know.
    let info: [UInt8]
    /// What stands in the clear and cannot be changed.
    let authenticated: [UInt8]
    /// The encapsulated key.
    let encapsulated: [UInt8]
    /// What is sealed.
    let content: [UInt8]

    /// The most values in the clear: a file's own, and a few that a later version may add.
    private static let mostValues = 16
    /// The longest first line of the second format, in bytes.
    private static let longestHeader = 1_024

    /// Reads the bytes of a file.
    init(_ file: [UInt8]) throws(PreWorkFault) {
        let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
            .map(\.withoutReturn)
        // A line of the first format is far longer.
        let header = lines[0].count <= Self.longestHeader ? Self.fields(lines[0]) : nil
        switch header?.format {
        case PreWorkFormat.second: try self.init(second: lines)
        case nil, PreWorkFormat.first: try self.init(first: file)
        case let other?: throw .otherVersion(other)
        }
    }

    /// One JSON object.
    private init(first file: [UInt8]) throws(PreWorkFault) {
        guard case (let format, var body)? = Self.fields(file[...]) else { throw .foreign }
        guard format == PreWorkFormat.first else {
            // The second format is of two lines, so one line of it is cut short.
            throw format == PreWorkFormat.second ? .foreign : .otherVersion(format)
        }
        guard let workshop = try? body.string("workshop"),
            let questionnaire = try? body.string("questionnaire"),
            let encapsulated = Base64.bytes(of: (try? body.string("key")) ?? "?"),
            let content = Base64.bytes(of: (try? body.string("answers")) ?? "?")
        else { throw .foreign }
        suite = .x25519
        self.workshop = workshop
        self.questionnaire = questionnaire
        info = Self.info(format, workshop, questionnaire)
        authenticated = []
        self.encapsulated = encapsulated
        self.content = content
    }

    /// One JSON object in a line, and what is sealed in the next.
    private init(second lines: [ArraySlice<UInt8>]) throws(PreWorkFault) {
        guard lines.count == 3, lines[2].isEmpty, case (let format, var body)? = Self.fields(lines[0]),
            let suite = try? body.string("suite"), let workshop = try? body.string("workshop"),
            let questionnaire = try? body.string("questionnaire"),
            let sealed = Base64.bytes(of: String(decoding: lines[1], as: UTF8.self)),
            sealed.count > SealingSuite.encapsulatedLength
        else { throw .foreign }
        guard suite == PreWorkFormat.suite else { throw .otherSuite(suite) }
        self.suite = .p256
        self.workshop = workshop
        self.questionnaire = questionnaire
        info = Self.info(format, workshop, questionnaire)
        authenticated = Array(lines[0])
        encapsulated = Array(sealed.prefix(SealingSuite.encapsulatedLength))
        content = Array(sealed.dropFirst(SealingSuite.encapsulatedLength))
    }

    private static func fields(_ text: ArraySlice<UInt8>) -> (format: String, body: BodyReader)? {
        guard let json = try? JSON(text, atMost: mostValues), var body = try? BodyReader(json, under: "file"),
            let format = try? body.string("format"), format.hasPrefix("canary-prework/")
        else { return nil }
        return (format, body)
    }

    /// What both sides know of a file.
    static func info(_ format: String, _ workshop: String, _ questionnaire: String) -> [UInt8] {
        Array([format, workshop, questionnaire].joined(separator: "\n").utf8)
    }
}

extension ArraySlice<UInt8> {
    /// The line as it was before mail put another end to it.
    fileprivate var withoutReturn: Self { last == UInt8(ascii: "\r") ? dropLast() : self }
}
