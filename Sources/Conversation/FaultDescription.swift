import Escaping
import Evaluation
import Glibc
import Instruments
import Languages
import Reports
package import SessionFiles
package import Sessions
import Workbooks

extension PerformFault {
    /// Why nothing was saved, in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .rejected(let rejection): rejection.errorDescription
        case .notSaved(let fault): fault.errorDescription
        }
    }
}

extension JournalFault {
    /// The fault in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .file(let error): error.errorDescription
        case .notAFile(let path): ErrorDescription(local("`\(path.visible)` is not a regular file"))
        case .notAFolder(let path): ErrorDescription(local("`\(path.visible)` is not a folder"))
        case .locked(let path, let holder):
            ErrorDescription(
                holder?.localizedDescription(path.visible)
                    ?? local("the session is open somewhere else: `\(path.visible)`"),
                hint: local("leave it there first; canary show and canary evaluate can read it meanwhile"))
        case .sealed(let session):
            ErrorDescription(
                local("the session `\(session.visible)` is sealed with a passphrase"),
                hint: local("type it when you are asked, or give it by --passphrase-fd"))
        case .unreadableSeal(let path):
            ErrorDescription(
                local("the first line of `\(path.visible)` is damaged, or of a newer version of Canary"),
                hint: local("nothing was changed; restore the file from a backup"))
        case .costlySeal(let path, let kdf):
            ErrorDescription(
                local(
                    "the seal of `\(path.visible)` asks for \(kdf.memory / 1_000_000) MB, \(kdf.parallelism) times over, to be opened: more than any that Canary makes"
                ),
                hint: local(
                    "nobody was asked for the passphrase; ask whoever sent the file for the session itself"))
        case .unsealed(let path, let mark):
            ErrorDescription(
                local(
                    "`\(path.visible)` is in the clear, and the session of this name was sealed with a passphrase"
                ),
                hint: local(
                    "restore the sealed file from a backup; where you opened it for good yourself on another machine, remove `\(mark.visible)`"
                ))
        case .wrongPassphrase:
            ErrorDescription(
                local("that is not the passphrase of this session"),
                hint: local("nothing was changed, and you can try as often as you like"))
        case .sealFailed:
            ErrorDescription(
                local("the session cannot be sealed or opened"),
                hint: local("it takes 130 MB of memory; close other programs and try again"))
        case .laterVersion(let path):
            ErrorDescription(
                local("`\(path.visible)` holds events of a later version of Canary"),
                hint: local("use that version"))
        case .beyondSalvage(let path):
            ErrorDescription(
                local("the first line of `\(path.visible)` is damaged, so nobody knows what was asked"),
                hint: local("nothing was changed; restore the file from a backup"))
        case .empty(let path): ErrorDescription(local("`\(path.visible)` is empty, so it is no session"))
        case .foreign(let path): ErrorDescription(local("`\(path.visible)` is not a session of Canary"))
        case .otherVersion(let path, let format):
            ErrorDescription(
                local(
                    "`\(path.visible)` is of the format \(format.visible), which this version does not know"),
                hint: local("use the version of Canary that wrote it, or a newer one"))
        case .damaged(let path, let line, let offset, let damage):
            ErrorDescription(
                local(
                    "`\(path.visible)` is damaged in line \(line), at byte \(offset): \(damage.localizedDescription)"
                ),
                hint: local(
                    "nothing was changed; restore the file from a backup, or see what canary verify --salvage "
                        + "can bring back"))
        case .missingInstrument(let path, let pin):
            ErrorDescription(
                local(
                    "the session needs \(pin.id.visible) \(pin.version.visible) with the SHA-256 \(pin.sha256.visible), and there is no `\(path.visible)`"
                ),
                hint: local(
                    "copy that file from the folder `instruments` where the session was, or name the folder of its YAML, or of that file, with --questionnaires DIR"
                ))
        case .damagedInstrument(let path, let pin):
            ErrorDescription(
                local(
                    "`\(path.visible)` is not \(pin.id.visible) \(pin.version.visible) as the session was pinned to it"
                ),
                hint: local(
                    "put the right file back, from a backup or another copy of the folder `instruments`, or name the folder of its YAML, or of that file, with --questionnaires DIR"
                ))
        case .unsoundInstrument(let path, let pin, let flaw):
            ErrorDescription(
                local(
                    "\(pin.id.visible) \(pin.version.visible), `\(path.visible)`, cannot be used: \(flaw.localizedDescription)"
                ),
                hint: local("ask whoever made it for one that canary questionnaire check accepts"))
        case .unpinned(let pin): ErrorDescription(local("\(pin.id.visible) has no SHA-256 to be pinned by"))
        case .changed(let path, let change):
            ErrorDescription(
                change.localizedDescription(path.visible),
                hint: local("leave, look at the file, and resume the session"))
        case .notAppended(let error, let cutOff):
            ErrorDescription(
                local("the answer was not saved: \(error.errorDescription.message)"),
                hint: cutOff
                    ? local("everything before it is safe; make room or mend the disk, then answer again")
                    : local("leave, mend the disk and resume the session to see what is on it"))
        case .stopped(let path):
            ErrorDescription(
                local("nothing more can be saved to `\(path.visible)` after the last fault"),
                hint: local("leave, mend the disk and resume the session"))
        case .unwritable(let path, let type):
            ErrorDescription(
                local("this is too much to be saved in `\(path.visible)` at once (\(type.visible))"),
                hint: local("nothing was changed; give it in parts"))
        case .notRewritten(let path):
            ErrorDescription(
                local(
                    "`\(path.visible)` could not be written anew so that it reads back, and stays as it was"),
                hint: local("canary verify says what is wrong with it"))
        case .tooMuch(let path, let bound):
            ErrorDescription(
                local("`\(path.visible)` is more than a session can be: \(bound.localizedDescription)"),
                hint: local("nothing was changed; ask whoever sent it for the session itself"))
        case .noFreeName(let folder):
            ErrorDescription(local("no free name for a session in `\(folder.visible)`"))
        }
    }
}

extension FolderFault {
    /// The fault in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .file(let error): error.errorDescription
        case .noSuchSession(let name, let folder, let sealed):
            ErrorDescription(
                local("there is no session `\(name.visible)` in `\(folder.visible)`"),
                hint: sealed == 0
                    ? local("canary list shows the sessions")
                    : plural(
                        sealed,
                        "\(sealed) session there is sealed and known by its id alone, not by its title; canary list shows it",
                        "\(sealed) sessions there are sealed and known by their ids alone, not by their titles; canary list shows them"
                    ))
        case .ambiguous(let name, let matches):
            ErrorDescription(
                plural(
                    matches.count,
                    "`\(name.visible)` fits \(matches.count) sessions: \(localizedDescription(matches))",
                    "`\(name.visible)` fits \(matches.count) sessions: \(localizedDescription(matches))"),
                hint: local("use the whole id"))
        case .noHome:
            ErrorDescription(
                local("there is no folder for sessions: neither HOME nor XDG_DATA_HOME is set"),
                hint: local("name one with --sessions DIR"))
        }
    }
}

/// Names sessions by id and title.
package func localizedDescription(_ sessions: [SessionListing]) -> String {
    listed(sessions.map { "\($0.id) (\($0.title?.visible ?? local("unreadable")))" })
}

extension FileError {
    /// The error in words.
    package var errorDescription: ErrorDescription {
        guard !path.isEmpty else {
            return ErrorDescription(local("the name of the file is empty"), hint: local("name a file"))
        }
        let path = path.visible
        let reason = systemWords(code)
        let message =
            switch operation {
            case .open: local("cannot open `\(path)`: \(reason)")
            case .create: local("cannot make `\(path)`: \(reason)")
            case .read, .status: local("cannot read `\(path)`: \(reason)")
            case .write, .truncate: local("cannot write to `\(path)`: \(reason)")
            case .sync, .syncFolder: local("cannot make durable `\(path)`: \(reason)")
            case .lock: local("cannot lock `\(path)`: \(reason)")
            case .rename: local("cannot put `\(path)` in place: \(reason)")
            case .remove: local("cannot remove `\(path)`: \(reason)")
            case .list: local("cannot list `\(path)`: \(reason)")
            case .limit: local("cannot change the permissions of `\(path)`: \(reason)")
            case .makeFolder: local("cannot make the folder `\(path)`: \(reason)")
            }
        return ErrorDescription(message, hint: hint)
    }

    private var hint: String? {
        switch code {
        case EACCES, EPERM:
            switch operation {
            case .open, .read, .write, .truncate:
                local("look at the permissions of the file, and of the folder that it is in")
            default: local("look at the permissions of the folder, or choose another with --sessions DIR")
            }
        case EISDIR, ENXIO: operation == .create ? local("choose another name") : nil
        case ENAMETOOLONG: local("choose a shorter name")
        case EROFS: local("the disk is read-only; choose another folder with --sessions DIR")
        case ENOSPC, EDQUOT: local("make room on the disk and try again")
        case ENOENT: operation == .create ? local("make the folder first, or choose another") : nil
        case EEXIST: nil
        case ELOOP: local("a symbolic link is not followed; name the file itself")
        default: systemHint(code)
        }
    }
}

extension JournalFault.Change {
    fileprivate func localizedDescription(_ path: String) -> String {
        switch self {
        case .missing:
            local("`\(path)` was moved or removed while it was open; nothing was written to it")
        case .replaced:
            local("`\(path)` was replaced by another file while it was open; nothing was written to it")
        case .shorter:
            local("`\(path)` lost its end while it was open; nothing was written to it")
        case .longer:
            local("`\(path)` was written to by somebody else while it was open; nothing was written to it")
        case .overwritten:
            local("`\(path)` no longer ends with what was written to it last")
        }
    }
}

extension LockHolder {
    /// Who has a session open, and since when.
    fileprivate func localizedDescription(_ path: String) -> String {
        let name = name ?? local("a program")
        guard let since else {
            return local("the session is open in \(name.visible), process \(process): `\(path)`")
        }
        let start = Timestamp(milliseconds: since)
        let time = start.description.dropFirst(11).prefix(5)
        return local(
            "the session is open in \(name.visible), process \(process), which started on "
                + "\(start.date.localizedDescription) at \(String(time)) UTC: `\(path)`")
    }
}

extension Damage {
    /// What is wrong with a line.
    package var localizedDescription: String {
        switch self {
        case .layout: local("it is not laid out as a line of a session")
        case .sealed: local("it cannot be opened with the session's key")
        case .tooLong: local("it is too long")
        case .chain: local("its checksum does not follow from the line before")
        case .digest: local("its content does not fit its checksum")
        case .number(let expected, let found): local("it is numbered \(found) where \(expected) should stand")
        case .notStarted: local("the session does not start there")
        case .startedAgain: local("a session starts again in the middle")
        case .removed(let type): local("content of the kind \(type.visible) cannot be removed")
        case .body(let type, let problem): problem.localizedDescription(type.visible)
        case .impossible(let why): why.localizedDescription
        }
    }
}

extension Impossibility {
    /// Why nobody's command led to the line, as part of a sentence.
    fileprivate var localizedDescription: String {
        switch self {
        case .unknownQuestion(let id):
            local("no command can have made it, for there is no question `\(id.text.visible)` there")
        case .unfitting(let id):
            local("no command can have made it, for `\(id.text.visible)` takes no such answer")
        case .answeredTwice(let id):
            local("no command can have made it, for it answers `\(id.text.visible)` twice")
        case .notNewest(let step):
            local("no command can have made it, for event \(step) is not the newest change there")
        case .signedOff: local("no command can have made it, for the session is signed off there")
        case .notSignedOff: local("no command can have made it, for the session is not signed off there")
        case .noReview(let number):
            local("no command can have made it, for there is no review \(number) there")
        case .noWorkshop: local("no command can have made it, for the session is no workshop")
        case .notCounted(let id):
            local("no command can have made it, for no vote on `\(id.text.visible)` is counted there")
        case .selfLink: local("no command can have made it, for a problem does not lead to itself")
        }
    }
}

extension BodyProblem {
    fileprivate func localizedDescription(_ type: String) -> String {
        switch self {
        case .malformed(let offset):
            local("the content of a \(type) line is not JSON at byte \(offset)")
        case .missing(let key):
            local("the content of a \(type) line lacks `\(key.visible)`")
        case .unfitting(let key):
            local("the content of a \(type) line has an unfitting `\(key.visible)`")
        case .unknown(let key):
            local("the content of a \(type) line has an unknown `\(key.visible)`")
        }
    }
}

extension FormatFault {
    /// The fault in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .encoding(let details):
            ErrorDescription(local("the report cannot be written as JSON: \(details)"))
        case .noProblems:
            ErrorDescription(
                local("this questionnaire records no problems, so there is no map"),
                hint: local("choose markdown or json"))
        case .problemsNotShown:
            ErrorDescription(
                local("a public report shows no single problems, so there is no map"),
                hint: local("choose the audience reviewers or full"))
        case .workbook(.memory(let code)):
            ErrorDescription(local("the workbook cannot be made: \(systemWords(code))"))
        case .workbook(.noLibrary):
            ErrorDescription(
                local("the workbook cannot be made: libxlsxwriter or libzip is not on this machine"),
                hint: local("install libxlsxwriter4 and libzip4, or choose csv"))
        case .workbook(.incomplete):
            ErrorDescription(
                local("the workbook cannot be made: a part of it could not be written whole in /dev/shm"),
                hint: local("make room there, or choose csv"))
        case .workbook(.writer(let code)):
            ErrorDescription(
                local("the workbook cannot be made: its library gives the code \(Int(code))"),
                hint: local("choose csv"))
        case .needsBrowser:
            ErrorDescription(local("only a browser can print a PDF"), hint: local("choose html"))
        case .needsConverter:
            ErrorDescription(local("only pandoc can make a DOCX"), hint: local("choose html"))
        case .notSealed:
            ErrorDescription(
                local("this machine cannot seal the page"), hint: local("export it without --protect"))
        }
    }
}

extension InstrumentFlaw {
    /// What is wrong with the instrument, as part of a sentence.
    fileprivate var localizedDescription: String {
        switch self {
        case .repeated(let name): local("`\(name.visible)` is there twice")
        case .unknown(let name): local("there is no `\(name.visible)`")
        case .circle(let names):
            local("`\((names.first ?? "").visible)` depends on itself")
        case .tooDeep(let limit): local("more than \(limit) things depend on one another in a row")
        case .misshapen(let name): local("`\(name.visible)` lacks parts or has too many")
        }
    }
}

extension SessionState {
    /// Says that nobody can check what the session asks and finds by; nil where somebody could.
    package var uncheckedDescription: String? {
        let names = instruments.unchecked
        guard !names.isEmpty else { return nil }
        return local(
            "Nobody can check the instruments of this session: \(listed(names.map(\.visible))). It was started by version 0.1, which did not note what their files held; name the folder of their YAML with --questionnaires DIR."
        )
    }
}
