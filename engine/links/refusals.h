// What several mechanisms refuse a link for; each names the link.
#pragma once

#include <string>

#include "core/sentences.h"
#include "links/mechanism.h"

namespace ipclab {

std::string refusedLink(const LinkRequest& spec, const std::string& why);

// Empty unless a message is larger than any of ours may be.
std::string aboveLaboratory(const LinkRequest& spec);

// A capacity was asked for in bytes, or in messages, and this counts the other.
std::string capacityInBytesRefusal(const LinkRequest& spec, Sentence countsMessages);
std::string capacityInMessagesRefusal(const LinkRequest& spec, Sentence countsBytes);

// limit: a name of sysctl(8).
std::string aboveSystemLimit(const std::string& asked, const std::string& limit, std::uint64_t has,
                             std::uint64_t wanted);

}  // namespace ipclab
