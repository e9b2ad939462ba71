import Evaluation
import Instruments
import Languages
import Sessions

extension FindingProjection {
    /// The signatures of risk in words.
    func signatures(_ findings: SignatureFindings) -> SignaturesText {
        let definition = findings.definition
        let titles = findings.grades.compactMap { grade in
            definition.earlyWarning.first { $0.id == grade }
        }
        return SignaturesText(
            possible: titles.map(\.title)
                + (findings.canBeUntold ? [local("Not known: no question is left")] : []),
            sentences: sentences(findings, titles),
            categories: findings.balance.map { category, evident in
                SignaturesText.CategoryText(
                    id: category.id.text, title: category.title,
                    control: category.control.localizedDescription,
                    means: remark(category.means), evident: evident,
                    signatures: findings.signatures
                        .filter { $0.signature.category == category.id }
                        .map { signature($0, definition) })
            },
            balance: remark(definition.balance),
            thresholds: self.thresholds(definition.thresholds)
                + (definition.reason.map { " " + $0 } ?? ""))
    }

    /// When a signature is on watch, and when it is evident.
    func thresholds(_ thresholds: SignatureSet.Thresholds) -> String {
        plural(
            thresholds.watchFrom,
            "A signature is on watch from \(thresholds.watchFrom) indicator that warns, and evident when "
                + "more than \(thresholds.evidentAbovePercent) per cent of its indicators do.",
            "A signature is on watch from \(thresholds.watchFrom) indicators that warn, and evident when "
                + "more than \(thresholds.evidentAbovePercent) per cent of its indicators do.")
    }

    /// What goes well: conditions that hold and signatures that are clear.
    func goingWell(_ findings: Findings) -> [String] {
        let good = findings.tables.flatMap(\.grounds) + findings.models.flatMap(\.met)
        var seen: Set<String> = []
        let conditions = good.filter { isStrength($0) && seen.insert($0.condition.title).inserted }
            .map { local("In place: \($0.condition.title).") }
        let clear = signatureTitles(findings, .clear)
        return conditions
            + (clear.isEmpty ? [] : [local("No warning sign of: \(listed(clear.map(\.firstLowered))).")])
    }

    /// What worries: conditions that are missing and signatures that show.
    func worries(_ findings: Findings) -> [String] {
        let missing = findings.tables.flatMap(\.grounds) + findings.models.flatMap(\.missing)
        var seen: Set<String> = []
        let conditions = missing.filter { isShortfall($0) && seen.insert($0.condition.title).inserted }
            .map { ground in
                // How far a graded condition is met is told in its own words.
                ground.condition.grading != nil && !ground.grades.isEmpty
                    ? local(
                        "\(listed(ground.grades.map(\.localizedDescription), with: .or).firstRaised): \(ground.condition.title)."
                    )
                    : ground.holds
                        ? local("A difficulty: \(ground.condition.title).")
                        : local("Not in place: \(ground.condition.title).")
            }
        let evident = signatureTitles(findings, .evident)
        let watched = signatureTitles(findings, .watch)
        return conditions
            + (evident.isEmpty ? [] : [local("Evident: \(listed(evident.map(\.firstLowered))).")])
            + (watched.isEmpty ? [] : [local("On watch: \(listed(watched.map(\.firstLowered))).")])
    }

    private func sentences(
        _ findings: SignatureFindings, _ grades: [SignatureSet.Wording<SignatureSet.Grade>]
    ) -> [String] {
        func titles(_ status: SignatureSet.Status) -> [String] {
            findings.signatures.filter { $0.possible == [status] && !$0.canBeUnknown }
                .map(\.signature.title.firstLowered)
        }
        guard !grades.isEmpty else {
            return [local("No signature can be told: none of its questions is left.")]
        }
        let untold = findings.canBeUntold ? [local("not known, as no question is left")] : []
        let open = findings.signatures.filter { $0.possible.count > 1 }.count
        var sentences: [String] =
            if grades.count == 1, !findings.canBeUntold, let grade = grades.first {
                ["\(grade.title). \(grade.means)"]
            } else {
                [
                    local(
                        "Early warning is still open: \(listed(grades.map(\.title.firstLowered) + untold, with: .or))."
                    )
                ]
            }
        let evident = titles(.evident)
        let watched = titles(.watch)
        if !evident.isEmpty {
            sentences.append(local("Evident: \(listed(evident))."))
        } else if grades.count > 1 {
            sentences.append(local("No signature is evident for certain."))
        }
        if !watched.isEmpty { sentences.append(local("On watch: \(listed(watched)).")) }
        if open > 0 {
            sentences.append(counted(open, "signature is still open.", "signatures are still open."))
        }
        sentences += [
            withheld(
                among: findings.signatures.filter { $0.possible.count > 1 || $0.canBeUnknown }
                    .flatMap(\.unknown))
        ].compactMap(\.self)
        let all = findings.signatures.count
        let gone = findings.signatures.count { $0.possible.isEmpty }
        if gone > 0 {
            sentences.append(
                plural(
                    gone,
                    "This speaks of \(all - gone) of \(all) signatures: of the other no question is left.",
                    "This speaks of \(all - gone) of \(all) signatures: of the others no question is left."))
        }
        return sentences
    }

    /// One signature in words.
    func signature(
        _ finding: SignatureFinding, _ definition: SignatureSet
    ) -> SignaturesText.SignatureText {
        let titles = finding.possible.compactMap { status in
            definition.statuses.first { $0.id == status }?.title
        }
        func answers(_ ids: [Question.ID]) -> [ReasonText] {
            guard showsAnswers else { return [] }
            return ids.compactMap { id in
                responses[id].map { reason(id, $0) }
            }
        }
        return SignaturesText.SignatureText(
            id: finding.signature.id.text, title: finding.signature.title,
            riskIfEvident: finding.signature.risk, source: finding.signature.source,
            looksLike: finding.possible == [.clear] ? [] : finding.signature.looksLike.map(remark),
            evidence: finding.possible == [.clear] ? asserted(finding.notWarning) : nil,
            possible: titles + (finding.canBeUnknown ? [local("Not known: no indicator is left")] : []),
            statuses: finding.possible.map { .init($0) } + (finding.canBeUnknown ? [.notKnown] : []),
            warning: answers(finding.warning), notWarning: answers(finding.notWarning),
            open: showsAnswers ? finding.unknown.map { labels[$0] } : [])
    }

    private func signatureTitles(
        _ findings: Findings, _ status: SignatureSet.Status
    ) -> [String] {
        (findings.signatures?.signatures ?? [])
            .filter { $0.possible == [status] && !$0.canBeUnknown }
            .map(\.signature.title)
    }

    /// What is met by its alternative alone is not met as things are. Who does not see the answers is not told which
    /// conditions are, so that none that could be is among the strengths there.
    private func isStrength(_ ground: Ground) -> Bool {
        ground.holds && (showsAnswers ? ground.byAlternative == .no : !ground.hasAlternative)
            && polarity(of: ground.condition) == .good
    }

    private func isShortfall(_ ground: Ground) -> Bool {
        ground.holds ? polarity(of: ground.condition) == .bad : polarity(of: ground.condition) == .good
    }

    /// Whether it is good or bad that a condition holds; nil where nothing says so.
    private func polarity(of condition: Condition) -> DecisionTable.Polarity? {
        for framework in session.instruments.frameworks
        where framework.condition(condition.id) == condition {
            if let polarity = session.instruments.polarity(of: condition, in: framework.id) {
                return polarity
            }
        }
        return nil
    }
}

extension SignatureCategory.Control {
    /// The degree of control in words.
    var localizedDescription: String {
        switch self {
        case .least: local("least within the director's control")
        case .shared: local("shared with others")
        case .most: local("most within the director's control")
        }
    }
}
