#ifndef CPSEUDO_TERMINAL_H
#define CPSEUDO_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/// Opens a pseudo-terminal of a size. Returns its controlling side, which does not block and is closed
/// in children, and writes the name of the other side; -1 with `errno` when there is none.
int pseudo_terminal_open(int rows, int columns, char *name, size_t capacity);

/// Changes the size; the program in the foreground gets SIGWINCH.
bool pseudo_terminal_resize(int terminal, int rows, int columns);

/// Starts a program in a session of its own, with the terminal named as its controlling terminal and
/// its standard input, output and error. `folder` may be NULL. Returns the process, or -1 with `errno`.
pid_t spawn_in_terminal(const char *path, char *const arguments[], char *const environment[],
                        const char *folder, const char *terminal);

/// Starts a program in a session of its own with these three descriptors, as above.
pid_t spawn_with_pipes(const char *path, char *const arguments[], char *const environment[],
                       const char *folder, int input, int output, int errors);

/// A pipe that is closed in children, reading end first.
bool pipe_open(int ends[2]);

/// A descriptor that becomes readable when the process ends; -1 with `errno`.
int process_descriptor(pid_t process);

#endif
