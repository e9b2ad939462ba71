extension String {
    /// Whether the words may name a person and not a role; it asks too often rather than too seldom.
    ///
    /// Each part between commas, brackets, strokes and `and` is looked at by itself. It may be a name where a word that no
    /// role is made of stands behind a title of a person or beside an initial, where two such words stand at one of its
    /// ends, and where none of its words is one of those that roles are made of.
    var mayBeName: Bool {
        let parts = split { ",;:/&+()".contains($0) }.flatMap { part in
            part.split(whereSeparator: \.isWhitespace).map(String.init)
                .split { ["and", "with", "or"].contains($0.lowercased()) }.map(Array.init)
        }
        return parts.contains(where: Self.mayBeName)
    }

    private static func mayBeName(_ words: [String]) -> Bool {
        for (place, word) in words.enumerated() {
            let next = place + 1 < words.count ? words[place + 1] : nil
            let before = place > 0 ? words[place - 1] : nil
            if word.isTitleOfPerson, next.map({ !$0.isOfRole }) ?? false { return true }
            if word.isInitial,
                [before, next].compactMap(\.self).contains(where: { !$0.isOfRole && !$0.isInitial })
            {
                return true
            }
        }
        guard words.contains(where: { $0.isOfRole && !$0.isTitleOfPerson || $0.bare == "councillor" }) else {
            return true
        }
        // A name in front of a role, or behind it: "jane smith head of quality", but "head of contextual harm".
        let strange = words.map { !$0.isOfRole && $0.bare != "councillor" }
        guard words.count > 2 else { return false }
        let isBehind =
            strange.suffix(2).allSatisfy(\.self) && !smallWords.contains(words[words.count - 3].bare)
        return strange.prefix(2).allSatisfy(\.self) || isBehind
    }

    /// The word in small letters, without signs around it and without the `'s` at its end.
    private var bare: String {
        let text = lowercased().replacing("\u{2019}", with: "'").trimmed
        let word = text.split(omittingEmptySubsequences: true) {
            !$0.isLetter && !$0.isNumber && !"'-".contains($0)
        }
        .joined()
        return word.hasSuffix("'s")
            ? String(word.dropLast(2)) : word.hasSuffix("s'") ? String(word.dropLast()) : word
    }

    private var isTitleOfPerson: Bool { Self.titles.contains(bare) }

    /// A letter that stands for a name: `J`, `j.`, `J.S.`; a single small a is a word of its own.
    private var isInitial: Bool {
        let letters = split(separator: ".", omittingEmptySubsequences: true)
        guard !letters.isEmpty, letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) else {
            return false
        }
        return self != "a" && self != "A" || contains(".")
    }

    /// Whether roles are made of the word.
    private var isOfRole: Bool {
        let word = bare
        if word.contains(where: \.isNumber) { return true }
        let known: (String) -> Bool = { word in
            Self.wordsOfRoles.contains(word) || Self.smallWords.contains(word)
                || word.hasSuffix("ies") && Self.wordsOfRoles.contains(word.dropLast(3) + "y")
                || word.hasSuffix("s") && Self.wordsOfRoles.contains(String(word.dropLast()))
        }
        return known(word) || word.split(separator: "-").map(String.init).contains(where: known)
            || word.count > 7 && ["tion", "sion", "ship", "ment"].contains { word.hasSuffix($0) }
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady",
        "cllr",
        "councillor", "rev", "reverend",
    ]

    private static let smallWords: Set<String> = [
        "of", "for", "the", "our", "my", "on", "in", "at", "to", "all", "each", "every", "who", "whoever",
        "those",
        "everyone", "everybody", "a", "an", "new", "own", "their", "its", "from", "we", "both",
    ]

    private static let wordsOfRoles: Set<String> = [
        // What somebody is.
        "director", "deputy", "assistant", "head", "chief", "executive", "officer", "lead", "leader",
        "member",
        "manager", "chair", "chairman", "chairwoman", "chairperson", "vice", "commissioner", "adviser",
        "advisor",
        "mayor", "secretary", "principal", "coordinator", "co-ordinator", "supervisor", "auditor",
        "inspector",
        "reviewer", "worker", "practitioner", "consultant", "analyst", "nurse", "midwife", "teacher",
        "headteacher",
        "solicitor", "lawyer", "treasurer", "accountant", "administrator", "champion", "sponsor", "partner",
        "owner",
        "guardian", "ambassador", "specialist", "professional", "therapist", "psychologist", "psychiatrist",
        "gp",
        "superintendent", "constable", "magistrate", "judge", "governor", "minister", "senator", "carer",
        "parent",
        "volunteer", "apprentice", "trainer", "facilitator", "convener", "clerk", "person", "staff",
        "colleague",
        "representative", "delegate", "trustee", "peer", "convenor", "foster", "moderator", "author",
        "writer",
        // What it is of.
        "cabinet", "board", "council", "councillor", "service", "child", "children", "family", "finance",
        "financial",
        "quality", "safeguarding", "practice", "social", "work", "team", "partnership", "police", "health",
        "education",
        "commissioning", "monitoring", "strategic", "strategy", "corporate", "human", "resource", "operation",
        "operational", "performance", "improvement", "independent", "reviewing", "group", "committee",
        "panel", "senior",
        "interim", "acting", "permanent", "programme", "project", "workforce", "legal", "virtual", "school",
        "care",
        "early", "help", "adult", "public", "leadership", "management", "assurance", "audit", "policy",
        "data",
        "intelligence", "insight", "digital", "technology", "information", "learning", "development",
        "training",
        "inclusion", "inclusive", "special", "need", "disability", "disabled", "adoption", "fostering",
        "residential",
        "placement", "sufficiency", "leaving", "looked", "after", "youth", "justice", "offending", "young",
        "people",
        "housing", "democratic", "scrutiny", "overview", "political", "governance", "transformation",
        "change",
        "communication", "engagement", "participation", "voice", "front", "door", "assessment", "contact",
        "referral",
        "intake", "court", "edge", "duty", "hub", "locality", "area", "district", "regional", "region",
        "local",
        "county", "borough", "city", "unitary", "authority", "agency", "department", "directorate",
        "division", "office",
        "section", "statutory", "government", "inspectorate", "ofsted", "cafcass", "barnardo", "trust",
        "charity",
        "voluntary", "community", "sector", "provider", "integrated", "system", "network", "mental",
        "wellbeing", "clinical",
        "medical", "designated", "named", "multi-agency", "multiagency", "exploitation", "domestic", "abuse",
        "violence",
        "missing", "neglect", "recruitment", "retention", "hr", "ict", "budget", "procurement", "contract",
        "property",
        "estate", "equality", "diversity", "complaint", "customer", "quality-assurance", "conference",
        "protection",
        "support", "case", "caseload", "frontline", "middle", "top", "full", "whole", "joint", "link",
        "external",
        "internal", "expert", "virtual-school", "organisational", "business", "planning", "research",
        "evaluation",
        "evidence", "outcome", "impact", "risk", "emergency", "night", "day", "out", "hour", "staffing",
        "union", "trade",
        "parish", "town", "opposition", "shadow", "portfolio", "holder", "elected", "peer-review", "review",
        "delivery",
        "everyone", "everybody", "nobody", "tbc", "vacant", "post", "role", "responsible", "accountable",
        "relevant",
        // In letters.
        "dcs", "ad", "dd", "dds", "hos", "ceo", "cex", "ce", "cfo", "coo", "cx", "md", "iro", "psw", "lado",
        "mash", "it",
        "qa", "dfe", "icb", "ccg", "nhs", "sro", "pmo", "lscp", "lscb", "dscp", "smt", "slt", "clt", "cmt",
        "elt", "dmt",
        "cypf", "cyp", "send", "sen", "senco", "lga", "adcs", "cla", "lac", "cic", "cin", "cp", "yot", "yjs",
        "yos",
        "mace", "marac", "phe", "dpo", "siro", "cpo", "asye", "aps", "atm", "tm", "sm", "gm", "rpd", "swe",
        "mp", "pa",
        "eh", "edt", "uasc", "dsl", "dso", "sgo", "caseworker", "bsa", "mhst", "camhs", "hmi", "sli", "raa",
        "rcc",
    ]
}
