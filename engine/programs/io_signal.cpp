#include "programs/io_signal.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <csignal>

#include "core/error.h"

namespace ipclab {

namespace {

volatile std::sig_atomic_t arrived = 0;

void onIoSignal(int) { arrived = 1; }

}  // namespace

void askForIoSignal(int fd) {
    struct sigaction action {};
    action.sa_handler = onIoSignal;
    check(::sigaction(SIGIO, &action, nullptr), "sigaction SIGIO");
    check(::fcntl(fd, F_SETOWN, ::getpid()), "fcntl F_SETOWN");
    check(::fcntl(fd, F_SETFL, check(::fcntl(fd, F_GETFL), "fcntl F_GETFL") | O_ASYNC), "fcntl O_ASYNC");
}

void clearIoSignal() { arrived = 0; }
bool ioSignalArrived() { return arrived != 0; }

}  // namespace ipclab
