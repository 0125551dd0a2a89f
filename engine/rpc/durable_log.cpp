#include "rpc/durable_log.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <vector>

#include "core/error.h"

namespace ipclab {

namespace {

struct Frame {
    std::uint32_t magic;
    std::uint32_t checksum;  // of the record
};

constexpr std::uint32_t kLogMagic = 0x474f4c49;  // "ILOG"

constexpr auto kCrcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t word = i;
        for (int bit = 0; bit < 8; ++bit) word = (word >> 1) ^ ((word & 1) != 0 ? 0x82f63b78U : 0U);
        table[i] = word;
    }
    return table;
}();

// A name is on the disk once its folder is (fsync(2)).
void syncFolderOf(const std::string& path) {
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const UniqueFd fd(check(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), folder));
    check(::fsync(fd.get()), "fsync " + folder);
}

// All that was asked for, or what there is.
std::size_t readAt(int fd, std::span<std::byte> into, off_t at) {
    std::size_t have = 0;
    while (have < into.size()) {
        const ssize_t got = ::pread(fd, into.data() + have, into.size() - have, at + static_cast<off_t>(have));
        if (got < 0 && errno == EINTR) continue;
        if (check(got, "pread of the log") == 0) break;
        have += static_cast<std::size_t>(got);
    }
    return have;
}

}  // namespace

std::uint32_t crc32c(std::span<const std::byte> bytes) {
    std::uint32_t word = ~0U;
    for (const std::byte byte : bytes) word = (word >> 8) ^ kCrcTable[(word ^ static_cast<std::uint32_t>(byte)) & 0xff];
    return ~word;
}

DurableLog::DurableLog(const std::string& path, std::size_t recordBytes,
                       const std::function<void(std::span<const std::byte>)>& replay)
    : m_file(check(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600), path)),
      m_recordBytes(recordBytes) {
    syncFolderOf(path);
    std::vector<std::byte> framed(sizeof(Frame) + recordBytes);
    const auto record = std::span<const std::byte>(framed).subspan(sizeof(Frame));
    off_t end = 0;
    while (readAt(m_file.get(), framed, end) == framed.size()) {
        Frame frame;
        std::memcpy(&frame, framed.data(), sizeof frame);
        if (frame.magic != kLogMagic || frame.checksum != crc32c(record)) break;
        replay(record);
        ++m_records;
        end += static_cast<off_t>(framed.size());
    }
    struct stat file {};
    check(::fstat(m_file.get(), &file), "fstat of the log");
    m_cutBytes = static_cast<std::uint64_t>(file.st_size - end);
    if (m_cutBytes == 0) return;
    check(::ftruncate(m_file.get(), end), "ftruncate of the log");
    check(::fdatasync(m_file.get()), "fdatasync of the log");
}

std::vector<std::byte> DurableLog::framed(std::span<const std::byte> record) const {
    assert(record.size() == m_recordBytes);
    std::vector<std::byte> bytes(sizeof(Frame) + record.size());
    const Frame frame{kLogMagic, crc32c(record)};
    std::memcpy(bytes.data(), &frame, sizeof frame);
    std::memcpy(bytes.data() + sizeof frame, record.data(), record.size());
    return bytes;
}

void DurableLog::append(std::span<const std::byte> record) {
    const std::vector<std::byte> bytes = framed(record);
    if ((m_records + 1) * bytes.size() > kMostBytes) throwErrno(EFBIG, "the log is as long as it may be");
    write(bytes);
    ++m_records;
}

void DurableLog::tear(std::span<const std::byte> record) {
    const std::vector<std::byte> bytes = framed(record);
    write(std::span(bytes).first(bytes.size() / 2));
}

void DurableLog::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        bytes = bytes.subspan(static_cast<std::size_t>(check(written, "write to the log")));
    }
    check(::fdatasync(m_file.get()), "fdatasync of the log");
}

}  // namespace ipclab
