import Languages
package import Sessions

extension MeasureText {
    /// A measure in words.
    package init(_ measure: Measure) {
        self.init(
            id: measure.id, name: measure.name, unit: measure.unit, source: measure.source,
            values: measure.values.map {
                ValueText(day: "\($0.day)", date: $0.day.localizedDescription, number: $0.number)
            },
            change: measure.change,
            comparator: measure.comparator.map { ComparatorText(name: $0.name, number: $0.number) })
    }

    /// What is counted and in what, with where the figures are from.
    var title: String {
        let unit = unit.map { local("\(name), in \($0)") } ?? name
        return source.map { local("\(unit) (from \($0))") } ?? unit
    }

    /// All that is known of it, in sentences.
    package var localizedDescription: String {
        var sentences = [title.withFullStop]
        sentences.append(
            values.isEmpty
                ? local("No value yet.")
                : values.map { local("\($0.date): \(amount($0.number)).") }.joined(separator: " "))
        if let change = changeDescription { sentences.append(local("From first to last: \(change).")) }
        if let comparator {
            sentences.append(local("Compared with \(comparator.name): \(amount(comparator.number))."))
        }
        return sentences.joined(separator: " ")
    }

    /// A number with the measure's unit.
    func amount(_ number: Double) -> String {
        guard let unit else { return grouped(number) }
        return unit == "%" ? "\(grouped(number))%" : "\(grouped(number)) \(unit)"
    }

    /// A value with its day, for a cell.
    func cell(_ value: ValueText?) -> String {
        value.map { local("\(amount($0.number)), \($0.date)") } ?? local("no value yet")
    }

    /// How far the last value is from the first, in words; nil where there are not two.
    var changeDescription: String? {
        change.map { change in
            change == 0
                ? local("no change")
                : change > 0 ? local("up \(grouped(change))") : local("down \(grouped(-change))")
        }
    }
}

extension Measure {
    /// How far the last value is from the first; nil where there are not two.
    fileprivate var change: Double? {
        guard values.count > 1, let first = values.first?.number, let last = values.last?.number else {
            return nil
        }
        // No more places than the values have: 62.3 less 60.1 is 2.2.
        func places(_ number: Double) -> Int {
            digits(number).split(separator: ".").dropFirst().first?.count ?? 0
        }
        let scale = (0..<min(max(places(first), places(last)), 6)).reduce(1.0) { scale, _ in scale * 10 }
        return ((last - first) * scale).rounded() / scale
    }
}

/// A number in digits, those of a thousand and more in groups of three: `12,345.6`.
func grouped(_ number: Double) -> String {
    let parts = digits(number.magnitude).split(separator: ".", maxSplits: 1).map(String.init)
    var whole = ""
    for (index, digit) in (parts.first ?? "").reversed().enumerated() {
        if index > 0, index.isMultiple(of: 3) { whole = "," + whole }
        whole = String(digit) + whole
    }
    return (number < 0 ? "-" : "") + ([whole] + parts.dropFirst()).joined(separator: ".")
}
