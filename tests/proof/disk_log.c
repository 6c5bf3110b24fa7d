/* Loaded before the C library (LD_PRELOAD): notes every change of a file below $DISK_LOG_ROOT in $DISK_LOG, in order.
 *
 * A record is: kind (1 byte: w write, t truncate, s sync, r rename, d delete), length of the path (2), offset or size
 * (8), length of what follows (4), all little-endian; the path; the bytes, or the new path.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *root;
static int sink = -1;

__attribute__((constructor)) static void begin(void) {
    root = getenv("DISK_LOG_ROOT");
    const char *path = getenv("DISK_LOG");
    if (root != NULL && path != NULL) {
        sink = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static void emit(const void *bytes, size_t count) {
    const char *next = bytes;
    while (count > 0) {
        long done = syscall(SYS_write, sink, next, count);
        if (done <= 0) {
            abort();
        }
        next += done;
        count -= (size_t)done;
    }
}

static void note(char kind, const char *path, uint64_t at, const void *bytes, uint32_t count) {
    uint16_t length = (uint16_t)strlen(path);
    emit(&kind, 1);
    emit(&length, sizeof length);
    emit(&at, sizeof at);
    emit(&count, sizeof count);
    emit(path, length);
    emit(bytes, count);
}

static int ours(const char *path) {
    return sink >= 0 && strncmp(path, root, strlen(root)) == 0;
}

static int path_of(int file, char *path, size_t room) {
    char link[64];
    if (sink < 0 || file == sink) {
        return 0;
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, room - 1);
    if (length <= 0) {
        return 0;
    }
    path[length] = 0;
    return ours(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
    char path[4096];
    if (!path_of(file, path, sizeof path)) {
        return REAL(write)(file, bytes, count);
    }
    pthread_mutex_lock(&turn);
    ssize_t done = REAL(write)(file, bytes, count);
    if (done > 0) {
        /* The file's position is behind what was written, also of one that is only ever added to. */
        note('w', path, (uint64_t)(lseek(file, 0, SEEK_CUR) - done), bytes, (uint32_t)done);
    }
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    char path[4096];
    if (!path_of(file, path, sizeof path)) {
        return REAL(pwrite64)(file, bytes, count, at);
    }
    pthread_mutex_lock(&turn);
    ssize_t done = REAL(pwrite64)(file, bytes, count, at);
    if (done > 0) {
        note('w', path, (uint64_t)at, bytes, (uint32_t)done);
    }
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return pwrite64(file, bytes, count, at); }

int ftruncate64(int file, off64_t size) {
    char path[4096];
    int known = path_of(file, path, sizeof path);
    pthread_mutex_lock(&turn);
    int failed = REAL(ftruncate64)(file, size);
    if (known && !failed) {
        note('t', path, (uint64_t)size, "", 0);
    }
    pthread_mutex_unlock(&turn);
    return failed;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

static int synced(int file, int (*real)(int)) {
    char path[4096];
    int known = path_of(file, path, sizeof path);
    pthread_mutex_lock(&turn);
    int failed = real(file);
    if (known && !failed) {
        note('s', path, 0, "", 0);
    }
    pthread_mutex_unlock(&turn);
    return failed;
}

int fsync(int file) { return synced(file, REAL(fsync)); }

int fdatasync(int file) { return synced(file, REAL(fdatasync)); }

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&turn);
    int failed = REAL(rename)(from, to);
    if (!failed && ours(from)) {
        note('r', from, 0, to, (uint32_t)strlen(to));
    }
    pthread_mutex_unlock(&turn);
    return failed;
}

int unlink(const char *path) {
    pthread_mutex_lock(&turn);
    int failed = REAL(unlink)(path);
    if (!failed && ours(path)) {
        note('d', path, 0, "", 0);
    }
    pthread_mutex_unlock(&turn);
    return failed;
}
