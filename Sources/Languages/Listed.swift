/// The word before the last item of a list.
package enum Junction: Sendable {
    case and
    case or
}

/// `a`, `a and b`, `a, b and c`; items that hold such a word or a comma are kept apart by semicolons.
package func listed(_ items: [String], with junction: Junction = .and) -> String {
    guard let first = items.first, let last = items.last, items.count > 1 else { return items.first ?? "" }
    let marks = [comma("", ""), joined("", "", .and), joined("", "", .or)]
        .map { $0.last == " " && $0.first != " " ? String($0.dropLast()) : $0 }
    let isBusy = items.contains { item in marks.contains { item.contains($0) } }
    let start = items.dropFirst().dropLast().reduce(first) { isBusy ? semicolon($0, $1) : comma($0, $1) }
    return isBusy ? joinedApart(start, last, junction) : joined(start, last, junction)
}

private func comma(_ start: String, _ next: String) -> String {
    local("\(start), \(next)", context: "list")
}

private func semicolon(_ start: String, _ next: String) -> String {
    local("\(start); \(next)", context: "list")
}

private func joined(_ start: String, _ last: String, _ junction: Junction) -> String {
    switch junction {
    case .and: local("\(start) and \(last)", context: "list")
    case .or: local("\(start) or \(last)", context: "list")
    }
}

private func joinedApart(_ start: String, _ last: String, _ junction: Junction) -> String {
    switch junction {
    case .and: local("\(start); and \(last)", context: "list")
    case .or: local("\(start); or \(last)", context: "list")
    }
}
