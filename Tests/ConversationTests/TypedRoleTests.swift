import Testing

@testable import Conversation

/// A role passes without a question, and a person's name never does.
struct TypedRoleTests {
    private static let roles = [
        "director of children's services", "DCS", "dcs", "the DCS", "lead member", "lead member for children",
        "leader",
        "leader of the council", "chief executive", "CEO", "head of safeguarding", "Head of Safeguarding",
        "head of quality", "head of HR", "head of early help", "assistant director", "deputy director",
        "s151 officer",
        "S151 officer", "section 151 officer", "chief finance officer", "monitoring officer", "IRO", "IROs",
        "PSW",
        "principal social worker", "LADO", "MASH manager", "virtual school head",
        "independent reviewing officer",
        "chair of scrutiny", "scrutiny chair", "cabinet", "the board", "improvement board",
        "commissioning manager",
        "team managers", "workforce lead", "HR", "corporate leadership team", "front door team", "audit team",
        "director of finance", "police superintendent", "designated doctor", "head teachers",
        "cabinet member",
        "DCS and lead member", "head of policy and performance", "children and families lead",
        "quality assurance",
        "performance analyst", "practice lead, front door", "everyone", "team B manager",
        "head of contextual harm",
        "partnership manager", "improvement adviser", "political group leaders", "councillors",
        "the councillor",
        "councillor for children", "LSCP chair", "Ofsted link", "ICB", "chief officers", "Mayor", "member",
    ]
    private static let given = ["Jane", "Mary-Anne", "Priya", "Tom", "Oluwaseun", "Seán"]
    private static let family = ["Smith", "Patel", "O'Brien", "Okonkwo-Jones", "Khan", "Évans"]

    @Test(arguments: roles) func `a role passes`(role: String) {
        for written in [role, role.lowercased()] { #expect(!written.mayBeName, "\(written)") }
    }

    @Test func `a name is asked about, however it is written and whatever role stands beside it`() {
        for first in Self.given {
            for last in Self.family {
                let initial = String(first.prefix(1))
                let forms = [
                    "\(first) \(last)", "\(initial) \(last)", "\(initial). \(last)", "\(last) \(initial)",
                    "Dr \(last)",
                    "Dr. \(last)", "Mrs \(last)", "Cllr \(last)", "Councillor \(last)", "\(last), \(first)",
                    "\(first)", "\(last)", "\(initial).\(initial). \(last)",
                ]
                let beside = [
                    "\(first) \(last), head of quality", "head of quality (\(first) \(last))",
                    "\(first) and the DCS",
                    "head of quality / \(initial). \(last)", "principal social worker \(first) \(last)",
                    "\(first) \(last) head of quality", "lead member Cllr \(last)",
                ]
                for form in forms + beside {
                    for written in [form, form.lowercased(), form.uppercased()] {
                        #expect(written.mayBeName, "\(written)")
                    }
                }
            }
        }
    }
}
