import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions
import Terminal

// What is said of answers as saved is said after a look at the disk.
extension Conversation {
    /// Says at the end what was saved and what was not.
    ///
    /// - Parameter ending: how the conversation ends where everything was saved.
    /// - Returns: that ending, or that something was not saved.
    /// - Throws: that it cannot be said.
    func sayGoodbye(after ending: Ending) throws(Interruption) -> Ending {
        try Catalogue.speaking(localization.catalogue) { () throws(Interruption) -> Ending in
            let unsaved = whatIsNotSaved()
            guard let first = unsaved.first else {
                if !options.isQuiet, reader.isTerminal || ending == .left {
                    try say(local("Left. Every answer is saved; canary resume comes back here."))
                }
                return ending
            }
            for errorDescription in unsaved {
                try say(local("Not saved:") + " " + errorDescription.sentences, as: .problem)
            }
            try say(
                faultOnDisk() == nil
                    ? local("Left. Everything else is saved; canary resume comes back here.")
                    : local(
                        "Left. Nobody can say what of the session is saved before that file is looked at."))
            return .notSaved(first)
        }
    }

    /// That everything is on the disk, or what is not, for somebody who asks to leave.
    func savedSoFar() -> String {
        let unsaved = whatIsNotSaved(isLeaving: false)
        return unsaved.first.map { local("Not saved:") + " " + $0.sentences }
            ?? local("Every answer is saved.")
    }

    /// What was typed or written and is not on the disk, each with the way out; nothing where all is there.
    private func whatIsNotSaved(isLeaving: Bool = true) -> [ErrorDescription] {
        var wordings = [faultOnDisk()?.errorDescription].compactMap(\.self)
        wordings += unwritten.map { item in
            ErrorDescription(
                item.command.subject.map { local("what you typed on \(labels[$0].short)") }
                    ?? local("a change to the session"), hint: item.why.message)
        }
        guard isLeaving else { return wordings }
        var kept = keptFiles
        if let unsaved {
            kept[unsaved.question] =
                TextEditor.keep(
                    unsaved.text, environment: environment, for: draftOwner(unsaved.question)) ?? ""
        }
        for (question, path) in kept.sorted(by: { $0.key.text < $1.key.text }) {
            wordings.append(
                ErrorDescription(
                    local("what your editor left on \(labels[question].short)"),
                    hint: path.isEmpty
                        ? nil
                        : local("it is kept in \(path.onOnePiece)\(path.untilRestart); edit opens it again")))
        }
        return wordings
    }
}

extension SessionCommand {
    /// The question that it answers or adds words to; nil for what concerns the session.
    var subject: Question.ID? {
        switch self {
        case .answer(let id, _, _), .clear(let id), .note(let id, _), .addToNote(let id, _, _),
            .addEvidence(let id, _, _, _),
            .addStrength(let id, _), .addConcern(let id, _), .addAction(let id, _), .setTheme(let id, _, _),
            .remove(let id, _), .rewrite(let id, _, _),
            .setConfidential(let id, _), .tally(let id, _), .agree(let id, _, _),
            .recordOtherView(let id, _), .park(let id, _):
            id
        case .confirm(let ids): ids.count == 1 ? ids.first : nil
        default: nil
        }
    }
}
