#include "programs/network_lane.h"

#include <algorithm>

#include "core/error.h"
#include "programs/port_counters.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

constexpr int kMostAtOnce = 64;  // messages taken before it is looked what else there is

// TCP_RTO_MIN of Linux: no earlier does TCP send a segment again whose loss nothing else tells.
constexpr Nanoseconds kRepetitionNs = kNsPerSecond / 5;

// How long a message waits for another that is to overtake it.
constexpr Nanoseconds kMostParkedNs = kNsPerSecond / 10;

Nanoseconds portionOf(Nanoseconds whole, double share) {
    return static_cast<Nanoseconds>(static_cast<double>(whole) * share);
}

}  // namespace

bool NetworkLane::take(const NetworkConditions& conditions, Nanoseconds now) {
    bool came = false;
    for (int taken = 0; taken < kMostAtOnce && !m_over && !isFull(); ++taken) {
        const ReceiveStatus status = m_in.receive();
        m_over = status == ReceiveStatus::PeerClosed;
        if (status == ReceiveStatus::Received) {
            keep(conditions, now);
        } else if (status != ReceiveStatus::Truncated && status != ReceiveStatus::Corrupt) {
            break;
        }
        came = true;
    }
    return came;
}

NetworkLane::Draws NetworkLane::draw() {
    Draws draws{};
    for (double* each : {&draws.loss, &draws.duplicate, &draws.reorder, &draws.jitter, &draws.copyJitter})
        *each = m_random.share();
    return draws;
}

void NetworkLane::keep(const NetworkConditions& conditions, Nanoseconds now) {
    const Draws draws = draw();
    add(m_out.network().taken, std::uint64_t{1});
    if (m_isStream) return keepInStream(draws, conditions, now);
    if (draws.loss < conditions.loss) {
        add(m_out.network().dropped, std::uint64_t{1});
        ++m_number;
        return;
    }
    keepAlone(draws, conditions, now);
}

void NetworkLane::keepInStream(const Draws& draws, const NetworkConditions& conditions, Nanoseconds now) {
    const bool lost = draws.loss < conditions.loss;
    const Nanoseconds ownDueNs =
        now + conditions.delayNs + portionOf(conditions.jitterNs, draws.jitter) + (lost ? kRepetitionNs : 0);
    if (ownDueNs < m_streamDueNs) add(m_out.network().heldBack, std::uint64_t{1});
    m_streamDueNs = std::max(m_streamDueNs, ownDueNs);
    const auto message = m_in.message();
    insert({m_streamDueNs, m_number++, false}, {{message.begin(), message.end()}}, ownDueNs > now);
}

void NetworkLane::keepAlone(const Draws& draws, const NetworkConditions& conditions, Nanoseconds now) {
    const Nanoseconds dueNs = now + conditions.delayNs + portionOf(conditions.jitterNs, draws.jitter);
    const auto message = m_in.message();
    Held held{{message.begin(), message.end()}};
    if (draws.duplicate < conditions.duplicate) held.copyAfterNs = portionOf(conditions.jitterNs, draws.copyJitter);
    const bool parks = draws.reorder < conditions.reorder && !m_parked;
    if (m_parked) letOvertake(dueNs);
    const Key key{parks ? dueNs + kMostParkedNs : dueNs, m_number++, false};
    if (parks) m_parked = key;
    insert(key, std::move(held), parks || dueNs > now);
}

void NetworkLane::insert(const Key& key, Held held, bool isDelayed) {
    if (isDelayed) add(m_out.network().delayed, std::uint64_t{1});
    m_heldBytes += held.message.size();
    m_held.emplace(key, std::move(held));
    m_out.network().holding.store(m_held.size(), memory_order_relaxed);
}

// The parked one follows right behind the one that overtakes it.
void NetworkLane::letOvertake(Nanoseconds nextDueNs) {
    auto parked = m_held.extract(*m_parked);
    Nanoseconds& dueNs = std::get<0>(parked.key());
    dueNs = std::min(dueNs, std::max(dueNs - kMostParkedNs, nextDueNs + 1));
    m_held.insert(std::move(parked));
    m_parked.reset();
}

bool NetworkLane::send(Nanoseconds now, bool atOnce) {
    bool went = false;
    m_blocked = false;
    while (!m_held.empty() && (atOnce || std::get<0>(m_held.begin()->first) <= now)) {
        const SendStatus status = m_out.forward(m_held.begin()->second.message);
        if (status == SendStatus::TooLong) throwErrno(EMSGSIZE, "a message that is passed on");
        m_abandoned = status == SendStatus::PeerClosed || status == SendStatus::LimitReached;
        m_blocked = status != SendStatus::Sent && !m_abandoned;
        if (status != SendStatus::Sent) break;
        const auto first = m_held.extract(m_held.begin());
        sent(first.key(), first.mapped(), now);
        went = true;
    }
    return went;
}

void NetworkLane::sent(const Key& key, const Held& held, Nanoseconds now) {
    const auto [dueNs, number, isCopy] = key;
    if (m_parked == key) m_parked.reset();
    m_heldBytes -= held.message.size();
    if (isCopy) {
        add(m_out.network().repeated, std::uint64_t{1});
    } else if (number < m_sentUpTo) {
        add(m_out.network().reordered, std::uint64_t{1});
    }
    m_sentUpTo = std::max(m_sentUpTo, number + 1);
    if (held.copyAfterNs >= 0) insert({now + held.copyAfterNs, number, true}, {held.message}, false);
    m_out.network().holding.store(m_held.size(), memory_order_relaxed);
}

void NetworkLane::closeIfOver() {
    if (isOpen() && (m_abandoned || (m_over && m_held.empty()))) close();
}

void NetworkLane::close() {
    if (m_in.isOpen()) m_in.close();
    if (m_out.isOpen()) m_out.close();
    m_out.network().holding.store(0, memory_order_relaxed);
}

}  // namespace ipclab
