import Conversation
import Escaping
import Languages
import LineEditing
import Reports
import SessionFiles

/// Where passphrases come from: a descriptor that the caller names, or the terminal, without echo.
///
/// They are never arguments, never in the environment, and in no history.
final class PassphraseSource {
    /// The fewest characters of a new one.
    static let fewest = 12

    private let descriptor: Int32?
    /// The last one that opened a session, for the next one of the same command.
    private var last: [UInt8]?
    /// Whether it was asked for the passphrase of many.
    private var hasAsked = false

    /// A source; nothing is read before it is needed.
    init(descriptor: Int32?) {
        self.descriptor = descriptor
    }

    /// Refuses a passphrase that nothing asks for, where the next lines are answers: it would be read as one, and saved.
    ///
    /// - Parameters:
    ///   - descriptor: the descriptor that was named; nil where none was.
    ///   - errorDescription: what is in the clear.
    /// - Throws: that where one was named.
    static func refuse(unused descriptor: Int32?, _ errorDescription: @autoclosure () -> ErrorDescription)
        throws(CommandFault)
    {
        if descriptor != nil { throw .usage(errorDescription()) }
    }

    /// Opens the key of a sealed session; at a terminal it can be tried three times.
    func open(_ header: SealHeader) throws(JournalFault) -> Seal {
        if let last, let seal = Seal(header, passphrase: last) { return seal }
        guard descriptor == nil else { return try tried(header) }
        // Whoever types on while a session opens may be typing its passphrase.
        return try SecretLine.silently { () throws(JournalFault) in try tried(header) }
    }

    private func tried(_ header: SealHeader) throws(JournalFault) -> Seal {
        for _ in 0..<(descriptor == nil ? 3 : 1) {
            let typed: [UInt8]?
            do throws(FileError) {
                typed = try read(prompt: local("Passphrase of \(header.session.visible):"))
            } catch {
                throw .file(error)
            }
            guard let passphrase = typed else { throw .sealed(session: header.session) }
            if descriptor == nil { tell(local("Opening. This takes a moment.")) }
            if let seal = Seal(header, passphrase: passphrase) {
                last = passphrase
                return seal
            }
            if descriptor == nil { tell(local("That is not the passphrase of this session.")) }
        }
        throw .wrongPassphrase
    }

    /// Opens the key of one of many sealed sessions: the passphrase is given once, and it is that of a session or not.
    func openOneOfMany(_ header: SealHeader) throws(JournalFault) -> Seal {
        if let last {
            guard let seal = Seal(header, passphrase: last) else { throw .wrongPassphrase }
            return seal
        }
        guard !hasAsked else { throw .sealed(session: header.session) }
        hasAsked = true
        return try open(header)
    }

    /// The passphrase of a protected report, or of a review of one; nil where none is given, or none can be read.
    static func ofReport(_ descriptor: Int32?) -> String? {
        let bytes = try? line(descriptor, prompt: local("Passphrase of the report:"))
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A seal for another session under the passphrase that opened the last one.
    func again(for session: String) throws(JournalFault) -> Seal {
        guard let last, let seal = Seal(session: session, passphrase: last) else { throw .sealFailed }
        return seal
    }

    /// A new passphrase; at a terminal what it has to be is said first, it is typed twice, and asked for again until it
    /// fits or somebody gives up: nothing of it is ever typed at a shell.
    func new() throws(CommandFault) -> [UInt8] {
        if descriptor == nil {
            tell(
                local(
                    "A passphrase has at least \(Self.fewest) characters; four or five words that nobody would put together are easy to keep."
                ))
            tell(local("Whoever loses it loses the session: nobody can bring it back. Ctrl-C gives up."))
        }
        while true {
            guard let passphrase = try typed(local("New passphrase:")) else {
                throw .refused(
                    ErrorDescription(
                        local("no passphrase was given, and nothing was changed"),
                        hint: local("type it at a terminal, or give it by --passphrase-fd")))
            }
            let count = String(decoding: passphrase, as: UTF8.self).count
            guard count >= Self.fewest else {
                let fault = local("a passphrase needs at least \(Self.fewest) characters")
                guard descriptor == nil else {
                    throw .refused(
                        ErrorDescription(
                            fault,
                            hint: local("four or five words that nobody would put together are easy to keep"))
                    )
                }
                tell(fault.raisedSentence + " " + local("That one has \(count). Type another."))
                continue
            }
            guard descriptor == nil else { return passphrase }
            guard let again = try typed(local("The same again:")) else {
                throw .refused(ErrorDescription(local("no passphrase was given, and nothing was changed")))
            }
            if again == passphrase { return passphrase }
            tell(local("The two are not the same. Type it anew."))
        }
    }

    private func typed(_ prompt: String) throws(CommandFault) -> [UInt8]? {
        try attempt({ () throws(FileError) in try read(prompt: prompt) }) { .journal(.file($0)) }
    }

    private func read(prompt: String) throws(FileError) -> [UInt8]? {
        try Self.line(descriptor, prompt: prompt)
    }

    private static func line(_ descriptor: Int32?, prompt: String) throws(FileError) -> [UInt8]? {
        guard let descriptor else { return SecretLine.readFromTerminal(prompt: prompt + " ") }
        do throws(SecretLine.Unreadable) {
            return try SecretLine.read(from: descriptor)
        } catch {
            throw FileError(.read, local("descriptor \(Int(error.descriptor))"), code: error.code)
        }
    }

    private func tell(_ text: String) {
        try? Surroundings.warn(text)
    }
}
