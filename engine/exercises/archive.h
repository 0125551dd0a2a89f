// A zip archive as a set of small files with names, for exercises and what is handed in. It comes from strangers: what
// is unusual in it is refused before anything is unpacked, and nothing is ever unpacked onto the disk under a name of
// its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace ipclab {

class ArchiveRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct ArchiveLimits {
    std::size_t files = 200;
    std::uint64_t fileBytes = 256ULL << 20;  // of one, unpacked
    std::uint64_t bytes = 512ULL << 20;      // of all together
    std::uint64_t ratio = 200;               // how many times larger a file may be than it is packed, beyond 1 MiB
};

// "runs/1.ipclab": relative, without "." or "..", of letters, digits and ". _ - /" and at most 200 bytes.
bool isPlainArchiveName(std::string_view name);

// All files of it, unpacked. Throws ArchiveRefused with a sentence: what it is not, or holds that it must not (names
// that lead elsewhere, twice the same, links, encrypted or damaged files, more than the limits).
std::map<std::string, std::string> readArchive(const std::filesystem::path& path, const ArchiveLimits& limits = {});

// That file of it alone; nothing: there is none of that name. All that stands in its table of contents is checked as
// above.
std::optional<std::string> readArchiveFile(const std::filesystem::path& path, std::string_view name,
                                           const ArchiveLimits& limits = {});

// One file of an archive that is written: its bytes, or a file they are in.
struct ArchiveEntry {
    std::string name;  // plain
    std::string bytes;
    std::filesystem::path from{};  // empty: `bytes`
};
// There at once and whole, or not at all; what was there of that name is replaced. Throws std::runtime_error.
void writeArchive(const std::filesystem::path& path, const std::vector<ArchiveEntry>& entries);

}  // namespace ipclab
