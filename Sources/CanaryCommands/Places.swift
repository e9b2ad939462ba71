import Conversation
import Escaping
import Languages
import Reports
import SessionFiles
import Sessions
import Terminal

/// Where sessions are, and where else, so that a folder that was mistyped never looks like lost work.
struct Places {
    private let folder: SessionFolder

    /// The places around a folder.
    init(_ folder: SessionFolder) {
        self.folder = folder
    }

    /// That there are no sessions in the folder, and where others are.
    var empty: ErrorDescription {
        let place = folder.place.visible
        return ErrorDescription(
            folder.isThere
                ? local("there are no sessions in `\(place)`")
                : local("there are no sessions in `\(place)`: there is no such folder"),
            hint: elsewhere ?? local("canary start leadership begins one"))
    }

    /// Where there are other sessions, and how to name them; nil where there are none.
    var elsewhere: String? {
        let sentences = others.map { other in
            plural(
                other.sessions, "there is \(other.sessions) in `\(other.path.visible)`",
                "there are \(other.sessions) in `\(other.path.visible)`")
        }
        return sentences.isEmpty ? nil : listed(sentences) + local("; name the folder with --sessions DIR")
    }

    /// That the folder `Sessions` here stands before the usual one, which holds sessions too; nil where it does not.
    func shadowing(_ shared: SharedOptions) -> String? {
        if let passedOver = Self.passedOver(shared) { return passedOver }
        guard shared.sessions == nil, folder.path == "Sessions", let elsewhere else { return nil }
        return local(
            "These are the sessions of the folder `Sessions` that stands here, `\(folder.place.visible)`. Elsewhere \(elsewhere)."
        )
    }

    /// That a folder `Sessions` here is not taken, since others can write to it; nil where there is none such.
    static func passedOver(_ shared: SharedOptions) -> String? {
        let isNamed = shared.sessions != nil || Surroundings.environment["CANARY_SESSIONS"]?.isEmpty == false
        guard !isNamed, SessionFolder.passesOverSessionsHere() else { return nil }
        return local(
            "The folder `Sessions` that stands here is passed over, because others on this machine can write to it. To use it: chmod go-w Sessions"
        )
    }

    private var others: [(path: String, sessions: Int)] {
        folder.others(environment: Surroundings.environment)
    }
}

extension SharedOptions {
    /// Says sentences on standard error, a line each whatever was put into them.
    func tell(_ sentences: [String]) throws(CommandFault) {
        for sentence in sentences {
            try attempt({ () throws(OutputFault) in
                try Surroundings.warn(sentence.cutToBeRead.visibleInSentence)
            }) { .output($0) }
        }
    }

    /// Says which texts an editor left that no session has; they are removed a week after it was first said.
    func tellOfKeptTexts() throws(CommandFault) {
        try tell(
            // A week from when somebody could read it.
            TextEditor.sweep(
                environment: Surroundings.environment,
                now: TerminalSize(descriptor: 2) == nil
                    ? nil : Surroundings.clock().map { $0.milliseconds / 1_000 }
            ).map {
                local(
                    "An editor left a text that was not saved in a session: `\($0.visible)`. Copy what you need, and delete it; canary removes it a week after it first said so."
                )
            })
    }

    /// Takes sessions away from everybody but the user, and says what others could get at.
    func close(_ journals: [String], in folder: SessionFolder) throws(CommandFault) {
        try tell(folder.close(journals: journals).map(\.localizedDescription))
    }
}

extension WideAccess {
    /// What others could do, and what became of it.
    fileprivate var localizedDescription: String {
        let mode = String(permissions & 0o777, radix: 8)
        return isClosed
            ? local(
                "Others on this machine could get at `\(path.visible)` (mode \(mode)). It is yours alone again; look at who was able to read it."
            )
            : local(
                "Others on this machine can get at `\(path.visible)` (mode \(mode)). To close it: chmod \(String(wanted, radix: 8)) and the path; where its disk keeps no permissions, move it or seal it with canary encrypt."
            )
    }
}
