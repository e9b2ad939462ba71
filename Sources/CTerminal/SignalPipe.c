#define _GNU_SOURCE
#include "SignalPipe.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

static int ends[2] = {-1, -1};

static void write_number(int number) {
    int saved = errno;
    unsigned char byte = (unsigned char)number;
    // A full pipe already holds more news than anybody needs.
    ssize_t written = write(ends[1], &byte, 1);
    (void)written;
    errno = saved;
}

// A terminal that Ctrl-S has stopped would keep the program from saying good-bye, and so from ending, for ever. Only
// what was stopped here can be started here, hence both calls; SIGTTOU is blocked while this runs.
static void write_number_and_let_output_go_on(int number) {
    int saved = errno;
    for (int descriptor = STDOUT_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        if (tcflow(descriptor, TCOOFF) == 0) {
            tcflow(descriptor, TCOON);
        }
    }
    errno = saved;
    write_number(number);
}

static void do_nothing(int number) {
    (void)number;
}

static void handle(int number, void (*handler)(int)) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaddset(&action.sa_mask, SIGTTOU);
    sigaction(number, &action, NULL);
}

bool signal_pipe_install(const int *signals, int count) {
    if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return false;
    }
    for (int index = 0; index < count; index++) {
        struct sigaction before;
        if (sigaction(signals[index], NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
            bool ends_program = signals[index] == SIGTERM || signals[index] == SIGHUP;
            handle(signals[index], ends_program ? write_number_and_let_output_go_on : write_number);
        }
    }
    return true;
}

int signal_pipe_descriptor(void) {
    return ends[0];
}

void signal_pipe_catch_failed_writes(void) {
    handle(SIGPIPE, do_nothing);
    handle(SIGXFSZ, do_nothing);
}

void signal_pipe_let_stop(bool stops) {
    struct sigaction now;
    if (sigaction(SIGTSTP, NULL, &now) == 0 && now.sa_handler != SIG_IGN && ends[0] >= 0) {
        handle(SIGTSTP, stops ? SIG_DFL : write_number);
    }
}

void signal_pipe_stop(void) {
    signal_pipe_let_stop(true);
    raise(SIGTSTP);
    signal_pipe_let_stop(false);
}

void signal_pipe_fill_standard_descriptors(void) {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        // The lowest that is free is the one; opened for the other direction, it refuses what comes.
        if (fcntl(descriptor, F_GETFD) < 0) {
            int opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
            (void)opened;
        }
    }
}

static sigset_t mask_before;
static int holds;

int signals_hold(void) {
    sigset_t held;
    sigemptyset(&held);
    const int ends_programs[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    for (size_t index = 0; index < sizeof ends_programs / sizeof *ends_programs; index++) {
        sigaddset(&held, ends_programs[index]);
    }
    // Of holds within one another only the first knows what was let through before.
    pthread_sigmask(SIG_BLOCK, &held, holds++ == 0 ? &mask_before : NULL);
    return signalfd(-1, &held, SFD_CLOEXEC | SFD_NONBLOCK);
}

void signals_release(int descriptor) {
    if (descriptor >= 0) {
        close(descriptor);
    }
    if (--holds == 0) {
        pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
    }
}
