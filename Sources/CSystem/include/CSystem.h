#ifndef CSYSTEM_H
#define CSYSTEM_H

// A crash leaves neither a core dump nor a backtrace: both would hold what people wrote.
void canary_leave_no_traces(void);

// How many words the program was started with, its own name among them.
int canary_argument_count(void);

// The word of that index, from 0; NULL where there is none.
const char *canary_argument(int index);

#endif
