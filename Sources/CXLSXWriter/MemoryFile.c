#define _GNU_SOURCE
#include "CXLSXWriter.h"
#include <sys/mman.h>

int workbook_memory_file(void) {
    return memfd_create("canary-workbook", MFD_CLOEXEC);
}
