/* Preloaded into a process, notes every change it makes below $RECORD_ROOT, and what it says on its standard
 * output, in the order of happening, in $RECORD_LOG. A record: op, flags, inode, offset, two lengths, two
 * texts (see recording.py). Copying inside the kernel is refused, so that all content passes through write.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static char root[4096];
static size_t root_length;
static uint64_t inode_of[FDS];
static unsigned char append_to[FDS];

struct record { uint32_t op, flags; uint64_t inode, offset; uint32_t first, second; } __attribute__((packed));

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("RECORD_ROOT"), *log = getenv("RECORD_LOG");
    if (!where || !log) return;
    strncpy(root, where, sizeof root - 1);
    root_length = strlen(root);
    log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char op, uint32_t flags, uint64_t inode, uint64_t offset,
                 const void *first, size_t n, const void *second, size_t m) {
    struct record r = {(uint32_t)op, flags, inode, offset, (uint32_t)n, (uint32_t)m};
    struct iovec parts[3] = {{&r, sizeof r}, {(void *)first, n}, {(void *)second, m}};
    if (log_fd >= 0) syscall(SYS_writev, log_fd, parts, 3);
}

static int ours(const char *path) {
    return log_fd >= 0 && path && strncmp(path, root, root_length) == 0;
}

static int known(int fd) { return fd >= 0 && fd < FDS && inode_of[fd]; }

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)

static int opened(int fd, const char *path, int flags) {
    struct stat s;
    if (fd >= 0 && fd < FDS) {
        inode_of[fd] = 0;
        if (ours(path) && fstat(fd, &s) == 0) {
            inode_of[fd] = s.st_ino;
            append_to[fd] = (flags & O_APPEND) != 0;
            note(S_ISDIR(s.st_mode) ? 'D' : 'O', (uint32_t)flags, s.st_ino, 0, path, strlen(path), "", 0);
        }
    }
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
        pthread_mutex_lock(&lock); \
        int fd = opened(real(path, flags, mode), path, flags); \
        pthread_mutex_unlock(&lock); \
        return fd; \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
        pthread_mutex_lock(&lock); \
        int fd = opened(real(at, path, flags, mode), path, flags); \
        pthread_mutex_unlock(&lock); \
        return fd; \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    REAL(close);
    pthread_mutex_lock(&lock);
    if (fd >= 0 && fd < FDS) inode_of[fd] = 0;
    int result = real(fd);
    pthread_mutex_unlock(&lock);
    return result;
}

ssize_t write(int fd, const void *data, size_t n) {
    REAL(write);
    if (!known(fd) && fd != 1) return real(fd, data, n); /* a full pipe would wait here for a thread of ours */
    pthread_mutex_lock(&lock);
    off_t at = 0;
    if (known(fd)) at = append_to[fd] ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, data, n);
    if (done > 0 && known(fd)) note('W', 0, inode_of[fd], (uint64_t)at, data, (size_t)done, "", 0);
    if (done > 0 && fd == 1) note('A', 0, 0, 0, data, (size_t)done, "", 0);
    pthread_mutex_unlock(&lock);
    return done;
}

#define PWRITE(name) \
    ssize_t name(int fd, const void *data, size_t n, off_t at) { \
        REAL(name); \
        pthread_mutex_lock(&lock); \
        ssize_t done = real(fd, data, n, at); \
        if (done > 0 && known(fd)) note('W', 0, inode_of[fd], (uint64_t)at, data, (size_t)done, "", 0); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define TRUNCATE(name) \
    int name(int fd, off_t length) { \
        REAL(name); \
        pthread_mutex_lock(&lock); \
        int result = real(fd, length); \
        if (result == 0 && known(fd)) note('T', 0, inode_of[fd], (uint64_t)length, "", 0, "", 0); \
        pthread_mutex_unlock(&lock); \
        return result; \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define SYNC(name) \
    int name(int fd) { \
        REAL(name); \
        pthread_mutex_lock(&lock); \
        int result = real(fd); \
        if (result == 0 && known(fd)) note('S', 0, inode_of[fd], 0, "", 0, "", 0); \
        pthread_mutex_unlock(&lock); \
        return result; \
    }
SYNC(fsync)
SYNC(fdatasync)

static int two(char op, int result, uint64_t inode, const char *from, const char *to) {
    if (result == 0 && (ours(from) || ours(to))) note(op, 0, inode, 0, from, strlen(from), to, strlen(to));
    return result;
}

static int one(char op, int result, const char *path) {
    if (result == 0 && ours(path)) note(op, 0, 0, 0, path, strlen(path), "", 0);
    return result;
}

#define LOCKED(call) pthread_mutex_lock(&lock); int result = call; pthread_mutex_unlock(&lock); return result

int rename(const char *from, const char *to) {
    REAL(rename);
    LOCKED(two('R', real(from, to), 0, from, to));
}

int renameat(int a, const char *from, int b, const char *to) {
    REAL(renameat);
    LOCKED(two('R', real(a, from, b, to), 0, from, to));
}

static int linked(int result, const char *to) {
    struct stat s;
    uint64_t inode = result == 0 && stat(to, &s) == 0 ? s.st_ino : 0;
    return two('L', result, inode, "", to);
}

int link(const char *from, const char *to) {
    REAL(link);
    LOCKED(linked(real(from, to), to));
}

int linkat(int a, const char *from, int b, const char *to, int flags) {
    REAL(linkat);
    LOCKED(linked(real(a, from, b, to, flags), to));
}

int unlink(const char *path) {
    REAL(unlink);
    LOCKED(one('U', real(path), path));
}

int unlinkat(int at, const char *path, int flags) {
    REAL(unlinkat);
    if (at != AT_FDCWD && log_fd >= 0) {  /* shutil.rmtree walks by descriptors: the folder's own name is asked */
        char link_name[64], whole[4096];
        snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", at);
        ssize_t n = readlink(link_name, whole, sizeof whole - 2);
        if (n > 0) {
            snprintf(whole + n, sizeof whole - (size_t)n, "/%s", path);
            LOCKED(one((flags & AT_REMOVEDIR) ? 'X' : 'U', real(at, path, flags), whole));
        }
    }
    LOCKED(one((flags & AT_REMOVEDIR) ? 'X' : 'U', real(at, path, flags), path));
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    LOCKED(one('M', real(path, mode), path));
}

int rmdir(const char *path) {
    REAL(rmdir);
    LOCKED(one('X', real(path), path));
}

ssize_t sendfile(int out, int in, off_t *at, size_t n) {
    (void)out; (void)in; (void)at; (void)n;
    errno = ENOTSOCK;
    return -1;
}

ssize_t sendfile64(int out, int in, off_t *at, size_t n) { return sendfile(out, in, at, n); }

ssize_t copy_file_range(int in, off_t *a, int out, off_t *b, size_t n, unsigned flags) {
    (void)in; (void)a; (void)out; (void)b; (void)n; (void)flags;
    errno = EXDEV;
    return -1;
}
