import BuiltInInstruments
import Conversation
import Escaping
import InstrumentChecks
import InstrumentFiles
import Instruments
import Languages
import Reports
import SessionFiles
import Terminal

extension CommandFault {
    /// What is wrong, and the way out.
    var errorDescription: ErrorDescription {
        switch self {
        case .folder(let fault): fault.errorDescription
        case .journal(let fault): fault.errorDescription
        case .rejected(let rejection, _): rejection.errorDescription
        case .faults(let faults): faults.errorDescription
        case .unsound(let findings, _):
            findings.first.map {
                ErrorDescription($0.message.visible, hint: $0.hint?.visible)
            } ?? ErrorDescription(local("the instrument breaks a rule"))
        case .unknownQuestionnaire(let name, let known):
            ErrorDescription(
                name.isEmpty
                    ? local("start needs the name of a questionnaire")
                    : local("there is no questionnaire `\(name.visible)`"),
                hint: local("there are: \(listed(known.map(\.text)))"))
        case .refused(let errorDescription), .usage(let errorDescription): errorDescription
        case .catalogue(let fault): fault.errorDescription
        case .brokenProgram(let damage):
            ErrorDescription(
                local("the instruments in this program are damaged: \(damage.details)"),
                hint: local("install it again"))
        case .output(.closed): ErrorDescription(local("nobody reads the output any more"))
        case .output(.failed(let code)):
            ErrorDescription(local("the output cannot be written: \(systemWords(code))"))
        case .report(let path, .exists):
            ErrorDescription(
                local("`\(path.visible)` is there already"),
                hint: local("add --force to replace it, or choose another name"))
        case .report(_, .failed(let error)): error.errorDescription
        case .review(_, let fault): fault.errorDescription
        case .preWork(_, let fault): fault.errorDescription
        case .refusedLine(_, let errorDescription), .notSaved(let errorDescription): errorDescription
        case .encoding(let details):
            ErrorDescription(local("the result cannot be written as JSON: \(details)"))
        }
    }

    /// Where it is wrong: a file, perhaps with line and column.
    var place: String? {
        switch self {
        case .rejected(_, let place): return place
        case .faults(let faults):
            guard let fault = faults.all.first else { return nil }
            return fault.file + (fault.place.map { ":\($0.line):\($0.column)" } ?? "")
        case .unsound(let findings, let library):
            guard let finding = findings.first,
                let location = library.location(of: finding.path, in: finding.instrument)
            else { return nil }
            return "\(location.file):\(location.place.line):\(location.place.column)"
        case .review(let path, _), .preWork(let path, _): return path
        case .catalogue(let fault): return fault.file + (fault.line.map { ":\($0)" } ?? "")
        case .refusedLine(let line, _): return local("standard input") + ":\(line)"
        case .folder, .journal, .unknownQuestionnaire, .refused, .usage, .brokenProgram, .output,
            .report, .notSaved, .encoding:
            return nil
        }
    }

    /// The exit status that goes with it.
    var exitStatus: ExitStatus {
        switch self {
        case .folder(let fault): fault.exitStatus
        case .journal(let fault): fault.exitStatus
        case .rejected, .unsound, .unknownQuestionnaire, .refusedLine: .refused
        case .faults(let faults): faults.isUnreadable ? .file : .refused
        case .refused, .catalogue, .review, .preWork: .refused
        case .usage: .usage
        case .brokenProgram, .encoding: .fault
        case .output, .report, .notSaved: .file
        }
    }
}

extension Faults {
    fileprivate var errorDescription: ErrorDescription {
        guard let first = all.first else { return ErrorDescription(local("the file cannot be used")) }
        let question = first.question.map { "`\($0.text.visible)`: " } ?? ""
        let others = all.count - 1
        let more =
            others > 0
            ? " " + plural(others, "(and \(others) more fault)", "(and \(others) more faults)") : ""
        return ErrorDescription(
            question + (first.payload.unreadableDescription ?? FaultWording.message(first).visible) + more,
            hint: FaultWording.hint(first)?.visible)
    }

    /// Whether a file is missing or cannot be read, rather than wrong.
    fileprivate var isUnreadable: Bool {
        switch all.first?.payload {
        case .unreadable, .folderMissing, .fileMissing, .tooLarge: true
        default: false
        }
    }
}

extension Fault.Payload {
    /// Why a file cannot be read, in the language of the screen; nil for what is wrong in it. Whoever sends files need not
    /// read English, while whoever writes instruments and sheets has English words in them.
    fileprivate var unreadableDescription: String? {
        switch self {
        case .fileMissing: local("there is no such file")
        case .unreadable(.notAllowed): local("you are not allowed to read it")
        case .unreadable(.isFolder): local("is a folder")
        case .unreadable(.isDevice): local("is a device, and neither a file nor a pipe")
        case .unreadable(.isSocket): local("is a socket, and neither a file nor a pipe")
        case .unreadable(.other(let number)): local("cannot be read: \(systemWords(number))")
        case .tooLarge(let limit): local("is larger than \(limit / 1_024 / 1_024) MB")
        default: nil
        }
    }
}

extension FolderFault {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .file, .noHome: .file
        case .noSuchSession, .ambiguous: .refused
        }
    }
}

extension JournalFault {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .file, .notAFile, .notAFolder, .locked, .changed, .notAppended, .stopped, .noFreeName: .file
        case .empty, .foreign, .otherVersion, .damaged, .missingInstrument, .damagedInstrument,
            .unsoundInstrument, .sealed, .unreadableSeal, .costlySeal, .unsealed, .wrongPassphrase,
            .laterVersion, .beyondSalvage,
            .notRewritten, .tooMuch, .unwritable:
            .refused
        case .sealFailed: .file
        case .unpinned: .fault
        }
    }
}
