#include "observe/limits_file.h"

#include "observe/proc_text.h"

namespace ipclab {
namespace {

constexpr std::string_view kUnlimited = "unlimited";

bool takeLimit(std::string_view word, std::optional<std::uint64_t>& to) {
    to.reset();
    if (word == kUnlimited) return true;
    to = parseInteger<std::uint64_t>(word);
    return to.has_value();
}

// The name is the words before the first limit: "Max cpu time   unlimited   unlimited   seconds".
std::optional<ResourceLimit> parseLine(std::string_view line) {
    ResourceLimit limit;
    std::string_view rest = line;
    for (std::string_view word = nextWord(rest); !word.empty(); word = nextWord(rest)) {
        if (!limit.name.empty() && takeLimit(word, limit.soft)) {
            if (!takeLimit(nextWord(rest), limit.hard)) return std::nullopt;
            limit.unit = trimmed(rest);
            return limit;
        }
        if (!limit.name.empty()) limit.name += ' ';
        limit.name += word;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<ResourceLimit>> parseLimits(std::string_view text) {
    std::vector<ResourceLimit> limits;
    while (!text.empty())
        if (auto limit = parseLine(nextLine(text))) limits.push_back(std::move(*limit));
    if (limits.empty()) return std::nullopt;
    return limits;
}

std::string_view limitConstant(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> kConstants[] = {
        {"Max cpu time", "RLIMIT_CPU"},
        {"Max file size", "RLIMIT_FSIZE"},
        {"Max data size", "RLIMIT_DATA"},
        {"Max stack size", "RLIMIT_STACK"},
        {"Max core file size", "RLIMIT_CORE"},
        {"Max resident set", "RLIMIT_RSS"},
        {"Max processes", "RLIMIT_NPROC"},
        {"Max open files", "RLIMIT_NOFILE"},
        {"Max locked memory", "RLIMIT_MEMLOCK"},
        {"Max address space", "RLIMIT_AS"},
        {"Max file locks", "RLIMIT_LOCKS"},
        {"Max pending signals", "RLIMIT_SIGPENDING"},
        {"Max msgqueue size", "RLIMIT_MSGQUEUE"},
        {"Max nice priority", "RLIMIT_NICE"},
        {"Max realtime priority", "RLIMIT_RTPRIO"},
        {"Max realtime timeout", "RLIMIT_RTTIME"},
    };
    for (const auto& [text, constant] : kConstants)
        if (text == name) return constant;
    return {};
}

}  // namespace ipclab
