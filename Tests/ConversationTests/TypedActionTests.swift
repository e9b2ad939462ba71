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

    @Test(arguments: [
        "Visit teams 3-5 December", "Visit teams 3 to 5 December", "Visit between 3 and 5 December",
        "Visit 3 December - 5 December", "Train staff next week", "Train staff in June",
        "Train staff mid-March",
        "Train staff by the end of March", "Train staff asap", "Train staff as soon as possible",
        "Train staff soon.",
        "Train staff in the next 6 weeks", "Train staff in 6-8 weeks", "Train staff by 3/12",
        "Tell teams next week why",
        "Do it Friday week", "Do it in a few weeks", "Train staff June 2027", "Train staff by Q1",
        "Report by year",
    ])
    func `a range and a time that is no day are asked back, wherever they stand`(words: String) throws {
        #expect(throws: ErrorDescription.self) { try action(words) }
        #expect(throws: ErrorDescription.self) { try action("\(words) by head of HR") }
        #expect(try action("\"\(words)\"") == Action(text: words, role: nil, due: nil))
    }

    @Test(arguments: [
        "Plan next year's budget", "Answer the letter of 3 December 2025 in full",
        "Tell staff what the May figures say",
        "Agree what staff may do", "See each child within 5 days of referral", "Meet staff each week",
        "Use the figures from March", "Have 2/3 of visits in time", "Hold the Friday meeting",
        "March with staff",
        "Set out what a year of change costs", "Plan for next year",
    ])
    func `words that only sound like a time are words`(words: String) throws {
        #expect(try action(words) == Action(text: words, role: nil, due: nil))
    }

    @Test(arguments: [
        ("Meet the leader by 3 December about visits", "2026-12-03"),
        ("Meet the leader next Friday about visits", "2026-11-20"),
        ("Meet the leader by 03/12/2026 about visits", "2026-12-03"),
        ("Meet the leader in 2 weeks about visits", "2026-12-02"),
        ("Meet the leader on December 3 about visits", "2026-12-03"),
        ("Meet the leader about visits tomorrow", "2026-11-19"),
        ("Meet the leader about visits within 2 weeks", "2026-12-02"),
    ])
    func `a day within the words is asked about, and nothing is guessed`(words: String, day: String) throws {
        #expect(throws: ErrorDescription.self) { try action(words) }
        let yes = try Talk("action @1 \(words)", "yes")
        #expect(yes.words.contains("the day on which it is due?"))
        let saved = try #require(yes.state.actions.first?.action)
        #expect(saved.text == "Meet the leader about visits" && saved.due == CalendarDate(day), "\(saved)")
        let no = try Talk("action @1 \(words)", "")
        #expect(no.state.actions.isEmpty && no.words.contains("Nothing was saved. Put the words in quotes"))
        let changed = try Talk("action @1 Train the staff", "action A1 \(words)", "yes")
        #expect(changed.state.actions.first?.action.due == CalendarDate(day))
    }

    @Test(arguments: ["soon", "never", "next week", "3-5 December", "asap", "June", "maybe 3 December"])
    func `what is due has a day or none`(words: String) throws {
        let talk = try Talk("action @1 Train the staff 3 December", "action A1 due \(words)", "quit")
        #expect(talk.state.actions.first?.action.due == CalendarDate("2026-12-03"))
        #expect(
            talk.words.contains("is no day, and nothing was saved")
                && talk.words.contains("next Friday or in 6 weeks"))
    }

    @Test(
        arguments: [
            ("on 3 November", "2026-11-03", nil), ("3 November", "2026-11-03", nil),
            ("on 3 December 2025", "2025-12-03", nil),
            ("on 3 December", "2025-12-03", nil), ("yesterday", "2026-11-17", nil),
            ("on Friday", "2026-11-13", nil),
            ("on 3 November: all are trained", "2026-11-03", "all are trained"),
            ("all are trained on 3 November", "2026-11-03", "all are trained"),
            ("on time", "2026-11-18", "on time"),
            ("", "2026-11-18", nil),
        ] as [(String, String, String?)])
    func `what is done has the day that was named`(words: String, day: String, outcome: String?) throws {
        let talk = try Talk("action @1 Train the staff", "action A1 done \(words)")
        let saved = try #require(talk.state.actions.first?.action)
        #expect(
            saved.state == .done && saved.settled == CalendarDate(day) && saved.outcome == outcome, "\(saved)"
        )
    }

    @Test(arguments: ["on 3 December 2026", "on 31 June", "on 3-5 November"])
    func `nothing is done on a day to come, or on none`(words: String) throws {
        let talk = try Talk("action @1 Train the staff", "action A1 done \(words)", "quit")
        #expect(talk.state.actions.first?.action.state == .open && talk.words.contains("nothing was saved"))
    }

    @Test func `a role that says when is none`() throws {
        for time in ["next week", "soon", "by 3-5 December"] {
            let talk = try Talk("action @1 Train the staff", "action A1 by head of HR \(time)", "quit")
            #expect(talk.state.actions.first?.action.role == nil, "\(talk.words)")
        }
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
