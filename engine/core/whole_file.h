// Files read and written as a whole. A reader of what is written sees the old file or all of the new one, never a part;
// where it fails nothing is left over. Qt's own writer takes no name that is not UTF-8 and has no words for a full
// disk.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ipclab {

// A sentence for people, and why in the system's own number (errno(3)); 0: it refused nothing itself.
class FileError : public std::runtime_error {
public:
    FileError(const std::string& what, int error) : std::runtime_error(what), m_error(error) {}
    [[nodiscard]] int error() const { return m_error; }

private:
    int m_error;
};

// At most mostBytes; what is longer ends there. A pipe (`<(command)`, /dev/stdin) is read to its end, and refused where
// nobody writes to it or nothing comes for this long. Throws FileError; its sentence does not name the path.
std::string readWholeFile(const std::filesystem::path& path, std::size_t mostBytes, std::chrono::milliseconds patience);

enum class Existing { Replace, Refuse };
// Its folder must be there. Throws FileError, naming the path; where there is a file already that it may not replace,
// std::system_error with EEXIST.
void writeWholeFile(const std::filesystem::path& path, std::string_view bytes, Existing existing = Existing::Replace);

// The same of a file that is made piece by piece and never in memory as a whole.
using AppendBytes = std::function<void(std::string_view bytes)>;
void streamWholeFile(const std::filesystem::path& path, const std::function<void(const AppendBytes& append)>& produce);

}  // namespace ipclab
