#include "MemoryFolder.h"

#include <linux/magic.h>
#include <sys/vfs.h>

bool folder_is_in_memory(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 && (status.f_type == TMPFS_MAGIC || status.f_type == RAMFS_MAGIC);
}
