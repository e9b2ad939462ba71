import Disclosure
package import Instruments

/// An instrument as a session pins it: the session is asked and evaluated by exactly this.
package struct InstrumentPin: Equatable, Sendable, Codable {
    /// The instrument's name.
    package var id: String
    /// The instrument's version.
    package var version: String
    /// The SHA-256 of its YAML, in hexadecimal.
    package var sha256: String

    /// A pin with all its fields.
    package init(id: String, version: String, sha256: String) {
        self.id = id
        self.version = version
        self.sha256 = sha256
    }
}

/// The instruments that a session pins.
package struct InstrumentPins: Equatable, Sendable {
    /// The questionnaire asked.
    package var questionnaire: InstrumentPin
    /// The frameworks fed, in the questionnaire's order.
    package var frameworks: [InstrumentPin]

    /// Pins with all their fields.
    package init(questionnaire: InstrumentPin, frameworks: [InstrumentPin]) {
        self.questionnaire = questionnaire
        self.frameworks = frameworks
    }

    /// The pins of instruments that are at hand.
    package init(_ instruments: InstrumentSet) {
        let questionnaire = instruments.questionnaire
        self.init(
            questionnaire: InstrumentPin(
                id: questionnaire.id.text, version: questionnaire.version, sha256: questionnaire.sha256),
            frameworks: instruments.frameworkNames.map {
                InstrumentPin(id: $0.id.text, version: $0.version, sha256: $0.sha256)
            })
    }
}

/// Something that happened in a session; written once and never changed.
package struct SessionEvent: Equatable, Sendable {
    /// Its number in the session, from 1 without gaps.
    package var number: Int
    /// When it happened; never before the event that it follows.
    package var at: Timestamp
    /// What happened.
    package var what: SessionEvent.Payload

    /// An event with all its fields.
    package init(number: Int, at: Timestamp, what: SessionEvent.Payload) {
        self.number = number
        self.at = at
        self.what = what
    }

    /// The event with the SHA-256 of each compiled file of the instruments that it pins, the questionnaire's first;
    /// one that pins none stays as it is.
    package func pinning(compiled: [String]) -> SessionEvent {
        var event = self
        switch what {
        case .started(var start):
            start.compiled = compiled
            event.what = .started(start)
        case .migrated(var migration):
            migration.compiled = compiled
            event.what = .migrated(migration)
        default: break
        }
        return event
    }
}

extension SessionEvent {
    /// Whether it only says again what came before.
    package var isSummary: Bool { what == .summarised }
}
