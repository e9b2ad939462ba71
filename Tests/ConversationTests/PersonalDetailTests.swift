import Testing

@testable import Conversation

/// What is asked about before it is saved, and what is not.
struct PersonalDetailTests {
    @Test(arguments: [
        ("NHS number 943 476 5919", PersonalDetail.nhsNumber("943 476 5919")),
        ("see 9434765919.", .nhsNumber("9434765919")),
        ("943-476-5919 is hers", .nhsNumber("943-476-5919")),
        ("ask anna.smith@borsetshire.gov.uk", .eMailAddress("anna.smith@borsetshire.gov.uk")),
        ("(mailto:a@b.org)", .eMailAddress("mailto:a@b.org")),
        ("ring 020 7946 0958 first", .phoneNumber("020 7946 0958")),
        ("ring (0161) 496 0000", .phoneNumber("0161) 496 0000")),
        ("+44 7700 900123", .phoneNumber("+44 7700 900123")),
        ("0044 7700 900123", .phoneNumber("0044 7700 900123")),
        ("born on 12/05/2014 in", .dateOfBirth("12/05/2014")),
        ("DOB: 3 May 2014", .dateOfBirth("3 May")),
        ("her date of birth is 2014-05-03", .dateOfBirth("2014-05-03")),
        ("Child B, aged 7, at the primary school", .somebody("Child B")),
        ("the mother AB lives in the north", .somebody("mother AB")),
        ("a girl called Mia", .somebody("girl called Mia")),
        ("family X were placed in May", .somebody("family X")),
    ])
    func `is found`(text: String, detail: PersonalDetail) {
        #expect(PersonalDetail.found(in: text) == [detail])
    }

    @Test(arguments: [
        "the leader chairs the monthly board", "9434765918", "1234567890 pages", "0000000000",
        "Board minutes, 12 May 2026, item 4", "inspected on 12/05/2026", "the 2024-2027 plan",
        "caseloads fell from 22 to 17 in 2025", "for every child I visit, the plan is there",
        "the serious case review on Child B was published", "children in need", "Child Q review",
        "Part A of the plan", "call @council on social media", "a@b", "born leaders", "SO 1234567",
        "call 999 or 112", "section 47", "£1,200,000 over 3 years", "family hubs A and B opened",
        "family support at the school", "", "@", "+", "0", "NHS England, 2023",
    ])
    func `is not seen in what is nobody's`(text: String) {
        #expect(PersonalDetail.found(in: text) == [])
    }

    @Test func `is looked for in a very long line without delay`() {
        let line = String(repeating: "words and 12 numbers 0 @ ", count: 4_000)
        #expect(PersonalDetail.found(in: line) == [])
        #expect(PersonalDetail.found(in: String(repeating: "1", count: 100_000)) == [])
    }

    /// Every tenth digit but one is refused, whatever the nine before it.
    @Test(arguments: 0..<40) func `of an NHS number has one check digit that fits`(seed: Int) {
        let nine = (0..<9).map { "\(($0 * 7 + seed * 3 + 4) % 10)" }.joined()
        let first = nine.first == "0" ? "4" + nine.dropFirst() : nine
        let fitting = (0...9).filter { digit in
            PersonalDetail.found(in: "\(first)\(digit)").contains {
                if case .nhsNumber = $0 { true } else { false }
            }
        }
        let sum = zip(first, 2...10).map { ($0.wholeNumberValue ?? 0, 12 - $1) }.reduce(0) {
            $0 + $1.0 * $1.1
        }
        let wanted = (11 - sum % 11) % 11
        #expect(fitting == (wanted == 10 ? [] : [wanted]))
    }
}
