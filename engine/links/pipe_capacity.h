// The capacity of pipes and FIFOs (pipe(7), F_SETPIPE_SZ in fcntl(2)).
#pragma once

#include "links/mechanism.h"

namespace ipclab {

// Why a pipe cannot have that many bytes, and what can be done; empty: it can. Reads fs.pipe-max-size.
Refusal pipeCapacityRefusal(const LinkRequest& spec);

// Sets what was asked for, if anything was. Returns what the kernel gave. Throws std::system_error.
std::uint64_t setPipeCapacity(int fd, std::optional<std::uint64_t> wantedBytes);

}  // namespace ipclab
