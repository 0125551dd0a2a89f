// What the server of the laboratory answers on a datagram socket: each datagram is the nonce of the link and one
// request, and so is each answer; whatever else arrives is dropped, with a reason. There are no connections: who has
// sent before is known by his address, in memory that forked processes share.
#pragma once

#include <array>

#include "programs/server_service.h"

namespace ipclab {

// One address from which requests have come.
struct DatagramClient {
    std::atomic<ConnectionSlot*> slot;    // its record; nullptr: there was no room for one
    std::atomic<std::uint64_t> next;      // one past its newest request's number
    std::atomic<std::uint32_t> producer;  // who sent it: a port may be another's by now
};

// All of them, by port: all are on 127.0.0.1. Zero-filled memory is empty. Any thread, and any process that was forked
// from where the memory was mapped.
class DatagramClients {
public:
    // Recorded as a connection when it is the first request from there, as the kernel tells its address. nullptr:
    // another process is just about to record it.
    DatagramClient* find(std::uint16_t port, const HeldEnd& end, const SocketName& local, const SocketName& peer);
    [[nodiscard]] std::uint32_t count() const { return m_count.load(std::memory_order_relaxed); }
    // When the server ends; it alone.
    void endAll(const HeldEnd& end);

private:
    static constexpr std::size_t kPorts = 1U << 16;
    static constexpr std::uint16_t kBeingRecorded = UINT16_MAX;

    std::array<std::atomic<std::uint16_t>, kPorts> m_places;  // one past the place in the list; 0: none
    std::atomic<std::uint32_t> m_count;
    std::array<DatagramClient, kPorts> m_list;  // in the order they came
};

class DatagramService final : public ServerService {
public:
    DatagramService(const WorkerContext& worker, const HeldEnd& end, HangUpCounts& hangUps, DatagramClients& clients)
        : ServerService(worker, end, hangUps), m_clients(clients) {}

    std::unique_ptr<Served> opened(int fd) override;
    void ended(Served&, int, Ending, int) override {}  // with the server alone

private:
    DatagramClients& m_clients;
};

}  // namespace ipclab
