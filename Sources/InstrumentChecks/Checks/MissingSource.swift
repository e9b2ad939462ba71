import Instruments

/// Whatever a source is said to state should say where: questions, elements, conditions, models, signatures, what helps.
struct MissingSource: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questions.compactMap { finding($0) } + context.frameworks.flatMap { findings(in: $0) }
    }

    private func finding(_ placed: PlacedQuestion) -> Finding? {
        let why = placed.question.why
        guard why?.source == nil, why?.basis != .interpolated else { return nil }
        return placed.finding(
            at: why == nil ? [] : ["why"], .missingSource(.question(placed.question.id)))
    }

    private func findings(in framework: Framework) -> [Finding] {
        func missing<Part>(
            _ parts: [Part], at path: [PathPart], _ name: (Part) -> Finding.Sourceless,
            isMissing: (Part) -> Bool
        ) -> [Finding] {
            parts.enumerated().filter { isMissing($1) }.map {
                Finding(
                    .framework(framework.id), path + [.index($0)], .missingSource(name($1)))
            }
        }
        return missing(framework.elements, at: ["elements"], { .element($0.id) }) {
            $0.source.isEmpty && $0.basis == .stated
        }
            + missing(framework.conditions, at: ["conditions"], { .condition($0.id) }) {
                $0.source.isEmpty && $0.basis == .stated
            }
            + missing(framework.models, at: ["models"], { .model($0.id) }) { $0.source.isEmpty }
            + missing(
                framework.signatures?.categories ?? [], at: ["signatures", "categories"],
                { .category($0.id) }
            ) { $0.source.isEmpty }
            + missing(
                framework.signatures?.members ?? [], at: ["signatures", "members"],
                { .signature($0.id) }
            ) { $0.source.isEmpty }
            + framework.helps.flatMap { named in
                missing(named.helps, at: named.path + ["helps"], { _ in .help(of: named.name) }) {
                    $0.statement.source == nil && $0.statement.basis == .stated
                }
            }
    }
}

extension Framework {
    /// What helps with its elements, its signatures and its outcomes, each with where it stands.
    fileprivate var helps: [(name: String, path: [PathPart], helps: [Help])] {
        let elements = elements.enumerated().map {
            ($1.id.text, [PathPart("elements"), .index($0)], $1.helps)
        }
        let signatures = (signatures?.members ?? []).enumerated().map {
            ($1.id.text, [PathPart("signatures"), "members", .index($0)], $1.helps)
        }
        let outcomes = tables.enumerated().flatMap { table, found in
            found.outcomes.enumerated().map {
                ($1.id.text, [PathPart("tables"), .index(table), "outcomes", .index($0)], $1.helps)
            }
        }
        return elements + signatures + outcomes
    }
}
