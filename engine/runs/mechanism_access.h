// Who can open the object of a link: asked of the object itself, as the system has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "links/mechanism.h"

namespace ipclab {

enum class AccessBy : std::uint8_t {
    Descriptor,  // it has no name: who inherits or is handed a descriptor
    Path,        // a name in a folder
    Name,        // of POSIX shared memory or a POSIX message queue
    Key,         // of a System V object
    Address      // of the Internet protocol: anybody reaches it, so a sender must show the nonce of the link
};
std::string_view id(AccessBy by);

struct LinkAccess {
    AccessBy by = AccessBy::Descriptor;
    std::optional<unsigned> mode{};        // its permission bits
    std::optional<unsigned> folderMode{};  // of the folder that its path is in
};

// Of a link that has just been made by this process.
LinkAccess accessOf(const Mechanism& mechanism, const Link& link);

}  // namespace ipclab
