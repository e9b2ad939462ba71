import Instruments

/// The frameworks of `domain.md`, sections 2 to 4, written once more in code.
///
/// Where the files that ship and these disagree, one of the two departs from the specification.
enum Mirror {
    /// Section 3: the tier of support.
    static let isos: Framework = {
        let whatSectorLedPresumes = Caution(
            of: all("commissions-effectively", "acts-on-external-feedback"), when: [.no, .unknown],
            text: "Sector-led support presumes both.", source: "isos", basis: .stated)
        let scattergun = Caution(
            of: .all([.condition("capacity-to-self-assess"), .condition("capacity-to-plan")]),
            when: [.no], text: "Scrutiny without grip.", source: "isos", basis: .stated)
        let rules: [DecisionTable.Rule] = [
            .init(
                when: [.yes, .yes, .yes, .no], then: "sector-led", basis: .stated,
                cautions: [whatSectorLedPresumes]),
            .init(when: [.yes, .yes, .no, .any], then: "external-scrutiny", basis: .stated),
            .init(when: [.no, .no, .no, .yes], then: "alternative-delivery", basis: .stated),
            .init(when: [.yes, .yes, .yes, .yes], then: "external-scrutiny", basis: .interpolated),
            .init(
                when: [.no, .no, .no, .no], then: "external-scrutiny", basis: .interpolated,
                cautions: [scattergun]),
            .init(
                when: [.any, .any, .any, .any], then: "external-scrutiny", basis: .interpolated,
                cautions: [scattergun]),
        ]
        let outcomes = ["sector-led", "external-scrutiny", "alternative-delivery"].map { id in
            Outcome(
                id: .init(id), title: id, means: Statement("A tier."),
                focus: id == "external-scrutiny"
                    ? [
                        .init(when: .element("contained-area-without-grip"), text: "The area.", source: nil),
                        .init(when: .element("governance-weak"), text: "Oversight.", source: nil),
                    ] : [])
        }
        let table = DecisionTable(
            id: "tier", title: "Tier of support", role: .tier, hitPolicy: .first, ranked: true,
            inputs: [
                "capacity-to-self-assess", "capacity-to-plan", "capacity-to-deliver",
                "systemic-or-persistent",
            ], rules: rules, outcomes: outcomes)
        return framework(
            "isos",
            [
                condition(
                    "capacity-to-self-assess",
                    all("listens", "self-assesses-accurately", "finds-root-causes")),
                condition(
                    "capacity-to-plan",
                    all("knows-what-is-required", "sets-priorities", "plans-with-staff-and-partners")),
                condition(
                    "capacity-to-deliver",
                    all(
                        "resourced", "project-discipline", "backed-by-politicians",
                        "backed-by-corporate-centre", "backed-by-partners")),
                condition("systemic-or-persistent", any("systemic", "persistent")),
            ],
            besides: [
                "commissions-effectively", "acts-on-external-feedback", "contained-area-without-grip",
                "governance-weak",
            ], circumstances: ["systemic", "persistent"], tables: [table])
    }()

    /// Section 2: the models of intervention.
    static let annexJ: Framework = {
        func model(_ id: Model.ID, _ needs: Condition.ID..., cautions: [Caution] = []) -> Model {
            Model(
                id: id, title: id.text, needs: needs, source: "annex-j",
                means: Statement("A model."), cautions: cautions)
        }
        func cautions(_ formula: Formula) -> [Caution] {
            [
                Caution(
                    of: formula, when: [.no], text: "None is at hand.", source: nil, basis: .interpolated),
                Caution(
                    of: formula, when: [.unknown], text: "It is not known.", source: nil,
                    basis: .interpolated),
            ]
        }
        let partner = Formula.element("partner-available")
        return framework(
            "annex-j",
            [
                condition(
                    "political-support",
                    all(
                        "leader-accepts", "lead-member-accepts", "politicians-back-intervention",
                        "leader-would-replace")),
                condition(
                    "corporate-support",
                    .any([
                        all("chief-executive-accepts", "chief-executive-shares"),
                        .element("chief-executive-replaceable"),
                    ])),
                condition(
                    "childrens-services-leadership",
                    .any([all("dcs-understands-why", "dcs-accepts"), .element("dcs-replaceable")])),
                condition("middle-management", any("middle-managers-skilled", "middle-managers-backed")),
                condition("size", .element("small-relative-to-partner")),
                condition("scale", .element("large-enough-for-trust")),
                condition("partner-availability", partner),
                condition("best-value-failure", .element("best-value-failure-found")),
            ],
            besides: ["size-rests-on-partner"],
            circumstances: [
                "small-relative-to-partner", "size-rests-on-partner", "large-enough-for-trust",
                "partner-available", "best-value-failure-found",
            ],
            models: [
                model(
                    "improvement-advice", "political-support", "corporate-support",
                    "childrens-services-leadership", "middle-management", "size",
                    cautions: cautions(.any([partner, .not(.element("size-rests-on-partner"))]))),
                model(
                    "intensive-improvement-advice", "political-support", "corporate-support",
                    "childrens-services-leadership", "size", cautions: cautions(partner)),
                model(
                    "local-authority-partnership", "political-support", "corporate-support", "size",
                    cautions: cautions(partner)),
                model("voluntary-trust", "political-support", "corporate-support", "scale"),
                model("enforced-trust", "scale"),
                model("executive-commissioner", "best-value-failure"),
            ])
    }()

    /// Section 4: the signatures of risk.
    static let signatures: Framework = {
        let members: [(String, [String])] = [
            ("A", ["political-focus", "leadership-turnover", "reorganisation-and-cuts", "assumed-security"]),
            ("B", ["partner-commitment", "workforce-capacity", "learning-culture"]),
            (
                "C",
                [
                    "self-awareness", "frontline-feedback", "practice-observation",
                    "supervision-and-audit", "childs-journey", "anticipation",
                ]
            ),
        ]
        let controls = [SignatureCategory.Control.least, .shared, .most]
        let set = SignatureSet(
            thresholds: .init(
                watchFrom: 1, evidentAbovePercent: 50, combiningFrom: 2, widespreadFromCategories: 2),
            basis: .interpolated, reason: "They are ours.",
            categories: zip(members, controls).map { member, control in
                SignatureCategory(
                    id: .init(member.0), name: member.0, title: member.0, control: control,
                    means: Statement("A category."), source: "vsc")
            },
            members: members.flatMap { category, names in
                names.map {
                    Signature(
                        id: .init($0), category: .init(category), title: $0, risk: "A risk.",
                        source: "vsc")
                }
            }, statuses: [], earlyWarning: [], balance: Statement("It matters."))
        return Framework(id: "signatures", version: "1.0.0", title: "Signatures", signatures: set)
    }()

    private static func framework(
        _ id: Framework.ID, _ conditions: [Condition], besides: [Element.ID],
        circumstances: Set<Element.ID>, tables: [DecisionTable] = [], models: [Model] = []
    ) -> Framework {
        var elements: [Element.ID] = []
        for case .element(let name) in conditions.flatMap(\.when.names) { elements.append(name) }
        return Framework(
            id: id, version: "1.0.0", title: id.text,
            elements: (elements + besides).map {
                Element(
                    id: $0, statement: "It is so.", source: "test",
                    changeable: !circumstances.contains($0))
            }, conditions: conditions, tables: tables, models: models)
    }

    private static func all(_ elements: Element.ID...) -> Formula { .all(elements.map { .element($0) }) }

    private static func any(_ elements: Element.ID...) -> Formula { .any(elements.map { .element($0) }) }
}
