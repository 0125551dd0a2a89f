// What the ends of several mechanisms do with the descriptors of their wiring.
#pragma once

#include <memory>
#include <string_view>

#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "links/mechanism.h"

namespace ipclab {

// Takes an inherited descriptor over: it closes with its owner and at the next exec. Throws when it is not open.
UniqueFd adoptDescriptor(int fd);

// A second descriptor for the same open file description, close-on-exec.
UniqueFd duplicate(int fd);

// The number at that place of the wiring. Throws std::invalid_argument when the wiring is not of this mechanism.
std::uint64_t wiredNumber(const EndWiring& wiring, std::size_t index);
int wiredDescriptor(const EndWiring& wiring, std::size_t index);
const std::string& wiredName(const EndWiring& wiring, std::size_t index);

// Zero-filled memory shared by inheriting a descriptor (memfd_create(2)).
struct SharedMemoryFile {
    UniqueFd fd;
    SharedMapping mapping;
};
SharedMemoryFile makeSharedMemoryFile(const char* name, std::size_t sizeBytes);

}  // namespace ipclab
