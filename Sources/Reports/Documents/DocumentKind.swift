import Languages

/// A document that can be made of a pack.
package enum DocumentKind: String, CaseIterable, Sendable {
    /// Two pages for who has little time.
    case brief
    /// The whole pack.
    case report
    /// What will be done, and what helps, by who can act.
    case plan
    /// The three questions of an annual conversation about practice, as a draft to edit.
    case selfEvaluation = "self-evaluation"

    /// For whom it is where nobody says so: a brief for those who lead the council, others for peer reviewers.
    package var usualAudience: Audience { self == .brief ? .corporate : .reviewers }

    /// What it is called within a file's name and a sentence.
    package var localizedDescription: String {
        switch self {
        case .brief: local("brief")
        case .report: local("report")
        case .plan: local("plan")
        case .selfEvaluation: local("self-evaluation")
        }
    }
}

extension Pack {
    /// A document of this pack; whatever its kind, nothing is in it that the pack does not hold.
    package func document(_ kind: DocumentKind) -> [Block] {
        switch kind {
        case .brief: briefSection()
        case .report: document()
        case .plan: planDocument() + helpsSection()
        case .selfEvaluation: selfEvaluationSection()
        }
    }

    /// The same below what stands on every page, for a format that has no pages.
    func markedDocument(_ kind: DocumentKind) -> [Block] {
        [cover.mark].compactMap(\.self).map { .paragraph($0) } + document(kind)
    }

    /// The title of a short document, and what it is: for whom, of which day, and whether it is signed off.
    func titleSection(_ what: String) -> [Block] {
        [
            .heading(1, cover.authority ?? cover.title),
            .paragraph(
                local("\(what) for \(cover.audience.readers). \(cover.questionnaireTitle), \(cover.written).")
                    + " " + cover.standing),
        ]
            + [restingOnUnconfirmed].compactMap(\.self).map { .paragraph($0) }
            + ((cover.notices ?? []) + (cover.notComputed ?? [])).map { .paragraph($0) }
    }
}
