import ArgumentParser
import Conversation
import InstrumentFiles
import Instruments
import Languages

// The program's sentences are translated by `Languages/LANGUAGE.po` in the folder of questionnaires.

extension SharedOptions {
    /// The catalogue of the language that the options, or else the environment, ask for; nil for English.
    ///
    /// - Parameter warn: told what is wrong with a file that only the environment asks for, and where; the
    ///   program goes on in English then.
    /// - Returns: nil also where there is no translation.
    /// - Throws: what is wrong with the file of a language that `--lang` asks for.
    func catalogue(
        orWarn warn: (ErrorDescription, _ place: String?) -> Void
    ) throws(CommandFault) -> Catalogue? {
        if let lang { return try catalogue(of: lang) }
        guard let wanted = LanguageCode(environment: Surroundings.environment) else { return nil }
        do throws(CommandFault) {
            return try catalogue(of: wanted)
        } catch {
            let hint = "Canary goes on in English; mend the file, or ask for English by --lang en"
            warn(ErrorDescription(error.errorDescription.message, hint: hint), error.place)
            return nil
        }
    }

    /// The language that the options, or else the environment, ask for, with the program's sentences in it.
    var localization: Localization {
        let code = lang ?? LanguageCode(environment: Surroundings.environment)
        return Localization(language: code.map(Language.init), catalogue: Catalogue.current)
    }

    /// A language by its code; nil for what is no code. A file of translations that is broken counts for none.
    func localization(_ code: String) -> Localization? {
        LanguageCode(code).map { Localization(language: Language($0), catalogue: try? catalogue(of: $0)) }
    }

    /// The catalogue of a language; nil for English, and where there is none.
    ///
    /// - Throws: what is wrong with its file.
    func catalogue(of code: LanguageCode) throws(CommandFault) -> Catalogue? {
        let library = InstrumentLibrary.chosen(
            option: questionnaires, environment: Surroundings.environment)
        guard let library, !code.isEnglish else { return nil }
        for name in code.fileNames {
            guard let source = try Self.source("\(library.folder)/Languages/\(name).po") else { continue }
            return try attempt({ () throws(CatalogueFault) in
                try Catalogue(source.bytes, file: source.name, language: code.language)
            }) { .catalogue($0) }
        }
        return nil
    }

    /// A file; nil where there is none of that name.
    private static func source(_ path: String) throws(CommandFault) -> SourceFile? {
        do throws(Fault) {
            return try SourceFile(path: path)
        } catch {
            if case .fileMissing = error.payload { return nil }
            throw .faults(Faults([error]))
        }
    }
}

extension Language {
    /// The language whose texts a code asks for.
    fileprivate init(_ code: LanguageCode) { self.init(code.text.replacing("_", with: "-")) }
}

extension LanguageCode: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
