import ArgumentParser
import Conversation
import Escaping
import Languages
import Reports
import SessionFiles

/// `canary encrypt`: seals a session, or changes its passphrase.
struct EncryptCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "encrypt", abstract: "Seal a session with a passphrase, or change the passphrase.",
        discussion: """
            Without the passphrase nobody can read the session, and nobody can bring it back. Copies that were \
            made before keep what they had: words in the clear, or the earlier passphrase; that one opens \
            nothing that is written afterwards. \
            With --passphrase-fd the first line is the passphrase; for a session that is sealed already, the \
            first is the old one and the second the new one.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    func execute() throws(CommandFault) -> ExitStatus {
        let source = PassphraseSource(descriptor: shared.passphraseFd)
        let folder = try shared.folder(source)
        let path = try shared.resolve(session, in: folder)
        let isSealed = try attempt({ () throws(JournalFault) in try folder.isSealed(path) }) { .journal($0) }
        if isSealed {
            // The old one first: whoever does not know it learns nothing about the new.
            _ = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }
        }
        let passphrase = try source.new()
        func seal(_ id: String) throws(JournalFault) -> Seal {
            guard let seal = Seal(session: id, passphrase: passphrase) else { throw .sealFailed }
            return seal
        }
        let removed =
            try attempt({ () throws(JournalFault) in
                try isSealed
                    ? folder.changePassphrase(of: path, with: seal) : folder.encrypt(path, with: seal)
            }) { .journal($0) } ?? []
        let id = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path
        let lines = [
            isSealed
                ? local(
                    "The session is sealed anew. The earlier passphrase opens copies that were made before, and nothing that is written from now on."
                )
                : local("The session is sealed. What the disk keeps of the old file is out of reach."),
            isSealed
                ? nil
                : local(
                    "Its title can no longer be seen. It is found by its id from now on: canary resume \(id.visible)"
                ),
            removed.isEmpty ? nil : local("Removed beside it: \(listed(removed.map(\.visible)))."),
        ]
        try Surroundings.say(lines.compactMap(\.self))
        return .done
    }
}

/// `canary decrypt`: opens a sealed session for good.
struct DecryptCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "decrypt", abstract: "Open a sealed session for good: it is in the clear from then on.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        guard try attempt({ () throws(JournalFault) in try folder.decrypt(path) }, or: { .journal($0) })
        else {
            throw .refused(ErrorDescription(local("the session is in the clear already")))
        }
        try Surroundings.say([local("The session is in the clear: whoever can read the file can read it.")])
        return .done
    }
}
