import Evaluation
import Instruments

/// Every way in which collating parts the authorities of one questionnaire.
///
/// The order is that in which they are decided on: what comes later gives way where both together would say too much.
struct Breakdowns {
    let index: InstrumentIndex
    let supports: Supports

    init(_ index: InstrumentIndex) {
        self.index = index
        supports = Supports(index)
    }

    /// All of them, but links and circles of which fewer than `fewest` authorities speak.
    func all(_ figures: [SessionFigures], atLeast fewest: Int) -> [Breakdown] {
        let areas = index.instruments.questionnaire.areas.indices
        var all: [Breakdown] = []
        all += index.tables.indices.filter { index.tables[$0].table.hitPolicy != .collect }.map(table)
        if index.signatures != nil { all.append(earlyWarning()) }
        all += index.tables.indices.flatMap(outcomes)
        all += index.signatures?.set.members.indices.map(signature) ?? []
        all += index.models.indices.map(model)
        all += index.conditions.indices.map(condition)
        if !index.problems.isEmpty { all += [linkedProblems(), viciousCircles()] }
        all += index.problems.indices.map(problem)
        all += links(figures, fewest)
        all += circles(figures, fewest)
        all += index.factors.indices.map(factor)
        all.append(state())
        all += areas.map(dontKnowInArea)
        all += index.questions.indices.map(dontKnow)
        all += Breakdown.QualityTest.allCases.map(quality)
        if index.tier != nil { all.append(tierMovement()) }
        all += areas.map(areaMovement)
        return all.map { breakdown in
            var breakdown = breakdown
            breakdown.harmless = harmless(in: breakdown)
            return breakdown
        }
    }

    private func table(_ place: Int) -> Breakdown {
        let (framework, table) = index.tables[place]
        let count = table.outcomes.prefix(64).count
        let categories =
            table.outcomes.prefix(64).map { Breakdown.Category(id: $0.id.text, title: $0.title) }
            + [Breakdown.Category].named(.nothing, .open)
        return Breakdown(
            .table(place), id: "table/\(framework)/\(table.id)", title: table.title, categories,
            support: supports.table(table, in: framework)
        ) { figures in
            guard let outcomes = figures.now.tables.at(place) else { return count + 1 }
            if outcomes.possible == 0 { return count }
            guard outcomes.possible.nonzeroBitCount == 1, !outcomes.canBeNone else { return count + 1 }
            return outcomes.possible.trailingZeroBitCount
        }
    }

    private func outcomes(_ place: Int) -> [Breakdown] {
        let (framework, table) = index.tables[place]
        let support = supports.table(table, in: framework)
        return table.outcomes.prefix(64).enumerated().map { number, outcome in
            let bit = UInt64(1) << UInt64(number)
            let name = "\(framework)/\(table.id)/\(outcome.id)"
            guard table.hitPolicy == .collect else {
                return Breakdown(
                    .possible(table: place, outcome: number), id: "possible/\(name)", title: outcome.title,
                    .named(.possible, .ruledOut), support: support
                ) { figures in (figures.now.tables.at(place)?.possible ?? 0) & bit != 0 ? 0 : 1 }
            }
            return Breakdown(
                .given(table: place, outcome: number), id: "given/\(name)", title: outcome.title,
                .named(.given, .open, .notGiven), support: support
            ) { figures in
                guard let outcomes = figures.now.tables.at(place) else { return 1 }
                return outcomes.certain & bit != 0 ? 0 : outcomes.possible & bit != 0 ? 1 : 2
            }
        }
    }

    private func earlyWarning() -> Breakdown {
        let wordings = index.signatures?.set.earlyWarning ?? []
        let grades = SignatureSet.Grade.allCases
        let framework = index.signatures?.framework
        return Breakdown(
            .earlyWarning, id: "early-warning", title: "",
            grades.map { grade in
                Breakdown.Category(
                    id: grade.rawValue, title: wordings.first { $0.id == grade }?.title)
            } + [Breakdown.Category].named(.open),
            support: (index.signatures?.set.members ?? []).reduce(into: []) { all, signature in
                if let framework { all.formUnion(supports.signature(Reference(framework, signature.id))) }
            }
        ) { figures in
            figures.now.grades.nonzeroBitCount == 1
                ? figures.now.grades.trailingZeroBitCount : grades.count
        }
    }

    private func signature(_ place: Int) -> Breakdown {
        let framework = index.signatures?.framework ?? ""
        let set = index.signatures?.set
        let signature = set?.members.at(place)
        return Breakdown(
            .signature(place), id: "signature/\(framework)/\(signature?.id.text ?? "")",
            title: signature?.title ?? "",
            SignatureSet.Status.allCases.reversed().map { status in
                Breakdown.Category(
                    id: status.rawValue, title: set?.statuses.first { $0.id == status }?.title)
            } + [Breakdown.Category].named(.open, .unknown),
            concern: Breakdown.Concern(challenge: SignatureSet.Status.evident, strength: .clear),
            support: signature.map { supports.signature(Reference(framework, $0.id)) } ?? []
        ) { figures in
            switch figures.now.signatures.at(place) {
            case .evident?: 0
            case .watch?: 1
            case .clear?: 2
            case .unknown?: 4
            default: 3
            }
        }
    }

    private func model(_ place: Int) -> Breakdown {
        let (framework, model) = index.models[place]
        return Breakdown(
            .model(place), id: "model/\(framework)/\(model.id)", title: model.title,
            .named(.viable, .undetermined, .notViable),
            support: model.needs.reduce(into: []) { $0.formUnion(supports.condition($1, in: framework)) }
        ) { figures in
            switch figures.now.models.at(place) {
            case .viable?: 0
            case .notViable?: 2
            case .undetermined?, nil: 1
            }
        }
    }

    private func condition(_ place: Int) -> Breakdown {
        let (framework, condition) = index.conditions[place]
        return Breakdown(
            .condition(place), id: "condition/\(framework)/\(condition.id)", title: condition.title,
            .named(.met, .open, .notMet, .gone),
            concern: index.instruments.polarity(of: condition, in: framework).map { polarity in
                switch polarity {
                case .good: Breakdown.Concern(challenge: .notMet, strength: .met)
                case .bad: Breakdown.Concern(challenge: .met, strength: .notMet)
                }
            },
            support: supports.condition(condition.id, in: framework)
        ) { figures in
            switch figures.now.conditions.at(place) {
            case .yes?: 0
            case .no?: 2
            case let possible?: possible.contains(.gone) ? 3 : 1
            case nil: 1
            }
        }
    }

    private func factor(_ place: Int) -> Breakdown {
        let (framework, element) = index.factors[place]
        return Breakdown(
            .factor(place), id: "factor/\(framework)/\(element.id)", title: element.name,
            .named(.missing, .partly, .inPlace, .open),
            concern: Breakdown.Concern(challenge: .missing, strength: .inPlace),
            support: supports.element(Reference(framework, element.id))
        ) { figures in Int((figures.now.factors.at(place) ?? .open).rawValue) }
    }

    private func state() -> Breakdown {
        Breakdown(
            .state, id: "state", title: "", .named(.inProgress, .complete, .signedOff),
            support: supports.all
        ) { Int($0.state.rawValue) }
    }

    private func dontKnowInArea(_ place: Int) -> Breakdown {
        let area = index.instruments.questionnaire.areas[place]
        let questions = Set(index.questions.indices.filter { index.areaOfQuestion[$0] == place })
        return Breakdown(
            .dontKnowInArea(place), id: "dont-know/area/\(area.id)", title: area.title,
            .named(.dontKnow, .nothing), support: supports.closed(questions)
        ) { figures in questions.contains { figures.now.answers.at($0) == .dontKnow } ? 0 : 1 }
    }

    private func dontKnow(_ place: Int) -> Breakdown {
        let question = index.questions[place]
        return Breakdown(
            .dontKnow(place), id: "dont-know/question/\(question.id)", title: question.text,
            .named(.dontKnow, .nothing), support: supports.closed([place])
        ) { $0.now.answers.at(place) == .dontKnow ? 0 : 1 }
    }

    private func quality(_ test: Breakdown.QualityTest) -> Breakdown {
        let categories: [Breakdown.Category] =
            switch test {
            case .known: .named(.nothing, .underAThird, .thirdOrMore)
            case .complete: .named(.all, .notAll)
            case .challenged: .named(.withinALevel, .aLevelOrMore, .notMeasured)
            case .evidenced, .triangulated, .balanced, .shared:
                .named(.halfOrMore, .underHalf, .notMeasured)
            }
        return Breakdown(
            .quality(test), id: "quality/\(test.rawValue)", title: "", categories, support: supports.all
        ) { figures in
            let value = figures.now.quality.first { $0.test.rawValue == test.rawValue && $0.area == nil }?
                .thousandths
            guard let value else { return test == .known ? 0 : test == .complete ? 1 : 2 }
            return switch test {
            case .known: value == 0 ? 0 : value <= 333 ? 1 : 2
            case .complete: value == 1_000 ? 0 : 1
            case .challenged: value < 1_000 ? 0 : 1
            case .evidenced, .triangulated, .balanced, .shared: value >= 500 ? 0 : 1
            }
        }
    }

    private func tierMovement() -> Breakdown {
        let place = index.tier ?? 0
        let (framework, table) = index.tables[place]
        return Breakdown(
            .tierMovement, id: "movement/tier", title: table.title,
            .named(.milder, .same, .moreIntrusive, .open, .noTwoMilestones),
            support: supports.table(table, in: framework)
        ) { figures in
            guard let first = figures.milestones.first, let last = figures.milestones.last,
                figures.milestones.count > 1
            else { return 4 }
            guard let before = first.result.tables.at(place)?.determined,
                let after = last.result.tables.at(place)?.determined
            else { return 3 }
            return after < before ? 0 : after == before ? 1 : 2
        }
    }

    private func areaMovement(_ place: Int) -> Breakdown {
        let area = index.instruments.questionnaire.areas[place]
        let ratings = index.questions.indices.filter { question in
            guard index.areaOfQuestion[question] == place, case .rating = index.questions[question].kind
            else { return false }
            return true
        }
        return Breakdown(
            .areaMovement(place), id: "movement/area/\(area.id)", title: area.title,
            .named(.up, .same, .down, .noTwoMilestones), support: supports.closed(Set(ratings))
        ) { figures in
            guard let first = figures.milestones.first, let last = figures.milestones.last,
                figures.milestones.count > 1
            else { return 3 }
            let balance = ratings.reduce(0) { balance, question in
                guard let before = first.result.answers.at(question)?.place,
                    let after = last.result.answers.at(question)?.place
                else { return balance }
                return balance + (after - before).signum()
            }
            return balance > 0 ? 0 : balance == 0 ? 1 : 2
        }
    }
}

extension SessionResult.Outcomes {
    /// The place of the one outcome; nil while several are possible, or none.
    fileprivate var determined: Int? {
        possible.nonzeroBitCount == 1 && !canBeNone ? possible.trailingZeroBitCount : nil
    }
}

extension Array {
    /// The element at a place; nil where there is none.
    func at(_ place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
