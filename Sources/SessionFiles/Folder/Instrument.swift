package import Instruments
import JSONText
package import Sessions

/// A questionnaire or a framework, as sessions pin it.
package enum Instrument: Equatable, Sendable {
    /// What is asked.
    case questionnaire(Questionnaire)
    /// How answers are read.
    case framework(Framework)

    /// Its name, version and SHA-256.
    package var pin: InstrumentPin {
        switch self {
        case .questionnaire(let it):
            InstrumentPin(id: it.id.text, version: it.version, sha256: it.sha256)
        case .framework(let it):
            InstrumentPin(id: it.id.text, version: it.version, sha256: it.sha256)
        }
    }

    /// Which of the two it is.
    enum Kind {
        case questionnaire
        case framework
    }
}

extension Instrument {
    /// The instrument that a compiled file holds; nil where it holds none of that kind.
    init?(compiled bytes: [UInt8], _ kind: Kind) {
        switch kind {
        case .questionnaire:
            guard let value = try? JSONText.decode(Questionnaire.self, from: bytes) else { return nil }
            self = .questionnaire(value)
        case .framework:
            guard let value = try? JSONText.decode(Framework.self, from: bytes) else { return nil }
            self = .framework(value)
        }
    }

    /// The rules that it breaks.
    var flaws: [InstrumentFlaw] {
        switch self {
        case .questionnaire(let questionnaire): questionnaire.flaws
        case .framework(let framework): framework.flaws
        }
    }

    /// Which of the two it is.
    var kind: Kind {
        switch self {
        case .questionnaire: .questionnaire
        case .framework: .framework
        }
    }
}

extension InstrumentSet {
    /// The questionnaire, then the frameworks.
    var all: [Instrument] {
        [.questionnaire(questionnaire)] + frameworks.map(Instrument.framework)
    }
}

extension InstrumentPin {
    /// Whether the SHA-256 is one; it becomes a file's name, so it must be nothing else.
    var isSound: Bool {
        [UInt8](hexadecimal: sha256.utf8)?.count == 32
    }
}
