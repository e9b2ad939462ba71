import Disclosure
import Instruments
import Sessions

@testable import SessionFiles

/// The shapes of bodies, as `docs/journal.md` states them.
enum Bodies {
    private static let pins = InstrumentPins(
        questionnaire: .init(id: "q", version: "1", sha256: "0a"),
        frameworks: [.init(id: "f", version: "2", sha256: "f0")])

    private static let (a, b) = (String(repeating: "0a", count: 32), String(repeating: "b0", count: 32))

    static let all: [(SessionEvent.Payload, String, String)] =
        [
            (
                .started(
                    .init(
                        session: "k7m3-x9qd", title: "T", authority: "A",
                        pins: pins, position: "plan.exists")),
                "started",
                #"{"format":"canary-session/1","session":"k7m3-x9qd","title":"T","authority":"A","questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[{"id":"f","version":"2","sha256":"f0"}],"position":"plan.exists"}"#
            ),
            (
                .started(
                    .init(
                        session: "k7m3-x9qd", title: "T", authority: nil,
                        pins: .init(questionnaire: pins.questionnaire, frameworks: []), position: nil)),
                "started",
                #"{"format":"canary-session/1","session":"k7m3-x9qd","title":"T","questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[]}"#
            ),
            (answer(.given(.rating(3))), "answered", answer(#"{"rating":3}"#)),
            (answer(.given(.yesNo(true))), "answered", answer(#"{"yesNo":true}"#)),
            (answer(.given(.choice("a"))), "answered", answer(#"{"choice":"a"}"#)),
            (answer(.given(.choices(["a", "b"]))), "answered", answer(#"{"choices":["a","b"]}"#)),
            (answer(.given(.number(1.5))), "answered", answer(#"{"number":1.5}"#)),
            (answer(.given(.number(0.1))), "answered", answer(#"{"number":0.1}"#)),
            (answer(.given(.number(-12))), "answered", answer(#"{"number":-12}"#)),
            (answer(.given(.number(1e300))), "answered", answer(#"{"number":1e+300}"#)),
            (answer(.given(.text("dontKnow"))), "answered", answer(#"{"text":"dontKnow"}"#)),
            (answer(.dontKnow), "answered", answer(#""dontKnow""#)),
            (answer(.notApplicable(reason: "no")), "answered", answer(#"{"notApplicable":"no"}"#)),
            (date, "answered", answer(#"{"date":"2026-11-21"}"#)),
            (
                .answered(
                    [
                        .init(
                            question: "q", response: nil, note: "n",
                            evidence: [.init(id: "E1", kind: .childrenAndFamilies, reference: "R", text: "")],
                            strengths: ["s"], concerns: ["c"], confidentiality: Confidentiality.nothing,
                            origin: .agreed)
                    ], position: "p"),
                "answered",
                #"{"answers":[{"question":"q","note":"n","evidence":[{"id":"E1","kind":"children-and-families","reference":"R","text":""}],"strengths":["s"],"concerns":["c"],"confidential":false,"origin":"agreed"}],"position":"p"}"#
            ),
            (
                .started(
                    .init(
                        session: "k7m3-x9qd", title: "T", authority: nil, pins: pins, compiled: [a, b],
                        position: nil)),
                "started",
                #"{"format":"canary-session/1","session":"k7m3-x9qd","title":"T","questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[{"id":"f","version":"2","sha256":"f0"}],"compiled":["\#(a)","\#(b)"]}"#
            ),
            (
                .migrated(.init(pins: pins, compiled: [a, b], setAside: [], position: nil)), "migrated",
                #"{"questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[{"id":"f","version":"2","sha256":"f0"}],"compiled":["\#(a)","\#(b)"],"setAside":[]}"#
            ),
            (
                .migrated(.init(pins: pins, setAside: ["a.b", "c.d"], position: "plan.exists")), "migrated",
                #"{"questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[{"id":"f","version":"2","sha256":"f0"}],"setAside":["a.b","c.d"],"position":"plan.exists"}"#
            ),
            (
                .migrated(.init(pins: pins, setAside: [], reworded: ["a.b"], position: nil)), "migrated",
                #"{"questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[{"id":"f","version":"2","sha256":"f0"}],"setAside":[],"reworded":["a.b"]}"#
            ),
            (.signedOff(role: "chair"), "signedOff", #"{"role":"chair"}"#),
            (
                .signedOff(role: "chair", unconfirmed: 57), "signedOff",
                #"{"role":"chair","unconfirmed":57}"#
            ),
            (.confirmed(["q", "r"], position: "p"), "confirmed", #"{"questions":["q","r"],"position":"p"}"#),
            (.confirmed(["q"], position: nil), "confirmed", #"{"questions":["q"]}"#),
            (.reopened(reason: "more"), "reopened", #"{"reason":"more"}"#),
            (
                .released(.init(pack: "0a1b", audience: "public", format: "csv", sha256: "ff")), "released",
                #"{"pack":"0a1b","audience":"public","format":"csv","sha256":"ff"}"#
            ),
            (.reviewFiled(review), "reviewFiled", reviewBody),
            (.reviewFiled(identified, replacing: 1), "reviewerFiled", identifiedBody),
            (.reviewWithdrawn(2), "reviewWithdrawn", #"{"review":2}"#),
            (.lost(bytes: 7), "lost", #"{"bytes":7}"#),
            (
                .redacted(
                    .init(
                        place: .question("q"), instead: [.init(number: 5, what: .noted("q", "[removed]"))])),
                "redacted",
                #"{"question":"q","instead":[{"n":5,"type":"noted","body":{"question":"q","text":"[removed]"}}]}"#
            ),
            (
                .redacted(
                    .init(
                        place: .numbered(.title, 2), instead: [.init(number: 5, what: .titled("[removed]"))])),
                "wordsRemoved",
                #"{"place":"title 2","instead":[{"n":5,"type":"titled","body":{"title":"[removed]"}}]}"#
            ),
            (
                .redacted(
                    .init(place: .link(from: Reference("f", "a"), to: Reference("f", "b")), instead: [])),
                "wordsRemoved", #"{"place":"link f/a leads-to f/b","instead":[]}"#
            ),
            (.cleared("q"), "cleared", #"{"question":"q"}"#),
            (.noted("q", "ŵ \u{1}\t"), "noted", #"{"question":"q","text":"ŵ \u0001\t"}"#),
            (.noteAdded("q", "t"), "noteAdded", #"{"question":"q","text":"t"}"#),
            (
                .noteContinued(step: 7, "t"), "noteContinued",
                #"{"step":7,"text":"t"}"#
            ),
            (
                .evidenceAdded("q", .init(id: "E2", kind: .data, reference: "R", text: "t")), "evidenceAdded",
                #"{"question":"q","evidence":{"id":"E2","kind":"data","reference":"R","text":"t"}}"#
            ),
            (.strengthAdded("q", "s"), "strengthAdded", #"{"question":"q","text":"s"}"#),
            (.concernAdded("q", "c"), "concernAdded", #"{"question":"q","text":"c"}"#),
            (
                .actionAdded("q", .init(text: "t", role: "chair", due: CalendarDate("2027-01-31"))),
                "actionAdded", #"{"question":"q","action":{"text":"t","role":"chair","due":"2027-01-31"}}"#
            ),
            (
                .actionAdded("q", .init(text: "t", role: nil, due: nil)), "actionAdded",
                #"{"question":"q","action":{"text":"t"}}"#
            ),
            (
                .actionAdded(
                    "q",
                    .init(
                        id: "A3", text: "t", role: nil, due: nil, state: .doing, outcome: "o",
                        finding: "f/a", measure: "m", isCarried: true)), "actionPlanned",
                #"{"question":"q","action":{"text":"t","id":"A3","state":"doing","outcome":"o","finding":"f/a","measure":"m","carried":true}}"#
            ),
            (
                .actionChanged("q", .init(id: "A1", text: "t", role: nil, due: nil, state: .done)),
                "actionChanged", #"{"question":"q","action":{"text":"t","id":"A1","state":"done"}}"#
            ),
            (.itemRemoved("q", .note), "itemRemoved", #"{"question":"q","item":"note"}"#),
            (
                .itemRemoved("q", .evidence("E2")), "itemRemoved",
                #"{"question":"q","item":"evidence","id":"E2"}"#
            ),
            (
                .itemRewritten("q", .evidenceText("E2"), "t"), "itemRewritten",
                #"{"question":"q","item":"evidence-text","id":"E2","text":"t"}"#
            ),
            (
                .itemRewritten("q", .strength(2), "t"), "itemRewritten",
                #"{"question":"q","item":"strength","number":2,"text":"t"}"#
            ),
            (
                .itemRewritten("q", .concern(1), "t"), "itemRewritten",
                #"{"question":"q","item":"concern","number":1,"text":"t"}"#
            ),
            (
                .itemRemoved("q", .action("A1")), "itemRemoved",
                #"{"question":"q","item":"action","id":"A1"}"#
            ),
            (
                .measureSet(
                    Measure(
                        id: "M2", name: "n", unit: "%", source: "s",
                        values: [
                            .init(day: CalendarDate(daysSince1970: 0), number: 61.5),
                            .init(day: CalendarDate(daysSince1970: 1), number: -3),
                        ], comparator: .init(name: "c", number: 62))), "measureSet",
                #"{"measure":{"id":"M2","name":"n","unit":"%","source":"s","values":[{"day":"1970-01-01","number":61.5},{"day":"1970-01-02","number":-3}],"comparator":{"name":"c","number":62}}}"#
            ),
            (.measureSet(Measure(id: "M1", name: "n")), "measureSet", #"{"measure":{"id":"M1","name":"n"}}"#),
            (.measureRemoved("M1"), "measureRemoved", #"{"measure":"M1"}"#),
            (.askRemoved(1), "askRemoved", #"{"ask":1}"#),
            (.askRewritten(2, "t"), "askRewritten", #"{"ask":2,"text":"t"}"#),
            (
                .answered(
                    [
                        .init(
                            question: "q", response: .dontKnow,
                            actions: [.init(text: "t", role: "r", due: nil)], themes: ["h"])
                    ], position: nil), "sheetRecorded",
                #"{"answers":[{"question":"q","answer":"dontKnow","actions":[{"text":"t","role":"r"}],"themes":["h"],"origin":"own"}]}"#
            ),
            (
                .confidentialitySet("q", .words), "confidentialitySet",
                #"{"question":"q","confidential":true}"#
            ),
            (
                .confidentialitySet("q", .nothing), "confidentialitySet",
                #"{"question":"q","confidential":false}"#
            ),
            (
                .confidentialitySet("q", .level), "confidentialitySet",
                #"{"question":"q","confidential":"level"}"#
            ),
            (
                .answered(
                    [.init(question: "q", response: .dontKnow, confidentiality: .level)], position: nil),
                "answered",
                #"{"answers":[{"question":"q","answer":"dontKnow","confidential":"level","origin":"own"}]}"#
            ),
            (.themeAdded("q", "pace"), "themeAdded", #"{"question":"q","text":"pace"}"#),
            (.themeRemoved("q", "pace"), "themeRemoved", #"{"question":"q","text":"pace"}"#),
            (
                .linked(Link(from: Reference("f", "a"), to: Reference("f", "b"), note: "n")), "linked",
                #"{"from":"f/a","to":"f/b","note":"n"}"#
            ),
            (
                .linked(Link(from: Reference("f", "a"), to: Reference("f", "b"))), "linked",
                #"{"from":"f/a","to":"f/b"}"#
            ),
            (
                .unlinked(from: Reference("f", "a"), to: Reference("f", "b")), "unlinked",
                #"{"from":"f/a","to":"f/b"}"#
            ),
            (.reviewersAsked("t"), "reviewersAsked", #"{"text":"t"}"#),
            (.titled("t"), "titled", #"{"title":"t"}"#),
            (.authorityNamed("a"), "authorityNamed", #"{"authority":"a"}"#),
            (.moved(to: "q"), "moved", #"{"position":"q"}"#),
            (.moved(to: nil), "moved", "{}"),
            (.undone(step: 7, position: "q"), "undone", #"{"step":7,"position":"q"}"#),
            (
                .undone(
                    step: 7, position: nil,
                    instead: [.init(number: 7, what: .voted("q", Tally(counts: [0, 0])))]),
                "undone",
                #"{"step":7,"instead":[{"n":7,"type":"voted","body":{"question":"q","tally":{"counts":[0,0],"dontKnow":0,"notApplicable":0}}}]}"#
            ),
            (.redone(step: 7, position: nil), "redone", #"{"step":7}"#),
            (.summarised, "summarised", "{}"),
            (.unrecognised(type: "countersigned"), "countersigned", "{}"),
        ] + RoomBodies.all

    static let broken: [(String, String, BodyProblem)] = [
        ("noted", #"{"question":"q"}"#, .missing(key: "text")),
        ("noted", #"{"question":"q","text":3}"#, .unfitting(key: "text")),
        ("noted", #"{"question":"q","text":"t","more":1}"#, .unknown(key: "more")),
        ("noted", #"{"question":"q","question":"q","text":"t"}"#, .malformed(offset: 16)),
        ("noted", #"[]"#, .unfitting(key: "body")),
        ("reviewWithdrawn", #"{"review":-9223372036854775808}"#, .unfitting(key: "review")),
        ("reviewWithdrawn", #"{"review":9223372036854775807}"#, .unfitting(key: "review")),
        ("noted", #"{"question":"q","text":"t"} x"#, .malformed(offset: 28)),
        ("noteContinued", #"{"step":0.5,"text":"t"}"#, .unfitting(key: "step")),
        // Whoever knows of no such mark refuses the journal, and tells nothing of the answer.
        (
            "confidentialitySet", #"{"question":"q","confidential":"all"}"#,
            .unfitting(key: "confidential")
        ),
        (
            "answered", #"{"answers":[{"question":"q","confidential":"words","origin":"own"}]}"#,
            .unfitting(key: "confidential")
        ),
        ("titled", #"{"title":"\ud800"}"#, .malformed(offset: 16)),
        ("answered", #"{"answers":{}}"#, .unfitting(key: "answers")),
        ("answered", answer(#"{"rating":3.5}"#), .unfitting(key: "rating")),
        ("answered", answer(#"{"rating":3,"yesNo":true}"#), .unfitting(key: "answer")),
        ("answered", answer(#"{"shade":"blue"}"#), .unknown(key: "shade")),
        ("answered", answer(#"{"date":"2026-02-30"}"#), .unfitting(key: "date")),
        ("answered", answer(#""maybe""#), .unfitting(key: "answer")),
        ("answered", answer("{}"), .unfitting(key: "answer")),
        ("answered", #"{"answers":[{"question":"q","origin":"voted"}]}"#, .unfitting(key: "origin")),
        (
            "evidenceAdded",
            #"{"question":"q","evidence":{"id":"E1","kind":"rumour","reference":"R","text":""}}"#,
            .unfitting(key: "kind")
        ),
        ("linked", #"{"from":"a","to":"f/b"}"#, .unfitting(key: "from")),
        (
            "reviewFiled",
            #"{"file":"f","pack":"p","role":"r","date":"1970-01-01","answers":[{"question":"q","verdict":"agree","own":"dontKnow"}]}"#,
            .unfitting(key: "own")
        ),
        ("undone", #"{"step":1e99}"#, .unfitting(key: "step")),
        (
            "voted", #"{"question":"q","tally":{"counts":[-1],"dontKnow":0,"notApplicable":0}}"#,
            .unfitting(key: "counts")
        ),
        (
            "voted", #"{"question":"q","tally":{"counts":[],"dontKnow":0,"notApplicable":0}}"#,
            .unfitting(key: "counts")
        ),
        (
            "voted",
            #"{"question":"q","tally":{"counts":[1],"dontKnow":9007199254740992,"notApplicable":0}}"#,
            .unfitting(key: "dontKnow")
        ),
        ("preWorkErased", #"{"files":4611686018427387904}"#, .unfitting(key: "files")),
        ("roomArranged", #"{"present":-5}"#, .unfitting(key: "present")),
        ("answered", answer(#"{"rating":0}"#), .unfitting(key: "rating")),
        ("agreed", #"{"question":"q","way":"force"}"#, .unfitting(key: "way")),
        ("invited", #"{"people":3,"publicKey":"cHVi"}"#, .missing(key: "privateKey")),
        (
            "preWorkMerged",
            #"{"people":5,"tallies":{},"notes":{},"gaps":[{"question":"a","role":"members","delta":101}]}"#,
            .unfitting(key: "delta")
        ),
        (
            "merged",
            #"{"people":5,"tallies":{},"notes":{},"gaps":[{"question":"a","role":"members","difference":"all"}],"instead":[]}"#,
            .unfitting(key: "difference")
        ),
        ("wordsRemoved", #"{"place":"question q","instead":[]}"#, .unfitting(key: "place")),
        ("wordsRemoved", #"{"place":"title 0","instead":[]}"#, .unfitting(key: "place")),
        ("signedOff", #"{"who":}"#, .malformed(offset: 7)),
    ]

    private static let review = Review(
        id: "f0", pack: "0a1b", role: "peer", date: CalendarDate(daysSince1970: 0),
        entries: [
            .init(question: "q", verdict: .moreEvidence, own: .rating(2), comment: "c", seen: "", test: "t"),
            .init(question: "r", verdict: .agree, own: nil),
        ])
    private static let reviewBody =
        #"{"file":"f0","pack":"0a1b","role":"peer","date":"1970-01-01","answers":[{"question":"q","verdict":"more-evidence","own":{"rating":2},"comment":"c","test":"t"},{"question":"r","verdict":"agree"}]}"#

    private static let identified = Review(
        id: "f1", reviewer: "0c", pack: "0a1b", role: "peer", date: CalendarDate(daysSince1970: 0),
        entries: [.init(question: "r", verdict: .agree, own: nil)])
    private static let identifiedBody =
        #"{"file":"f1","pack":"0a1b","role":"peer","date":"1970-01-01","answers":[{"question":"r","verdict":"agree"}],"reviewer":"0c","replaces":1}"#

    private static func answer(_ response: Response) -> SessionEvent.Payload {
        .answered([.init(question: "q", response: response)], position: nil)
    }

    private static func answer(_ json: String) -> String {
        #"{"answers":[{"question":"q","answer":\#(json),"origin":"own"}]}"#
    }

    private static let date: SessionEvent.Payload =
        CalendarDate("2026-11-21").map { answer(.given(.date($0))) } ?? .moved(to: nil)
}
