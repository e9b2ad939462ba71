import Crypto
import Escaping
package import Instruments
import JSONText
package import Sessions

/// A reviewer's file as it came in, in the clear or sealed like the pack that it answers.
package struct ReviewFile: Equatable, Sendable {
    /// What the hidden sheet of a workbook says it is.
    package static let workbookFormat = "canary-review-workbook/1"
    /// The largest file that is read, in bytes.
    package static let largest = 16 * 1_024 * 1_024

    /// The most values of a file in JSON: ten for each question of a questionnaire larger than any.
    static let mostValues = 100_000

    /// The session that it answers.
    package var session: String
    /// The questionnaire that its pack was made by.
    package var questionnaire: InstrumentPin
    /// The pack that the reviewer had.
    package var pack: String
    /// What tells the reviewer from every other, as it stands in the file; nil for a file that has none.
    package var reviewer: String?
    /// As it was typed.
    package var role: String
    /// As it was typed: a date, or not one.
    package var date: String
    package var answers: [Answer]
    /// The SHA-256 of the file.
    package var sha256: String

    /// What it says of one question, as it was written.
    package struct Answer: Equatable, Sendable {
        package var question: String
        package var verdict: String
        /// A level, or `yes` or `no`; nil for none.
        package var own: String?
        package var comment: String
        package var seen: String
        package var test: String

        /// What a review says of a question, with all its fields.
        package init(
            question: String, verdict: String, own: String?, comment: String, seen: String, test: String
        ) {
            self.question = question
            self.verdict = verdict
            self.own = own
            self.comment = comment
            self.seen = seen
            self.test = test
        }
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - passphrase: gives the passphrase of the pack where the file is sealed; nil for none.
    /// - Throws: why it is no review, or is not one that can be read.
    package init(
        _ bytes: [UInt8], passphrase: () -> String?
    ) throws(ReviewFault) {
        guard bytes.count <= Self.largest else { throw .tooLarge }
        let sha256 = SHA256.hash(data: bytes).hexadecimal
        if Self.isWorkbook(bytes) {
            try self.init(workbook: bytes, sha256: sha256)
            return
        }
        // Each value takes a hundred times its bytes once it is decoded.
        guard bytes.values(atMost: Self.mostValues) else { throw .tooLarge }
        if let sealed = try? JSONText.decode(SealedReview.self, from: bytes) {
            guard sealed.format == SealedReview.format else { throw .otherFormat(sealed.format) }
            let opened = try sealed.opened(passphrase)
            guard opened.values(atMost: Self.mostValues) else { throw .tooLarge }
            self = try Self.read(opened, sha256: sha256)
        } else {
            self = try Self.read(bytes, sha256: sha256)
        }
    }

    /// Random digits that tell a reviewer from every other.
    package static func newReviewer(_ random: inout some RandomNumberGenerator) -> String {
        Protection.bytes(16, &random).hexadecimal
    }

    /// A review of a pack that says nothing yet.
    init(of cover: ReviewSheet.Cover) {
        (session, questionnaire, pack) = (cover.session, cover.questionnaire, cover.pack)
        (role, date, answers, sha256) = ("", "", [], "")
    }

    private init(_ written: Written, sha256: String) {
        session = written.session
        questionnaire = written.questionnaire
        pack = written.pack
        reviewer = written.reviewer?.lowercased()
        role = written.role
        date = written.date
        answers = written.answers.map { answer in
            Answer(
                question: answer.question, verdict: answer.verdict, own: answer.rating?.text,
                comment: answer.comment, seen: answer.seen, test: answer.test)
        }
        self.sha256 = sha256
    }

    private static func read(_ bytes: [UInt8], sha256: String) throws(ReviewFault) -> ReviewFile {
        struct Named: Decodable { var format: String }
        guard let named = try? JSONText.decode(Named.self, from: bytes) else { throw .unreadable }
        guard named.format == Written.format else { throw .otherFormat(named.format) }
        do {
            return ReviewFile(try JSONText.decode(Written.self, from: bytes), sha256: sha256)
        } catch let error as DecodingError {
            throw .incomplete(at: error.place)
        } catch {
            throw .unreadable
        }
    }
}

extension ReviewFile {
    /// The file of the review.
    ///
    /// - Parameters:
    ///   - seal: what the pack is sealed with; nil for a file in the clear.
    ///   - random: where the nonce of a sealed file comes from.
    /// - Returns: its bytes; nil where the machine refuses.
    package func bytes(
        seal: ReviewSeal?, _ random: inout some RandomNumberGenerator
    ) -> [UInt8]? {
        let written = Written(
            pack: pack, reviewer: reviewer, session: session, questionnaire: questionnaire, role: role,
            date: date,
            answers: answers.map { answer in
                Written.Answer(
                    question: answer.question, verdict: answer.verdict,
                    rating: answer.own.map(Written.Own.init),
                    comment: answer.comment, seen: answer.seen, test: answer.test)
            })
        guard let text = try? JSONExporter.text(of: written) else { return nil }
        guard let seal else { return Array(text.utf8) }
        return seal.sealed(text, &random).map { Array("\($0)\n".utf8) }
    }
}

/// Why a reviewer's file was not filed.
package enum ReviewFault: Error, Equatable, Sendable {
    case tooLarge
    /// It is a workbook, and what unpacks those is not on this machine.
    case noWorkbookLibrary
    /// It is no JSON, or cut short.
    case unreadable
    /// It is no pack, or one without answers.
    case noPack
    case otherFormat(String)
    /// Something is missing, or is of another kind; the keys and numbers lead there.
    case incomplete(at: String)
    /// It is sealed, and no passphrase was given.
    case sealed
    case wrongPassphrase
    /// The workbook does not say which pack it is.
    case noIdentity
    /// The rows of the workbook are not where they were; the first that is not.
    case rowsMoved(String)
    /// It answers another session.
    case otherSession(String)
    /// It answers another questionnaire, or another version of it.
    case otherQuestionnaire(InstrumentPin)
    case noRole
    case noDate(String)
    case unknownVerdict(question: String, String)
    case unknownQuestions([String])
    /// The reviewer's own answer does not fit the question.
    case unfitting(Question.ID, String)
    case repeatedQuestion(String)
    case empty
}

extension ReviewFile {
    /// The review, for the session that it answers.
    ///
    /// - Parameter session: the session as it stands.
    /// - Returns: what can be filed.
    /// - Throws: why nothing can be.
    package func review(for session: SessionState) throws(ReviewFault) -> Review {
        guard self.session == session.session else { throw .otherSession(self.session) }
        guard questionnaire == session.pins.questionnaire else { throw .otherQuestionnaire(questionnaire) }
        guard role.contains(where: { !$0.isWhitespace }) else { throw .noRole }
        guard let date = CalendarDate(date) else { throw .noDate(self.date) }
        guard reviewer.map(Self.isReviewer) ?? true else { throw .incomplete(at: "reviewer") }
        // A program made it up: it is no place for words.
        guard Self.isPack(pack) else { throw .incomplete(at: "pack") }
        let unknown = answers.map(\.question).filter {
            session.questionnaire.question(Question.ID($0)) == nil
        }
        guard unknown.isEmpty else { throw .unknownQuestions(unknown) }
        var entries: [Review.Entry] = []
        var seen: Set<String> = []
        for answer in answers {
            guard seen.insert(answer.question).inserted else { throw .repeatedQuestion(answer.question) }
            guard let verdict = Review.Verdict(rawValue: answer.verdict) else {
                throw .unknownVerdict(question: answer.question, answer.verdict)
            }
            let id = Question.ID(answer.question)
            guard let question = session.questionnaire.question(id) else { continue }
            var own: AnswerValue?
            if let written = answer.own {
                own = AnswerValue(ownAnswer: written, to: question)
                if own == nil { throw .unfitting(id, written) }
            }
            entries.append(
                Review.Entry(
                    question: id, verdict: verdict, own: own, comment: answer.comment, seen: answer.seen,
                    test: answer.test))
        }
        guard !entries.isEmpty else { throw .empty }
        let order = Dictionary(
            uniqueKeysWithValues: session.questionnaire.questions.enumerated().map { ($1.id, $0) })
        entries.sort { (order[$0.question] ?? 0) < (order[$1.question] ?? 0) }
        return Review(
            id: sha256, reviewer: reviewer, pack: pack, role: role, date: date, entries: entries)
    }

    private static func isPack(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.allSatisfy { $0.isHexDigit && $0.isASCII }
    }

    /// Whether a text is what a reviewer's file is given: hexadecimal digits, and as many as nobody guesses.
    private static func isReviewer(_ text: String) -> Bool {
        text.utf8.count == 32 && text.allSatisfy { $0.isHexDigit && $0.isASCII }
    }
}

extension AnswerValue {
    /// What a reviewer would have answered: a level, or yes or no; nil for what fits no such question.
    package init?(ownAnswer text: String, to question: Question) {
        switch (question.kind, text) {
        case (.yesNo, "yes"): self = .yesNo(true)
        case (.yesNo, "no"): self = .yesNo(false)
        case (.rating(let rating), _):
            guard let level = Int(text), (1...rating.scale.levels.count).contains(level) else { return nil }
            self = .rating(level)
        default: return nil
        }
    }
}

/// The file's shape, `canary-review/1`.
private struct Written: Codable {
    static let format = "canary-review/1"

    var format = Written.format
    var pack: String
    var reviewer: String?
    var session: String
    var questionnaire: InstrumentPin
    var role: String
    var date: String
    var answers: [Answer]

    struct Answer: Codable {
        var question: String
        var verdict: String
        var rating: Own?
        var comment: String
        var seen: String
        var test: String
    }

    /// A level as a number, or a word.
    struct Own: Codable {
        var text: String

        init(_ text: String) {
            self.text = text
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            if let level = Int(text) { try value.encode(level) } else { try value.encode(text) }
        }

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = try (try? value.decode(Int.self)).map(String.init) ?? value.decode(String.self)
        }
    }
}

/// A review that is sealed with the passphrase of its pack.
struct SealedReview: Codable {
    static let format = "canary-sealed-review/1"

    var format: String
    var header: String
    var content: String

    fileprivate func opened(_ passphrase: () -> String?) throws(ReviewFault) -> [UInt8] {
        guard let head = try? JSONText.decode(ProtectedPage.Header.self, from: Array(header.utf8)),
            head.format == Self.format, let salt = Base64.bytes(of: head.salt),
            let nonce = Base64.bytes(of: head.nonce), let content = Base64.bytes(of: content)
        else { throw .unreadable }
        guard let typed = passphrase() else { throw .sealed }
        guard let key = PackKey(passphrase: typed, rounds: head.rounds, salt: salt),
            let opened = key.open(content, nonce: nonce, header: header)
        else { throw .wrongPassphrase }
        return opened
    }
}

extension DecodingError {
    /// Where in the file it is, such as `answers.3.verdict`.
    fileprivate var place: String {
        let (path, key): ([any CodingKey], (any CodingKey)?) =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context.codingPath, nil)
            case .keyNotFound(let key, let context): (context.codingPath, key)
            @unknown default: ([], nil)
            }
        return (path + [key].compactMap(\.self)).map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
            .joined(separator: ".")
    }
}
