#include "programs/datagram_service.h"

#include <netinet/in.h>

#include <algorithm>
#include <cassert>
#include <cstring>

namespace ipclab {

namespace {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

// Requests are answered in the memory they came into.
class ServedDatagrams final : public Served {
public:
    ServedDatagrams(ServerService& service, DatagramClients& clients, int fd)
        : m_service(service),
          m_clients(clients),
          m_local(SocketName::ofSocket(fd)),
          m_buffer(sizeof(SocketNonce) + service.end().maxMessageBytes() + 1) {}  // what is longer is seen to be

    std::span<std::byte> room() override { return m_buffer; }
    Verdict received(std::size_t sizeBytes, const Origin* from) override {
        assert(from != nullptr && m_answerBytes == 0);
        const std::span<std::byte> datagram = std::span(m_buffer).first(sizeBytes);
        const SocketName peer = SocketName::of(from->address, from->sizeBytes);
        if (const auto why = objectionTo(datagram, *from)) {
            m_service.hangUps().note(*why, peer.text());
        } else {
            answer(datagram.subspan(sizeof(SocketNonce)), peer);
            m_answerBytes = sizeBytes;
        }
        return Verdict::GoOn;
    }
    [[nodiscard]] bool mayRest() const override { return true; }
    std::span<const std::byte> toSend() override { return std::span(m_buffer).first(m_answerBytes); }
    Verdict sent(std::size_t) override {
        m_answerBytes = 0;
        return Verdict::GoOn;
    }

private:
    [[nodiscard]] std::optional<HangUp> objectionTo(std::span<const std::byte> datagram, const Origin& from) const;
    void answer(std::span<std::byte> message, const SocketName& peer);

    ServerService& m_service;
    DatagramClients& m_clients;
    SocketName m_local;
    std::vector<std::byte> m_buffer;
    std::size_t m_answerBytes = 0;
};

bool isFromLoopback(const Origin& from) {
    sockaddr_in address{};
    if (from.address.ss_family != AF_INET) return false;
    std::memcpy(&address, &from.address, sizeof address);
    return address.sin_addr.s_addr == htonl(INADDR_LOOPBACK);
}

std::optional<HangUp> ServedDatagrams::objectionTo(std::span<const std::byte> datagram, const Origin& from) const {
    SocketNonce shown{};
    std::memcpy(shown.data(), datagram.data(), std::min(datagram.size(), sizeof shown));
    if (datagram.size() < sizeof shown || shown != m_service.end().nonce() || !isFromLoopback(from))
        return HangUp::Stranger;
    const std::span<const std::byte> message = datagram.subspan(sizeof shown);
    if (message.size() < kMinMessageBytes) return HangUp::Garbage;
    const MessageHeader header = readHeader(message);
    if (announcesTooMuch(header, m_service.end().maxMessageBytes())) return HangUp::TooLarge;
    if (!isHeader(message) || header.sizeBytes < message.size() || !m_service.knows(header)) return HangUp::Garbage;
    if (header.sizeBytes > message.size()) return HangUp::HalfMessage;
    if (isIntact(message)) return std::nullopt;
    m_service.noteCorrupted();
    return HangUp::Garbage;
}

void ServedDatagrams::answer(std::span<std::byte> message, const SocketName& peer) {
    const MessageHeader header = readHeader(message);
    DatagramClient* client = m_clients.find(peer.port, m_service.end(), m_local, peer);
    std::uint64_t next = 0;
    if (client != nullptr && client->producer.exchange(header.producer, memory_order_relaxed) == header.producer)
        next = client->next.load(memory_order_relaxed);
    m_service.execute(header, next, client == nullptr ? nullptr : client->slot.load(memory_order_relaxed));
    if (client != nullptr) client->next.store(next, memory_order_relaxed);
    stampMessage(message, header.sequence, m_service.process(), {header.sendTimeNs, header.lateness});
}

}  // namespace

DatagramClient* DatagramClients::find(std::uint16_t port, const HeldEnd& end, const SocketName& local,
                                      const SocketName& peer) {
    std::atomic<std::uint16_t>& place = m_places[port];
    std::uint16_t known = place.load(memory_order_acquire);
    if (known == 0 && place.compare_exchange_strong(known, kBeingRecorded, memory_order_relaxed)) {
        const std::uint32_t at = m_count.fetch_add(1, memory_order_relaxed);
        assert(at + 1 < kBeingRecorded);  // each port but 0 and the server's own is counted once
        DatagramClient& client = m_list[at];
        const ConnectionPool pool = end.connections();
        ConnectionSlot* slot = pool.begin();
        if (slot != nullptr) {
            slot->local.store(local);
            slot->peer.store(peer);
        }
        pool.open(slot);
        client.slot.store(slot, memory_order_relaxed);
        place.store(static_cast<std::uint16_t>(at + 1), memory_order_release);
        return &client;
    }
    return known == kBeingRecorded ? nullptr : &m_list[known - 1U];
}

void DatagramClients::endAll(const HeldEnd& end) {
    const std::uint32_t count = m_count.load(memory_order_acquire);
    for (DatagramClient& client : std::span(m_list).first(count))
        end.connections().end(client.slot.load(memory_order_relaxed), ConnectionState::Closed);
}

std::unique_ptr<Served> DatagramService::opened(int fd) {
    return std::make_unique<ServedDatagrams>(*this, m_clients, fd);
}

}  // namespace ipclab
