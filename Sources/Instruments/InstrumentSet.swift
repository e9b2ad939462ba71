import Synchronization

/// A questionnaire with every framework that it feeds: all that a session is asked and evaluated by.
package struct InstrumentSet: Sendable {
    /// What a framework is known by, whether it was read yet or not.
    package struct FrameworkName: Hashable, Sendable {
        /// Its name.
        package let id: Framework.ID
        /// The version of its file.
        package let version: String
        /// The SHA-256 of the YAML that it was read from, in hexadecimal.
        package let sha256: String

        /// A name with all its fields.
        package init(id: Framework.ID, version: String, sha256: String) {
            self.id = id
            self.version = version
            self.sha256 = sha256
        }
    }

    /// What is asked.
    package let questionnaire: Questionnaire
    /// What the frameworks are known by, in the order of the questionnaire's `feeds`.
    package let frameworkNames: [FrameworkName]
    /// The names of those that nobody could check: a file gave them, and nothing says what it held when the session
    /// was pinned to it.
    package let unchecked: [String]
    private let later: LateFrameworks

    /// How the answers are read, in the order of the questionnaire's `feeds`.
    package var frameworks: [Framework] { later.frameworks }

    /// Joins a questionnaire with its frameworks.
    package init(questionnaire: Questionnaire, frameworks: [Framework], unchecked: [String] = []) {
        self.unchecked = unchecked
        self.questionnaire = questionnaire
        frameworkNames = frameworks.map {
            FrameworkName(id: $0.id, version: $0.version, sha256: $0.sha256)
        }
        later = LateFrameworks(frameworks)
    }

    /// Joins a questionnaire with frameworks that are read when somebody first asks for them: a walk does not.
    ///
    /// - Parameters:
    ///   - questionnaire: what is asked.
    ///   - names: what the frameworks are known by.
    ///   - unchecked: the names of those that nobody could check.
    ///   - frameworks: reads them, in the order of their names; called once at most.
    package init(
        questionnaire: Questionnaire, names: [FrameworkName], unchecked: [String] = [],
        later frameworks: @escaping @Sendable () -> [Framework]
    ) {
        self.unchecked = unchecked
        self.questionnaire = questionnaire
        frameworkNames = names
        later = LateFrameworks(reading: frameworks)
    }

    /// The set with its texts in another language, as far as there are any.
    package func spoken(in language: Language) -> InstrumentSet {
        InstrumentSet(
            questionnaire: questionnaire.spoken(in: language), names: frameworkNames, unchecked: unchecked
        ) { [later] in
            later.frameworks.map { $0.spoken(in: language) }
        }
    }

    /// The framework of that name; nil where the questionnaire does not feed it.
    package func framework(_ id: Framework.ID) -> Framework? {
        frameworks.first { $0.id == id }
    }
}

extension InstrumentSet: Equatable {
    package static func == (left: InstrumentSet, right: InstrumentSet) -> Bool {
        left.questionnaire == right.questionnaire && left.frameworks == right.frameworks
    }
}

/// Frameworks that are read once, when they are first asked for.
private final class LateFrameworks: Sendable {
    private enum State {
        case here([Framework])
        case unread(@Sendable () -> [Framework])
    }

    private let state: Mutex<State>

    init(_ frameworks: [Framework]) {
        state = Mutex(.here(frameworks))
    }

    init(reading frameworks: @escaping @Sendable () -> [Framework]) {
        state = Mutex(.unread(frameworks))
    }

    var frameworks: [Framework] {
        state.withLock { state in
            switch state {
            case .here(let frameworks): return frameworks
            case .unread(let read):
                let frameworks = read()
                state = .here(frameworks)
                return frameworks
            }
        }
    }
}
