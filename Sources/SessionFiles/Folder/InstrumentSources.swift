/// Where instruments come from that a session pins and that may not lie beside it.
package struct InstrumentSources {
    /// The program's own instrument whose YAML has a SHA-256; nil where there is none.
    let own: (_ sha256: String) -> Instrument?
    /// The program's own instrument as the JSON that is kept beside journals, without a line feed.
    let text: (_ sha256: String) -> [UInt8]?
    /// The instrument that somebody gives as YAML of that SHA-256; nil where nobody does.
    let given: (_ sha256: String) -> Instrument?
    /// Folders that may hold the compiled files of instruments.
    let elsewhere: [String]

    /// Sources with all their fields; what is left out gives nothing.
    package init(
        own: @escaping (_ sha256: String) -> Instrument? = { _ in nil },
        text: @escaping (_ sha256: String) -> [UInt8]? = { _ in nil },
        given: @escaping (_ sha256: String) -> Instrument? = { _ in nil }, elsewhere: [String] = []
    ) {
        self.own = own
        self.text = text
        self.given = given
        self.elsewhere = elsewhere
    }
}
