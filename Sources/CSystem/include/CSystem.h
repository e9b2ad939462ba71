#ifndef CSYSTEM_H
#define CSYSTEM_H

// A crash leaves neither a core dump nor a backtrace: both would hold what people wrote.
void canary_leave_no_traces(void);

// How many words the program was started with, its own name among them.
int canary_argument_count(void);

// The word of that index, from 0; NULL where there is none.
const char *canary_argument(int index);

// Gives a file another name in one step, and never that of a file that is there: EEXIST. EINVAL where the file system
// cannot.
int canary_rename_to_free_name(const char *path, const char *name);

#endif
