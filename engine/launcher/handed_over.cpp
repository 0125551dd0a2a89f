#include "launcher/handed_over.h"

#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstring>

#include "core/error.h"

namespace ipclab {

bool takeNumbers(int argc, char** argv, std::array<int, 4>& numbers) {
    if (argc <= static_cast<int>(numbers.size())) return false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const char* text = argv[i + 1];
        const auto [end, error] = std::from_chars(text, text + std::strlen(text), numbers[i]);
        if (error != std::errc{} || *end != '\0' || numbers[i] < 0) return false;
    }
    return true;
}

std::string wholeText(int fd, const std::string& name) {
    struct stat info {};
    check(::fstat(fd, &info), "fstat of the " + name);
    std::string text(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t have = 0;
    while (have < text.size()) {
        const auto length =
            check(::pread(fd, text.data() + have, text.size() - have, static_cast<off_t>(have)), "read of the " + name);
        if (length == 0) break;
        have += static_cast<std::size_t>(length);
    }
    text.resize(have);
    return text;
}

}  // namespace ipclab
