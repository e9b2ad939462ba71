#ifndef CSYSTEM_H
#define CSYSTEM_H

// A crash leaves neither a core dump nor a backtrace: both would hold what people wrote.
void canary_leave_no_traces(void);

#endif
