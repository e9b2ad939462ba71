internal import CYAML
import Instruments

/// The events of a YAML text in its order; all that this module knows of libyaml.
///
/// The parser points at itself and at the text, so both lie where they are until they are freed.
@safe
struct YAMLEvents: ~Copyable {
    /// Something that the text holds.
    enum Content {
        /// A single value, with the anchor that stands before it.
        case scalar(String, ScalarStyle, anchor: String?)
        case listStart(anchor: String?)
        case mapStart(anchor: String?)
        /// The end of a list or of a map.
        case end
        case alias(String)
        case documentStart
        case documentEnd
        case streamStart
        case streamEnd
    }

    /// How a single value is written.
    enum ScalarStyle {
        case plain
        case quoted
        case block
    }

    /// What stands where.
    struct Event {
        let content: Content
        let place: Place

        var isScalar: Bool {
            if case .scalar = content { true } else { false }
        }
    }

    /// Why a text is no YAML, in libyaml's words; it has no place for what no reader of text ever meets.
    struct Problem: Error {
        let problem: String
        let context: String?
        let place: Place?
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: UnsafeMutableBufferPointer<UInt8>

    /// Whether there was memory for a parser.
    private let isReady: Bool

    /// The events of a text; none is read yet.
    init(_ text: String) {
        unsafe parser = .allocate(capacity: 1)
        unsafe self.text = .allocate(capacity: text.utf8.count)
        _ = unsafe self.text.initialize(from: text.utf8)
        isReady = unsafe yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, self.text.baseAddress, self.text.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe text.deallocate()
    }

    /// Reads the next event; after the end of the stream there is none to read.
    mutating func next() throws(Problem) -> Event {
        var event = unsafe yaml_event_t()
        guard isReady, unsafe yaml_parser_parse(parser, &event) == 1 else {
            throw unsafe Problem(parser.pointee)
        }
        defer { unsafe yaml_event_delete(&event) }
        return Event(content: unsafe Content(event), place: unsafe Place(event.start_mark))
    }
}

extension YAMLEvents.Content {
    fileprivate init(_ event: yaml_event_t) {
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            self = unsafe .scalar(
                String(decoding: bytes, as: UTF8.self), .init(scalar.style), anchor: .init(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            self = unsafe .listStart(anchor: .init(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            self = unsafe .mapStart(anchor: .init(event.data.mapping_start.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .end
        case YAML_ALIAS_EVENT: self = unsafe .alias(.init(event.data.alias.anchor) ?? "")
        case YAML_DOCUMENT_START_EVENT: self = .documentStart
        case YAML_DOCUMENT_END_EVENT: self = .documentEnd
        case YAML_STREAM_START_EVENT: self = .streamStart
        default: self = .streamEnd
        }
    }
}

extension YAMLEvents.ScalarStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_PLAIN_SCALAR_STYLE: self = .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: self = .block
        default: self = .quoted
        }
    }
}

extension YAMLEvents.Problem {
    fileprivate init(_ parser: yaml_parser_t) {
        guard let problem = unsafe String(parser.problem) else {
            self.init(problem: "no memory", context: nil, place: nil)
            return
        }
        // What reads the bytes counts no lines; what it would refuse, `SourceText` refused with its place.
        let hasPlace = unsafe parser.error != YAML_READER_ERROR
        self.init(
            problem: problem, context: unsafe String(parser.context),
            place: hasPlace ? unsafe Place(parser.problem_mark) : nil)
    }
}

extension Place {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

extension String {
    fileprivate init?(_ text: UnsafePointer<CChar>?) {
        guard let text = unsafe text else { return nil }
        unsafe self.init(cString: text)
    }

    fileprivate init?(_ text: UnsafeMutablePointer<yaml_char_t>?) {
        guard let text = unsafe text else { return nil }
        unsafe self.init(cString: text)
    }
}
