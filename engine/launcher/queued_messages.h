// How many messages are queued on a link whose sockets drop what finds no room: what was sent, less what was received
// and what the kernel has counted as dropped. What is dropped was sent too: without the kernel's count it would be
// taken for queued until a later message shows the gap.
#pragma once

#include <functional>
#include <optional>

#include "core/segment.h"

namespace ipclab {

// Of all receivers together; nothing: one cannot be asked.
using AskDrops = std::function<std::optional<std::uint64_t>()>;

// copies: how many receivers get each message. What was sent is read between two readings of the rest, until these
// agree: a state that there was. Nothing where the drops are not known.
std::optional<std::uint64_t> queuedMessages(const Segment& segment, std::uint32_t link, std::uint64_t copies,
                                            const AskDrops& askDrops);

}  // namespace ipclab
