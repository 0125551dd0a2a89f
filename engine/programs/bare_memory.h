// The ring that everybody writes first: one sender, one receiver, two numbers, and a futex for whoever finds it empty
// or full. It lies in the memory of the link, in the place of the ring that is there (links/shared_ring.h), whose words
// it uses. Each message is copied in and out.
#pragma once

#include "programs/bare_ends.h"
#include "programs/ports.h"

namespace ipclab {

[[nodiscard]] BareMemory mapRing(const PortPlan& port);
[[nodiscard]] std::unique_ptr<BareOut> makeRingOut(const BareMemory& memory, const PortPlan& port,
                                                   std::uint32_t sizeBytes, const SegmentPeers& peers);
[[nodiscard]] std::unique_ptr<BareIn> makeRingIn(const BareMemory& memory, const PortPlan& port,
                                                 std::uint32_t sizeBytes, const SegmentPeers& peers);

}  // namespace ipclab
