// Messages that stay in their sender's memory until they are read: in the shared part stands where they are.
#pragma once

#include <algorithm>
#include <atomic>
#include <span>
#include <vector>

#include "core/event_count.h"
#include "links/deadline.h"
#include "links/ring_mechanism.h"

namespace ipclab {

// Where the bytes of a message are.
struct Parcel {
    std::uint64_t address;
    std::uint32_t sizeBytes;
    std::int32_t sender;              // process id
    std::atomic<std::uint32_t> left;  // 1: the sender has gone and left them in the place both map
};

struct ParcelHeader {
    alignas(64) std::atomic<std::uint64_t> tail;  // parcels ever published; written by senders
    alignas(64) std::atomic<std::uint64_t> head;  // parcels ever taken; written by receivers
    alignas(64) EventCount filled;                // receivers sleep on it
    alignas(64) EventCount freed;                 // senders do
    RobustLock sendLock;
    RobustLock receiveLock;
};

// The header, the parcels, and a place of a message's size for each.
struct ParcelMemory {
    static std::uint64_t totalBytes(const RingShape& shape) {
        return sizeof(ParcelHeader) + shape.places() * (sizeof(Parcel) + shape.placeBytes());
    }

    [[nodiscard]] ParcelHeader& header() const { return *static_cast<ParcelHeader*>(data); }
    [[nodiscard]] std::uint64_t place(std::uint64_t index) const { return index & (shape.places() - 1); }
    [[nodiscard]] Parcel& parcel(std::uint64_t index) const {
        auto* parcels = reinterpret_cast<Parcel*>(static_cast<std::byte*>(data) + sizeof(ParcelHeader));
        return parcels[place(index)];
    }
    [[nodiscard]] std::byte* left(std::uint64_t index) const {
        return static_cast<std::byte*>(data) + sizeof(ParcelHeader) + shape.places() * sizeof(Parcel) +
               place(index) * shape.placeBytes();
    }

    void* data;
    RingShape shape;
};

// What both ends have in common.
class ParcelEnd {
public:
    ParcelEnd(const EndWiring& wiring, const EndOptions& options) : m_options(options) {
        const RingShape shape = RingShape::fromNumbers(wiring);
        const UniqueFd fd = adoptDescriptor(wiredDescriptor(wiring, 0));
        checkHolds(fd.get(), ParcelMemory::totalBytes(shape), "the inherited memory");
        m_mapping = SharedMapping(fd.get(), ParcelMemory::totalBytes(shape));
        m_memory = {m_mapping.data(), shape};
    }

    [[nodiscard]] const ParcelMemory& memory() const { return m_memory; }
    [[nodiscard]] const RingShape& shape() const { return m_memory.shape; }
    [[nodiscard]] ParcelHeader& header() const { return m_memory.header(); }
    [[nodiscard]] const EndOptions& options() const { return m_options; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }
    [[nodiscard]] Deadline lockDeadline() const {
        return Deadline(nonBlocking() ? kLockPatienceNs : m_options.timeoutNs);
    }

private:
    EndOptions m_options;
    SharedMapping m_mapping;
    ParcelMemory m_memory{};
};

// Where a sender's messages are until they are taken. Used in turn, and one more of them than the ring holds: where
// there is room in the ring the next one is free, whoever else sends.
class ParcelBuffers {
public:
    explicit ParcelBuffers(const RingShape& shape)
        : m_placeBytes(shape.placeBytes()),
          m_maxMessageBytes(shape.maxMessageBytes),
          m_bytes((shape.capacity + 1) * m_placeBytes) {
        for (std::size_t at = 0; at < m_bytes.size(); at += m_placeBytes) prepareMessage(bufferAt(at));
    }

    [[nodiscard]] std::span<std::byte> next() { return bufferAt(m_next); }
    void advance() {
        m_next += m_placeBytes;
        if (m_next == m_bytes.size()) m_next = 0;
    }
    // The one at that address, or nullptr.
    [[nodiscard]] const std::byte* find(std::uint64_t address) const {
        const std::uint64_t offset = address - reinterpret_cast<std::uintptr_t>(m_bytes.data());
        return offset < m_bytes.size() && offset % m_placeBytes == 0 ? m_bytes.data() + offset : nullptr;
    }

private:
    [[nodiscard]] std::span<std::byte> bufferAt(std::size_t offset) {
        return std::span(m_bytes).subspan(offset, m_maxMessageBytes);
    }

    std::size_t m_placeBytes, m_maxMessageBytes;
    std::vector<std::byte> m_bytes;
    std::size_t m_next = 0;
};

}  // namespace ipclab
