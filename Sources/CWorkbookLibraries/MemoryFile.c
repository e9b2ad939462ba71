#define _GNU_SOURCE
#include "CWorkbookLibraries.h"
#include <sys/mman.h>

int workbook_memory_file(void) {
    return memfd_create("canary-workbook", MFD_CLOEXEC);
}
