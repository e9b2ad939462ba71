#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int pseudo_terminal_open(int rows, int columns, char *name, size_t capacity) {
    int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (terminal < 0) {
        return -1;
    }
    if (grantpt(terminal) != 0 || unlockpt(terminal) != 0 || ptsname_r(terminal, name, capacity) != 0
        || !pseudo_terminal_resize(terminal, rows, columns)) {
        int saved = errno;
        close(terminal);
        errno = saved;
        return -1;
    }
    return terminal;
}

bool pseudo_terminal_resize(int terminal, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(terminal, TIOCSWINSZ, &size) == 0;
}

static pid_t spawn(const char *path, char *const arguments[], char *const environment[],
                   const char *folder, posix_spawn_file_actions_t *actions) {
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    if (folder != NULL) {
        posix_spawn_file_actions_addchdir_np(actions, folder);
    }
    pid_t process = -1;
    int code = posix_spawnp(&process, path, actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(actions);
    if (code != 0) {
        errno = code;
        return -1;
    }
    return process;
}

pid_t spawn_in_terminal(const char *path, char *const arguments[], char *const environment[],
                        const char *folder, const char *terminal) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    // The first terminal that the leader of a new session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, 0, 1);
    posix_spawn_file_actions_adddup2(&actions, 0, 2);
    return spawn(path, arguments, environment, folder, &actions);
}

pid_t spawn_with_pipes(const char *path, char *const arguments[], char *const environment[],
                       const char *folder, int input, int output, int errors) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, errors, 2);
    return spawn(path, arguments, environment, folder, &actions);
}

bool pipe_open(int ends[2]) {
    // A child that reads no further is not to end the test.
    signal(SIGPIPE, SIG_IGN);
    return pipe2(ends, O_CLOEXEC) == 0;
}

int process_descriptor(pid_t process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}
