import Instruments

/// The frameworks of `domain.md`, sections 2 to 4, written once more in code.
///
/// Where the files that ship and these disagree, one of the two departs from the specification.
enum Mirror {
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
            circumstances: [
                "small-relative-to-partner", "large-enough-for-trust", "partner-available",
                "best-value-failure-found",
            ],
            models: [
                model(
                    "improvement-advice", "political-support", "corporate-support",
                    "childrens-services-leadership", "middle-management", "size"),
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
        return Framework(id: "signatures", version: "2.0.0", title: "Signatures", signatures: set)
    }()

    /// A framework whose elements are those that its conditions name, and some besides.
    static func framework(
        _ id: Framework.ID, _ conditions: [Condition], besides: [Element.ID] = [],
        circumstances: Set<Element.ID>, tables: [DecisionTable] = [], models: [Model] = []
    ) -> Framework {
        var elements: [Element.ID] = []
        for case .element(let name) in conditions.flatMap(\.when.names) where !elements.contains(name) {
            elements.append(name)
        }
        return Framework(
            id: id, version: "2.0.0", title: id.text,
            elements: (elements + besides).map {
                Element(
                    id: $0, statement: "It is so.", source: "test",
                    changeable: !circumstances.contains($0))
            }, conditions: conditions, tables: tables, models: models)
    }

    /// All of some elements.
    static func all(_ elements: Element.ID...) -> Formula { .all(elements.map { .element($0) }) }

    /// Any of some elements.
    static func any(_ elements: Element.ID...) -> Formula { .any(elements.map { .element($0) }) }
}
