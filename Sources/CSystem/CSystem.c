#define _GNU_SOURCE
#include "CSystem.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static int argument_count = 0;
static char **argument_values = NULL;

// The C library hands them to whatever runs before main. Swift's own `CommandLine` reads /proc/self/cmdline, and has
// none where that cannot be opened.
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
    argument_count = count;
    argument_values = values;
}

int canary_argument_count(void) { return argument_count; }

const char *canary_argument(int index) {
    return index >= 0 && index < argument_count ? argument_values[index] : NULL;
}

int canary_rename_to_free_name(const char *path, const char *name) {
    return renameat2(AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE);
}

void canary_leave_no_traces(void) {
    // The limit alone does not hold back a dump that the system pipes to a program.
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    // Swift's runtime prints backtraces from handlers of its own.
    const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
    for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) {
        signal(crashes[index], SIG_DFL);
    }
}
