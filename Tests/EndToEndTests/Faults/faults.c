// Preloaded into a program under test: makes a call to the disk fail, or kills the program at it.
//
//   FAULT_UNDER   the folder whose files are meant; calls on other files pass
//   FAULT_CALLS   the calls that are counted, such as "write rename"
//   FAULT_AT      which of them, counted from 1
//   FAULT_ERROR   the errno that it gives; "kill" before the call, "kill-after" behind it
//   FAULT_STAYS   1: every later one of these calls fails, too, as on a full disk
//   FAULT_MARK    a file that is made when a call is hit
//   FAULT_WIDE    1: files and folders are made for everybody, and that cannot be changed, as on a USB stick
//   FAULT_FD      of write: this descriptor alone, such as 2
//   FAULT_CLOCK   the seconds since 1970 that the clock says
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { most = 4096 };
static char known[most];
static int hits = 0;

static const char *given(const char *name) {
    const char *value = getenv(name);
    return value ? value : "";
}

static bool is_under(const char *path) {
    const char *folder = given("FAULT_UNDER");
    return path && *folder && strncmp(path, folder, strlen(folder)) == 0;
}

static bool is_known(int file) {
    const char *alone = given("FAULT_FD");
    if (*alone) return file == atoi(alone);
    return file >= 0 && file < most && known[file];
}

static bool counts(const char *call) {
    const char *calls = given("FAULT_CALLS"), *found = strstr(calls, call);
    size_t length = strlen(call);
    while (found) {
        if ((found == calls || found[-1] == ' ') && (found[length] == ' ' || !found[length])) return true;
        found = strstr(found + 1, call);
    }
    return false;
}

static void end(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); }

// -1 where the call passes, 0 where the program is killed behind it, else the errno that it gives.
static int fault(const char *call) {
    if (!counts(call)) return -1;
    int at = atoi(given("FAULT_AT")), number = __atomic_add_fetch(&hits, 1, __ATOMIC_SEQ_CST);
    if (number != at && !(number > at && *given("FAULT_STAYS"))) return -1;
    long mark = syscall(SYS_openat, AT_FDCWD, given("FAULT_MARK"), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (mark >= 0) syscall(SYS_close, mark);
    const char *error = given("FAULT_ERROR");
    if (strcmp(error, "kill") == 0) end();
    if (strcmp(error, "kill-after") == 0) return 0;
    return atoi(error);
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define FAIL(call, isMeant, result)                 \
    int code = (isMeant) ? fault(call) : -1;        \
    if (code > 0) {                                 \
        errno = code;                               \
        return result;                              \
    }
#define RETURN(value)                               \
    __typeof__(value) result = (value);             \
    if (code == 0) end();                           \
    return result

int open(const char *path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
    va_end(list);
    REAL(open);
    FAIL("open", is_under(path), -1)
    bool isWide = *given("FAULT_WIDE") && is_under(path) && flags & O_CREAT;
    int file = real(path, flags, isWide ? 0777 : mode);
    if (isWide && file >= 0) syscall(SYS_fchmod, file, 0777);
    if (file >= 0 && file < most) known[file] = is_under(path);
    if (code == 0) end();
    return file;
}

int close(int file) {
    REAL(close);
    if (file >= 0 && file < most) known[file] = 0;
    return real(file);
}

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    int code = is_known(file) ? fault("write") : -1;
    if (code > 0) {
        // A disk that fills up takes some of it first.
        if (code == ENOSPC && count > 1 && !*given("FAULT_STAYS")) real(file, bytes, count / 2);
        errno = code;
        return -1;
    }
    RETURN(real(file, bytes, count));
}

int fsync(int file) {
    REAL(fsync);
    FAIL("fsync", is_known(file), -1)
    RETURN(real(file));
}

int fdatasync(int file) {
    REAL(fdatasync);
    FAIL("fsync", is_known(file), -1)
    RETURN(real(file));
}

int ftruncate(int file, off_t length) {
    REAL(ftruncate);
    FAIL("ftruncate", is_known(file), -1)
    RETURN(real(file, length));
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    REAL(pread);
    FAIL("read", is_known(file), -1)
    RETURN(real(file, bytes, count, offset));
}

int fchmod(int file, mode_t mode) {
    REAL(fchmod);
    FAIL("chmod", is_known(file), -1)
    if (*given("FAULT_WIDE") && is_known(file)) return 0;
    RETURN(real(file, mode));
}

int fchmodat(int folder, const char *path, mode_t mode, int flags) {
    REAL(fchmodat);
    FAIL("chmod", is_under(path), -1)
    if (*given("FAULT_WIDE") && is_under(path)) return 0;
    RETURN(real(folder, path, mode, flags));
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    FAIL("mkdir", is_under(path), -1)
    int made = real(path, mode);
    if (made == 0 && *given("FAULT_WIDE") && is_under(path)) syscall(SYS_chmod, path, 0777);
    if (code == 0) end();
    return made;
}

int rename(const char *path, const char *name) {
    REAL(rename);
    FAIL("rename", is_under(name), -1)
    RETURN(real(path, name));
}

int renameat2(int folder, const char *path, int other, const char *name, unsigned int flags) {
    REAL(renameat2);
    FAIL("rename", is_under(name), -1)
    RETURN(real(folder, path, other, name, flags));
}

int link(const char *path, const char *name) {
    REAL(link);
    FAIL("rename", is_under(name), -1)
    RETURN(real(path, name));
}

int unlink(const char *path) {
    REAL(unlink);
    FAIL("unlink", is_under(path), -1)
    RETURN(real(path));
}

int flock(int file, int operation) {
    REAL(flock);
    FAIL("flock", is_known(file), -1)
    RETURN(real(file, operation));
}

int fstat(int file, struct stat *status) {
    REAL(fstat);
    FAIL("stat", is_known(file), -1)
    RETURN(real(file, status));
}

int lstat(const char *path, struct stat *status) {
    REAL(lstat);
    FAIL("stat", is_under(path), -1)
    RETURN(real(path, status));
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    const char *seconds = given("FAULT_CLOCK");
    if (clock != CLOCK_REALTIME || !*seconds) return (int)syscall(SYS_clock_gettime, clock, now);
    now->tv_sec = atoll(seconds);
    now->tv_nsec = 0;
    return 0;
}
