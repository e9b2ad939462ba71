import Evaluation
package import Instruments
package import Sessions

/// The names that the numbers in figures stand for; made once for all sessions that pin the same instruments.
package struct InstrumentIndex: Sendable {
    /// What the sessions are asked and read by.
    package let instruments: InstrumentSet
    /// The pins of the instruments.
    package let pins: InstrumentPins
    /// Every question, in the order of asking.
    package let questions: [Question]
    /// The area of each question, by its place in the questionnaire.
    package let areaOfQuestion: [Int]
    /// Every table of every framework fed, in the frameworks' order.
    package let tables: [(framework: Framework.ID, table: DecisionTable)]
    /// Every condition of every framework fed, in the frameworks' order.
    package let conditions: [(framework: Framework.ID, condition: Condition)]
    /// Every model of every framework fed, in the frameworks' order.
    package let models: [(framework: Framework.ID, model: Model)]
    /// The signatures of risk with their framework; nil where no framework fed has any.
    package let signatures: (framework: Framework.ID, set: SignatureSet)?
    /// The factors of success in the groups' order; empty where no framework fed lists any.
    package let factors: [(framework: Framework.ID, element: Element)]
    /// The problems in the groups' order; empty where no framework fed lists any.
    package let problems: [(framework: Framework.ID, element: Element)]
    /// What the evaluator has to know of the instruments.
    let book: RuleBook
    /// What each question is called: whole questions are large to copy.
    let questionNames: [Question.ID]
    /// The place of the question that says that the problems were gone through for links; nil where none does.
    let linksStep: Int?
    /// The place of each area.
    let placeOfArea: [Area.ID: Int]
    /// The place of each question.
    let placeOfQuestion: [Question.ID: Int]
    /// What each problem is called across frameworks.
    let problemNames: [Reference<Element>]
    /// The place of each problem.
    let placeOfProblem: [Reference<Element>: Int]

    /// The index of some instruments.
    ///
    /// - Parameters:
    ///   - instruments: what the sessions are asked and read by, perhaps with their texts in another language.
    ///   - pins: how the sessions pin them; nil where that is what the instruments themselves say.
    package init(_ instruments: InstrumentSet, pins: InstrumentPins? = nil) {
        self.instruments = instruments
        self.pins = pins ?? InstrumentPins(instruments)
        let areas = instruments.questionnaire.areas
        questions = areas.flatMap(\.questions)
        areaOfQuestion = areas.enumerated().flatMap { index, area in area.questions.map { _ in index } }
        let frameworks = instruments.frameworks
        tables = frameworks.flatMap { framework in framework.tables.map { (framework.id, $0) } }
        conditions = frameworks.flatMap { framework in framework.conditions.map { (framework.id, $0) } }
        models = frameworks.flatMap { framework in framework.models.map { (framework.id, $0) } }
        signatures =
            frameworks.lazy.compactMap { framework in
                framework.signatures.map { (framework.id, $0) }
            }.first
        factors = Self.elements(of: frameworks) { $0.factors?.groups.flatMap(\.elements) }
        problems = Self.elements(of: frameworks) { $0.problems?.elements }
        book = RuleBook(instruments)
        questionNames = questions.map(\.id)
        linksStep = questions.firstIndex { $0.step == .links }
        placeOfArea = Dictionary(
            areas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        placeOfQuestion = Dictionary(
            questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        problemNames = problems.map { Reference($0.framework, $0.element.id) }
        placeOfProblem = Dictionary(
            problemNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The headline table's place; nil where no table is declared to be the tier.
    package var tier: Int? { tables.firstIndex { $0.table.role == .tier } }

    private static func elements(
        of frameworks: [Framework], _ ids: (Framework) -> [Element.ID]?
    ) -> [(framework: Framework.ID, element: Element)] {
        for framework in frameworks {
            guard let ids = ids(framework) else { continue }
            return ids.compactMap { id in framework.element(id).map { (framework.id, $0) } }
        }
        return []
    }
}
