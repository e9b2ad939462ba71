#define _GNU_SOURCE
#include "EditLineCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static EditLine *open_editor;

static void close_at_exit(void) {
    edit_line_close(open_editor);
}

EditLine *edit_line_open(const char *program) {
    static bool registered;
    if (open_editor != NULL) {
        return NULL;
    }
    if (!registered) {
        registered = true;
        atexit(close_at_exit);
    }
    // What libedit says about a terminal that it does not know goes nowhere: the plain reader is used.
    FILE *nowhere = fopen("/dev/null", "we");
    if (nowhere == NULL) {
        return NULL;
    }
    EditLine *editor = el_init(program, stdin, stdout, nowhere);
    if (editor == NULL) {
        fclose(nowhere);
        return NULL;
    }
    open_editor = editor;
    el_set(editor, EL_SETFP, 2, stderr);
    fclose(nowhere);
    char *up = NULL;
    static char name[] = "up";
    bool moves = el_get(editor, EL_GETTC, name, &up) == 0 && up != NULL && *up != '\0';
    if (!moves || !edit_line_edits(editor)) {
        edit_line_close(editor);
        return NULL;
    }
    el_set(editor, EL_SIGNAL, 0);
    el_set(editor, EL_EDITOR, "emacs");
    return editor;
}

void edit_line_close(EditLine *editor) {
    if (editor == NULL || editor != open_editor) {
        return;
    }
    open_editor = NULL;
    pid_t foreground = tcgetpgrp(STDIN_FILENO);
    if (foreground >= 0 && foreground != getpgrp()) {
        return;
    }
    // el_end restores nothing while editing is off.
    el_set(editor, EL_EDITMODE, 1);
    el_end(editor);
}

bool edit_line_edits(EditLine *editor) {
    int edits = 0;
    return el_get(editor, EL_EDITMODE, &edits) == 0 && edits != 0;
}

bool edit_line_read_settings(EditLine *editor) {
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        alarm(2);
        el_source(editor, NULL);
        _exit(0);
    }
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (child < 0 || !WIFEXITED(status)) {
        return false;
    }
    el_source(editor, NULL);
    return true;
}

void edit_line_set_owner(EditLine *editor, void *owner) {
    el_set(editor, EL_CLIENTDATA, owner);
}

void *edit_line_owner(EditLine *editor) {
    void *owner = NULL;
    el_get(editor, EL_CLIENTDATA, &owner);
    return owner;
}

void edit_line_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
    el_set(editor, EL_PROMPT_ESC, prompt, '\1');
}

void edit_line_set_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *)) {
    el_set(editor, EL_GETCFN, reader);
}

void edit_line_set_history(EditLine *editor, History *lines) {
    el_set(editor, EL_HIST, history, lines);
}

void edit_line_add_command(EditLine *editor, const char *name, unsigned char (*command)(EditLine *, int)) {
    el_set(editor, EL_ADDFN, name, name, command);
}

void edit_line_bind(EditLine *editor, const char *key, const char *command) {
    el_set(editor, EL_BIND, key, command, NULL);
}

void edit_line_bind_vi_command(EditLine *editor, const char *key, const char *command) {
    el_set(editor, EL_BIND, "-a", key, command, NULL);
}

bool edit_line_key_runs(EditLine *editor, const char *key, const char *command) {
    // The one way to ask for a binding is to have it printed: `"^I"  ->  ed-insert`.
    char *printed = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&printed, &length);
    if (memory == NULL) {
        return false;
    }
    el_set(editor, EL_SETFP, 1, memory);
    el_set(editor, EL_BIND, key, NULL);
    el_set(editor, EL_SETFP, 1, stdout);
    fclose(memory);
    bool runs = false;
    const char *arrow = printed == NULL ? NULL : strstr(printed, "->");
    if (arrow != NULL) {
        const char *bound = arrow + 2 + strspn(arrow + 2, " \t");
        size_t extent = strcspn(bound, " \t\r\n");
        runs = strlen(command) == extent && strncmp(command, bound, extent) == 0;
    }
    free(printed);
    return runs;
}

void edit_line_set_raw(EditLine *editor, bool raw) {
    el_set(editor, EL_PREP_TERM, raw ? 1 : 0);
}

void edit_line_refresh(EditLine *editor) {
    el_set(editor, EL_REFRESH);
}

History *edit_line_history_open(int size) {
    History *lines = history_init();
    HistEvent event;
    if (lines != NULL) {
        history(lines, &event, H_SETSIZE, size);
        history(lines, &event, H_SETUNIQUE, 1);
    }
    return lines;
}

void edit_line_history_add(History *lines, const char *line) {
    HistEvent event;
    history(lines, &event, H_ENTER, line);
}

int edit_line_history_keep(History *lines, const char *line) {
    HistEvent event;
    int newest = history(lines, &event, H_FIRST) < 0 ? -1 : event.num;
    if (history(lines, &event, H_ENTER, line) < 0 || history(lines, &event, H_FIRST) < 0) return -1;
    return event.num == newest ? -1 : event.num;
}

void edit_line_history_remove(History *lines, int number) {
    HistEvent event;
    // The text of what is removed is the caller's.
    if (history(lines, &event, H_DEL, number) == 0) free((void *)event.str);
}
