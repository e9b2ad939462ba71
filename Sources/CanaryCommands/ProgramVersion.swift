/// The one place of the program's version: the manual, the Debian package and the list of parts take it from here.
enum ProgramVersion {
    /// The version, in three parts.
    static let number = "0.1.0"

    /// What `--version` shows: the program, and the formats of the files that it reads and writes.
    static let text = """
        canary \(number) (canary-session/1, canary-sealed/1, canary-prework/1,
        canary-questionnaire/1, canary-framework/1, canary-cases/1,
        canary-pack/1, canary-protected/1, canary-evaluation/2, canary-review/1)
        """
}
