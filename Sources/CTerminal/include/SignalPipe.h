#ifndef SIGNAL_PIPE_H
#define SIGNAL_PIPE_H

#include <stdbool.h>

/// Installs handlers that write each signal's number, as one byte, into a pipe that does not block.
/// A signal that was ignored when the program started stays ignored, as `nohup` wants it.
/// Returns false, with `errno` set, when there is no pipe to be had.
bool signal_pipe_install(const int *signals, int count);

/// The pipe's reading end, or -1 before `signal_pipe_install`.
int signal_pipe_descriptor(void);

/// A write to a closed pipe then fails with EPIPE, and one beyond the limit of a file's size with EFBIG; neither
/// kills anybody. Programs started later get the default back, which an ignored signal would not give them.
void signal_pipe_catch_failed_writes(void);

/// Gives SIGTSTP its default back while another program has the terminal, and takes it again: the shell
/// sees a stop only when every process of the job has stopped.
void signal_pipe_let_stop(bool stops);

/// Opens /dev/null in the place of standard input, output or error where they are closed.
void signal_pipe_fill_standard_descriptors(void);

/// Stops the process as SIGTSTP does by default, and returns when it is continued.
void signal_pipe_stop(void);

/// Holds back INT, TERM, HUP and QUIT until `signals_release`.
///
/// Returns a descriptor that can be read while one of them waits; -1 where the system has none left.
int signals_hold(void);

/// Closes the descriptor; what was held back happens now.
void signals_release(int descriptor);

#endif
