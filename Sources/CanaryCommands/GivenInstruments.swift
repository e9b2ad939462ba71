import BuiltInInstruments
import InstrumentFiles
import Instruments
import SessionFiles

/// The instruments of the folder that `--questionnaires` names, for sessions that lack theirs; read when one is wanted.
final class GivenInstruments {
    private let shared: SharedOptions
    private lazy var contents = try? shared.library()

    /// The instruments that the options or the environment name; nothing is read yet.
    init(_ shared: SharedOptions) {
        self.shared = shared
    }

    /// The folder; nil where none is named.
    var folder: String? {
        InstrumentLibrary.chosen(
            option: shared.questionnaires, environment: Surroundings.environment)?.folder
    }

    /// The instrument whose YAML has a SHA-256; nil where the folder holds none, or cannot be read.
    func instrument(_ sha256: String) -> Instrument? {
        contents?.questionnaires.first { $0.sha256 == sha256 }.map(Instrument.questionnaire)
            ?? contents?.frameworks.first { $0.sha256 == sha256 }.map(Instrument.framework)
    }
}
