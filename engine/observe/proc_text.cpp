#include "observe/proc_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/unique_fd.h"

namespace ipclab {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::size_t kFirstReadBytes = 4096;

ssize_t preadRetrying(int fd, char* to, std::size_t sizeBytes, std::size_t offset) {
    ssize_t got;
    do got = ::pread(fd, to, sizeBytes, static_cast<off_t>(offset));
    while (got < 0 && errno == EINTR);
    return got;
}

}  // namespace

bool readAgain(int fd, std::string& buffer, std::size_t limitBytes) {
    std::size_t used = 0;
    for (;;) {
        buffer.resize(std::max(buffer.capacity(), used + kFirstReadBytes));
        const ssize_t got = preadRetrying(fd, buffer.data() + used, buffer.size() - used, used);
        if (got < 0) {
            buffer.clear();
            return false;
        }
        used += static_cast<std::size_t>(got);
        // A short read is the end of a /proc file that fits one page; longer ones are read until nothing comes.
        const bool end = got == 0 || (used == static_cast<std::size_t>(got) && used < kFirstReadBytes);
        if (end || used >= limitBytes) break;
    }
    buffer.resize(std::min(used, limitBytes));
    return true;
}

std::optional<std::string> readFile(const std::string& path, std::size_t limitBytes) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::string text;
    if (!fd || !readAgain(fd.get(), text, limitBytes)) return std::nullopt;
    return text;
}

std::optional<std::string> readLine(const std::string& path) {
    auto text = readFile(path);
    if (text) text->resize(std::min(text->find('\n'), text->size()));
    return text;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view nextWord(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(kBlank));
    text.remove_prefix(word.size());
    return word;
}

std::string_view nextLine(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

}  // namespace ipclab
