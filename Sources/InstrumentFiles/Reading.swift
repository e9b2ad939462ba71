import Instruments

/// What came of reading a file.
package struct Reading<Value: Sendable>: Sendable {
    /// The file's name, as messages call it.
    package let file: String
    /// The name that the instrument gives itself, as it is written; nil for answers, and where there is none.
    package let id: String?
    /// What was read; nil when a fault is an error.
    package let value: Value?
    /// All that is wrong with the file, in its order.
    package let faults: [Fault]
    /// Where its parts stand.
    package let locations: SourceLocations

    init(
        file: String, id: String? = nil, value: Value, faults: [Fault], locations: SourceLocations
    ) {
        self.file = file
        self.id = id
        self.value = faults.contains { $0.severity == .error } ? nil : value
        self.faults = faults
        self.locations = locations
    }

    /// The reading of a file of which nothing can be read.
    init(file: String, unreadable faults: [Fault]) {
        self.file = file
        id = nil
        value = nil
        self.faults = faults
        locations = SourceLocations(nil)
    }
}

extension [InstrumentFlaw] {
    /// The faults among them that no part of a file shows by itself; all others are found where they stand.
    func tooDeep(in file: String) -> [Fault] {
        lazy.compactMap { flaw in
            guard case .tooDeep(let limit) = flaw else { return nil }
            return Fault(file: file, place: nil, .tooDeep(limit: limit))
        }.prefix(1).map(\.self)
    }
}
