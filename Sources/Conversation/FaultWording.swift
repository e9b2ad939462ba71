import Evaluation
import FoundationEssentials
import Glibc
import Reports
package import SessionFiles
import Sessions

extension PerformFault {
    /// Why nothing was saved, in words.
    var wording: Wording {
        switch self {
        case .rejected(let rejection): rejection.wording
        case .notSaved(let fault): fault.wording
        }
    }
}

extension JournalFault {
    /// The fault in words.
    package var wording: Wording {
        switch self {
        case .file(let error): error.wording
        case .notAFile(let path): Wording("`\(path.visible)` is not a regular file")
        case .notAFolder(let path): Wording("`\(path.visible)` is not a folder")
        case .locked(let path):
            Wording(
                "the session is open somewhere else: `\(path.visible)`",
                hint: "leave it there first; canary show and canary evaluate can read it meanwhile")
        case .empty(let path): Wording("`\(path.visible)` is empty, so it is no session")
        case .foreign(let path): Wording("`\(path.visible)` is not a session of Canary")
        case .otherVersion(let path, let format):
            Wording(
                "`\(path.visible)` is of the format \(format.visible), which this version does not know",
                hint: "use the version of Canary that wrote it, or a newer one")
        case .damaged(let path, let line, let offset, let damage):
            Wording(
                "`\(path.visible)` is damaged in line \(line), at byte \(offset): \(damage.inWords)",
                hint: "nothing was changed; restore the file from a backup")
        case .missingInstrument(let path, let pin):
            Wording(
                "the session needs \(pin.id.visible) \(pin.version.visible), which is not at `\(path.visible)`",
                hint: "put the folder `instruments` back beside the session")
        case .damagedInstrument(let path, let pin):
            Wording(
                "`\(path.visible)` is not \(pin.id.visible) \(pin.version.visible), which the session needs",
                hint: "restore the file from a backup")
        case .unpinned(let pin): Wording("\(pin.id.visible) has no SHA-256 to be pinned by")
        case .changed(let path, let change):
            Wording(
                "`\(path.visible)` \(change.inWords) while it was open; nothing was written to it",
                hint: "leave, look at the file, and resume the session")
        case .notAppended(let error, let cutOff):
            Wording(
                "the answer was not saved: \(error.wording.message)",
                hint: cutOff
                    ? "everything before it is safe; make room or mend the disk, then answer again"
                    : "leave, mend the disk and resume the session to see what is on it")
        case .stopped(let path):
            Wording(
                "nothing more can be saved to `\(path.visible)` after the last fault",
                hint: "leave, mend the disk and resume the session")
        case .unwritable(let path, let type):
            Wording("this is too much to be saved in `\(path.visible)` at once (\(type.visible))")
        case .noFreeName(let folder): Wording("no free name for a session in `\(folder.visible)`")
        }
    }
}

extension FolderFault {
    /// The fault in words.
    package var wording: Wording {
        switch self {
        case .file(let error): error.wording
        case .noSuchSession(let name):
            Wording("there is no session `\(name.visible)`", hint: "canary list shows the sessions")
        case .ambiguous(let name, let matches):
            Wording(
                "`\(name.visible)` fits \(matches.count) sessions: "
                    + listed(matches.map { "\($0.id) (\($0.title?.visible ?? "unreadable"))" }),
                hint: "use the whole id")
        case .noHome:
            Wording(
                "there is no folder for sessions: neither HOME nor XDG_DATA_HOME is set",
                hint: "name one with --sessions DIR")
        }
    }
}

extension FileError {
    /// The error in words.
    package var wording: Wording {
        let what =
            switch operation {
            case .open: "cannot open"
            case .create: "cannot make"
            case .read, .status: "cannot read"
            case .write, .truncate: "cannot write to"
            case .sync, .syncFolder: "cannot make durable"
            case .lock: "cannot lock"
            case .rename: "cannot rename"
            case .remove: "cannot remove"
            case .list: "cannot list"
            case .makeFolder: "cannot make the folder"
            }
        return Wording("\(what) `\(path.visible)`: \(systemWords(code))", hint: hint)
    }

    private var hint: String? {
        switch code {
        case EACCES, EPERM: "look at the permissions of the folder, or choose another with --sessions DIR"
        case EROFS: "the disk is read-only; choose another folder with --sessions DIR"
        case ENOSPC, EDQUOT: "make room on the disk and try again"
        case ELOOP: "a symbolic link is not followed; name the file itself"
        default: nil
        }
    }
}

extension TooEntangled {
    /// The fault in words.
    package var wording: Wording {
        Wording(
            "the rules and the open questions are too entangled to say exactly what is possible",
            hint: "answer more questions, or split the framework's tables")
    }
}

/// The system's words for an `errno`.
package func systemWords(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such file or folder"
    case EROFS: "the disk is read-only"
    case EIO: "the disk reports an error"
    case EEXIST: "the name is taken"
    case ENOTDIR: "part of the path is not a folder"
    case EISDIR: "it is a folder"
    case EFBIG: "the file is too large"
    case ELOOP: "it is a symbolic link"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    default: "system error \(code)"
    }
}

extension JournalFault.Change {
    fileprivate var inWords: String {
        switch self {
        case .missing: "was moved or removed"
        case .replaced: "was replaced by another file"
        case .shorter: "lost its end"
        case .longer: "was written to by somebody else"
        }
    }
}

extension Damage {
    fileprivate var inWords: String {
        switch self {
        case .layout: "it is not laid out as a line of a session"
        case .tooLong: "it is too long"
        case .chain: "its checksum does not follow from the line before"
        case .digest: "its content does not fit its checksum"
        case .number(let expected, let found): "it is numbered \(found) where \(expected) should stand"
        case .time: "it is dated before the line before"
        case .notStarted: "the session does not start there"
        case .startedAgain: "a session starts again in the middle"
        case .removed(let type): "content of the kind \(type.visible) cannot be removed"
        case .body(let type, let problem): "the content of a \(type.visible) line \(problem.inWords)"
        }
    }
}

extension BodyProblem {
    fileprivate var inWords: String {
        switch self {
        case .malformed(let offset): "is not JSON at byte \(offset)"
        case .missing(let key): "lacks `\(key.visible)`"
        case .unfitting(let key): "has an unfitting `\(key.visible)`"
        case .unknown(let key): "has an unknown `\(key.visible)`"
        }
    }
}

extension FormatFault {
    /// The fault in words.
    package var wording: Wording {
        switch self {
        case .encoding(let details): Wording("the report cannot be written as JSON: \(details)")
        case .noProblems:
            Wording(
                "this questionnaire records no problems, so there is no map",
                hint: "choose markdown or json")
        case .problemsNotShown:
            Wording(
                "a public report shows no single problems, so there is no map",
                hint: "choose the audience reviewers or full")
        }
    }
}
