#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <xlsxwriter.h>

/// A file in memory that is gone once its descriptor is closed; -1 where there is none, and `errno` says why.
int workbook_memory_file(void);

#endif
