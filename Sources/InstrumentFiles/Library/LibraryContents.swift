package import Instruments

/// All that a folder of instruments holds, or that a few files hold.
package struct LibraryContents: Sendable {
    /// A file that holds an instrument.
    private struct Source: Sendable {
        let file: String
        let locations: SourceLocations
    }

    /// The folder's path; empty for files from here and there.
    package let folder: String
    /// The questionnaires without errors, in the order of their files.
    package private(set) var questionnaires: [Questionnaire] = []
    /// The frameworks without errors, in the order of their files.
    package private(set) var frameworks: [Framework] = []
    /// The cases without errors, each with its file, in the order of the files.
    package private(set) var cases: [(file: String, cases: CaseFile)] = []
    /// All that is wrong with the files, in their order.
    package private(set) var faults: [Fault] = []
    private var sources: [InstrumentName: Source] = [:]
    private var broken: [InstrumentName: [Fault]] = [:]

    /// A folder of which nothing is read yet.
    package init(folder: String) {
        self.folder = folder
    }

    /// The questionnaire of that name; nil where no file has it without errors.
    package func questionnaire(_ id: Questionnaire.ID) -> Questionnaire? {
        questionnaires.first { $0.id == id }
    }

    /// The framework of that name; nil where no file has it without errors.
    package func framework(_ id: Framework.ID) -> Framework? {
        frameworks.first { $0.id == id }
    }

    /// Where a part of an instrument stands.
    ///
    /// - Parameters:
    ///   - path: the keys and positions down to the part.
    ///   - instrument: the instrument that it leads into.
    /// - Returns: the file and the place; nil for an instrument that is none of these.
    package func location(
        of path: [PathPart], in instrument: InstrumentName
    ) -> (file: String, place: Place)? {
        sources[instrument].map { ($0.file, $0.locations.place(of: path)) }
    }

    /// A questionnaire with the frameworks that it feeds.
    ///
    /// - Parameters:
    ///   - id: the questionnaire's name.
    ///   - others: frameworks of elsewhere; those here come first.
    /// - Returns: nil when none of the files is of that name.
    /// - Throws: the faults of the questionnaire's file or of a framework's that it feeds, or that a framework
    ///   is nowhere.
    package func instruments(
        for id: Questionnaire.ID, others: [Framework]
    ) throws(Faults) -> InstrumentSet? {
        guard let questionnaire = questionnaire(id) else {
            if let faults = broken[.questionnaire(id)] { throw Faults(faults) }
            return nil
        }
        var fed: [Framework] = []
        for (index, id) in questionnaire.feeds.enumerated() {
            if let framework = framework(id) {
                fed.append(framework)
                continue
            }
            if let faults = broken[.framework(id)] { throw Faults(faults) }
            guard let framework = others.first(where: { $0.id == id }) else {
                let location = location(of: ["feeds", .index(index)], in: .questionnaire(questionnaire.id))
                throw Faults([
                    Fault(
                        file: location?.file ?? folder, place: location?.place,
                        .missingFramework(id.text))
                ])
            }
            fed.append(framework)
        }
        return InstrumentSet(questionnaire: questionnaire, frameworks: fed)
    }
}

extension LibraryContents {
    /// Reads files of either kind; one that cannot be used only adds to the faults.
    package mutating func add(filesAt paths: [String]) {
        for path in paths {
            do {
                add(InstrumentReader.read(try SourceFile(path: path)), of: path)
            } catch {
                add(.neither([error]), of: path)
            }
        }
    }

    /// Adds what came of reading a file.
    package mutating func add(_ result: InstrumentReader.Result, of file: String) {
        faults += result.faults
        switch result {
        case .questionnaire(let reading):
            let name = InstrumentName.questionnaire(Questionnaire.ID(reading.id ?? baseName(of: file)))
            guard let questionnaire = add(reading, as: name) else { return }
            questionnaires.append(questionnaire)
        case .framework(let reading):
            let name = InstrumentName.framework(Framework.ID(reading.id ?? baseName(of: file)))
            guard let framework = add(reading, as: name) else { return }
            frameworks.append(framework)
        case .cases(let reading):
            if let value = reading.value { cases.append((file, value)) }
        case .neither(let faults):
            // No instrument is known by its contents here, so its file's name has to do.
            let name = baseName(of: file)
            broken[.questionnaire(Questionnaire.ID(name))] = faults
            broken[.framework(Framework.ID(name))] = faults
        }
    }

    /// Notes where an instrument stands; nil for one with errors and for a second one of the same name.
    private mutating func add<Value>(_ reading: Reading<Value>, as name: InstrumentName) -> Value? {
        guard let value = reading.value else {
            broken[name] = reading.faults.filter { $0.severity == .error }
            return nil
        }
        if let earlier = sources[name] {
            let payload = Fault.Payload.repeatedInstrument(name.text, file: earlier.file)
            let place = reading.locations.place(of: ["id"])
            faults.append(Fault(file: reading.file, place: place, payload))
            return nil
        }
        sources[name] = Source(file: reading.file, locations: reading.locations)
        return value
    }

    private func baseName(of file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }
}
