/// A review as it is on file.
package struct FiledReview: Equatable, Sendable {
    /// Its number, from 1, in the order of filing; it stays, whatever becomes of other reviews.
    package let number: Int
    /// What the reviewer found.
    package let review: Review
    /// Whether it counts.
    package internal(set) var state = State.counts

    /// Whether a review counts, or why it does not.
    package enum State: Equatable, Sendable {
        case counts
        /// A later one of the same reviewer took its place; that one's number.
        case replaced(by: Int)
        /// The authority took it back.
        case withdrawn
    }
}

/// What somebody who files a review says of it, where the file does not tell.
package struct ReviewFiling: Equatable, Sendable {
    /// Whose place it takes.
    package var place: Place
    /// Whether it may be of a report that the session's history does not have.
    package var allowsOtherPack: Bool

    /// Whose place a review takes.
    package enum Place: Equatable, Sendable {
        /// That of an earlier one of the same reviewer, where it is certain that there is one.
        case asFound
        /// That of the review with this number.
        case of(Int)
        /// Nobody's: it is another reviewer's.
        case another
    }

    /// A filing with all its fields.
    package init(place: Place = .asFound, allowsOtherPack: Bool = false) {
        self.place = place
        self.allowsOtherPack = allowsOtherPack
    }
}

extension SessionState {
    /// The reviews that count, in the order of filing.
    package var reviews: [FiledReview] { filedReviews.filter { $0.state == .counts } }

    /// The review with a number; nil where there is none.
    package func filedReview(_ number: Int) -> FiledReview? {
        filedReviews.indices.contains(number - 1) ? filedReviews[number - 1] : nil
    }

    /// Looks which review a filing takes the place of, before anything is filed.
    ///
    /// - Parameter command: the filing.
    /// - Returns: the number of the review; nil for none.
    /// - Throws: why the filing is refused.
    package func placeTaken(by command: SessionCommand) throws(Rejection) -> Int? {
        for event in try decide(command, self, now: lastAt) {
            if case .reviewFiled(_, let replaced) = event.what { return replaced }
        }
        return nil
    }

    /// The number of the review whose place a new one takes; nil for none.
    ///
    /// - Throws: that it is on file already, is of another report, or may be of a reviewer who is on file and nobody
    ///   says so.
    func replaced(by review: Review, _ filing: ReviewFiling) throws(Rejection) -> Int? {
        // The one that still counts, else the last that came: a file can be on file more than once.
        let alike = filedReviews.filter { $0.review.isSame(as: review) }
        if let same = alike.last(where: { $0.state == .counts }) ?? alike.last {
            switch same.state {
            case .counts: throw .reviewedAlready(same.number)
            // A reviewer may come back to what they said before; somebody has to say so.
            case .replaced(let later):
                if case .of = filing.place { break }
                // Where what took its place was taken back, nothing is left to take the place of.
                let last = last(after: later)
                guard filedReview(last)?.state == .withdrawn else {
                    throw .reviewReplaced(same.number, by: later)
                }
                guard filing.place == .another else { throw .reviewWithdrawn(last) }
            case .withdrawn:
                guard filing.place == .another else { throw .reviewWithdrawn(same.number) }
            }
        }
        // Digits can be changed by hand; two reviewers who say just the same are so only where somebody says it.
        if filing.place == .asFound, let same = reviews.last(where: { $0.review.saysTheSame(as: review) }) {
            throw .reviewSaysTheSame(same.number)
        }
        guard filing.allowsOtherPack || releases.contains(where: { $0.release.pack == review.pack }) else {
            throw .otherPack(review.pack, known: releases.map(\.release.pack))
        }
        switch filing.place {
        case .another: return nil
        case .of(let number): return try counting(number)
        case .asFound: return try found(review)
        }
    }

    /// The number of the review that took the place of all between.
    private func last(after number: Int) -> Int {
        var last = number
        while case .replaced(let later)? = filedReview(last)?.state { last = later }
        return last
    }

    /// The number of a review that counts.
    func counting(_ number: Int) throws(Rejection) -> Int {
        guard let filed = filedReview(number) else { throw .noSuchReview(number, of: filedReviews.count) }
        switch filed.state {
        case .counts: return number
        case .replaced(let later): throw .reviewReplaced(number, by: later)
        case .withdrawn: throw .reviewWithdrawn(number)
        }
    }

    /// The earlier review of the same reviewer; one that only may be is never taken for it.
    private func found(_ review: Review) throws(Rejection) -> Int? {
        let known = reviews.filter { $0.review.reviewer != nil && $0.review.reviewer == review.reviewer }
        if !known.isEmpty {
            guard known.count == 1, let earlier = known.first, earlier.review.isOfSameRole(as: review),
                earlier.review.pack == review.pack, review.date >= earlier.review.date
            else { throw .reviewerUnclear(known.map(\.number)) }
            return earlier.number
        }
        let alike = reviews.filter {
            ($0.review.reviewer == nil || review.reviewer == nil) && $0.review.pack == review.pack
                && $0.review.isOfSameRole(as: review)
        }
        guard alike.isEmpty else { throw .reviewerUnclear(alike.map(\.number)) }
        return nil
    }
}

extension Review {
    /// Whether both are one review, in whatever bytes they came and of whatever day; the same words of two reviewers
    /// are not.
    func isSame(as other: Review) -> Bool {
        if id == other.id { return true }
        if let reviewer, let another = other.reviewer, reviewer != another { return false }
        return saysTheSame(as: other)
    }

    /// Whether both say the same of the same report in the same role, whoever said it and when.
    fileprivate func saysTheSame(as other: Review) -> Bool {
        pack == other.pack && isOfSameRole(as: other) && findings == other.findings
    }

    /// Whether both are given in one role; capitals and spaces make no difference.
    fileprivate func isOfSameRole(as other: Review) -> Bool { role.plainWords == other.role.plainWords }

    /// The entries that say something, in the order of asking, without the white space around their words.
    private var findings: [Entry] {
        entries.map { entry in
            Entry(
                question: entry.question, verdict: entry.verdict, own: entry.own,
                comment: entry.comment.plainLines, seen: entry.seen.plainLines, test: entry.test.plainLines)
        }.filter { entry in
            entry.verdict != .notLookedAt || entry.own != nil
                || [entry.comment, entry.seen, entry.test].contains { !$0.isEmpty }
        }
    }
}

extension String {
    /// The words in lower case, each a space from the next.
    fileprivate var plainWords: String {
        lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The lines as every program that stores them leaves them.
    fileprivate var plainLines: String {
        let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
    }
}
