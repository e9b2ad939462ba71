import BuiltInInstruments
import Conversation
import Evaluation
import InstrumentChecks
import InstrumentFiles
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions
import Terminal

/// Why a command came to nothing; `ErrorWording` has the words.
enum CommandFault: Error {
    /// A session could not be found.
    case folder(FolderFault)
    /// A journal could not be read or written.
    case journal(JournalFault)
    /// The session's rules refuse what was asked; the place is the entry of the sheet that asked it.
    case rejected(Rejection, place: String?)
    /// Instruments or answers cannot be read.
    case faults(Faults)
    /// An instrument that was asked for breaks a rule of instruments.
    case unsound([Diagnostic], LibraryContents)
    case unknownQuestionnaire(String, known: [Questionnaire.ID])
    /// Something on the command line names what does not exist, or does not fit.
    case refused(ErrorDescription)
    /// What was given goes with something else.
    case usage(ErrorDescription)
    /// A file of translations cannot be used.
    case catalogue(CatalogueFault)
    /// The instruments in the program cannot be decoded.
    case brokenProgram(BuiltIn.Damage)
    case output(OutputFault)
    /// A report could not be written.
    case report(String, ReportFault)
    /// A reviewer's file could not be filed; its path.
    case review(String, ReviewFault)
    /// A file of answers for a workshop could not be used; its path.
    case preWork(String, PreWorkFault)
    /// A line of the conversation was refused, and that was to be the end.
    case refusedLine(Int, ErrorDescription)
    /// An answer could not be saved, and nobody is there to try again.
    case notSaved(ErrorDescription)
    case encoding(String)
}

/// Why a report could not be written.
enum ReportFault: Error, Equatable {
    /// Something stands under the name already.
    case exists
    case failed(FileError)
}

/// Runs an operation and passes its error on as a command's fault.
func attempt<Value, Failure: Error>(
    _ operation: () throws(Failure) -> Value, or fault: (Failure) -> CommandFault
) throws(CommandFault) -> Value {
    do throws(Failure) {
        return try operation()
    } catch {
        throw fault(error)
    }
}
