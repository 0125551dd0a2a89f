// The replies a server keeps, so that it knows a repeated request again and answers it without executing it once more.
// In the server's memory: it is gone with the server. Bounded by what its callers still wait for: a caller says with
// each request up to which call it has done with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

#include "rpc/call.h"

namespace ipclab {

class ReplyCache {
public:
    // Forgets the replies to calls below that; a request for one of them is a late copy from then on.
    void settle(std::uint32_t caller, std::uint64_t below);
    [[nodiscard]] bool isSettled(std::uint32_t caller, std::uint64_t id) const;
    [[nodiscard]] std::optional<CallReply> find(std::uint32_t caller, std::uint64_t id) const;
    void put(std::uint32_t caller, const CallReply& reply);
    [[nodiscard]] std::size_t size() const;

private:
    struct OfCaller {
        std::uint64_t settledBelow = 0;
        std::map<std::uint64_t, CallReply> replies;  // by call
    };
    std::map<std::uint32_t, OfCaller> m_callers;
};

}  // namespace ipclab
