import Instruments

/// Whatever a source is said to state should say where: questions, elements, conditions, models, signatures, what helps.
struct MissingSource: Check {
    let codes: [Diagnostic.Code] = [.missingSource]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questions.compactMap { diagnostic($0) } + context.frameworks.flatMap { diagnostics(in: $0) }
    }

    private func diagnostic(_ placed: PlacedQuestion) -> Diagnostic? {
        let why = placed.question.why
        guard why?.source == nil, why?.basis != .interpolated else { return nil }
        return placed.diagnostic(
            at: why == nil ? [] : ["why"], .missingSource(.question(placed.question.id)))
    }

    private func diagnostics(in framework: Framework) -> [Diagnostic] {
        func missing<Part>(
            _ parts: [Part], at path: [PathPart], _ name: (Part) -> Sourceless,
            isMissing: (Part) -> Bool
        ) -> [Diagnostic] {
            parts.enumerated().filter { isMissing($1) }.map {
                Diagnostic(
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

/// Something that says nowhere what it rests on.
enum Sourceless {
    case question(Question.ID)
    case element(Element.ID)
    case condition(Condition.ID)
    case model(Model.ID)
    case category(SignatureCategory.ID)
    case signature(Signature.ID)
    /// A step that helps with an element, a signature or an outcome of this name.
    case help(of: String)

    fileprivate var isQuestion: Bool { if case .question = self { true } else { false } }

    fileprivate var localizedDescription: String {
        switch self {
        case .question(let id): "the question `\(id)`"
        case .element(let id): "the element `\(id)`"
        case .condition(let id): "the condition `\(id)`"
        case .model(let id): "the model `\(id)`"
        case .category(let id): "the category `\(id)`"
        case .signature(let id): "the signature `\(id)`"
        case .help(let of): "what helps with `\(of)`"
        }
    }
}

extension Diagnostic.Code {
    static let missingSource = Self(warning: "missing-source")
}

extension Diagnostic.Content {
    static func missingSource(_ thing: Sourceless) -> Self {
        Self(
            .missingSource, "\(thing.localizedDescription) has no source",
            hint: thing.isQuestion
                ? "give it a `why` with a `source`"
                : "add a `source`, or use `basis: interpolated` and a `reason` where it can")
    }
}
