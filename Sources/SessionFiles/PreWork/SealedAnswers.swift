import Crypto
import Escaping
import Instruments
package import Sessions

/// Why a file of answers for a workshop cannot be used.
package enum PreWorkFault: Error, Equatable, Sendable {
    /// The file is none of ours, or is cut short.
    case foreign
    /// It is of a version that this program does not know.
    case otherVersion(String)
    /// It is for another workshop, by the id of its session.
    case otherWorkshop(String)
    /// It is for another questionnaire, or another version of it.
    case otherQuestionnaire
    /// It was changed since it was sealed, or was sealed to another key.
    case notOpened
    /// What was sealed are no answers to this questionnaire.
    case malformed
    /// The machine refuses to seal.
    case notSealed
}

/// One person's answers, sealed to the key of a workshop (HPKE, RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305).
///
/// There is the final state of the answers and their notes, a role group and a random name; no history, no times and
/// nothing that was taken back. `docs/workshop.md` describes the file.
package enum SealedAnswers {
    /// What the file calls its format.
    static let format = "canary-prework/1"
    /// The largest file that is read, in bytes.
    package static let largest = 4 * 1_024 * 1_024
    /// What is sealed is filled up to a multiple of this many bytes, into one of which the words of nearly everybody go: the
    /// length of a file does not say who wrote notes.
    private static let block = 65_536

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

    /// New keys of a workshop.
    package static func newKeys() -> WorkshopKeys {
        let key = Curve25519.KeyAgreement.PrivateKey()
        return WorkshopKeys(
            publicKey: Base64.text(of: key.publicKey.rawRepresentation),
            privateKey: Base64.text(of: key.rawRepresentation))
    }

    /// A random name for somebody who is invited.
    package static func newContributor(_ random: inout some RandomNumberGenerator) -> String {
        let bytes: [UInt8] = (0..<12).map { _ in .random(in: .min ... .max, using: &random) }
        return String(decoding: hexadecimal(bytes), as: UTF8.self)
    }

    /// The SHA-256 of the random name of somebody who is invited, in hexadecimal: the workshop keeps no more of it.
    package static func fingerprint(of contributor: String) -> String {
        String(decoding: hexadecimal(Array(SHA256.hash(data: Array(contributor.utf8)))), as: UTF8.self)
    }

    /// Seals the answers of somebody who was invited.
    ///
    /// - Parameters:
    ///   - session: the answers; of words that are confidential, nothing is sealed.
    ///   - invitation: what they were invited to.
    ///   - role: their group of roles.
    ///   - edition: how many times they sealed answers, this one counted.
    /// - Returns: the file.
    /// - Throws: `.notSealed` where the machine refuses.
    package static func file(
        of session: SessionState, _ invitation: Invitation, as role: RoleGroup, edition: Int
    ) throws(PreWorkFault) -> [UInt8] {
        let questionnaire = session.pins.questionnaire.sha256
        let plain = padded(
            [
                "contributor": .string(invitation.contributor), "edition": .whole(edition),
                "role": .string(role.rawValue), "answers": answers(of: session),
            ])
        guard let bytes = Base64.bytes(of: invitation.publicKey),
            let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
            var sender = try? HPKE.Sender(
                recipientKey: key, ciphersuite: suite, info: given(info(invitation.workshop, questionnaire))),
            let sealed = try? sender.seal(plain)
        else { throw .notSealed }
        return JSON.members([
            "format": .string(format), "workshop": .string(invitation.workshop),
            "questionnaire": .string(questionnaire),
            "key": .string(Base64.text(of: sender.encapsulatedKey)),
            "answers": .string(Base64.text(of: sealed)),
        ]).bytes + [UInt8(ascii: "\n")]
    }

    /// Opens a file that somebody sealed for a workshop; it is in memory only.
    ///
    /// - Parameters:
    ///   - file: its bytes.
    ///   - session: the workshop, which holds the key.
    ///   - keys: the workshop's keys.
    /// - Returns: the answers.
    /// - Throws: why it cannot be used.
    package static func opened(
        _ file: [UInt8], for session: SessionState, _ keys: WorkshopKeys
    ) throws(PreWorkFault) -> Submission {
        let cover = try Cover(file)
        guard cover.workshop == session.session else { throw .otherWorkshop(cover.workshop) }
        let questionnaire = session.pins.questionnaire.sha256
        guard cover.questionnaire == questionnaire else { throw .otherQuestionnaire }
        guard let bytes = Base64.bytes(of: keys.privateKey),
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes),
            var recipient = try? HPKE.Recipient(
                privateKey: key, ciphersuite: suite, info: given(info(cover.workshop, questionnaire)),
                encapsulatedKey: given(cover.key)),
            let plain = try? recipient.open(cover.answers)
        else { throw .notOpened }
        do throws(BodyProblem) {
            return try Submission(Array(plain)[...], questionnaire: questionnaire)
        } catch {
            throw .malformed
        }
    }

    private static func info(_ workshop: String, _ questionnaire: String) -> [UInt8] {
        Array([format, workshop, questionnaire].joined(separator: "\n").utf8)
    }

    /// Bytes as swift-crypto takes some: in Foundation's type, which is not named here so that it is not imported.
    private static func given<Bytes: RangeReplaceableCollection<UInt8>>(_ bytes: [UInt8]) -> Bytes {
        Bytes(bytes)
    }

    /// The final state: every answer that counts now and is not withheld, and every note, on a question without an answer, too.
    private static func answers(of session: SessionState) -> JSON {
        .object(
            session.asked.questions.compactMap { question in
                guard !session.isWithheld(question), let record = session.records[question.id] else {
                    return nil
                }
                var answer = record.response
                let note = record.confidential ? nil : record.note
                switch answer {
                case .given(.text) where record.confidential: answer = nil
                case .notApplicable where record.confidential:
                    answer = .notApplicable(reason: .removedWords)
                default: break
                }
                guard answer != nil || note != nil else { return nil }
                return JSON.Member(
                    key: question.id.text,
                    value: .members(["answer": answer?.json, "note": note.map(JSON.string)]))
            })
    }

    private static func padded(_ members: KeyValuePairs<String, JSON?>) -> [UInt8] {
        let bytes = JSON.members(members).bytes
        return bytes + Array(repeating: UInt8(ascii: " "), count: block - bytes.count % block)
    }

    /// What can be read of a file without the key.
    private struct Cover {
        let workshop: String
        let questionnaire: String
        let key: [UInt8]
        let answers: [UInt8]

        /// The most values of a cover: its own, and a few that a later version may add.
        private static let mostValues = 16

        init(_ file: [UInt8]) throws(PreWorkFault) {
            // Anybody can write a cover, so it is read before the key is tried only as far as one of ours goes.
            guard let json = try? JSON(file[...], atMost: Self.mostValues),
                var body = try? BodyReader(json, under: "file"),
                let format = try? body.string("format"), format.hasPrefix("canary-prework/")
            else { throw .foreign }
            guard format == SealedAnswers.format else { throw .otherVersion(format) }
            guard let workshop = try? body.string("workshop"),
                let questionnaire = try? body.string("questionnaire"),
                let key = Base64.bytes(of: (try? body.string("key")) ?? "?"),
                let answers = Base64.bytes(of: (try? body.string("answers")) ?? "?")
            else { throw .foreign }
            self.workshop = workshop
            self.questionnaire = questionnaire
            self.key = key
            self.answers = answers
        }
    }
}

extension Submission {
    fileprivate init(_ plain: ArraySlice<UInt8>, questionnaire: String) throws(BodyProblem) {
        let json: JSON
        do throws(JSON.Malformed) {
            json = try JSON(plain)
        } catch {
            throw .malformed(offset: error.offset)
        }
        var body = try BodyReader(json, under: "answers")
        let answers: [Question.ID: Entry] = try body.byQuestion("answers") { value throws(BodyProblem) in
            var entry = try BodyReader(value, under: "answers")
            let response = try entry.optional("answer").map { answer throws(BodyProblem) in
                try Response(json: answer)
            }
            let note = try entry.optionalString("note")
            try entry.end()
            return Entry(response: response, note: note)
        }
        self.init(
            fingerprint: SealedAnswers.fingerprint(of: try body.string("contributor")),
            edition: try body.whole("edition"),
            questionnaire: questionnaire, role: try body.named("role"), answers: answers)
        try body.end()
    }
}
