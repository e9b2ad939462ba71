#ifndef EDIT_LINE_CALLS_H
#define EDIT_LINE_CALLS_H

#include <histedit.h>
#include <stdbool.h>

// el_set, el_get and history take a variable number of arguments, which Swift cannot call: a plain
// function stands here for each use of them.

/// Opens an editor on stdin, stdout and stderr, with Emacs bindings (libedit's own default is vi) and
/// EL_SIGNAL off; NULL where the terminal cannot be edited on. At most one is open; `exit` closes it.
EditLine *edit_line_open(const char *program);

/// Puts the terminal back as `edit_line_open` found it and frees the editor. In the background the
/// terminal belongs to somebody else and is left alone.
void edit_line_close(EditLine *editor);

/// Whether the editor edits: not after `edit off` in .editrc.
bool edit_line_edits(EditLine *editor);

/// Reads the user's .editrc, first in a child: a quotation mark without its other half ends libedit 3.1 in a
/// segmentation fault. False where the child did not come to its end; then nothing of the file was read here.
bool edit_line_read_settings(EditLine *editor);

void edit_line_set_owner(EditLine *editor, void *owner);
void *edit_line_owner(EditLine *editor);

/// Zero-width runs of the prompt stand between two '\1'.
void edit_line_set_prompt(EditLine *editor, char *(*prompt)(EditLine *));
void edit_line_set_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *));
void edit_line_set_history(EditLine *editor, History *lines);

/// Adds an editor command, which answers with one of the `CC_` codes.
void edit_line_add_command(EditLine *editor, const char *name, unsigned char (*command)(EditLine *, int));

/// Binds a key in the insert map, or in the map of vi's command mode.
void edit_line_bind(EditLine *editor, const char *key, const char *command);
void edit_line_bind_vi_command(EditLine *editor, const char *key, const char *command);

/// Whether `key` runs the command of this name.
bool edit_line_key_runs(EditLine *editor, const char *key, const char *command);

/// Puts the terminal into the editor's mode, or back into the mode that programs run in.
void edit_line_set_raw(EditLine *editor, bool raw);

/// Draws prompt and line again from where the cursor stands.
void edit_line_refresh(EditLine *editor);

History *edit_line_history_open(int size);
void edit_line_history_add(History *lines, const char *line);

// Adds a line and returns its number, to remove it by; -1 where it is the newest line already, or cannot be added.
int edit_line_history_keep(History *lines, const char *line);
void edit_line_history_remove(History *lines, int number);

#endif
