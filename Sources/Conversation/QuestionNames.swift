import Escaping
package import Instruments
import Languages
import Reports
package import Sessions

extension SessionState {
    /// The question that somebody named: by its id, its short name, or the beginning of either.
    ///
    /// - Throws: which questions exist, where none or several fit.
    package func question(named wanted: String) throws(NoSuchQuestion) -> Question {
        if let question = questionnaire.question(Question.ID(wanted)) { return question }
        let wanted = wanted.lowercased()
        let all = questionnaire.questions
        let short = all.filter { $0.id.shortName == wanted }
        let matches =
            short.isEmpty
            ? all.filter { $0.id.text.hasPrefix(wanted) || $0.id.shortName.hasPrefix(wanted) } : short
        guard let match = matches.first, matches.count == 1, !wanted.isEmpty else {
            throw NoSuchQuestion(
                wanted: wanted, matches: wanted.isEmpty ? [] : matches.map(\.id),
                nearest: questionnaire.questions(nearestTo: wanted))
        }
        return match
    }
}

/// A name that fits no question, or several.
package struct NoSuchQuestion: Error, Equatable, Sendable {
    /// What was asked for.
    package var wanted: String
    /// The questions that it fits.
    package var matches: [Question.ID]
    /// The questions that may have been meant: those of its area, or those spelt most like it.
    package var nearest: [Question.ID]

    /// What is wrong, in words.
    package var errorDescription: ErrorDescription {
        guard matches.isEmpty else {
            return ErrorDescription(
                local("`\(wanted.visible)` fits several questions"),
                hint: local("they are \(listed(matches.map(\.text)))"))
        }
        return ErrorDescription(
            local("there is no question `\(wanted.visible)`"),
            hint: nearest.isEmpty
                ? local("`canary questionnaire show` lists the questions")
                : local("there are \(listed(nearest.map(\.text))); `canary questionnaire show` lists all"))
    }
}

extension Questionnaire {
    /// The areas whose name or title begins so; capitals make no difference, and all begin with nothing.
    package func areas(beginning wanted: String) -> [Area] {
        let wanted = wanted.lowercased()
        return areas.filter { $0.id.text.hasPrefix(wanted) || $0.title.lowercased().hasPrefix(wanted) }
    }

    fileprivate func questions(nearestTo wanted: String) -> [Question.ID] {
        let start = wanted.prefix { $0 != "." }
        if let area = areas.first(where: { $0.id.text == start }) { return area.questions.map(\.id) }
        let short = wanted.split(separator: ".").last.map(String.init) ?? wanted
        return Array(
            questions.map { ($0.id, $0.id.shortName.editDistance(to: short)) }
                .sorted { $0.1 < $1.1 }.prefix(5).map(\.0))
    }
}

extension Identifier<Question> {
    /// The name without its area's.
    fileprivate var shortName: String {
        text.split(separator: ".").last.map(String.init) ?? text
    }
}
