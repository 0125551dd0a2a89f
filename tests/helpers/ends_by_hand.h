// For links whose ends are opened in the test's own process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "links/message.h"
#include "links/wiring.h"

namespace ipclab::test {

// For an end of this process, which closes what it is given, while the link keeps its own.
inline EndWiring duplicated(EndWiring wiring) {
    for (int& fd : wiring.descriptors) fd = duplicate(fd).release();
    return wiring;
}

inline std::vector<std::byte> stamped(std::uint32_t sizeBytes, std::uint64_t sequence) {
    std::vector<std::byte> message(sizeBytes);
    prepareMessage(message);
    stampMessage(message, sequence, 0, 0);
    return message;
}

}  // namespace ipclab::test
