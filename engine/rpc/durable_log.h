// A log that survives whoever writes it: records of fixed size appended to a file, each with a checksum, each on the
// disk before append() returns (fdatasync(2)). What was being written when its writer was killed is a torn record at
// the end, which opening the log cuts off: a record is there whole or not at all. One writer at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/unique_fd.h"

namespace ipclab {

class DurableLog {
public:
    // Makes the file where there is none; hands each record to `replay`, the oldest first. Throws std::system_error.
    DurableLog(const std::string& path, std::size_t recordBytes,
               const std::function<void(std::span<const std::byte>)>& replay);

    // Throws std::system_error; also when the log is as long as it may be.
    void append(std::span<const std::byte> record);
    // What a writer leaves that is killed in the midst of append(): the first half.
    void tear(std::span<const std::byte> record);

    [[nodiscard]] std::uint64_t records() const { return m_records; }
    // What opening it has cut off.
    [[nodiscard]] std::uint64_t cutBytes() const { return m_cutBytes; }

    static constexpr std::uint64_t kMostBytes = 256U << 20;

private:
    [[nodiscard]] std::vector<std::byte> framed(std::span<const std::byte> record) const;
    void write(std::span<const std::byte> bytes);

    UniqueFd m_file;
    std::size_t m_recordBytes;
    std::uint64_t m_records = 0;
    std::uint64_t m_cutBytes = 0;
};

// CRC-32C (RFC 3720, appendix B.4).
std::uint32_t crc32c(std::span<const std::byte> bytes);

}  // namespace ipclab
