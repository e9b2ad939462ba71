/// Something that is counted from time to time, which shows whether the plan works.
package struct Measure: Equatable, Sendable {
    /// Its name in the session, such as `M1`; empty where the session still has to give it one.
    package var id: String
    /// What is counted.
    package var name: String
    /// What it is counted in, such as `%` or `days`; nil where nobody said.
    package var unit: String?
    /// Where the figures are from; nil where nobody said.
    package var source: String?
    /// What was counted, oldest first, one value a day.
    package var values: [Value]
    /// What the values are compared with; nil where nobody said.
    package var comparator: Comparator?

    /// What was counted for a day.
    package struct Value: Equatable, Sendable {
        /// The day.
        package var day: CalendarDate
        /// How much it was, in the measure's unit.
        package var number: Double

        /// A value of a day.
        package init(day: CalendarDate, number: Double) {
            self.day = day
            self.number = number
        }
    }

    /// What values are compared with.
    package struct Comparator: Equatable, Sendable {
        /// What it is, such as `England`.
        package var name: String
        /// How much it is there, in the measure's unit.
        package var number: Double

        /// A comparator with all its fields.
        package init(name: String, number: Double) {
            self.name = name
            self.number = number
        }
    }

    /// A measure with all its fields.
    package init(
        id: String = "", name: String, unit: String? = nil, source: String? = nil, values: [Value] = [],
        comparator: Comparator? = nil
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.source = source
        self.values = values
        self.comparator = comparator
    }

    /// How many measures a plan has at most: what nobody can keep up shows nothing.
    package static let most = 12
    /// How many values a measure has at most: one a month for ten years.
    package static let mostValues = 120
    /// How large a value is at most, above or below 0.
    package static let largest = 1e12
}

extension Measure {
    /// The number in its name; nil where the name is none that a session gives.
    package var number: Int? { Self.number(of: id) }

    /// The number in a name such as `M2`; nil where it is none.
    package static func number(of name: String) -> Int? {
        guard name.first == "M" || name.first == "m" else { return nil }
        // But for the letter, a measure is named as an action is.
        return Action.number(of: "A\(name.dropFirst())")
    }

    /// The measure with the value of a day, in place of an earlier one of that day.
    package func counting(_ number: Double, on day: CalendarDate) -> Measure {
        var measure = self
        measure.values.removeAll { $0.day == day }
        measure.values.append(Value(day: day, number: number))
        measure.values.sort { $0.day < $1.day }
        return measure
    }

    /// The measure with something done to each of its texts; of one whose name was taken out, the figures go, too, since they
    /// are of nothing any more.
    func mappingWords(_ change: (String) -> String) -> Measure {
        func changed(_ text: String?) -> String? {
            text.map(change).flatMap { $0 == .removedWords ? nil : $0 }
        }
        var measure = self
        measure.name = change(name)
        measure.unit = changed(unit)
        measure.source = changed(source)
        measure.comparator = comparator.flatMap { comparator in
            changed(comparator.name).map { Comparator(name: $0, number: comparator.number) }
        }
        if measure.name == .removedWords { measure.values = [] }
        return measure
    }
}

extension SessionState {
    /// The measure of a name; nil where there is none.
    package func measure(named name: String) -> Measure? {
        guard let number = Measure.number(of: name) else { return nil }
        return measures.first { $0.number == number }
    }

    /// Puts a measure in the place of the one of its name, or behind the others.
    mutating func put(_ measure: Measure) {
        measuresGiven = max(measuresGiven, measure.number ?? 0)
        if let index = measures.firstIndex(where: { $0.id == measure.id }) {
            measures[index] = measure
        } else {
            measures.append(measure)
        }
    }

    /// A measure as it is put into the plan: with a name of its own, and with words where it has some.
    func settable(_ measure: Measure) throws(Rejection) -> Measure {
        for text in [measure.name, measure.unit, measure.source, measure.comparator?.name].compactMap(\.self)
        {
            _ = try filled(text)
        }
        guard measure.values.count <= Measure.mostValues else {
            throw .valuesFull(measure.id, most: Measure.mostValues)
        }
        if let other = measures.first(where: { $0.id != measure.id && $0.measuresSame(as: measure) }) {
            throw .measuredAlready(other.id)
        }
        guard measure.id.isEmpty else { return try changed(measure) }
        if let signOff { throw .signedOff(role: signOff.role, at: signOff.at) }
        guard measures.count < Measure.most else { throw .measuresFull(most: Measure.most) }
        var measure = measure
        measure.id = "M\(measuresGiven + 1)"
        return measure
    }

    private func changed(_ measure: Measure) throws(Rejection) -> Measure {
        guard let held = self.measure(named: measure.id) else { throw .noSuchMeasure(measure.id) }
        var measure = measure
        measure.id = held.id
        guard measure != held else { throw .nothingToChange(held.id) }
        if let signOff {
            // What was signed off stays as it says; what is counted later is known later.
            var before = measure
            before.values = measure.values.filter(held.values.contains)
            guard before == held else { throw .signedOff(role: signOff.role, at: signOff.at) }
        }
        return measure
    }
}

extension Measure {
    /// Whether both are called the same; capitals make no difference.
    fileprivate func measuresSame(as other: Measure) -> Bool {
        name.lowercased() == other.name.lowercased()
    }
}
