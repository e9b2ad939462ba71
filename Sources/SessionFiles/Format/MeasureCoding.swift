import Instruments
import Sessions

// How measures of the plan stand in a journal.

extension Measure {
    /// The measure as bodies have it.
    var json: JSON {
        .members([
            "id": .string(id), "name": .string(name), "unit": unit.map(JSON.string),
            "source": source.map(JSON.string),
            "values": values.isEmpty ? nil : .array(values.map(\.json)), "comparator": comparator?.json,
        ])
    }

    /// Reads a measure of a body.
    ///
    /// - Throws: what of it does not fit.
    init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "measure")
        self.init(
            id: try Self.name(try body.string("id"), under: "id"), name: try body.string("name"),
            unit: try body.optionalString("unit"), source: try body.optionalString("source"),
            values: try body.optional("values")?.elements(under: "values", Value.init(json:)) ?? [],
            comparator: try body.optional("comparator").map(Comparator.init(json:)))
        // One value a day, oldest first, so that one content has one form.
        let isInOrder = zip(values, values.dropFirst()).allSatisfy { $0.day < $1.day }
        guard isInOrder, values.count <= Self.mostValues else { throw .unfitting(key: "values") }
        try body.end()
    }

    /// Reads the name of a measure, which a program made up, so that no words hide there.
    static func name(_ text: String, under key: String) throws(BodyProblem) -> String {
        guard let number = number(of: text), text == "M\(number)" else { throw .unfitting(key: key) }
        return text
    }
}

extension Measure.Value {
    fileprivate var json: JSON { .members(["day": .string("\(day)"), "number": .number(number)]) }

    fileprivate init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "values")
        self.init(
            day: try body.required("day").date(under: "day"),
            number: try body.required("number").measured(under: "number"))
        try body.end()
    }
}

extension Measure.Comparator {
    fileprivate var json: JSON { .members(["name": .string(name), "number": .number(number)]) }

    fileprivate init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "comparator")
        self.init(
            name: try body.string("name"), number: try body.required("number").measured(under: "number"))
        try body.end()
    }
}

extension JSON {
    /// A number that a measure can have.
    fileprivate func measured(under key: String) throws(BodyProblem) -> Double {
        let number = try number(under: key)
        guard number.magnitude <= Measure.largest else { throw .unfitting(key: key) }
        return number
    }
}
