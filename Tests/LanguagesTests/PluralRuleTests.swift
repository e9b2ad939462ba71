import Testing

@testable import Languages

/// Rules for plurals, good and hostile.
struct PluralRuleTests {
    @Test func `Welsh has forms of its own for 0, 1, 2, 3 and 6`() throws {
        let rule = try #require(
            PluralRule(
                "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 :(n==6) ? 4 : 5;"))
        #expect(rule.count == 6)
        #expect((0...8).map { rule.form(of: $0) } == [0, 1, 2, 3, 5, 5, 4, 5, 5])
        #expect((0...5).map { rule.isForOneNumber($0) } == [true, true, true, true, true, false])
    }

    @Test(arguments: [
        ("nplurals=1; plural=0;", [0, 0, 0, 0]),
        ("nplurals=2; plural=(n != 1);", [1, 0, 1, 1]),
        ("nplurals=2; plural=n>1", [0, 0, 1, 1]),
        ("nplurals = 2 ; plural = n == 1 || n == 3 ? 0 : 1 ;", [1, 0, 1, 0]),
        (
            "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
            [2, 0, 1, 1]
        ),
        ("nplurals=2; plural=n != 0 && 6 % n == 0;", [0, 1, 1, 1]),
    ])
    func `rules of other languages are understood`(text: String, forms: [Int]) throws {
        let rule = try #require(PluralRule(text))
        #expect((0...3).map { rule.form(of: $0) } == forms)
    }

    @Test(arguments: [
        "", "plural=0;", "nplurals=2;", "nplurals=0; plural=0;", "nplurals=11; plural=0;",
        "nplurals=2; plural=n;", "nplurals=2; plural=5;", "nplurals=2; plural=7 % n;",
        "nplurals=2; plural=7 % 0;",
        "nplurals=2; plural=(n;", "nplurals=2; plural=n ? 1;", "nplurals=2; plural=n = 1;",
        "nplurals=2; plural=m;", "nplurals=2; plural=n 1;", "nplurals=2; plural=99999999999999999999;",
        "nplurals=2; plural=n + 1;", "nplurals=2; plural=system(1);", "nplurals=2; plural=0; x",
        "nplurals=2; plural=-1;", "nplurals=2; plural=;",
        "nplurals=2; plural=" + String(repeating: "(", count: 200) + "0" + String(repeating: ")", count: 200),
        "nplurals=2; plural=" + String(repeating: "n?0:", count: 200) + "0",
        "nplurals=2; plural=" + String(repeating: "0 && ", count: 20_000) + "0",
    ])
    func `anything else is refused, and quickly`(text: String) {
        #expect(PluralRule(text) == nil)
    }

    @Test func `a number that no form was tried for takes the last one`() throws {
        let rule = try #require(PluralRule("nplurals=2; plural=n > 5000 ? 7 : 0;"))
        #expect(rule.form(of: 6_000) == 1)
        #expect(rule.form(of: -1) == 0)
    }
}
