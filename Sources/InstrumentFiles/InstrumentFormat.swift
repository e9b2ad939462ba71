import Instruments

/// What the `format` of an instrument's file says it holds.
package enum InstrumentFormat: String, Sendable, CaseIterable {
    case questionnaire = "canary-questionnaire/1"
    case framework = "canary-framework/1"
    case cases = "canary-cases/1"
}

extension Document {
    /// What is wrong with the `format` of a file that has not one of those wanted.
    func formatFault(
        of file: String, known: [InstrumentFormat] = InstrumentFormat.allCases
    ) -> Fault {
        guard let text = text("format") else {
            return Fault(file: file, place: root.place, .missingKey("format"))
        }
        let place = SourceLocations(root).place(of: ["format"])
        return Fault(file: file, place: place, .unknownFormat(text, known: known.map(\.rawValue)))
    }
}
