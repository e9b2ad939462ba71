package import Disclosure
package import Instruments
package import Sessions

/// From how many kinds evidence has to come; the threshold is ours.
private let kindsNeeded = 3

/// Looks at how the answers of a session were reached: for every area, and over all of them.
///
/// After vsc, section 4, isos, section 3, and wg, 3.3. Questions that are not asked now are left out.
///
/// - Parameters:
///   - session: the session.
///   - responses: the answers that are counted: the session's own, or those that are assumed.
///   - purpose: what it is said for.
///   - countsConfidential: whether what is written beside answers marked confidential counts; where it does not, the
///     lines are the same whatever is written there.
/// - Returns: a line for each test overall, each followed by its lines by area; of evidence none where none is asked for.
package func quality(
    of session: SessionState, responses: [Question.ID: Response], for purpose: Purpose,
    countsConfidential: Bool
) -> [QualityLine] {
    let asked = AskedQuestions(session.questionnaire, in: session.setting) { responses[$0] }
    let parts = session.questionnaire.areas
        .map { Part($0, session, responses, asked, countsConfidential: countsConfidential) }
        .filter { !$0.entries.isEmpty }
    let weighed = parts.filter { !$0.isOfFacts }
    let evidential = weighed.filter(\.asksForEvidence)
    return [
        evidential.isEmpty ? [] : evidenced(evidential),
        evidential.contains(where: \.canBeTriangulated) ? triangulated(evidential) : [],
        balanced(weighed, session, responses, asked), known(parts),
        complete(parts), challenged(parts, session),
        [shared(parts, session, for: purpose)],
    ].flatMap(\.self)
}

/// The questions of one area that are asked, with what the tests look at.
private struct Part {
    let area: Area.ID
    /// Whether it asks for facts, which rest on nothing and have no other side.
    let isOfFacts: Bool
    /// Whether any of its questions says what a reviewer would ask to see.
    let asksForEvidence: Bool
    /// Whether evidence of its questions can come from as many sides as are asked for.
    let canBeTriangulated: Bool
    let entries: [Entry]

    init(
        _ area: Area, _ session: SessionState, _ responses: [Question.ID: Response], _ asked: AskedQuestions,
        countsConfidential: Bool
    ) {
        self.area = area.id
        isOfFacts = area.isOfFacts
        asksForEvidence = area.questions.contains { !$0.lookFor.isEmpty }
        canBeTriangulated = QualityLine.Side.allCases.allSatisfy { $0.isCovered(by: Set(area.evidenceKinds)) }
        var entries: [Entry] = []
        entries.reserveCapacity(area.questions.count)
        // By place: whole questions are large to copy.
        for index in area.questions.indices where asked.contains(area.questions[index].id) {
            let id = area.questions[index].id
            var entry = Entry(question: id)
            entry.response = responses[id]
            let record = session.records[id]
            guard countsConfidential || record?.confidential != true else {
                entry.isSeen = false
                entries.append(entry)
                continue
            }
            entry.evidence = record?.evidence ?? []
            // Words that were removed for good say nothing.
            entry.hasStrengths = record?.strengths.contains { $0 != .removedWords } == true
            entry.hasConcerns = record?.concerns.contains { $0 != .removedWords } == true
            if case .given(let value)? = entry.response, case .rating = area.questions[index].kind {
                entry.isMet = area.questions[index].isMet(by: value)
            }
            entries.append(entry)
        }
        self.entries = entries
    }
}

/// What the tests look at of one question.
private struct Entry {
    let question: Question.ID
    var response: Response?
    /// Whether what is written beside it counts.
    var isSeen = true
    /// Of a rating that was given and whose evidence counts: whether it counts as met.
    var isMet: Bool?
    var evidence: [Evidence] = []
    var hasStrengths = false
    var hasConcerns = false
}

/// The share of the votes on a scale of which is told that the room is together; the rule is ours.
///
/// Votes of which nothing may leave the room are left out.
private func shared(_ parts: [Part], _ session: SessionState, for purpose: Purpose) -> QualityLine {
    let entries = session.room == nil ? [] : parts.flatMap(\.entries)
    let words = entries.compactMap { entry -> (Question.ID, ReleasedVote.Word)? in
        guard case .votes(let word?, _, _) = session.releasedVote(on: entry.question, for: purpose) else {
            return nil
        }
        return (entry.question, word)
    }
    let apart = words.filter { $0.1 != .together }
    return QualityLine(
        test: .shared, area: nil,
        value: words.isEmpty ? nil : Double(words.count - apart.count) / Double(words.count),
        found: apart.map { .question($0.0) })
}

private func evidenced(_ parts: [Part]) -> [QualityLine] {
    lines(.evidenced, parts) { part in
        let ratings = part.entries.filter { $0.isMet != nil }
        return (
            ratings.count { !$0.evidence.isEmpty }, ratings.count,
            ratings.filter { $0.isMet == true && $0.evidence.isEmpty }.map { .question($0.question) }
        )
    }
}

private func known(_ parts: [Part]) -> [QualityLine] {
    lines(.known, parts) { part in
        let open = part.entries.filter { $0.response == .dontKnow }
        return (open.count, part.entries.count, open.map { .question($0.question) })
    }
}

private func complete(_ parts: [Part]) -> [QualityLine] {
    lines(.complete, parts) { part in
        let open = part.entries.filter { $0.response == nil }
        return (part.entries.count - open.count, part.entries.count, open.map { .question($0.question) })
    }
}

/// A line over all areas, which adds them up, and one for each.
private func lines(
    _ test: QualityLine.Test, _ parts: [Part],
    measure: (Part) -> (count: Int, of: Int, found: [QualityLine.Found])
) -> [QualityLine] {
    let measures = parts.map(measure)
    let whole = QualityLine(
        test: test, area: nil,
        value: share(measures.map(\.count).reduce(0, +), of: measures.map(\.of).reduce(0, +)),
        found: measures.flatMap(\.found))
    return [whole]
        + zip(parts, measures).map { part, measure in
            QualityLine(
                test: test, area: part.area, value: share(measure.count, of: measure.of),
                found: measure.found)
        }
}

private func triangulated(_ parts: [Part]) -> [QualityLine] {
    let areas = parts.filter { $0.canBeTriangulated && $0.entries.contains(where: \.isSeen) }.map { part in
        var kinds: Set<Evidence.Kind> = []
        for entry in part.entries where entry.response != nil { kinds.formUnion(entry.evidence.map(\.kind)) }
        let lacking = QualityLine.Side.allCases.filter { !$0.isCovered(by: kinds) }
        return QualityLine(
            test: .triangulated, area: part.area, value: lacking.isEmpty ? 1 : 0,
            found: lacking.map { .lacking($0) })
    }
    return [overall(.triangulated, areas)] + areas
}

private func balanced(
    _ parts: [Part], _ session: SessionState, _ responses: [Question.ID: Response], _ asked: AskedQuestions
) -> [QualityLine] {
    let areas = parts.map { part in
        let hasStrengths = part.entries.contains(where: \.hasStrengths)
        let hasConcerns = part.entries.contains(where: \.hasConcerns)
        let value: Double? = hasStrengths || hasConcerns ? (hasStrengths && hasConcerns ? 1 : 0) : nil
        let found: [QualityLine.Found] =
            value == 0 ? [.missing(hasStrengths ? .concerns : .strengths)] : []
        return QualityLine(test: .balanced, area: part.area, value: value, found: found)
    }
    let uncovered = Oversight.Power.allCases.filter { power in
        guard let oversight = session.questionnaire.oversight else { return false }
        return !oversight.questions(on: power).contains { id in
            guard asked.contains(id), case .given? = responses[id] else { return false }
            return true
        }
    }
    var whole = overall(.balanced, areas)
    whole.found += uncovered.map { .power($0) }
    return [whole] + areas
}

/// How far the own ratings of peer reviewers are from those of the authority: the mean of the levels between them.
private func challenged(_ parts: [Part], _ session: SessionState) -> [QualityLine] {
    func line(_ area: Area.ID?, _ entries: [Entry]) -> QualityLine {
        let gaps = entries.flatMap { entry in
            session.reviews.flatMap(\.review.entries).filter { $0.question == entry.question }.compactMap {
                review in
                guard case .rating(let peer)? = review.own, case .given(.rating(let own))? = entry.response
                else { return Int?.none }
                return abs(peer - own)
            }
        }
        return QualityLine(
            test: .challenged, area: area, value: share(gaps.reduce(0, +), of: gaps.count), found: [])
    }
    guard !session.reviews.isEmpty else { return [line(nil, [])] }
    return [line(nil, parts.flatMap(\.entries))] + parts.map { line($0.area, $0.entries) }
}

/// The share of areas that pass, of those with something to measure.
private func overall(_ test: QualityLine.Test, _ areas: [QualityLine]) -> QualityLine {
    let measured = areas.filter { $0.value != nil }
    let passing = measured.filter { $0.value == 1 }
    return QualityLine(
        test: test, area: nil, value: share(passing.count, of: measured.count),
        found: measured.filter { $0.value != 1 }.compactMap { $0.area.map { .area($0) } })
}

private func share(_ count: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(count) / Double(whole)
}

extension QualityLine.Side {
    /// Whether evidence of these kinds has what this asks for.
    fileprivate func isCovered(by kinds: Set<Evidence.Kind>) -> Bool {
        switch self {
        case .threeKinds: kinds.count >= kindsNeeded
        case .closeToChildren: !kinds.isDisjoint(with: [.frontline, .childrenAndFamilies])
        case .outside: !kinds.isDisjoint(with: [.partners, .inspection, .peers])
        }
    }
}
