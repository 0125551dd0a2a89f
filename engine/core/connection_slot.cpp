#include "core/connection_slot.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstring>

namespace ipclab {

using std::memory_order_acq_rel;
using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

// Generation above, state below. A slot is Free in a generation of its own while its new owner fills it.
constexpr std::uint64_t packed(std::uint32_t generation, ConnectionState state) {
    return (std::uint64_t{generation} << 32) | static_cast<std::uint32_t>(state);
}
constexpr std::uint32_t generationOf(std::uint64_t life) { return static_cast<std::uint32_t>(life >> 32); }
constexpr ConnectionState stateOf(std::uint64_t life) {
    const auto number = static_cast<std::uint32_t>(life);
    return number < kConnectionStateCount ? static_cast<ConnectionState>(number) : ConnectionState::Free;
}

// Odd generations are being filled.
constexpr bool mayBeTaken(std::uint64_t life) {
    return generationOf(life) % 2 == 0 && (stateOf(life) == ConnectionState::Free || hasEnded(stateOf(life)));
}

// Stores that release: none is seen before what made the slot its owner's, as in a seqlock. Loads that acquire are
// their counterpart in readConnection().
void wipe(ConnectionSlot& slot) {
    slot.peerPid.store(0, memory_order_release);
    slot.descriptor.store(0, memory_order_release);
    slot.openedNs.store(0, memory_order_release);
    slot.endedNs.store(0, memory_order_release);
    slot.waitingBytes.store(0, memory_order_release);
    ConnectionTraffic& traffic = slot.traffic;
    for (auto* count : {&traffic.messagesSent, &traffic.bytesSent, &traffic.messagesReceived, &traffic.bytesReceived})
        count->store(0, memory_order_release);
    slot.local.store({});
    slot.peer.store({});
}

bool tryTake(ConnectionSlot& slot) {
    std::uint64_t life = slot.life.load(memory_order_relaxed);
    if (!mayBeTaken(life)) return false;
    const std::uint32_t filling = generationOf(life) + 1;
    if (!slot.life.compare_exchange_strong(life, packed(filling, ConnectionState::Free), memory_order_acq_rel))
        return false;
    wipe(slot);
    slot.life.store(packed(filling + 1, ConnectionState::Connecting), memory_order_release);
    return true;
}

// Only its owner and, after his death, the launcher change a state.
void setState(ConnectionSlot& slot, ConnectionState state) {
    const std::uint64_t life = slot.life.load(memory_order_relaxed);
    slot.life.store(packed(generationOf(life), state), memory_order_release);
}

using AddressCall = int (*)(int, sockaddr*, socklen_t*);

SocketName nameBy(AddressCall ask, int fd) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (ask(fd, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return {};
    return SocketName::of(storage, size);
}

std::string internetText(const SocketName& name) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (::inet_ntop(name.family, name.bytes.data(), text.data(), text.size()) == nullptr) return {};
    const std::string address(text.data());
    return (name.family == AF_INET ? address : '[' + address + ']') + ':' + std::to_string(name.port);
}

}  // namespace

SocketName SocketName::of(const sockaddr_storage& storage, socklen_t size) {
    SocketName name;
    name.family = storage.ss_family;
    const void* from = nullptr;
    std::size_t length = 0;
    if (storage.ss_family == AF_INET) {
        const auto& address = reinterpret_cast<const sockaddr_in&>(storage);
        name.port = ntohs(address.sin_port);
        from = &address.sin_addr;
        length = sizeof address.sin_addr;
    } else if (storage.ss_family == AF_INET6) {
        const auto& address = reinterpret_cast<const sockaddr_in6&>(storage);
        name.port = ntohs(address.sin6_port);
        from = &address.sin6_addr;
        length = sizeof address.sin6_addr;
    } else if (storage.ss_family == AF_UNIX && size > offsetof(sockaddr_un, sun_path)) {
        const auto* path = reinterpret_cast<const sockaddr_un&>(storage).sun_path;
        const std::size_t room = size - offsetof(sockaddr_un, sun_path);
        length = path[0] == '\0' ? room : ::strnlen(path, room);
        const std::size_t over = length > name.bytes.size() ? length - name.bytes.size() : 0;
        name.cut = over > 0 ? 1 : 0;
        from = path + over;
        length -= over;
    }
    name.length = static_cast<std::uint16_t>(length);
    if (length > 0) std::memcpy(name.bytes.data(), from, length);
    return name;
}

SocketName SocketName::ofSocket(int fd) { return nameBy(::getsockname, fd); }
SocketName SocketName::ofPeer(int fd) { return nameBy(::getpeername, fd); }

std::string SocketName::text() const {
    if (family == AF_INET || family == AF_INET6) return internetText(*this);
    if (family != AF_UNIX || length == 0) return {};
    std::string path(bytes.data(), std::min<std::size_t>(length, bytes.size()));
    std::ranges::replace(path, '\0', '@');
    return cut != 0 ? "…" + path : path;
}

void SharedName::store(const SocketName& name) {
    const auto raw = std::bit_cast<std::array<std::uint64_t, std::tuple_size_v<decltype(words)>>>(name);
    for (std::size_t i = 0; i < raw.size(); ++i) words[i].store(raw[i], memory_order_release);
}

SocketName SharedName::load() const {
    std::array<std::uint64_t, std::tuple_size_v<decltype(words)>> raw{};
    for (std::size_t i = 0; i < raw.size(); ++i) raw[i] = words[i].load(memory_order_acquire);
    return std::bit_cast<SocketName>(raw);
}

// Read in such an order that no more have ended than have begun.
ConnectionTotals readTotals(const ConnectionCounts& counts) {
    ConnectionTotals totals;
    totals.ended = counts.ended.load(memory_order_acquire);
    totals.refused = counts.refused.load(memory_order_relaxed);
    totals.reset = counts.reset.load(memory_order_relaxed);
    totals.opened = counts.opened.load(memory_order_acquire);
    totals.begun = counts.begun.load(memory_order_relaxed);
    totals.unrecorded = counts.unrecorded.load(memory_order_relaxed);
    return totals;
}

ConnectionSlot* ConnectionPool::begin() const {
    if (m_counts == nullptr) return nullptr;
    m_counts->begun.fetch_add(1, memory_order_relaxed);
    for (std::size_t tries = 0; tries < m_slots.size(); ++tries) {
        const std::uint32_t at = m_counts->cursor.fetch_add(1, memory_order_relaxed);
        ConnectionSlot& slot = m_slots[at % m_slots.size()];
        if (tryTake(slot)) return &slot;
    }
    m_counts->unrecorded.fetch_add(1, memory_order_relaxed);
    return nullptr;
}

void ConnectionPool::open(ConnectionSlot* slot) const {
    if (m_counts == nullptr) return;
    m_counts->opened.fetch_add(1, memory_order_release);
    if (slot == nullptr) return;
    slot->openedNs.store(monotonicNow(), memory_order_release);
    setState(*slot, ConnectionState::Open);
}

void ConnectionPool::end(ConnectionSlot* slot, ConnectionState how) const {
    assert(hasEnded(how));
    if (m_counts == nullptr) return;
    if (how == ConnectionState::Refused) m_counts->refused.fetch_add(1, memory_order_relaxed);
    if (how == ConnectionState::Reset) m_counts->reset.fetch_add(1, memory_order_relaxed);
    m_counts->ended.fetch_add(1, memory_order_release);
    if (slot == nullptr) return;
    slot->endedNs.store(monotonicNow(), memory_order_release);
    slot->descriptor.store(0, memory_order_relaxed);
    slot->waitingBytes.store(0, memory_order_relaxed);
    setState(*slot, how);
}

void ConnectionPool::endAll() const {
    for (ConnectionSlot& slot : m_slots) {
        const std::uint64_t life = slot.life.load(memory_order_acquire);
        if (!mayBeTaken(life)) end(&slot, ConnectionState::Closed);
    }
}

void setHalfClosed(ConnectionSlot& slot) {
    if (stateOf(slot.life.load(memory_order_relaxed)) == ConnectionState::Open)
        setState(slot, ConnectionState::HalfClosed);
}

std::optional<ConnectionReading> readConnection(const ConnectionSlot& slot) {
    const std::uint64_t life = slot.life.load(memory_order_acquire);
    if (stateOf(life) == ConnectionState::Free) return std::nullopt;
    ConnectionReading reading;
    reading.generation = generationOf(life) / 2;
    reading.state = stateOf(life);
    reading.peerPid = slot.peerPid.load(memory_order_acquire);
    reading.openedNs = slot.openedNs.load(memory_order_acquire);
    reading.endedNs = slot.endedNs.load(memory_order_acquire);
    reading.messagesSent = slot.traffic.messagesSent.load(memory_order_acquire);
    reading.bytesSent = slot.traffic.bytesSent.load(memory_order_acquire);
    reading.messagesReceived = slot.traffic.messagesReceived.load(memory_order_acquire);
    reading.bytesReceived = slot.traffic.bytesReceived.load(memory_order_acquire);
    if (const std::uint64_t waiting = slot.waitingBytes.load(memory_order_acquire)) reading.waitingBytes = waiting - 1;
    reading.local = slot.local.load();
    reading.peer = slot.peer.load();
    if (generationOf(slot.life.load(memory_order_relaxed)) != generationOf(life)) return std::nullopt;
    return reading;
}

}  // namespace ipclab
