extension String {
    /// The text without white space at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// The text up to the first white space, and what follows it without white space at either end.
    var firstWord: (word: String, rest: String) {
        let word = prefix { !$0.isWhitespace }
        return (String(word), String(self[word.endIndex...]).trimmed)
    }

    /// A part in double quotes at the start and what follows it; nil where the text does not start so.
    var firstQuoted: (quoted: String, rest: String)? {
        guard first == "\"" else { return nil }
        let body = dropFirst()
        guard let end = body.firstIndex(of: "\"") else { return nil }
        return (String(body[..<end]).trimmed, String(body[body.index(after: end)...]).trimmed)
    }

    /// The least number of letters to insert, delete, replace or swap with a neighbour to get the other text.
    func editDistance(to other: String) -> Int {
        let left = Array(self)
        let right = Array(other)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let cost = left[row] == right[column] ? 0 : 1
                var best = Swift.min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
                if row > 0 && column > 0 && left[row] == right[column - 1]
                    && left[row - 1] == right[column]
                {
                    best = Swift.min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
