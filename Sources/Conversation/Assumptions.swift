package import Evaluation
import Instruments
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
                "`\(text.visible)` is no assumption",
                hint: "write QUESTION=ANSWER, such as capacity-to-deliver.caseloads=3")
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
            throw Wording("`\(question.id)`: \(error.wording.message)", hint: error.wording.hint)
        }
    }

    /// A value, or the options of a question that takes several.
    private static func written(_ words: String, for kind: AnswerKind) -> AnswerSheet.Written {
        guard case .choices = kind, words != Response.dontKnowWord else { return .value(words) }
        return .list(words.split(separator: ",").map { String($0).trimmed })
    }
}

extension Wording: Error {}
