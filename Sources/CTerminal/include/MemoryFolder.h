#ifndef MEMORY_FOLDER_H
#define MEMORY_FOLDER_H

#include <stdbool.h>

/// Whether a folder is on a file system that is kept in memory, and on no disk.
bool folder_is_in_memory(const char *path);

#endif
