// Signal-driven input (fcntl(2), F_SETOWN, O_ASYNC): the kernel sends SIGIO when a descriptor becomes readable, and the
// process goes on with something else until then. One process, any number of descriptors; a signal says that something
// has arrived, not where.
#pragma once

namespace ipclab {

// Asks for SIGIO whenever that descriptor becomes readable. Throws std::system_error, as for a regular file.
void askForIoSignal(int fd);

// Forgets what has arrived so far; to be called before looking for it.
void clearIoSignal();
[[nodiscard]] bool ioSignalArrived();

}  // namespace ipclab
