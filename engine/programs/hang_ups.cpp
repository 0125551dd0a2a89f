#include "programs/hang_ups.h"

#include "programs/worker_context.h"

namespace ipclab {

namespace {

using std::memory_order_relaxed;

constexpr Nanoseconds kBetweenTellsNs = kNsPerSecond / 2;

}  // namespace

std::string_view reasonText(HangUp why) {
    switch (why) {
        case HangUp::SaidNothing:
            return TEXT("fact", "said nothing");
        case HangUp::Stranger:
            return TEXT("fact", "a stranger to this run");
        case HangUp::Garbage:
            return TEXT("fact", "sent what is no message");
        case HangUp::TooLarge:
            return TEXT("fact", "announced too long a message");
        case HangUp::HalfMessage:
            return TEXT("fact", "sent half a message");
        case HangUp::DoesNotRead:
            return TEXT("fact", "does not read its answers");
        case HangUp::Reset:
            return TEXT("fact", "reset by the other side");
        case HangUp::AboveLimit:
            return TEXT("fact", "descriptor beyond what the call holds");
        case HangUp::NoDescriptor:
            return TEXT("fact", "no descriptor was left");
        case HangUp::NoThread:
            return TEXT("fact", "no thread could be made");
        case HangUp::NoProcess:
            return TEXT("fact", "no process could be made");
    }
    return {};
}

void HangUps::note(HangUp why, std::string_view detail) {
    if (m_counts[static_cast<std::size_t>(why)].fetch_add(1, memory_order_relaxed) != 0) return;
    m_worker.tell(m_datagrams ? "datagram-dropped" : "connection-closed",
                  {{"peer", detail}, {"reason", reasonText(why)}});
}

std::uint64_t HangUps::count(HangUp why) const {
    return m_counts[static_cast<std::size_t>(why)].load(memory_order_relaxed);
}

std::uint64_t HangUps::total() const {
    std::uint64_t sum = 0;
    for (const auto& count : m_counts) sum += count.load(memory_order_relaxed);
    return sum;
}

void HangUps::tellRest(Nanoseconds now, bool last) {
    if (!last && now - m_toldNs < kBetweenTellsNs) return;
    m_toldNs = now;
    for (std::size_t i = 0; i < kHangUps; ++i) {
        const std::uint64_t count = m_counts[i].load(memory_order_relaxed);
        if (m_told[i] == 0 && count > 0) m_told[i] = 1;  // the first one tells itself
        if (count == m_told[i]) continue;
        m_worker.tell(m_datagrams ? "datagrams-dropped" : "connections-closed",
                      {{"count", count - m_told[i]}, {"reason", reasonText(static_cast<HangUp>(i))}, {"all", count}});
        m_told[i] = count;
    }
}

}  // namespace ipclab
