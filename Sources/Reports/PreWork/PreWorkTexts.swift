import Languages

/// What the script of an invitee's page says; it has no words of its own. It fills in `{0}` and `{1}`.
enum PreWorkTexts {
    /// The sentences by the names that the script has for them.
    static var all: [String: String] {
        let (first, second) = ("{0}", "{1}")
        return [
            "progress": local("\(first) of \(second) answered"),
            "more": local("Because of that answer this is asked, too: \(first)."),
            "working": local("Working. This takes a few seconds."),
            "failed": local(
                "Nothing was saved: this browser could not seal it. Try another browser, such as a newer one."
            ),
            "noRole": local("Choose the group that you belong to."),
            "noReason": local("\(first) needs a reason why it does not apply."),
            "broken": local(
                "\(first) holds half a character, as a faulty copy leaves it. Type that part again."),
            "nothing": local("Answer one question at least."),
            "tooLong": local("What you wrote is too long for a file. Shorten your longest note."),
            "saved": local(
                "Your answers are sealed, in \(first). The browser has the file to save, among your downloads or where it asks you."
            ),
            "noPassphrase": local("Give a passphrase of your own."),
            "draftSaved": local(
                "The draft is sealed, in \(first). The browser has the file to save. Without the passphrase nobody can open it."
            ),
            "noFile": local("Choose the file of your draft."),
            "draftForeign": local(
                "That file is no draft of such answers, or it is damaged. Nothing was changed."),
            "draftOther": local(
                "That draft is for another workshop or other questions. Nothing was changed."),
            "draftClosed": local(
                "The passphrase does not open that draft, or the file was changed. Nothing was changed here."),
            "replace": local("What is on this page now is not saved. Put the draft in its place?"),
            "draftOpened": local("The draft is open: \(first). Go on where you left it."),
        ]
    }
}
