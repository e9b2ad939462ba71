import Disclosure
import Instruments
import Sessions

extension SessionEvent.Payload {
    /// Reads what a line says happened; a type that this version does not know is `.unrecognised`.
    ///
    /// - Parameters:
    ///   - type: the line's type.
    ///   - bytes: the body's exact bytes.
    /// - Throws: how the body does not fit the type.
    init(type: String, body bytes: ArraySlice<UInt8>) throws(BodyProblem) {
        let value: JSON
        do throws(JSON.Malformed) {
            value = try JSON(bytes)
        } catch {
            throw .malformed(offset: error.offset)
        }
        try self.init(type: type, json: value)
    }

    private init(type: String, json: JSON) throws(BodyProblem) {
        // Version 0.1 wrote there what the session came to, for itself; nothing of it is a fact.
        if type == "summarised" {
            self = .summarised
            return
        }
        var body = try BodyReader(json, under: "body")
        guard let payload = try Self.known(type, &body) else {
            self = .unrecognised(type: type)
            return
        }
        try body.end()
        self = payload
    }

    private static func known(
        _ type: String, _ body: inout BodyReader
    ) throws(BodyProblem) -> SessionEvent.Payload? {
        switch type {
        case "started": .started(try Start(&body))
        case "answered", "sheetRecorded":
            .answered(
                try body.required("answers").elements(under: "answers", AnswerEntry.init(json:)),
                position: try body.optionalIdentifier("position"))
        case "cleared": .cleared(try body.identifier("question"))
        case "noted": .noted(try body.identifier("question"), try body.string("text"))
        case "noteAdded": .noteAdded(try body.identifier("question"), try body.string("text"))
        case "noteContinued": .noteContinued(step: try body.whole("step"), try body.string("text"))
        case "evidenceAdded":
            .evidenceAdded(
                try body.identifier("question"), try Evidence(json: try body.required("evidence")))
        case "strengthAdded":
            .strengthAdded(try body.identifier("question"), try body.string("text"))
        case "concernAdded":
            .concernAdded(try body.identifier("question"), try body.string("text"))
        case "actionAdded", "actionPlanned":
            .actionAdded(
                try body.identifier("question"), try Action(json: try body.required("action")))
        case "actionChanged":
            .actionChanged(
                try body.identifier("question"), try Action(json: try body.required("action")))
        case "itemRemoved": .itemRemoved(try body.identifier("question"), try RecordItem(&body))
        case "itemRewritten":
            .itemRewritten(
                try body.identifier("question"), try RecordItem(&body), try body.string("text"))
        case "askRemoved": .askRemoved(try body.whole("ask"))
        case "askRewritten": .askRewritten(try body.whole("ask"), try body.string("text"))
        case "themeAdded":
            .themeAdded(try body.identifier("question"), try body.string("text"))
        case "themeRemoved":
            .themeRemoved(try body.identifier("question"), try body.string("text"))
        case "confidentialitySet":
            .confidentialitySet(
                try body.identifier("question"),
                try Confidentiality(json: try body.required("confidential")))
        case "reviewersAsked": .reviewersAsked(try body.string("text"))
        case "measureSet": .measureSet(try Measure(json: try body.required("measure")))
        case "measureRemoved":
            .measureRemoved(try Measure.name(try body.string("measure"), under: "measure"))
        case "linked":
            .linked(
                Link(
                    from: try body.reference("from"), to: try body.reference("to"),
                    note: try body.optionalString("note")))
        case "unlinked":
            .unlinked(from: try body.reference("from"), to: try body.reference("to"))
        case "titled": .titled(try body.string("title"))
        case "authorityNamed": .authorityNamed(try body.string("authority"))
        case "migrated":
            .migrated(
                Migration(
                    pins: try InstrumentPins(&body), compiled: try body.compiled(),
                    setAside: try body.required("setAside").elements(under: "setAside") {
                        value throws(BodyProblem) in
                        Identifier(try value.string(under: "setAside"))
                    }, reworded: try body.identifiers("reworded") ?? [],
                    position: try body.optionalIdentifier("position")))
        case "signedOff":
            .signedOff(
                role: try body.string("role"),
                unconfirmed: body.optional("unconfirmed") == nil ? 0 : try body.count("unconfirmed"))
        case "reopened": .reopened(reason: try body.string("reason"))
        case "released":
            .released(
                Release(
                    pack: try body.string("pack"), audience: try body.string("audience"),
                    format: try body.string("format"), sha256: try body.string("sha256")))
        case "reviewFiled":
            .reviewFiled(
                try Review(&body, reviewer: nil))
        case "reviewerFiled":
            .reviewFiled(
                try Review(&body, reviewer: try body.optionalString("reviewer")),
                replacing: try body.optionalWhole("replaces"))
        case "reviewWithdrawn": .reviewWithdrawn(try body.whole("review"))
        case "roomArranged": .roomArranged(try RoomArrangement(&body))
        case "groundRulesAgreed": .groundRulesAgreed
        case "voted":
            .voted(try body.identifier("question"), try Tally(json: try body.required("tally")))
        case "recounted":
            .recounted(
                try body.identifier("question"), try Tally(json: try body.required("tally")),
                instead: try substitutes(&body))
        case "revealed": .revealed(try body.identifier("question"))
        case "secondVoteCalled": .secondVoteCalled(try body.identifier("question"))
        case "agreed":
            .agreed(
                try body.identifier("question"),
                Agreement(
                    try body.optional("answer").map(Response.init(json:)), by: try body.named("way")),
                note: try body.optionalString("note"), position: try body.optionalIdentifier("position"))
        case "otherViewRecorded":
            .otherViewRecorded(
                try body.identifier("question"),
                OtherView(
                    text: try body.string("text"), size: try body.named("size"),
                    level: try body.optionalWhole("level")))
        case "parked":
            .parked(
                try body.identifier("question"), try Action(json: try body.required("action")),
                position: try body.optionalIdentifier("position"))
        case "wordsWithdrawn": .wordsWithdrawn(try body.identifier("question"))
        case "invited":
            .invited(
                try body.count("people"), keys: try WorkshopKeys(&body),
                fingerprints: try body.optional("fingerprints")?.elements(under: "fingerprints") {
                    value throws(BodyProblem) in try value.string(under: "fingerprints")
                } ?? [])
        case "preWorkMerged": .preWorkMerged(try PreWork(&body))
        case "merged": .merged(try PreWork(&body), instead: try substitutes(&body))
        case "keyBurnt": .keyBurnt(instead: try substitutes(&body))
        case "roomClosed": .roomClosed(instead: try substitutes(&body))
        case "preWorkErased": .preWorkErased(try body.count("files"))
        case "redacted":
            .redacted(
                Redaction(
                    place: .question(try body.identifier("question")), instead: try substitutes(&body)))
        case "wordsRemoved":
            .redacted(Redaction(place: try place(&body), instead: try substitutes(&body)))
        case "lost": .lost(bytes: try body.whole("bytes"))
        case "moved": .moved(to: try body.optionalIdentifier("position"))
        case "undone":
            .undone(
                step: try body.whole("step"), position: try body.optionalIdentifier("position"),
                instead: try body.optional("instead")?.elements(under: "instead", substitute) ?? [])
        case "redone":
            .redone(
                step: try body.whole("step"), position: try body.optionalIdentifier("position"))
        case "confirmed":
            .confirmed(
                try body.required("questions").elements(under: "questions") { value throws(BodyProblem) in
                    Identifier(try value.string(under: "questions"))
                }, position: try body.optionalIdentifier("position"))
        default: nil
        }
    }

    /// A place that is no question, which an event of its own names.
    private static func place(_ body: inout BodyReader) throws(BodyProblem) -> WordsPlace {
        guard let place = WordsPlace(try body.string("place")) else { throw .unfitting(key: "place") }
        if case .question = place { throw .unfitting(key: "place") }
        return place
    }

    private static func substitutes(_ body: inout BodyReader) throws(BodyProblem) -> [Substitute] {
        try body.required("instead").elements(under: "instead", substitute)
    }

    private static func substitute(_ json: JSON) throws(BodyProblem) -> Substitute {
        var body = try BodyReader(json, under: "instead")
        let number = try body.whole("n")
        let what = try SessionEvent.Payload(
            type: try body.string("type"), json: try body.required("body"))
        try body.end()
        return Substitute(number: number, what: what)
    }

    /// Whether nothing says what happened.
    var isUnrecognised: Bool { if case .unrecognised = self { true } else { false } }

    /// The types that hold neither words nor a count nor a key, so that there is nothing in them to remove.
    static let unremovable: Set<String> = [
        "cleared", "confidentialitySet", "itemRemoved", "askRemoved", "measureRemoved", "moved", "undone",
        "redone",
        "unlinked", "migrated", "lost", "released", "reviewWithdrawn", "roomArranged", "groundRulesAgreed",
        "revealed", "secondVoteCalled", "wordsWithdrawn", "keyBurnt", "roomClosed", "preWorkErased",
        "confirmed",
    ]
}

extension SessionEvent.Payload.Start {
    fileprivate init(_ body: inout BodyReader) throws(BodyProblem) {
        guard try body.string("format") == JournalFormat.name else { throw .unfitting(key: "format") }
        self.init(
            session: try body.string("session"), title: try body.string("title"),
            authority: try body.optionalString("authority"),
            pins: try InstrumentPins(&body), compiled: try body.compiled(),
            position: try body.optionalIdentifier("position"),
            isWorkshop: try body.optional("workshop")?.bool(under: "workshop") ?? false,
            invitation: try body.optional("invitation").map(Invitation.init(json:)))
    }
}

extension BodyReader {
    /// The SHA-256 of each compiled file; none in a journal of version 0.1.
    fileprivate mutating func compiled() throws(BodyProblem) -> [String] {
        try optional("compiled")?.elements(under: "compiled") { value throws(BodyProblem) in
            let digits = try value.string(under: "compiled")
            guard [UInt8](hexadecimal: digits.utf8)?.count == 32 else { throw .unfitting(key: "compiled") }
            return digits
        } ?? []
    }
}

extension InstrumentPins {
    fileprivate init(_ body: inout BodyReader) throws(BodyProblem) {
        self.init(
            questionnaire: try InstrumentPin(
                json: try body.required("questionnaire"), under: "questionnaire"),
            frameworks: try body.required("frameworks").elements(under: "frameworks") {
                value throws(BodyProblem) in try InstrumentPin(json: value, under: "frameworks")
            })
    }
}

extension InstrumentPin {
    fileprivate init(json: JSON, under key: String) throws(BodyProblem) {
        var body = try BodyReader(json, under: key)
        self.init(
            id: try body.string("id"), version: try body.string("version"),
            sha256: try body.string("sha256"))
        try body.end()
    }
}

extension SessionEvent.Payload.AnswerEntry {
    fileprivate init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "answers")
        self.init(
            question: try body.identifier("question"),
            response: try body.optional("answer").map(Response.init(json:)),
            note: try body.optionalString("note"),
            evidence: try body.optional("evidence")?
                .elements(under: "evidence", Evidence.init(json:)) ?? [],
            strengths: try body.texts("strengths"), concerns: try body.texts("concerns"),
            actions: try body.optional("actions")?.elements(under: "actions", Action.init(json:)) ?? [],
            themes: try body.texts("themes"),
            confidentiality: try body.optional("confidential").map(Confidentiality.init(json:)),
            origin: try body.named("origin"))
        try body.end()
    }
}

extension Confidentiality {
    /// A yes or a no speaks of the words. Versions that knew of no more take anything else for a body that does not fit,
    /// and refuse the journal, rather than tell a level that is marked.
    fileprivate init(json: JSON) throws(BodyProblem) {
        switch json {
        case .string("level"): self = .level
        default: self = try json.bool(under: "confidential") ? .words : .nothing
        }
    }
}

extension Evidence {
    fileprivate init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "evidence")
        self.init(
            id: try body.string("id"), kind: try body.named("kind"),
            reference: try body.string("reference"), text: try body.string("text"))
        try body.end()
    }
}

extension Review {
    fileprivate init(_ body: inout BodyReader, reviewer: String?) throws(BodyProblem) {
        self.init(
            id: try body.string("file"), reviewer: reviewer, pack: try body.string("pack"),
            role: try body.string("role"), date: try body.required("date").date(under: "date"),
            entries: try body.required("answers").elements(under: "answers", Review.Entry.init(json:)))
    }
}

extension Review.Entry {
    fileprivate init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "answers")
        let own = try body.optional("own").map(Response.init(json:))
        let value: AnswerValue? = if case .given(let value)? = own { value } else { nil }
        guard own == nil || value != nil else { throw .unfitting(key: "own") }
        self.init(
            question: try body.identifier("question"), verdict: try body.named("verdict"), own: value,
            comment: try body.optionalString("comment") ?? "", seen: try body.optionalString("seen") ?? "",
            test: try body.optionalString("test") ?? "")
        try body.end()
    }
}

extension Response {
    init(json: JSON) throws(BodyProblem) {
        if json == .string("dontKnow") {
            self = .dontKnow
            return
        }
        guard case .object(let members) = json, let member = members.first, members.count == 1
        else { throw .unfitting(key: "answer") }
        self =
            switch member.key {
            case "notApplicable":
                .notApplicable(reason: try member.value.string(under: "notApplicable"))
            case "rating": .given(.rating(try Self.level(member.value)))
            case "yesNo": .given(.yesNo(try member.value.bool(under: "yesNo")))
            case "choice": .given(.choice(Identifier(try member.value.string(under: "choice"))))
            case "choices":
                .given(
                    .choices(
                        try member.value.elements(under: "choices") { value throws(BodyProblem) in
                            Identifier(try value.string(under: "choices"))
                        }))
            case "number": .given(.number(try member.value.number(under: "number")))
            case "date": .given(.date(try member.value.date(under: "date")))
            case "text": .given(.text(try member.value.string(under: "text")))
            default: throw .unknown(key: member.key)
            }
    }

    /// A level that some scale can have.
    private static func level(_ json: JSON) throws(BodyProblem) -> Int {
        let level = try json.whole(under: "rating")
        guard (1...1_000).contains(level) else { throw .unfitting(key: "rating") }
        return level
    }
}

extension BodyReader {
    fileprivate mutating func texts(_ key: String) throws(BodyProblem) -> [String] {
        try optional(key)?.elements(under: key) { value throws(BodyProblem) in
            try value.string(under: key)
        } ?? []
    }

    /// The identifiers of a list; nil where the key is absent.
    fileprivate mutating func identifiers<Subject>(
        _ key: String
    ) throws(BodyProblem) -> [Identifier<Subject>]? {
        try optional(key)?.elements(under: key) { value throws(BodyProblem) in
            Identifier(try value.string(under: key))
        }
    }

    mutating func named<Name: RawRepresentable<String>>(
        _ key: String
    ) throws(BodyProblem) -> Name {
        guard let name: Name = try optionalNamed(key) else { throw .missing(key: key) }
        return name
    }
}

extension JSON {
    func number(under key: String) throws(BodyProblem) -> Double {
        guard case .number(let number) = self else { throw .unfitting(key: key) }
        return number
    }

    func date(under key: String) throws(BodyProblem) -> CalendarDate {
        guard let date = CalendarDate(try string(under: key)) else { throw .unfitting(key: key) }
        return date
    }
}
