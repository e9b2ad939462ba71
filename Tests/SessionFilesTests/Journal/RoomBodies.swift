import Disclosure
import Instruments
import Sessions

@testable import SessionFiles

/// The shapes of the bodies of a workshop, as `docs/journal.md` states them.
enum RoomBodies {
    static let all: [(SessionEvent.Payload, String, String)] = [
        (
            .started(started(isWorkshop: true, invitation: nil)), "started",
            #"{"format":"canary-session/1","session":"k7m3-x9qd","title":"T","questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[],"workshop":true}"#
        ),
        (
            .started(
                started(
                    isWorkshop: false,
                    invitation: Invitation(workshop: "w", publicKey: "cHVi", contributor: "0a1b"))),
            "started",
            #"{"format":"canary-session/1","session":"k7m3-x9qd","title":"T","questionnaire":{"id":"q","version":"1","sha256":"0a"},"frameworks":[],"invitation":{"workshop":"w","publicKey":"cHVi","contributor":"0a1b"}}"#
        ),
        (
            .roomArranged(
                RoomArrangement(present: 12, minutes: 180, voting: .preWork, share: .counts, welsh: false)),
            "roomArranged",
            #"{"present":12,"minutes":180,"voting":"pre-work","share":"counts","welsh":false}"#
        ),
        (.roomArranged(RoomArrangement(share: .agreed)), "roomArranged", #"{"share":"agreed"}"#),
        (.groundRulesAgreed, "groundRulesAgreed", "{}"),
        (
            .voted("q", Tally(counts: [1, 5, 0, 4], dontKnow: 2)), "voted",
            #"{"question":"q","tally":{"counts":[1,5,0,4],"dontKnow":2,"notApplicable":0}}"#
        ),
        (
            .voted("q", Tally(counts: [1, 5, 0, 4], dontKnow: 1, blank: 1)), "voted",
            #"{"question":"q","tally":{"counts":[1,5,0,4],"dontKnow":1,"notApplicable":0,"blank":1}}"#
        ),
        (.roomArranged(RoomArrangement(voting: .ballot)), "roomArranged", #"{"voting":"ballot"}"#),
        (.revealed("q"), "revealed", #"{"question":"q"}"#),
        (.secondVoteCalled("q"), "secondVoteCalled", #"{"question":"q"}"#),
        (
            .agreed("q", Agreement(.given(.rating(2)), by: .majority), note: "n", position: "p"), "agreed",
            #"{"question":"q","answer":{"rating":2},"way":"majority","note":"n","position":"p"}"#
        ),
        (
            .agreed("q", Agreement(nil, by: .notAgreed), note: nil, position: nil), "agreed",
            #"{"question":"q","way":"not-agreed"}"#
        ),
        (
            .otherViewRecorded("q", OtherView(text: "t", size: .several, level: 4)), "otherViewRecorded",
            #"{"question":"q","text":"t","size":"several","level":4}"#
        ),
        (
            .parked("q", Action(text: "t", role: "chair", due: CalendarDate("2027-01-31")), position: "p"),
            "parked",
            #"{"question":"q","action":{"text":"t","role":"chair","due":"2027-01-31"},"position":"p"}"#
        ),
        (.wordsWithdrawn("q"), "wordsWithdrawn", #"{"question":"q"}"#),
        (
            .invited(3, keys: WorkshopKeys(publicKey: "cHVi", privateKey: "cHJp")), "invited",
            #"{"people":3,"publicKey":"cHVi","privateKey":"cHJp"}"#
        ),
        (.invited(3, keys: nil), "invited", #"{"people":3}"#),
        (
            .invited(2, keys: nil, fingerprints: ["0a", "0b"]), "invited",
            #"{"people":2,"fingerprints":["0a","0b"]}"#
        ),
        (
            .recounted(
                "q", Tally(counts: [0, 2]),
                instead: [.init(number: 7, what: .voted("q", Tally(counts: [0, 2])))]), "recounted",
            #"{"question":"q","tally":{"counts":[0,2],"dontKnow":0,"notApplicable":0},"instead":[{"n":7,"type":"voted","body":{"question":"q","tally":{"counts":[0,2],"dontKnow":0,"notApplicable":0}}}]}"#
        ),
        (
            .preWorkMerged(work), "preWorkMerged",
            #"{"people":5,\#(workBody)}"#
        ),
        (
            .merged(work, instead: [.init(number: 2, what: .invited(5, keys: nil))]), "merged",
            #"{"people":5,\#(workBody),"instead":[{"n":2,"type":"invited","body":{"people":5}}]}"#
        ),
        (
            .roomClosed(instead: [
                .init(number: 2, what: .voted("q", Tally(counts: [0, 0], forgotten: .twoCamps)))
            ]), "roomClosed",
            #"{"instead":[{"n":2,"type":"voted","body":{"question":"q","tally":{"counts":[0,0],"dontKnow":0,"notApplicable":0,"forgotten":"two-camps"}}}]}"#
        ),
        (
            .keyBurnt(instead: [.init(number: 2, what: .invited(5, keys: nil))]), "keyBurnt",
            #"{"instead":[{"n":2,"type":"invited","body":{"people":5}}]}"#
        ),
        (.preWorkErased(5), "preWorkErased", #"{"files":5}"#),
    ]

    private static let work = PreWork(
        people: 5, tallies: ["a": Tally(counts: [0, 5]), "b": Tally(counts: [5])], notes: ["a": ["x", "y"]],
        gaps: [.init(question: "a", role: .leaders, difference: .some)])
    private static let workBody =
        #""tallies":{"a":{"counts":[0,5],"dontKnow":0,"notApplicable":0},"b":{"counts":[5],"dontKnow":0,"notApplicable":0}},"notes":{"a":["x","y"]},"gaps":[{"question":"a","role":"children's-services-leaders","difference":"some"}]"#

    /// A merge as version 0.1 wrote it: with an order, and numbers where there are words now.
    static let mergedBefore = (
        SessionEvent.Payload.preWorkMerged(work),
        workBody.replacing(#""difference":"some""#, with: #""delta":-40"#)
    )

    private static func started(isWorkshop: Bool, invitation: Invitation?) -> SessionEvent.Payload.Start {
        SessionEvent.Payload.Start(
            session: "k7m3-x9qd", title: "T", authority: nil,
            pins: InstrumentPins(
                questionnaire: InstrumentPin(id: "q", version: "1", sha256: "0a"), frameworks: []),
            position: nil, isWorkshop: isWorkshop, invitation: invitation)
    }
}
