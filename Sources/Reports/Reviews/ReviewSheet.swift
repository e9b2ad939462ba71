import Escaping
import Instruments
import JSONText
package import Sessions

/// What a reviewer has before them: the answers of a pack, and what they were asked by.
package struct ReviewSheet: Codable, Sendable {
    package var cover: Cover
    package var scales: [Pack.ScaleText]
    package var areas: [AreaText]

    /// Which pack it is.
    package struct Cover: Codable, Sendable {
        package var pack: String
        package var session: String
        package var title: String
        package var questionnaireTitle: String
        package var questionnaire: InstrumentPin
    }

    /// The answers in the order of asking.
    package var answers: [AnswerText] { areas.flatMap(\.answers) }

    /// A review that says nothing yet.
    package var emptyReview: ReviewFile { ReviewFile(of: cover) }

    /// What the sheet of a pack is; nil where its audience does not see answers.
    init?(_ pack: Pack) {
        guard let areas = pack.areas else { return nil }
        cover = Cover(
            pack: pack.cover.pack, session: pack.cover.session, title: pack.cover.title,
            questionnaireTitle: pack.cover.questionnaireTitle, questionnaire: pack.cover.questionnaire)
        scales = pack.scales
        self.areas = areas
    }

    /// The sheet as JSON, for a page to carry: in ASCII, of which a page shows nothing otherwise than it is.
    var json: String {
        (try? JSONText.encode(self, .line))?.asciiInJSON ?? ""
    }

    /// What a reviewer may answer in the place of the authority: levels, or yes and no; nothing for other kinds.
    package func ownAnswers(to answer: AnswerText) -> [String] {
        answer.ownAnswers(on: scales)
    }
}

extension ReviewSheet {
    /// Reads a pack that was sent: a page, a protected page, or JSON.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - passphrase: gives the passphrase of a protected page; nil for none.
    /// - Returns: the sheet, and what a review of a protected page is sealed with.
    /// - Throws: why it is no pack that can be reviewed.
    package static func read(
        _ bytes: [UInt8], passphrase: () -> String?
    ) throws(ReviewFault) -> (sheet: ReviewSheet, seal: ReviewSeal?) {
        guard bytes.count <= ReviewFile.largest else { throw .tooLarge }
        let text = String(decoding: bytes, as: UTF8.self)
        if let sheet = decoded(text) { return (sheet, nil) }
        if let json = text.element("<template id=\"pack\">") {
            guard let sheet = decoded(HTMLText.unescaped(json)) else { throw .noPack }
            return (sheet, nil)
        }
        guard let header = text.between("data-header=\"", "\"").map(HTMLText.unescaped),
            let content = text.element("<template id=\"envelope\">"),
            let head = try? JSONText.decode(ProtectedPage.Header.self, from: Array(header.utf8)),
            let salt = Base64.bytes(of: head.salt), let nonce = Base64.bytes(of: head.nonce),
            let sealed = Base64.bytes(of: content)
        else { throw .noPack }
        guard let typed = passphrase() else { throw .sealed }
        guard let key = PackKey(passphrase: typed, rounds: head.rounds, salt: salt),
            let opened = key.open(sealed, nonce: nonce, header: header)
        else { throw .wrongPassphrase }
        guard let json = String(decoding: opened, as: UTF8.self).element("<template id=\"pack\">"),
            let sheet = decoded(HTMLText.unescaped(json))
        else { throw .noPack }
        return (sheet, ReviewSeal(passphrase: typed, key: key, header: head))
    }

    private static func decoded(_ text: String) -> ReviewSheet? {
        try? JSONText.decode(ReviewSheet.self, from: Array(text.utf8))
    }
}

/// Seals a review like the page that it is of.
package struct ReviewSeal {
    /// The passphrase of the page, as it was typed.
    package let passphrase: String
    private let key: PackKey
    private let header: ProtectedPage.Header

    fileprivate init(passphrase: String, key: PackKey, header: ProtectedPage.Header) {
        self.passphrase = passphrase
        self.key = key
        self.header = header
    }

    /// The file of a review, sealed; nil where the machine refuses.
    func sealed(_ review: String, _ random: inout some RandomNumberGenerator) -> String? {
        let nonce = Protection.bytes(12, &random)
        var header = header
        header.format = SealedReview.format
        header.nonce = Base64.text(of: nonce)
        guard let head = try? JSONText.encode(header, .line),
            let content = key.seal(Array(review.utf8), nonce: nonce, header: head)
        else { return nil }
        return try? JSONText.encode(
            SealedReview(
                format: SealedReview.format, header: head, content: Base64.text(of: content)), .indented)
    }
}

extension AnswerText {
    /// Each level with its name and what is seen there: `2, Emerging: …`; empty for other kinds.
    package func levelsDescription(on scales: [Pack.ScaleText]) -> [String] {
        let names = scales.first { $0.id == scale }?.levels ?? []
        return levels.enumerated().map { index, level in
            names.indices.contains(index)
                ? "\(index + 1), \(names[index]): \(level)" : "\(index + 1): \(level)"
        }
    }

    /// What a reviewer may answer in the place of the authority: levels, or yes and no; nothing for other kinds.
    func ownAnswers(on scales: [Pack.ScaleText]) -> [String] {
        switch kind {
        case .rating:
            let levels = scales.first { $0.id == scale }?.levels.count ?? 0
            return levels == 0 ? [] : (1...levels).map(String.init)
        case .yesNo: return ["yes", "no"]
        case .choice, .choices, .number, .date, .text: return []
        }
    }
}

extension String {
    /// What stands between two texts; nil where they are not there.
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end) else {
            return nil
        }
        return String(self[from..<to.lowerBound])
    }

    /// What a template of the page holds.
    fileprivate func element(_ start: String) -> String? { between(start, "</template>") }
}
