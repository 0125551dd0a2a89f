#include "rpc/reply_cache.h"

#include <algorithm>

namespace ipclab {

void ReplyCache::settle(std::uint32_t caller, std::uint64_t below) {
    OfCaller& its = m_callers[caller];
    its.settledBelow = std::max(its.settledBelow, below);  // requests overtake one another
    its.replies.erase(its.replies.begin(), its.replies.lower_bound(its.settledBelow));
}

bool ReplyCache::isSettled(std::uint32_t caller, std::uint64_t id) const {
    const auto its = m_callers.find(caller);
    return its != m_callers.end() && id < its->second.settledBelow;
}

std::optional<CallReply> ReplyCache::find(std::uint32_t caller, std::uint64_t id) const {
    const auto its = m_callers.find(caller);
    if (its == m_callers.end()) return std::nullopt;
    const auto reply = its->second.replies.find(id);
    return reply == its->second.replies.end() ? std::nullopt : std::optional(reply->second);
}

void ReplyCache::put(std::uint32_t caller, const CallReply& reply) {
    m_callers[caller].replies.insert_or_assign(reply.id, reply);
}

std::size_t ReplyCache::size() const {
    std::size_t count = 0;
    for (const auto& [caller, its] : m_callers) count += its.replies.size();
    return count;
}

}  // namespace ipclab
