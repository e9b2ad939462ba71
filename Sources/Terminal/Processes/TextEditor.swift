internal import Glibc

/// Hands a text to the user's own editor and takes it back.
///
/// The file is in a private folder, in memory where there is such a place, and gone once its text is taken back; what
/// cannot be taken back is kept there. Vim is told to keep no swap file, backup, undo file or history of it; other
/// editors leave what they leave beside the file.
package enum TextEditor {
    /// Why there is no new text.
    package enum Fault: Error, Equatable, Sendable {
        /// No private file can be made.
        case noFolder
        /// The editor could not be started, or ended with a status that says so; the command is as it was named. What
        /// it left is kept under a path, where it is other than what it began with.
        case failed(command: String, status: Int32, kept: String?)
        /// The file is gone, or larger than a note can be; where it is kept.
        case unreadable(kept: String?)
        /// The file holds bytes that are no characters of the terminal; where it is kept.
        case notText(kept: String)

        /// Where what the editor left is kept; nil where nothing is.
        package var kept: String? {
            switch self {
            case .noFolder: nil
            case .failed(_, _, let path), .unreadable(let path): path
            case .notText(let path): path
            }
        }
    }

    /// The name of the file that an editor is given.
    static let fileName = "note.txt"

    /// The name of the file beside it that says what the text belongs to.
    private static let ownerName = ".for"

    /// The most bytes of a text.
    private static let longest = 1 << 20

    /// Opens the editor on a text and waits for its end.
    ///
    /// - Parameters:
    ///   - text: what the editor shows at first.
    ///   - environment: `VISUAL` and then `EDITOR` name the editor, as the shell reads it; else it is `vi`.
    ///   - owner: what the text belongs to; `left(for:)` finds it by that where it is kept.
    ///   - kept: the file that an earlier editor left and that was kept: it is opened in place of the text.
    /// - Returns: the text as it was left.
    /// - Throws: why there is none; the text is as it was, and what the editor left is kept.
    package static func edit(
        _ text: String, environment: [String: String], for owner: String, again kept: String? = nil
    ) throws(Fault) -> String {
        let old = kept.flatMap { PrivateFolder(kept: String($0.dropLast(fileName.count + 1))) }
        let isNew = old == nil
        guard var folder = old ?? PrivateFolder(environment: environment) else { throw .noFolder }
        let file = "\(folder.path)/\(fileName)"
        guard !isNew || PrivateFile.write(text, to: file) else { throw .noFolder }
        if isNew { _ = PrivateFile.write(owner, to: "\(folder.path)/\(ownerName)") }
        let command =
            [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
        let (status, isToEnd) = Signals.whileAnotherProgramRuns { run(command, on: file, in: folder.path) }
        let edited = PrivateFile.read(file, atMost: longest)
        let isThere = access(file, F_OK) == 0
        let result = edited.map { TerminalCharset.current.text(of: $0[...]) }
        // An editor whose terminal was closed has no other way to end; what was saved in it was meant to be kept.
        let isSaved = isToEnd && isNew && result != nil && result != text
        guard status == 0 || isSaved else {
            folder.isKept = isThere && (!isNew || result != text)
            if folder.isKept { PrivateFile.makePrivate(file) }
            throw .failed(command: command, status: status, kept: folder.isKept ? file : nil)
        }
        guard let result, !result.contains("\u{FFFD}") else {
            folder.isKept = isThere
            if isThere { PrivateFile.makePrivate(file) }
            if result != nil { throw .notText(kept: file) }
            throw .unreadable(kept: isThere ? file : nil)
        }
        return result
    }

    /// Keeps a text that could not be saved in a private file; where it is, nil where none can be made.
    package static func keep(
        _ text: String, environment: [String: String], for owner: String
    ) -> String? {
        guard var folder = PrivateFolder(environment: environment) else { return nil }
        let file = "\(folder.path)/\(fileName)"
        guard PrivateFile.write(text, to: file) else { return nil }
        _ = PrivateFile.write(owner, to: "\(folder.path)/\(ownerName)")
        folder.isKept = true
        return file
    }

    /// Finds a text that was kept by a program that has ended.
    ///
    /// - Parameters:
    ///   - owner: what the text belongs to, as it was said when the editor was opened.
    ///   - environment: the environment of the process, which says where such files are.
    /// - Returns: its file; nil where there is none.
    package static func left(for owner: String, environment: [String: String]) -> String? {
        PrivateFolder.left(environment: environment).map { "\($0)/\(fileName)" }.first { file in
            let mark = "\(file.dropLast(fileName.count))\(ownerName)"
            return access(file, R_OK) == 0
                && PrivateFile.read(mark, atMost: 1_024).map { String(decoding: $0, as: UTF8.self) } == owner
        }
    }

    /// Whether a restart of the machine loses what is kept in a file.
    package static func isInMemory(_ file: String) -> Bool {
        ["/dev/shm/", "/run/"].contains { file.hasPrefix($0) }
    }

    /// Removes what is left of texts whose program ended before they were taken back, a week after it was first told
    /// of.
    ///
    /// - Parameters:
    ///   - environment: the environment of the process, which says where such files are.
    ///   - now: the time, in seconds since 1970; nil where no clock can be believed.
    /// - Returns: the files that are to be told of.
    package static func sweep(environment: [String: String], now: Int?) -> [String] {
        PrivateFolder.sweep(environment: environment, sparing: fileName, now: now)
    }

    /// Runs the editor to its end; the status of the shell, or 127 where not even that could be started.
    private static func run(_ command: String, on file: String, in folder: String) -> Int32 {
        // The words after the name are the shell's to take apart; the file's name is not.
        let arguments =
            ["sh", "-c", "\(command) \"$@\"", "sh"] + quietly(command) + [file]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        let settings = variables(in: folder, isKnown: !quietly(command).isEmpty)
        var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
        defer { variables.forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", nil, nil, &pointers, &variables) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            if errno != EINTR { return 127 }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// What vim is told; nothing for an editor that would not understand it.
    private static func quietly(_ command: String) -> [String] {
        guard let first = command.split(separator: " ").first, isVim(String(first)) else { return [] }
        let stays = first.hasSuffix("gvim") ? ["-f"] : []
        // A mode line in the note is obeyed as soon as the note is read: after the user's own settings, which may ask for
        // that, and before -c. A group of its own is left alone where they clear what happens by itself.
        let before = ["augroup canary", "autocmd BufReadPre * set nomodeline modelines=0", "augroup END"]
        // -c comes after the user's own settings, and before anything is written.
        return stays + ["-n", "-i", "NONE"] + before.flatMap { ["--cmd", $0] } + [
            "-c", "set noundofile nobackup nowritebackup viminfo= nomodeline",
        ]
    }

    /// Whether a command is vim, whatever name it goes by.
    private static func isVim(_ command: String) -> Bool {
        let name = command.split(separator: "/").last.map(String.init) ?? command
        if name.hasPrefix("vim") || name.hasSuffix("vim") { return true }
        guard ["vi", "view", "ex", "editor"].contains(name) else { return false }
        let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
        let paths = command.contains("/") ? [command] : folders.map { "\($0)/\(command)" }
        guard let path = paths.first(where: { access($0, X_OK) == 0 }), let real = realpath(path, nil) else {
            return false
        }
        defer { free(real) }
        return String(cString: real).split(separator: "/").last?.contains("vim") == true
    }

    /// The environment of this process, with the folder for temporary files.
    private static func variables(in folder: String, isKnown: Bool) -> [String] {
        // For a vim behind another name, such as sensible-editor: it reads this instead of the user's own settings.
        let settings = "VIMINIT=set noundofile nobackup nowritebackup noswapfile viminfo= nomodeline"
        var variables = ["TMPDIR=\(folder)"] + (isKnown ? [] : [settings])
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if !text.hasPrefix("TMPDIR="), isKnown || !text.hasPrefix("VIMINIT=") { variables.append(text) }
            next += 1
        }
        return variables
    }
}
