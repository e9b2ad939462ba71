import Escaping
package import Evaluation
import Instruments
import Languages
import Reports
package import Sessions

extension AssumedAnswer {
    /// Understands several assumptions, each on another question; words without an equals sign belong to the answer
    /// before them: `caseloads=Not in place`.
    ///
    /// - Parameters:
    ///   - texts: what was written, in pieces.
    ///   - session: the session that they speak of.
    /// - Returns: the assumptions, in that order.
    /// - Throws: what is wrong with one of them, in words.
    package static func all(
        _ texts: [String], in session: SessionState
    ) throws(ErrorDescription) -> [AssumedAnswer] {
        var pieces: [String] = []
        for text in texts {
            if pieces.isEmpty || text.contains("=") {
                pieces.append(text)
            } else {
                pieces[pieces.count - 1] += " \(text)"
            }
        }
        var assumed: [AssumedAnswer] = []
        for piece in pieces {
            let next = try AssumedAnswer(piece, in: session)
            guard !assumed.contains(where: { $0.question == next.question }) else {
                throw ErrorDescription(
                    local("`\(next.question)` is assumed twice"), hint: local("name each question once"))
            }
            assumed.append(next)
        }
        return assumed
    }

    /// Understands `QUESTION=ANSWER`, with the words that answer sheets take.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - session: the session that it speaks of.
    /// - Throws: what is wrong with it, in words.
    package init(_ text: String, in session: SessionState) throws(ErrorDescription) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let answer = parts.last else {
            throw ErrorDescription(
                local("`\(text.visible)` is no assumption"),
                hint: local("write QUESTION=ANSWER, such as capacity-to-deliver.caseloads=3"))
        }
        let question: Question
        do throws(NoSuchQuestion) {
            question = try session.question(named: String(name).trimmed)
        } catch {
            throw error.errorDescription
        }
        do throws(Misfit) {
            let words = String(answer).trimmed
            self.init(
                question: question.id, from: session.response(to: question.id),
                to: words == "?"
                    ? .dontKnow : try Response(Self.written(words, for: question.kind), for: question.kind))
        } catch {
            throw ErrorDescription(
                "`\(question.id)`: \(error.errorDescription.message)", hint: question.kind.assumable)
        }
    }

    /// A value, or the options of a question that takes several.
    private static func written(_ words: String, for kind: AnswerKind) -> AnswerSheet.Written {
        // A level may be named, as the screen has it.
        if case .rating(let rating) = kind,
            let level = rating.scale.levels.firstIndex(where: { $0.lowercased() == words.lowercased() })
        {
            return .value("\(level + 1)")
        }
        guard case .choices = kind, words != Response.dontKnowWord else { return .value(words) }
        return .list(words.split(separator: ",").map { String($0).trimmed })
    }
}

extension AnswerKind {
    /// What can be assumed of a question of this kind.
    fileprivate var assumable: String {
        let values: [String] =
            switch self {
            case .rating(let rating):
                (1...max(rating.scale.levels.count, 1)).map(String.init) + rating.scale.levels
            case .yesNo: ["yes", "no"]
            case .choice(let options), .choices(let options): options.map(\.id.text)
            case .number: [local("a number")]
            case .date: [local("a date such as 2026-11-21")]
            case .text: [local("some words")]
            }
        return local("write \(listed(values + [Response.dontKnowWord], with: .or))")
    }
}

extension ErrorDescription: Error {}
