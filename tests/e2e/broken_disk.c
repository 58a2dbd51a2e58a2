/* Preloaded into a process: while the file $BROKEN_WHEN exists, reading and writing below $BROKEN_ROOT fails
 * as on a disk that does not answer (EIO). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int broken(int fd) {
    const char *root = getenv("BROKEN_ROOT"), *when = getenv("BROKEN_WHEN");
    char link_name[64], path[4096];
    if (!root || !when || access(when, F_OK) != 0) return 0;
    snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link_name, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return strncmp(path, root, strlen(root)) == 0;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)
#define FAIL(fd) if (broken(fd)) { errno = EIO; return -1; }

ssize_t write(int fd, const void *data, size_t n) { REAL(write); FAIL(fd); return real(fd, data, n); }
ssize_t read(int fd, void *data, size_t n) { REAL(read); FAIL(fd); return real(fd, data, n); }
ssize_t pwrite(int fd, const void *d, size_t n, off_t at) { REAL(pwrite); FAIL(fd); return real(fd, d, n, at); }
ssize_t pwrite64(int fd, const void *d, size_t n, off_t at) { REAL(pwrite64); FAIL(fd); return real(fd, d, n, at); }
ssize_t pread(int fd, void *d, size_t n, off_t at) { REAL(pread); FAIL(fd); return real(fd, d, n, at); }
ssize_t pread64(int fd, void *d, size_t n, off_t at) { REAL(pread64); FAIL(fd); return real(fd, d, n, at); }
int fsync(int fd) { REAL(fsync); FAIL(fd); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); FAIL(fd); return real(fd); }
