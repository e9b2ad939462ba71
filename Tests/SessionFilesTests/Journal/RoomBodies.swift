import Instruments
import Sessions

@testable import SessionFiles

/// The shapes of the bodies of a workshop, as `docs/journal.md` states them.
enum RoomBodies {
    static let all: [(Happening, String, String)] = [
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
            .preWorkMerged(
                PreWork(
                    people: 5, order: ["b", "a"],
                    tallies: ["a": Tally(counts: [0, 5]), "b": Tally(counts: [5])],
                    notes: ["a": ["x", "y"]], gaps: [.init(question: "a", role: .leaders, delta: -40)])),
            "preWorkMerged",
            #"{"people":5,"order":["b","a"],"tallies":{"a":{"counts":[0,5],"dontKnow":0,"notApplicable":0},"b":{"counts":[5],"dontKnow":0,"notApplicable":0}},"notes":{"a":["x","y"]},"gaps":[{"question":"a","role":"children's-services-leaders","delta":-40}]}"#
        ),
        (.preWorkErased(5), "preWorkErased", #"{"files":5}"#),
    ]

    private static func started(isWorkshop: Bool, invitation: Invitation?) -> Happening.Start {
        Happening.Start(
            session: "k7m3-x9qd", title: "T", authority: nil,
            pins: InstrumentPins(
                questionnaire: InstrumentPin(id: "q", version: "1", sha256: "0a"), frameworks: []),
            position: nil, isWorkshop: isWorkshop, invitation: invitation)
    }
}
