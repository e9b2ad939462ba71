import Instruments

extension Mirror {
    /// Section 3: the tier of support.
    static let isos = framework(
        "isos",
        capacities.map { capacity in
            Condition(
                id: capacity.condition, title: capacity.condition.text,
                grading: Condition.Grading(
                    elements: capacity.elements,
                    core: capacity.condition == "capacity-to-self-assess" ? ["listens"] : [],
                    inPlace: twoThirds,
                    needs: capacity.condition == "capacity-to-self-assess"
                        ? .all([.element("listens"), .share(twoThirds, of: getsIt)]) : nil,
                    lacking: oneThird,
                    lackingToo: capacity.condition == "capacity-to-self-assess" ? .not(.any(getsIt)) : nil),
                source: "isos", basis: .interpolated)
        } + [
            condition("assess-or-plan", .any([assess, plan])),
            condition("systemic-or-persistent", any("systemic", "persistent")),
            condition("systemic-and-persistent", all("systemic", "persistent")),
            condition("governance-weak", .element("governance-weak")),
            condition("contained-area-without-grip", .element("contained-area-without-grip")),
            condition("stable-leadership", all("director-a-year-in-post", "senior-team-permanent")),
            condition(
                "two-lacking-in-trouble",
                .all([
                    .condition("systemic-or-persistent"),
                    .share(
                        twoThirds, of: capacities.map { .grade(of: $0.condition, isIn: [.lacking]) }),
                ])),
        ],
        besides: ["commissions-effectively", "acts-on-external-feedback", "cycle"],
        circumstances: [
            "systemic", "persistent", "cycle", "governance-weak", "contained-area-without-grip",
            "director-a-year-in-post", "senior-team-permanent",
        ], tables: [tier])

    /// The three capacities and what they are made of.
    static let capacities: [(condition: Condition.ID, elements: [Element.ID])] = [
        (
            "capacity-to-self-assess",
            [
                "listens", "service-gets-it", "politicians-get-it", "corporate-gets-it",
                "self-assesses-accurately", "finds-root-causes",
            ]
        ),
        (
            "capacity-to-plan",
            ["knows-what-is-required", "sets-priorities", "plans-with-staff", "plans-with-partners"]
        ),
        (
            "capacity-to-deliver",
            [
                "resourced", "structures-and-caseloads", "project-discipline", "backed-by-politicians",
                "backed-by-corporate-centre", "backed-by-partners",
            ]
        ),
    ]

    private static let getsIt: [Formula] = ["service-gets-it", "politicians-get-it", "corporate-gets-it"]
        .map { .element($0) }

    private static let assess = Formula.condition("capacity-to-self-assess")
    private static let plan = Formula.condition("capacity-to-plan")
    private static let deliver = Formula.condition("capacity-to-deliver")
    private static let stable = Formula.condition("stable-leadership")
    private static let twoThirds = Share(2, of: 3) ?? .all
    private static let oneThird = Share(1, of: 3) ?? .all

    private static let tier: DecisionTable = {
        let presumed = caution(all("commissions-effectively", "acts-on-external-feedback"), [.no, .unknown])
        let unstable = [caution(stable, [.no]), caution(stable, [.unknown])]
        let inTrouble = Formula.condition("two-lacking-in-trouble")
        let peers = Alongside(outcome: "sector-led", because: "Peers.", basis: .interpolated)
        let thatArea = Alongside(
            outcome: "external-scrutiny", when: .condition("contained-area-without-grip"),
            because: "That area.", basis: .interpolated)
        func missing(_ capacity: Condition.ID) -> Alongside {
            Alongside(
                outcome: "sector-led",
                when: .grade(of: capacity, isIn: [.lacking, .partly]),
                because: "Peers for \(capacity).", basis: .interpolated)
        }
        let some = DecisionTable.Cell.grades([.inPlace, .partly])
        let rules: [DecisionTable.Rule] = [
            .init(
                id: "all-in-place", when: [.yes, .yes, .yes, .any, .no, .no, .no], then: "sector-led",
                basis: .stated, cautions: [presumed], alongside: [thatArea]),
            .init(
                id: "one-not-both", when: [.yes, .yes, .yes, .any, .yes, .no, .no], then: "sector-led",
                basis: .interpolated, cautions: [presumed], alongside: [thatArea]),
            .init(
                id: "governance", when: [.yes, .yes, .yes, .any, .any, .no, .yes], then: "external-scrutiny",
                basis: .stated, cautions: unstable, alongside: [peers]),
            .init(
                id: "one-gap", when: [some, some, .yes, .yes, .no, .no, .no], then: "sector-led",
                basis: .interpolated, cautions: [presumed], alongside: [peers, thatArea]),
            .init(
                id: "obstacles", when: [.yes, .yes, .no, .any, .any, .any, .any], then: "external-scrutiny",
                basis: .stated,
                cautions: [caution(.grade(of: "capacity-to-deliver", isIn: [.partly]), [.yes])] + unstable,
                alongside: [peers]),
            .init(
                id: "all-lacking",
                when: [
                    .grades([.lacking]), .grades([.lacking]), .grades([.lacking]), .any, .yes, .any, .any,
                ],
                then: "alternative-delivery", basis: .stated, cautions: [caution(stable, [.no])],
                alongside: [
                    peers,
                    Alongside(outcome: "external-scrutiny", because: "It decides.", basis: .interpolated),
                ]),
            .init(
                id: "systemic-with-grip", when: [.yes, .yes, .yes, .any, .any, .yes, .any],
                then: "external-scrutiny", basis: .interpolated, cautions: unstable, alongside: [peers]),
            .init(
                id: "otherwise", when: Array(repeating: .any, count: 7), then: "external-scrutiny",
                basis: .interpolated,
                cautions: [
                    caution(.element("knows-what-is-required"), [.no]),
                    caution(.grade(of: "capacity-to-self-assess", isIn: [.lacking]), [.yes]),
                    caution(inTrouble, [.yes]),
                    caution(.all([.element("cycle"), .not(inTrouble)]), [.yes]),
                ] + unstable,
                alongside: [missing("capacity-to-self-assess"), missing("capacity-to-plan")]),
        ]
        return DecisionTable(
            id: "tier", title: "Tier of support", role: .tier, hitPolicy: .first, ranked: true,
            inputs: [
                "capacity-to-self-assess", "capacity-to-plan", "capacity-to-deliver", "assess-or-plan",
                "systemic-or-persistent", "systemic-and-persistent", "governance-weak",
            ], rules: rules,
            outcomes: ["sector-led", "external-scrutiny", "alternative-delivery"].map { id in
                Outcome(
                    id: .init(id), title: id, means: Statement("A tier."),
                    focus: ["contained-area-without-grip", "governance-weak"].map {
                        .init(when: .element($0), text: "It would look at that.", source: nil)
                    })
            })
    }()

    private static func caution(_ of: Formula, _ when: [Truth]) -> Caution {
        Caution(of: of, when: when, text: "Take care.", source: "isos", basis: .stated)
    }
}
