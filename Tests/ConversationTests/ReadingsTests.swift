import Instruments
import Sessions
import Testing

@testable import Conversation

/// What people say, and what it is taken for: never an answer that they did not give.
struct ReadingsTests {
    /// What a line is taken for.
    enum Reading: Equatable {
        case level(Int, String? = nil)
        case yes(String? = nil)
        case no(String? = nil)
        case options(String, String? = nil)
        case unknown(String? = nil)
        case notApplicable(String)
        case number(Double)
        case date(String)
        case command(String)
        /// Nothing is saved, and the question is asked again.
        case askedBack
    }

    static let rating = AnswerKind.rating(
        AnswerKind.Rating(
            scaleID: "grip",
            scale: Scale(levels: ["Not in place", "Emerging", "Established", "Embedded"], metFrom: 3),
            descriptors: ["a", "b", "c", "d"]))
    static let one = AnswerKind.choice([
        AnswerKind.Option(id: "present", text: "Present"), AnswerKind.Option(id: "partly", text: "In part"),
        AnswerKind.Option(id: "absent", text: "Absent"),
    ])
    static let many = AnswerKind.choices([
        AnswerKind.Option(id: "fire", text: "Fire"), AnswerKind.Option(id: "lights", text: "Lights"),
        AnswerKind.Option(id: "doors", text: "Doors"),
        AnswerKind.Option(id: "none", text: "None of these", alone: true),
    ])
    static let number = AnswerKind.number(AnswerKind.NumberRange(least: 0, greatest: 100))

    private static let parser = ReplyParser(walkCommands)

    /// What a line is taken for at a question of a kind.
    static func reading(_ line: String, _ kind: AnswerKind) -> Reading {
        switch parser.parse(line, for: kind) {
        case .answer(.dontKnow, let note): .unknown(note)
        case .answer(.notApplicable(let reason), _): .notApplicable(reason)
        case .answer(.given(.rating(let level)), let note): .level(level, note)
        case .answer(.given(.yesNo(let isYes)), let note): isYes ? .yes(note) : .no(note)
        case .answer(.given(.choice(let id)), let note): .options(id.text, note)
        case .answer(.given(.choices(let ids)), let note):
            .options(ids.map(\.text).joined(separator: " "), note)
        case .answer(.given(.number(let number)), _): .number(number)
        case .answer(.given(.date(let date)), _): .date("\(date)")
        case .answer(.given(.text), _): .askedBack
        case .command(let name, _): .command(name)
        case .nothing, .notUnderstood, .wordsOrCommand: .askedBack
        }
    }

    @Test(
        arguments: [
            ("3", .level(3)), ("3.", .level(3)), ("3,", .level(3)), ("1", .level(1)), ("4", .level(4)),
            (
                "3 chairs the monthly board with finance and HR",
                .level(3, "chairs the monthly board with finance and HR")
            ),
            ("2, but only just", .level(2, "but only just")), ("2 but only just", .level(2, "but only just")),
            ("2 with a note on it", .level(2, "with a note on it")),
            ("2 the lead member doubts the findings", .level(2, "the lead member doubts the findings")),
            ("3 she chairs the monthly board", .level(3, "she chairs the monthly board")),
            ("3 - the leader chairs it", .level(3, "- the leader chairs it")),
            ("3; see the minutes of May", .level(3, "see the minutes of May")),
            ("3 minutes show it, item 4", .level(3, "minutes show it, item 4")),
            ("3 the board met 4 times this year", .level(3, "the board met 4 times this year")),
            ("3 the board lost one of its members", .level(3, "the board lost one of its members")),
            ("3 since 2024", .level(3, "since 2024")), ("3 since April 2026", .level(3, "since April 2026")),
            ("3 the staff in teams don't know the plan", .level(3, "the staff in teams don't know the plan")),
            (
                "3 the leader does not come to every board",
                .level(3, "the leader does not come to every board")
            ),
            ("3 agreed by members or their deputies", .level(3, "agreed by members or their deputies")),
            ("3: two posts are vacant", .level(3, "two posts are vacant")),
            ("3: not written down", .level(3, "not written down")),
            ("3 : maybe too early", .level(3, "maybe too early")),
            ("2 because £4m is missing", .level(2, "because £4m is missing")),
            ("4 audit of May and review of June", .level(4, "audit of May and review of June")),
            ("Established", .level(3)), ("established", .level(3)), ("Not in place", .level(1)),
            ("EMBEDDED", .level(4)), ("Established, since May", .level(3, "since May")),
            ("Not in place: nobody leads it", .level(1, "nobody leads it")), ("level 3", .level(3)),
            ("Level 2, for now", .level(2, "for now")), ("three", .level(3)), ("Three.", .level(3)),
            ("one", .level(1)),
            ("2 or 3", .askedBack), ("2-3", .askedBack), ("2 - 3", .askedBack), ("2–3", .askedBack),
            ("2/3", .askedBack),
            ("2 / 3", .askedBack), ("2 to 3", .askedBack), ("2, 3", .askedBack), ("2 and 3", .askedBack),
            ("2 & 3", .askedBack), ("2;3", .askedBack), ("2 3", .askedBack), ("2 maybe 3", .askedBack),
            ("2 perhaps 3", .askedBack), ("2, maybe", .askedBack), ("2 or so", .askedBack),
            ("3?", .askedBack),
            ("3 ?", .askedBack), ("3 ? not sure", .askedBack), ("3 not sure", .askedBack),
            ("3, not quite", .askedBack),
            ("3 almost 4", .askedBack), ("3 and a half", .askedBack), ("2.5", .askedBack),
            ("2 plus", .askedBack),
            ("between 2 and 3", .askedBack), ("either 2 or 3", .askedBack), ("I think 3", .askedBack),
            ("about 3", .askedBack), ("probably 3", .askedBack), ("3 I don't know", .askedBack),
            ("3 but I don't know", .askedBack), ("3 no idea", .askedBack), ("3 sorry 2", .askedBack),
            ("3 no 2", .askedBack), ("3 I mean 2", .askedBack), ("3 rather 2", .askedBack),
            ("3 if at all", .askedBack),
            ("3 unless you count last year", .askedBack), ("3 except the north", .askedBack),
            ("3 neither", .askedBack),
            ("3 both", .askedBack), ("3 at most", .askedBack), ("3 at least", .askedBack),
            ("2 members did not attend", .askedBack), ("3 2 members did not attend", .askedBack),
            ("3 two of them left", .askedBack), ("3 for adults, 2 for children", .askedBack),
            ("3 in the south and 2 in the north", .askedBack), ("3 on good days, 2 on bad ones", .askedBack),
            ("3, or Emerging", .askedBack), ("3 Emerging", .askedBack), ("3 or rather 4", .askedBack),
            ("Established or Embedded", .askedBack), ("Established/Embedded", .askedBack),
            ("Established the board in May", .askedBack), ("Emerging good practice", .askedBack),
            ("Not in place yet", .askedBack), ("level 2 or 3", .askedBack), ("level 5", .askedBack),
            ("level", .askedBack),
            ("4 times a year", .askedBack), ("1 in 5", .askedBack), ("2 weeks ago", .askedBack),
            ("3 out of 4", .askedBack), ("2 percent", .askedBack), ("not applicable", .askedBack),
            ("not applicable there was no cut", .notApplicable("there was no cut")),
            ("three managers left", .askedBack), ("three or four", .askedBack), ("5", .askedBack),
            ("0", .askedBack),
            ("-1", .askedBack), ("yes", .askedBack), ("no", .askedBack), ("maybe", .askedBack),
            ("ok", .askedBack),
            ("1. Minutes of May", .askedBack), ("2. Report of June", .askedBack), ("1) Minutes", .askedBack),
            ("- 3", .askedBack), ("- the board", .askedBack), ("3,, 4", .askedBack), ("c", .askedBack),
            ("a", .askedBack), ("3 but only just - 2 most weeks", .askedBack),
            ("3 on a good day - 2 most days", .askedBack), ("3 at the top. 2 further down", .askedBack),
            ("3 this year - last year 2", .askedBack), ("3 in public but one in private", .askedBack),
            ("3 used to be, two now", .askedBack), ("3 but really more like a two", .askedBack),
            ("1 member out of 5 says so", .askedBack), ("1 team in 5", .askedBack),
            ("3 years of drift", .askedBack), ("3 no one in the team knows", .askedBack),
            ("2 here the one in the north is new", .level(2, "here the one in the north is new")),
            ("3 agreed in year 2", .level(3, "agreed in year 2")),
        ] as [(String, Reading)])
    func `a rating`(line: String, reading: Reading) {
        #expect(Self.reading(line, Self.rating) == reading)
    }

    @Test(
        arguments: [
            ("?", .unknown()), ("dk", .unknown()), ("DK", .unknown()), ("don't know", .unknown()),
            ("Don’t know", .unknown()), ("dont know", .unknown()), ("I don't know", .unknown()),
            ("We don't know.", .unknown()), ("unsure", .unknown()), ("not sure", .unknown()),
            ("Not sure.", .unknown()),
            ("dunno", .unknown()), ("no idea", .unknown()), ("No clue", .unknown()),
            ("no one knows yet", .unknown()),
            ("nobody knows", .unknown()), ("? ask finance", .unknown("ask finance")),
            ("dk, ask finance", .unknown("ask finance")), ("don't know who would", .unknown("who would")),
            ("not sure about the north", .unknown("about the north")),
            ("? no data yet", .unknown("no data yet")),
            ("? 3", .askedBack), ("? or 2", .askedBack), ("not sure, 2 I think", .askedBack),
            ("unsure 3", .askedBack),
            ("??", .askedBack), ("?3", .askedBack), ("no idea was written down", .askedBack),
            ("na we have none", .notApplicable("we have none")),
            ("n/a no such post", .notApplicable("no such post")),
            ("NA no such post", .notApplicable("no such post")), ("na", .askedBack), ("na -", .askedBack),
            ("na ...", .askedBack), ("na 3", .askedBack), ("na or 2", .askedBack),
            ("quit", .command("quit")), ("exit", .command("quit")), ("stop", .command("quit")),
            ("skip", .command("next")),
            ("back", .command("back")), ("undo", .command("undo")), (":q", .askedBack),
            (":quit", .command("quit")),
            ("quit smoking policy is in place", .command("quit")), ("note it is so", .command("note")),
            ("Not really", .askedBack), ("xyzzy", .askedBack), ("", .askedBack),
        ] as [(String, Reading)])
    func `don't know, not applicable and commands at a rating`(line: String, reading: Reading) {
        let read = Self.reading(line, Self.rating)
        // `:q` is the beginning of one command alone.
        #expect(line == ":q" ? read == .command("quit") : read == reading)
    }

    @Test(
        arguments: [
            ("y", .yes()), ("Y", .yes()), ("yes", .yes()), ("Yes.", .yes()), ("n", .no()), ("No", .no()),
            ("no.", .no()),
            ("yes, twice", .yes("twice")), ("y since April, and £4m out", .yes("since April, and £4m out")),
            ("yes the council leader said so", .yes("the council leader said so")),
            ("yes by letter, telephone or e-mail", .yes("by letter, telephone or e-mail")),
            ("yes without delay", .yes("without delay")),
            ("no never", .no("never")), ("no, not yet", .no("not yet")), ("no we do not", .no("we do not")),
            ("no the post is vacant", .no("the post is vacant")),
            ("no because it ended in May", .no("because it ended in May")),
            ("n reports stopped", .no("reports stopped")), ("no, delays at all", .no("delays at all")),
            ("yes: it is not written down", .yes("it is not written down")),
            ("no: sometimes in May", .no("sometimes in May")),
            ("no idea", .unknown()), ("no one knows yet", .unknown()), ("nobody knows", .unknown()),
            ("not sure", .unknown()),
            ("unsure", .unknown()), ("don't know", .unknown()), ("dk yet", .unknown("yet")),
            ("? no data yet", .unknown("no data yet")), ("no answer", .askedBack), ("no comment", .askedBack),
            ("no delays", .askedBack), ("no doubt", .askedBack), ("no problem", .askedBack),
            ("no one knows about it", .askedBack),
            ("yes and no", .askedBack), ("yes or no", .askedBack), ("yes/no", .askedBack),
            ("y/n", .askedBack),
            ("yes no", .askedBack), ("yes, not really", .askedBack), ("yes but not often", .askedBack),
            ("yes, I think so, maybe", .askedBack), ("yes in theory, no in practice", .askedBack),
            ("yes?", .askedBack),
            ("yes ?", .askedBack), ("yes maybe", .askedBack), ("yes perhaps", .askedBack),
            ("yes unless asked", .askedBack),
            ("yes except in winter", .askedBack), ("yes if asked", .askedBack), ("yes we didn't", .askedBack),
            ("yes I'm not sure", .askedBack), ("yes hardly", .askedBack), ("yes never", .askedBack),
            ("no but yes", .askedBack),
            ("no, yes", .askedBack), ("no unless asked", .askedBack), ("no except once", .askedBack),
            ("no maybe", .askedBack),
            ("no not sure", .askedBack), ("no we don't know", .askedBack), ("no, sometimes", .askedBack),
            ("no or not often", .askedBack), ("maybe", .askedBack), ("both", .askedBack),
            ("neither", .askedBack),
            ("yeah", .askedBack), ("nope", .askedBack), ("nah", .askedBack), ("1", .askedBack),
            ("true", .askedBack),
            ("yess", .askedBack), ("nothing", .askedBack), ("not yet", .askedBack), ("yes: no", .askedBack),
            ("no: yes", .askedBack), ("yes: or no", .askedBack), ("? yes", .askedBack),
            ("? or no", .askedBack),
            ("na yes", .askedBack), ("next", .command("next")),
            ("na it does not arise", .notApplicable("it does not arise")),
        ] as [(String, Reading)])
    func `yes or no`(line: String, reading: Reading) {
        #expect(Self.reading(line, .yesNo) == reading)
    }

    @Test(
        arguments: [
            ("1", .options("present")), ("present", .options("present")), ("Present", .options("present")),
            ("in part", .options("partly")), ("In part.", .options("partly")), ("partly", .askedBack),
            ("a", .options("absent")), ("abs", .options("absent")), ("pres", .options("present")),
            ("2", .options("partly")),
            ("absent since May", .options("absent", "since May")),
            ("3, since May", .options("absent", "since May")),
            ("in part, since May", .options("partly", "since May")),
            ("1 audit of May", .options("present", "audit of May")),
            ("absent: not one of them", .options("absent", "not one of them")),
            ("p", .options("present")), ("b", .command("back")), ("c", .askedBack),
            ("present or absent", .askedBack),
            ("present, absent", .askedBack), ("1, 2", .askedBack), ("1 2", .askedBack),
            ("1 or 2", .askedBack),
            ("1-2", .askedBack), ("present but partly", .askedBack),
            ("present in some teams, absent in others", .askedBack),
            ("present maybe", .askedBack), ("present, not always", .askedBack), ("present?", .askedBack),
            ("present ?", .askedBack), ("neither present nor absent", .askedBack),
            ("part of it is missing", .askedBack),
            ("abs since May", .askedBack), ("presently not", .askedBack), ("4", .askedBack),
            ("none", .askedBack),
            ("1. Minutes of May", .askedBack), ("yes", .askedBack), ("no", .askedBack),
            ("not sure", .unknown()),
            ("no idea", .unknown()), ("? ask audit", .unknown("ask audit")), ("? maybe absent", .askedBack),
            ("back", .command("back")), ("na no such post", .notApplicable("no such post")),
            ("na absent", .askedBack),
        ] as [(String, Reading)])
    func `one option`(line: String, reading: Reading) {
        #expect(Self.reading(line, Self.one) == reading)
    }

    @Test(
        arguments: [
            ("1", .options("fire")), ("1,3", .options("fire doors")), ("3,1", .options("fire doors")),
            ("1, 2", .options("fire lights")), ("1 2", .options("fire lights")),
            ("1 and 2", .options("fire lights")),
            ("1;2", .options("fire lights")), ("1 & 2", .options("fire lights")),
            ("1/2", .options("fire lights")),
            ("fire, lights", .options("fire lights")), ("fire,lights", .options("fire lights")),
            ("Fire; Lights", .options("fire lights")), ("Fire and Lights", .options("fire lights")),
            ("Fire, Lights and Doors", .options("fire lights doors")),
            ("Fire, Lights, Doors", .options("fire lights doors")),
            ("fire lights", .options("fire lights")), ("fire, lig", .options("fire lights")),
            ("f", .options("fire")),
            ("none of these", .options("none")), ("None of these.", .options("none")),
            ("none", .options("none")),
            ("1,3 both in May", .options("fire doors", "both in May")),
            ("1, 2 the board saw both", .options("fire lights", "the board saw both")),
            ("fire since May", .options("fire", "since May")),
            ("fire: the rest is not done", .options("fire", "the rest is not done")),
            ("fire, the rest is fine", .askedBack), ("fire and the alarm", .askedBack),
            ("fire or lights", .askedBack),
            ("1 or 2", .askedBack), ("1-3", .askedBack), ("1 2 members saw it", .askedBack),
            ("fire, water", .askedBack),
            ("fire not lights", .askedBack), ("fire but not the lights", .askedBack),
            ("fire maybe", .askedBack),
            ("fire?", .askedBack), ("all", .askedBack), ("all of them", .askedBack),
            ("lig and fi", .askedBack),
            ("1. Minutes", .askedBack), ("5", .askedBack), ("no idea", .unknown()), ("dk", .unknown()),
            ("dk, perhaps fire", .askedBack), ("back", .command("back")),
        ] as [(String, Reading)])
    func `several options`(line: String, reading: Reading) {
        #expect(Self.reading(line, Self.many) == reading)
    }

    @Test(
        arguments: [
            ("12", .number(12)), ("0.5", .number(0.5)), ("12 or 13", .askedBack), ("about 12", .askedBack),
            ("12-13", .askedBack), ("1,5", .askedBack), ("12 thousand", .askedBack), ("twelve", .askedBack),
            ("12?", .askedBack),
            ("unsure", .unknown()), ("? ask finance", .unknown("ask finance")), ("? maybe 12", .askedBack),
        ] as [(String, Reading)])
    func `a number`(line: String, reading: Reading) {
        #expect(Self.reading(line, Self.number) == reading)
    }

    @Test(
        arguments: [
            ("2026-11-21", .date("2026-11-21")), ("2026-11-21 or so", .askedBack), ("21/11/2026", .askedBack),
            ("May", .askedBack), ("not sure", .unknown()), ("2026", .askedBack), ("2026-11-21?", .askedBack),
        ] as [(String, Reading)])
    func `a date`(line: String, reading: Reading) {
        #expect(Self.reading(line, .date) == reading)
    }

    @Test(arguments: ["don't know", "no idea", "yes", "3", "quit it", "? who knows", "- 3"])
    func `text is text`(line: String) {
        #expect(Self.parser.parse(line, for: .text) == .answer(.given(.text(line)), note: nil))
        #expect(Self.parser.parse(":dk", for: .text) == .answer(.dontKnow, note: nil))
    }

    @Test func `another number where a clause begins is another answer, in digits or in words`() {
        let words = [
            "the board", "on a good day", "in public", "at the top", "most weeks", "further down", "now",
        ]
        for _ in 0..<500 {
            let level = Int.random(in: 1...4)
            guard let other = (1...4).filter({ $0 != level }).randomElement(),
                let mark = [" - ", ", ", ". ", "; ", " \u{2013} ", " but "].randomElement(),
                let first = words.randomElement(), let second = words.randomElement()
            else { continue }
            let number = Bool.random() ? "\(other)" : FollowingWords.numbers[other - 1]
            let line = "\(level) \(first)\(mark)\(number) \(second)"
            // "But 2 the board" may count something.
            guard mark != " but " || Int(number) == nil else { continue }
            #expect(Self.reading(line, Self.rating) == .askedBack, "\(line)")
        }
    }

    @Test(arguments: [
        "3 cancel", "4 scrap that", "4 ignore that", "4 mistake", "3 is wrong", "3 is too high",
        "3 too low really", "3, a mistake", "3 was a bit too low", "2 seems high", "? cancel",
    ])
    func `what takes a level back is asked about`(line: String) {
        #expect(Self.reading(line, Self.rating) == .askedBack)
    }

    @Test(arguments: ["yes cancel", "yes wrong", "yes mistake", "no, scrap that", "yes ignore", "no, wrong"])
    func `what takes a yes or no back is asked about`(line: String) {
        #expect(Self.reading(line, .yesNo) == .askedBack)
    }

    @Test(arguments: [
        "caseloads are too high", "turnover is high", "the wrong forms were used", "errors are logged",
        "staff learn from every mistake", "low numbers come in May",
    ])
    func `words that only speak of such things are a note`(words: String) {
        #expect(Self.reading("3 \(words)", Self.rating) == .level(3, words))
    }

    @Test(arguments: ["2", "two", "3.", "one"])
    func `a number alone is no note of don't know, whatever is asked for`(number: String) {
        for kind in [Self.rating, .yesNo, Self.one, Self.many, Self.number, .date] {
            #expect(Self.reading("? \(number)", kind) == .askedBack, "\(kind)")
            #expect(Self.reading("dk \(number)", kind) == .askedBack, "\(kind)")
        }
    }

    @Test func `the lines of a list behind an answer are its note`() {
        let note = "The leader chairs the board:\n1. Minutes of May\n2. Report of June"
        #expect(Self.reading("3 " + note, Self.rating) == .level(3, note))
    }

    /// Words of every kind that stand behind answers, with the marks between them.
    private static let words = [
        "or", "and", "and/or", "maybe", "perhaps", "not", "no", "yes", "n", "y", "1", "2", "3", "4", "5",
        "two", "three",
        "2-3", "2/3", "Emerging", "Established", "Not", "in", "place", "part", "present", "partly", "absent",
        "fire", "lights",
        "doors", "none", "of", "these", "but", "except", "unless", "both", "neither", "between", "?", "don't",
        "know",
        "sure", "unsure", "dk", "idea", "the", "board", "meets", "monthly", "leader", "chairs", "since",
        "May", "2024", "£4m",
        "na", "quit", "back", "note", "it", "if", "half", "sorry", "mean", "level", "item", "to", "a", "I",
        "think", "so",
        "finance", "HR", "audit", "é", "1.", "-", "Fire;", "maybe,", "no,", "yes.", "really", "is", "never",
        "—",
    ]

    @Test(
        arguments: [
            (
                "rating", rating,
                ["1", "2", "3", "4", "Not in place", "Emerging", "Established", "Embedded", "level 2"]
            ),
            ("yes or no", .yesNo, ["y", "n", "yes", "no", "Yes", "No"]),
            ("choice", one, ["1", "2", "3", "present", "In part", "partly", "Absent"]),
            (
                "choices", many,
                ["1", "2", "3", "4", "fire", "Lights", "doors", "None of these", "1,2", "fire, doors"]
            ),
            ("choice, not known", one, ["?", "dk", "don't know", "not sure", "unsure"]),
            ("yes or no, not known", .yesNo, ["?", "dk", "don't know", "not sure", "dunno"]),
            ("rating, not known", rating, ["?", "dk", "don't know", "not sure", "unsure"]),
        ] as [(String, AnswerKind, [String])])
    func `an answer with any words is that answer with these words, or is asked for again`(
        name: String, kind: AnswerKind, answers: [String]
    ) {
        var random = SystemRandomNumberGenerator()
        var saved = 0
        for _ in 0..<6_000 {
            let answer = answers.randomElement(using: &random) ?? ""
            let mark = ["", "", "", ",", ";", ":"].randomElement(using: &random) ?? ""
            let count = Int.random(in: 1...6, using: &random)
            let words = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
            let rest = words.joined(separator: " ")
            let line = answer + mark + " " + rest
            guard case .answer(let response, let note) = Self.parser.parse(line, for: kind),
                case .answer(let alone, nil) = Self.parser.parse(answer, for: kind)
            else { continue }
            saved += 1
            if response == alone {
                #expect(note == rest, "\(line)")
            } else if case .given(.choices(let ids)) = response, case .given(.choices(let first)) = alone {
                // A longer list: every word of the line is an option, a word between options, or in the note.
                let said = line.lowercased()
                #expect(first.allSatisfy(ids.contains), "\(line)")
                #expect(note.map { line.hasSuffix($0) } ?? true, "\(line)")
                let list = said.dropLast(note?.count ?? 0)
                let known = Set(
                    kind.options.flatMap {
                        [$0.id.text] + $0.text.lowercased().split(separator: " ").map(String.init)
                    }
                        + ["1", "2", "3", "4", "and"])
                let items = list.split { " ,;:&+/.".contains($0) }
                #expect(items.allSatisfy { known.contains(String($0)) }, "\(line)")
            } else if case .dontKnow = response,
                Self.parser.parse(line, for: kind) == .answer(.dontKnow, note: nil)
            {
                #expect(ReplyParser.saysDontKnow(line), "\(line)")
            } else if let note {
                // A longer name of the same kind of answer begins the line: "3" never, "don't know" and words may.
                #expect(response == .dontKnow && line.hasSuffix(note), "\(line)")
            } else {
                #expect(kind.options.contains { $0.isNamed(line) }, "\(line)")
            }
        }
        #expect(saved > 20, "hardly anything is understood")
    }
}
