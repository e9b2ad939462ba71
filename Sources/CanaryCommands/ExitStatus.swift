import Glibc

/// How the process ends; what each number means is a contract, which `docs/statuses.md` has.
enum ExitStatus: Equatable {
    /// All done.
    case done
    /// Unknown or ambiguous session or questionnaire, refused answer, damaged or foreign journal.
    case refused
    /// Findings that were asked for by status.
    case findings
    /// Wrong usage.
    case usage
    /// A fault of ours.
    case fault
    /// A file that is missing, unreadable or unwritable, a full disk, a lock, closed output.
    case file
    /// Ended by a signal, by its number.
    case signal(Int32)

    /// The number.
    var code: Int32 {
        switch self {
        case .done: 0
        case .refused: 1
        case .findings: 2
        case .usage: 64
        case .fault: 70
        case .file: 74
        case .signal(let number): 128 + number
        }
    }

    /// Ends the process.
    static func leave(_ status: ExitStatus) -> Never {
        exit(status.code)
    }
}
