#ifndef CWORKBOOKLIBRARIES_H
#define CWORKBOOKLIBRARIES_H

#include <xlsxwriter.h>
#include <zip.h>

/// A file in memory that is gone once its descriptor is closed; -1 where there is none, and `errno` says why.
int workbook_memory_file(void);

/// Whether libxlsxwriter is on this machine; it is loaded when it is first asked for.
int workbook_can_write(void);

/// Whether libzip is on this machine; it is loaded when it is first asked for.
int workbook_can_read(void);

#endif
