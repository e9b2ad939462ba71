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
    /// It is sealed in a way that this program does not know, by its name.
    case otherSuite(String)
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

/// One person's answers, sealed to the key of a workshop (HPKE, RFC 9180).
///
/// There is the final state of the answers and their notes, a role group and a random name; no history, no times and
/// nothing that was taken back. `docs/workshop.md` describes the file.
package enum SealedAnswers {
    /// The largest file that is read, in bytes.
    package static let largest = 4 * 1_024 * 1_024
    /// What is sealed is filled up to a multiple of this many bytes, into one of which the words of nearly everybody go: the
    /// length of a file does not say who wrote notes.
    private static let block = 65_536

    /// New keys of a workshop: P-256, for which a browser can seal.
    package static func newKeys() -> WorkshopKeys {
        let key = P256.KeyAgreement.PrivateKey()
        return WorkshopKeys(
            publicKey: Base64.text(of: key.publicKey.x963Representation),
            privateKey: Base64.text(of: key.rawRepresentation))
    }

    /// Whether a page can seal to these keys: not to those that version 0.1 made.
    package static func canBeSealedInBrowser(to keys: WorkshopKeys) -> Bool {
        SealingSuite(publicKey: keys.publicKey) == .p256
    }

    /// The words of a workshop's public key, by which people see that they have the same.
    ///
    /// - Parameter publicKey: the key, in Base64.
    /// - Returns: eight words, as an invitee's page shows them.
    package static func words(of publicKey: String) -> String {
        KeyWords.words(of: SHA256.hash(data: Base64.bytes(of: publicKey) ?? []))
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
        let file =
            switch SealingSuite(publicKey: invitation.publicKey) {
            case .p256: second(plain, to: invitation, questionnaire)
            case .x25519: first(plain, to: invitation, questionnaire)
            case nil: nil as [UInt8]?
            }
        guard let file else { throw .notSealed }
        return file
    }

    /// A file of the first format: one JSON object.
    private static func first(
        _ plain: [UInt8], to invitation: Invitation, _ questionnaire: String
    ) -> [UInt8]? {
        let info = SealedCover.info(PreWorkFormat.first, invitation.workshop, questionnaire)
        return SealingSuite.x25519.sealed(plain, to: invitation.publicKey, info: info, authenticating: [])
            .map { encapsulated, content in
                JSON.members([
                    "format": .string(PreWorkFormat.first), "workshop": .string(invitation.workshop),
                    "questionnaire": .string(questionnaire),
                    "key": .string(Base64.text(of: encapsulated)),
                    "answers": .string(Base64.text(of: content)),
                ]).bytes + [lineEnd]
            }
    }

    /// A file of the second format: one JSON object in a line, and what is sealed in the next.
    private static func second(
        _ plain: [UInt8], to invitation: Invitation, _ questionnaire: String
    ) -> [UInt8]? {
        let header = JSON.members([
            "format": .string(PreWorkFormat.second), "suite": .string(PreWorkFormat.suite),
            "workshop": .string(invitation.workshop), "questionnaire": .string(questionnaire),
        ]).bytes
        let info = SealedCover.info(PreWorkFormat.second, invitation.workshop, questionnaire)
        return SealingSuite.p256.sealed(plain, to: invitation.publicKey, info: info, authenticating: header)
            .map { encapsulated, content in
                header + [lineEnd] + Base64.text(of: encapsulated + content).utf8 + [lineEnd]
            }
    }

    private static let lineEnd = UInt8(ascii: "\n")

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
        let cover = try SealedCover(file)
        guard cover.workshop == session.session else { throw .otherWorkshop(cover.workshop) }
        let questionnaire = session.pins.questionnaire.sha256
        guard cover.questionnaire == questionnaire else { throw .otherQuestionnaire }
        guard SealingSuite(publicKey: keys.publicKey) == cover.suite,
            let plain = cover.suite.opened(
                cover.content, cover.encapsulated, by: keys.privateKey, info: cover.info,
                authenticating: cover.authenticated)
        else { throw .notOpened }
        do throws(BodyProblem) {
            return try Submission(plain[...], questionnaire: questionnaire)
        } catch {
            throw .malformed
        }
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
            guard note?.isBlank != true else { throw .unfitting(key: "note") }
            if case .notApplicable(let reason)? = response, reason.isBlank {
                throw .unfitting(key: "notApplicable")
            }
            return Entry(response: response, note: note)
        }
        self.init(
            fingerprint: SealedAnswers.fingerprint(of: try body.string("contributor")),
            edition: try body.whole("edition"),
            questionnaire: questionnaire, role: try body.named("role"), answers: answers)
        try body.end()
    }
}
