import Instruments

/// What a question supports or warns of must be an element or a signature of a framework.
///
/// A framework that is fed and missing is reported once, by `FedFrameworkMissing`, and not for each reference.
struct UnknownReference: Check {
    let codes: [Diagnostic.Code] = [.unknownElement, .unknownSignature]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questions.flatMap { unknownElements($0, context) + unknownSignatures($0, context) }
    }

    private func unknownElements(_ placed: PlacedQuestion, _ context: CheckContext) -> [Diagnostic] {
        placed.question.locatedSupports.filter { reference in
            guard let framework = context.framework(reference.part.framework) else {
                return !placed.questionnaire.feeds.contains(reference.part.framework)
            }
            return framework.element(reference.part.name) == nil
        }.map { placed.diagnostic(at: $0.path, .unknownElement($0.part)) }
    }

    private func unknownSignatures(_ placed: PlacedQuestion, _ context: CheckContext) -> [Diagnostic] {
        placed.question.locatedWarnings.filter { reference in
            guard let framework = context.framework(reference.part.framework) else {
                return !placed.questionnaire.feeds.contains(reference.part.framework)
            }
            let members = framework.signatures?.members ?? []
            return !members.contains { $0.id == reference.part.name }
        }.map { placed.diagnostic(at: $0.path, .unknownSignature($0.part)) }
    }
}

extension Diagnostic.Code {
    static let unknownElement = Self(error: "unknown-element")
    static let unknownSignature = Self(error: "unknown-signature")
}

extension Diagnostic.Content {
    static func unknownElement(_ reference: Reference<Element>) -> Self {
        Self(.unknownElement, "there is no element `\(reference)`")
    }

    static func unknownSignature(_ reference: Reference<Signature>) -> Self {
        Self(.unknownSignature, "there is no signature `\(reference)`")
    }
}
