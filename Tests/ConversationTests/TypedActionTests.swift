import Instruments
import Reports
import Sessions
import Testing

@testable import Conversation

/// Actions: the role and the day at their end, and what may be neither.
struct TypedActionTests {
    /// What `Talk` has for a clock.
    private static let today = Timestamp(milliseconds: 1_795_000_000_000).date

    private func action(_ words: String) throws -> Action {
        try Action(typed: words, behind: "action", today: Self.today)
    }

    @Test(arguments: [
        "2027-01-31", "31 January 2027", "31 Jan 2027", "31st January 2027", "31st of January 2027",
        "31 january, 2027", "31/01/2027", "31/1/2027", "31/1/27", "31.01.2027", "31-01-2027", "31 Jan",
        "31 January", "by 31 January 2027", "on 31 Jan 2027", "31 January 2027.",
    ])
    func `the day at the end is when it is due`(day: String) throws {
        #expect(
            try action("Train the staff by head of HR \(day)")
                == Action(text: "Train the staff", role: "head of HR", due: CalendarDate("2027-01-31")))
        #expect(try action("\"Train by rota\" by head of HR \(day)").due == CalendarDate("2027-01-31"))
    }

    @Test(arguments: ["31 June 2027", "31/02/2027", "2027-13-01", "30 February", "32 May 2027"])
    func `a day that there is not is asked back`(day: String) {
        #expect(throws: ErrorDescription.self) { try action("Train the staff by head of HR \(day)") }
    }

    @Test(arguments: ["2020-01-31", "31 January 2020", "31/01/2026"])
    func `a day that has passed is asked back`(day: String) {
        #expect(throws: ErrorDescription.self) { try action("Train the staff by head of HR \(day)") }
    }

    @Test(arguments: [
        "Train the staff by June", "Train the staff by head of HR by June 2027", "Train by the end of March",
        "Finish by next week", "Finish by Q1", "Stand by me", "Stick by them",
        "Write by email", "Cut caseloads by 10 per cent", "Cut by half", "Cut it by 20%",
    ])
    func `what names no day and no role is asked back, and is kept in quotes`(words: String) throws {
        #expect(throws: ErrorDescription.self) { try action(words) }
        #expect(try action("\"\(words)\"") == Action(text: words, role: nil, due: nil))
    }

    @Test(
        arguments: [
            ("Do it", nil), ("Do it by commissioning manager", "commissioning manager"),
            ("Do it by the board", "the board"), ("Step by step plan by head of quality", "head of quality"),
        ] as [(String, String?)])
    func `ordinary roles are taken`(words: String, role: String?) throws {
        #expect(try action(words).role == role)
    }

    /// The day of the tests is a Wednesday.
    @Test(
        arguments: [
            ("Finish by Friday", "2026-11-20"), ("Finish next Wednesday", "2026-11-25"),
            ("Finish on Sunday", "2026-11-22"), ("Finish in 6 weeks", "2026-12-30"),
            ("Finish in a week", "2026-11-25"), ("Finish in ten days", "2026-11-28"),
            ("Finish in 3 months", "2027-02-18"), ("Finish by in 2 days.", "2026-11-20"),
        ])
    func `a day that is named from today on is that day`(words: String, day: String) throws {
        #expect(try action(words) == Action(text: "Finish", role: nil, due: CalendarDate(day)))
    }

    @Test func `a month that is too short ends on its last day`() throws {
        let today = CalendarDate("2026-11-30")
        let found = try Action(typed: "Finish in 3 months", behind: "action", today: #require(today))
        #expect(found.due == CalendarDate("2027-02-28"))
    }

    @Test(arguments: ["Meet every Friday", "Have it in hand in weeks", "Be in 2 minds"])
    func `what only sounds like a day is words`(words: String) throws {
        #expect(try action(words) == Action(text: words, role: nil, due: nil))
    }

    @Test func `the day of a letter is none on which something is due`() throws {
        let words = "Answer the letter of 31 January 2020"
        #expect(try action(words) == Action(text: words, role: nil, due: nil))
    }

    @Test func `what is asked back is not saved`() throws {
        let talk = try Talk("3", "action @1 Stand by me", "action @1 Train staff by June", "action @1 none")
        #expect(talk.state.records["plan.one"]?.actions.isEmpty == true)
        #expect(talk.words.contains("`me` names no role") && talk.words.contains("`June` names no day"))
    }
}

/// Words that say that there is nothing are no strength, concern, evidence or action.
struct NoWordsTests {
    private static let nothing = [
        "none", "None.", "no", "n/a", "N/A", "-", "--", "nothing", "nil", "no strengths here",
        "none known yet",
        "no concerns", "not applicable", "nothing to report", "?", "don't know", "not sure",
        "none that I know of",
    ]

    @Test(arguments: nothing)
    func `they are asked back`(words: String) throws {
        for command in ["strength", "concern", "action", "evidence document"] {
            let talk = try Talk("\(command) \(words)")
            let record = talk.state.records["plan.one"]
            #expect(record == nil, "\(command) \(words)")
        }
    }

    @Test(arguments: [
        "no child waits", "nothing is left to chance", "none of the posts is vacant", "not one complaint",
    ])
    func `words that say something are kept`(words: String) throws {
        #expect(try Talk("strength \(words)").state.records["plan.one"]?.strengths == [words])
    }
}
