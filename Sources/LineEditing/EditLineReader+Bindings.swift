internal import CEditLine
internal import Glibc

extension EditLineReader {
    /// Gives libedit its callbacks and bindings, and then the user's own.
    func install() {
        edit_line_set_prompt(editor) { reader(of: $0)?.promptForLibedit }
        edit_line_set_reader(editor) { editor, character in
            guard let scalar = reader(of: editor)?.nextCharacter() else {
                errno = EINTR
                return -1
            }
            character?.pointee = wchar_t(scalar.value)
            return 1
        }
        edit_line_add_command(editor, EditorCommand.complete.rawValue) { editor, _ in
            UInt8(reader(of: editor)?.complete() ?? CC_ERROR)
        }
        edit_line_add_command(editor, EditorCommand.paste.rawValue) { editor, _ in
            UInt8(reader(of: editor)?.insertPasted() ?? CC_ERROR)
        }
        edit_line_add_command(editor, EditorCommand.help.rawValue) { editor, _ in
            UInt8(reader(of: editor)?.enterHelp() ?? CC_ERROR)
        }
        bindOwnKeys()
        bindKeysOfTerminals()
        hasReadSettings = edit_line_read_settings(editor)
        // `bind -v` and `bind -e` forget all bindings; a Tab of the user's own is left alone.
        bindOwnKeys()
    }

    private func bindOwnKeys() {
        for command in EditorCommand.allCases {
            let key = String(command.key)
            if command == .complete, !libeditHasTab() { continue }
            edit_line_bind(editor, key, command.rawValue)
            if command != .complete {
                edit_line_bind_vi_command(editor, key, command.rawValue)
            }
        }
    }

    /// Whether Tab does what libedit makes it do when nobody has said otherwise.
    private func libeditHasTab() -> Bool {
        edit_line_key_runs(editor, "\t", "ed-insert") || edit_line_key_runs(editor, "\t", "ed-unassigned")
    }

    /// Keys that libedit does not know and would take for text: an answer is not to hold a `~`.
    private func bindKeysOfTerminals() {
        let commands = [
            "em-next-word": ["[1;5C", "[1;3C"],
            "ed-prev-word": ["[1;5D", "[1;3D"],
            "ed-move-to-beg": ["[1~", "[7~"],
            "ed-move-to-end": ["[4~", "[8~"],
            "ed-delete-next-char": ["[3~"],
            "ed-ignore": [2, 5, 6, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map { "[\($0)~" }
                + ["OQ", "OR", "OS"],
        ]
        for (command, keys) in commands {
            for key in keys {
                edit_line_bind(editor, "\\e" + key, command)
            }
        }
    }
}

/// The reader that an editor belongs to.
private func reader(of editor: OpaquePointer?) -> EditLineReader? {
    edit_line_owner(editor).map { Unmanaged<EditLineReader>.fromOpaque($0).takeUnretainedValue() }
}
