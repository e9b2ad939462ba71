import Escaping
package import Evaluation
import Instruments
import Languages
import Reports
package import Sessions

extension AssumedAnswer {
    /// Understands `QUESTION=ANSWER`, with the words that answer sheets take.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - session: the session that it speaks of.
    /// - Throws: what is wrong with it, in words.
    package init(_ text: String, in session: SessionState) throws(Wording) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let answer = parts.last else {
            throw Wording(
                local("`\(text.visible)` is no assumption"),
                hint: local("write QUESTION=ANSWER, such as capacity-to-deliver.caseloads=3"))
        }
        let question: Question
        do throws(NoSuchQuestion) {
            question = try session.question(named: String(name).trimmed)
        } catch {
            throw error.wording
        }
        do throws(Misfit) {
            let words = String(answer).trimmed
            self.init(
                question: question.id, from: session.response(to: question.id),
                to: words == "?"
                    ? .dontKnow : try Response(Self.written(words, for: question.kind), for: question.kind))
        } catch {
            throw Wording("`\(question.id)`: \(error.wording.message)", hint: question.kind.assumable)
        }
    }

    /// A value, or the options of a question that takes several.
    private static func written(_ words: String, for kind: AnswerKind) -> AnswerSheet.Written {
        guard case .choices = kind, words != Response.dontKnowWord else { return .value(words) }
        return .list(words.split(separator: ",").map { String($0).trimmed })
    }
}

extension AnswerKind {
    /// What can be assumed of a question of this kind.
    fileprivate var assumable: String {
        let values: [String] =
            switch self {
            case .rating(let rating): (1...max(rating.scale.levels.count, 1)).map(String.init)
            case .yesNo: ["yes", "no"]
            case .choice(let options), .choices(let options): options.map(\.id.text)
            case .number: [local("a number")]
            case .date: [local("a date such as 2026-11-21")]
            case .text: [local("some words")]
            }
        return local("write \(listed(values + [Response.dontKnowWord], with: .or))")
    }
}

extension Wording: Error {}
