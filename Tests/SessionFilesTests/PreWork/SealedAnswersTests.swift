import Escaping
import Foundation
import Instruments
import Sessions
import Testing

@testable import SessionFiles

@Suite struct `Answers sealed for a workshop` {
    /// Keys as version 0.1 made them: X25519 from the test vectors of RFC 7748, 6.1.
    private static let earlierKeys = WorkshopKeys(
        publicKey: "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=",
        privateKey: "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=")

    private let keys = SealedAnswers.newKeys()
    private let workshop = Self.session("w-1", as: .workshop)

    private static func session(
        _ id: String, as kind: SessionKind, _ commands: [SessionCommand] = []
    ) -> SessionState {
        let first = Sessions.start(
            session: id, title: "T", authority: nil, instruments: Small.set, as: kind, now: .noon())
        guard case .started(let begun) = first.what else { fatalError("it starts nothing") }
        var state = SessionState(begun, at: first.at, instruments: Small.set)
        for command in commands {
            for event in (try? decide(command, state, now: .noon())) ?? [] {
                apply(event, to: &state, instruments: nil)
            }
        }
        return state
    }

    /// What somebody sealed to keys.
    private func file(_ keys: WorkshopKeys, for workshop: String = "w-1") throws -> [UInt8] {
        let invitation = Invitation(workshop: workshop, publicKey: keys.publicKey, contributor: "c0ffee")
        let answers = Self.session(
            "anna", as: .invited(invitation),
            [
                .answer("plan.exists", .given(.yesNo(true)), note: "Ünïcode \u{202E} </script>"),
                .answer("plan.used", .given(.rating(2)), note: nil),
                .answer("data.owner", .notApplicable(reason: "nobody"), note: nil),
            ])
        return try SealedAnswers.file(of: answers, invitation, as: .partners, edition: 3)
    }

    private func fault(_ file: [UInt8], _ keys: WorkshopKeys? = nil) -> PreWorkFault? {
        do throws(PreWorkFault) {
            _ = try SealedAnswers.opened(file, for: workshop, keys ?? self.keys)
            return nil
        } catch {
            return error
        }
    }

    /// The two lines of a file, without their ends.
    private func lines(_ file: [UInt8]) -> [String] {
        String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func bytes(_ header: String, _ content: String) -> [UInt8] {
        Array("\(header)\n\(content)\n".utf8)
    }

    /// A file with that inside, sealed as ours are, whatever stands in its first line.
    private func sealed(_ plain: String, _ header: String? = nil) throws -> [UInt8] {
        let header = try header ?? lines(file(keys))[0]
        let questionnaire = workshop.pins.questionnaire.sha256
        let sealed = try #require(
            SealingSuite.p256.sealed(
                Array(plain.utf8), to: keys.publicKey,
                info: SealedCover.info(PreWorkFormat.second, "w-1", questionnaire),
                authenticating: Array(header.utf8)))
        return bytes(header, Base64.text(of: sealed.encapsulated + sealed.content))
    }

    @Test func `come back as they were, to a key of now and to one of version 0.1`() throws {
        for (keys, format) in [(keys, "canary-prework/2"), (Self.earlierKeys, "canary-prework/1")] {
            let file = try file(keys)
            #expect(lines(file)[0].contains(#""format":"\#(format)""#))
            let opened = try SealedAnswers.opened(file, for: workshop, keys)
            #expect(opened.fingerprint == SealedAnswers.fingerprint(of: "c0ffee"))
            #expect(opened.edition == 3 && opened.role == .partners)
            #expect(opened.questionnaire == Small.questionnaire.sha256)
            #expect(
                opened.answers == [
                    "plan.exists": .init(response: .given(.yesNo(true)), note: "Ünïcode \u{202E} </script>"),
                    "plan.used": .init(response: .given(.rating(2)), note: nil),
                    "data.owner": .init(response: .notApplicable(reason: "nobody"), note: nil),
                ])
        }
    }

    @Test func `are two lines, of which mail may change the ends and nothing else`() throws {
        let file = try file(keys)
        let lines = lines(file)
        #expect(lines.count == 2 && file.last == 10 && lines[0].utf8.count <= 1_024)
        #expect(
            lines[0]
                == #"{"format":"canary-prework/2","suite":"\#(PreWorkFormat.suite)","workshop":"w-1","#
                + #""questionnaire":"\#(Small.questionnaire.sha256)"}"#)
        // One block, the encapsulated key and the tag.
        #expect(Base64.bytes(of: lines[1])?.count == 65_536 + 65 + 16)
        #expect(fault(Array("\(lines[0])\r\n\(lines[1])\r\n".utf8)) == nil)
        let header = lines[0]
        let changes = [
            header.replacing(#"{"format""#, with: #"{ "format""#),
            header.replacing("}", with: #","more":"1"}"#),
            header.replacing("w-1", with: #"w\u002d1"#),
        ]
        for change in changes { #expect(fault(bytes(change, lines[1])) == .notOpened, "\(change)") }
        for place in [0, 70, 65_600] {
            var content = try #require(Base64.bytes(of: lines[1]))
            content[place] ^= 1
            #expect(fault(bytes(header, Base64.text(of: content))) == .notOpened, "\(place)")
        }
    }

    @Test func `are refused for another workshop, questionnaire, suite, format or key, each in its own way`()
        throws
    {
        let file = try file(keys)
        let (header, content) = (lines(file)[0], lines(file)[1])
        #expect(try fault(self.file(keys, for: "w-2")) == .otherWorkshop("w-2"))
        let other = header.replacing(Small.questionnaire.sha256, with: String(repeating: "0b", count: 32))
        #expect(fault(bytes(other, content)) == .otherQuestionnaire)
        let suite = header.replacing("AES-256-GCM", with: "AES-128-GCM")
        #expect(
            fault(bytes(suite, content)) == .otherSuite("DHKEM(P-256,HKDF-SHA256),HKDF-SHA256,AES-128-GCM"))
        let later = header.replacing("prework/2", with: "prework/3")
        #expect(fault(bytes(later, content)) == .otherVersion("canary-prework/3"))
        let first = try lines(self.file(Self.earlierKeys))[0]
        #expect(
            fault(Array(first.replacing("prework/1", with: "prework/4").utf8))
                == .otherVersion("canary-prework/4"))
        #expect(fault(file, SealedAnswers.newKeys()) == .notOpened)
        #expect(fault(file, Self.earlierKeys) == .notOpened)
        #expect(try fault(self.file(Self.earlierKeys)) == .notOpened)
    }

    @Test func `that are cut short, overlong or of some other shape are no answers`() throws {
        let file = try file(keys)
        let (header, content) = (lines(file)[0], lines(file)[1])
        let long = String(repeating: "x", count: 1_024)
        let many = (0..<20).map { #""k\#($0)":"""# }.joined(separator: ",")
        let files = [
            [], Array("\n\n".utf8), Array("{}".utf8), Array(header.utf8), Array("\(header)\n".utf8),
            Array("\(header)\n\(content)".utf8), file + [10], file + Array("more".utf8),
            Array(file.prefix(40_000)), bytes(header, ""), bytes(header, "AAAA"),
            bytes(header, "!" + content),
            bytes(header, Base64.text(of: Array(repeating: 4, count: 65))),
            bytes(header.replacing("}", with: #","more":"\#(long)"}"#), content),
            bytes(header.replacing("}", with: ",\(many)}"), content),
            bytes(header.replacing(#""w-1""#, with: "1"), content), Array(repeating: 0xFF, count: 5_000),
        ]
        for (place, file) in files.enumerated() { #expect(fault(file) == .foreign, "\(place)") }
    }

    @Test func `hold no note and no reason that is blank, and nothing that a page or submit does not write`()
        throws
    {
        func fault(answers: String, more: String = "") throws -> PreWorkFault? {
            try self.fault(
                sealed(#"{"contributor":"c","edition":1,"role":"members","answers":{\#(answers)}\#(more)}"#))
        }
        #expect(try fault(answers: #""plan.used":{"answer":{"rating":1},"note":"n"}"#) == nil)
        for answers in [
            #""plan.used":{"note":""}"#, #""plan.used":{"answer":{"rating":1},"note":" \n\u2003"}"#,
            #""plan.used":{"answer":{"notApplicable":""}}"#,
            #""plan.used":{"answer":{"notApplicable":"\t"}}"#,
            #""plan.used":{"answer":{"rating":0}}"#, #""plan.used":{"answer":"perhaps"}"#,
            #""plan.used":{"choice":"1"}"#, #""plan.used":1"#,
        ] {
            #expect(try fault(answers: answers) == .malformed, "\(answers)")
        }
        #expect(try fault(answers: "", more: #","name":"Anna""#) == .malformed)
        for plain in ["", "[]", #"{"contributor":"c","edition":1,"answers":{}}"#] {
            #expect(try self.fault(sealed(plain)) == .malformed, "\(plain)")
        }
    }

    @Test func `name their key in eight words, which are the same words for the same key alone`() {
        let words = SealedAnswers.words(of: keys.publicKey)
        #expect(words.split(separator: " ").count == 8)
        #expect(words == SealedAnswers.words(of: keys.publicKey))
        #expect(words != SealedAnswers.words(of: SealedAnswers.newKeys().publicKey))
        #expect(Set(KeyWords.all).count == 256)
        #expect(KeyWords.all.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } })
        // Worked out by Python's hashlib over the list.
        #expect(
            SealedAnswers.words(of: Self.earlierKeys.publicKey)
                == "cello autumn lilac larch almond ocean camel desert")
    }
}
