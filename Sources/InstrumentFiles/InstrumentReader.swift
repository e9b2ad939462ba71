package import Instruments

/// Reads a file that may hold an instrument of either kind, or cases for one.
package enum InstrumentReader {
    /// What came of reading a file.
    package enum Result: Sendable {
        case questionnaire(Reading<Questionnaire>)
        case framework(Reading<Framework>)
        case cases(Reading<CaseFile>)
        /// The file is no instrument: no YAML, or of no format known here.
        case neither([Fault])

        /// The file's faults.
        package var faults: [Fault] {
            switch self {
            case .questionnaire(let reading): reading.faults
            case .framework(let reading): reading.faults
            case .cases(let reading): reading.faults
            case .neither(let faults): faults
            }
        }
    }

    /// Reads a file as what its `format` says it is.
    ///
    /// - Parameter file: any bytes.
    /// - Returns: the reading of that format, or why there is none.
    package static func read(_ file: SourceFile) -> Result {
        let document: Document
        do {
            document = try Document(file)
        } catch {
            return .neither(error.all)
        }
        switch document.text("format").flatMap(InstrumentFormat.init) {
        case .questionnaire: return .questionnaire(QuestionnaireReader.read(file, document))
        case .framework: return .framework(FrameworkReader.read(file, document))
        case .cases: return .cases(CasesReader.read(file, document))
        case nil: return .neither([document.formatFault(of: file.name)])
        }
    }
}
