/// What one press of Tab does.
///
/// - A single candidate replaces the word before the cursor.
/// - Several replace it by what they all begin with, where that is longer than the word.
/// - Else they are listed.
enum CompletionStep: Equatable {
    case nothing
    case replace(scalars: Int, with: String)
    case list([Completion])

    init(before: String, after: String, candidates: [Completion]) {
        let word = Completion.word(endingAt: before)
        let scalars = word.unicodeScalars.count
        guard let first = candidates.first else {
            self = .nothing
            return
        }
        if candidates.allSatisfy({ $0.text == first.text }) {
            let space = first.endsWord && !after.hasPrefix(" ") ? " " : ""
            self = .replace(scalars: scalars, with: first.text + space)
            return
        }
        let shared = candidates.dropFirst().reduce(Substring(first.text)) { prefix, candidate in
            prefix.commonPrefix(with: candidate.text)
        }
        if shared.count > word.count {
            self = .replace(scalars: scalars, with: String(shared))
        } else {
            self = .list(candidates)
        }
    }
}

extension Substring {
    /// The characters that both begin with.
    fileprivate func commonPrefix(with other: String) -> Substring {
        prefix(zip(self, other).prefix { $0 == $1 }.count)
    }
}
