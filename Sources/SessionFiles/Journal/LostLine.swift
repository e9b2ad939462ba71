/// What a line that cannot be read may have said about which words are confidential.
enum LostLine: Equatable {
    /// Nothing: its type stands there, and says other things.
    case nothing
    /// That the words on this question are confidential.
    case mark(on: String)
    /// Whatever a line can say.
    case anything

    /// Looks at the bytes of a line that is damaged; nil where its seal does not open.
    init(_ bytes: [UInt8]?) {
        // Looking for types takes long where there are a million lines, and none says anything.
        guard let bytes, bytes.count > 16 else {
            self = .anything
            return
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let types = text.matches(of: /"type":"([A-Za-z]+)"/)
        // Two in one line are two lines between which the end was lost.
        guard types.count == 1, let type = types.first?.output.1 else {
            self = .anything
            return
        }
        if Self.harmless.contains(String(type)) {
            self = .nothing
            return
        }
        let questions = text.matches(of: /"question":"([a-z0-9.-]+)"/)
        self =
            type == "confidentialitySet" && questions.count == 1
            ? .mark(on: String(questions[0].output.1)) : .anything
    }

    /// The types of events that leave every mark as it is.
    private static let harmless: Set<String> = [
        "cleared", "noted", "noteAdded", "noteContinued", "evidenceAdded", "strengthAdded", "concernAdded",
        "actionAdded", "actionPlanned", "actionChanged", "itemRemoved", "itemRewritten", "askRemoved",
        "askRewritten", "themeAdded", "themeRemoved", "reviewersAsked", "linked", "unlinked", "titled",
        "authorityNamed", "measureSet", "measureRemoved", "moved", "summarised", "signedOff", "reopened",
        "released",
    ]
}
