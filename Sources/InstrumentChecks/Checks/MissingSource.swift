import Instruments

/// Whatever a source is said to state should say where: questions, elements, conditions, models, signatures.
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
    }
}
