#include "observe/proc_files.h"

#include <unistd.h>

#include <algorithm>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

template <typename Integer>
bool take(std::string_view& text, Integer& to) {
    const auto value = parseInteger<Integer>(nextWord(text));
    if (value) to = *value;
    return value.has_value();
}

bool skip(std::string_view& text, int words) {
    while (words-- > 0)
        if (nextWord(text).empty()) return false;
    return true;
}

// "Key:\t  123 kB" lines into the fields of a struct.
template <typename Struct>
struct Field {
    std::string_view key;
    std::uint64_t Struct::*to;
    std::uint64_t unit = 1;
    int base = 10;
};

// How many of the keys were there. A value that is no number ends the reading: -1.
template <typename Struct, std::size_t N>
int fillFields(std::string_view text, const Field<Struct> (&fields)[N], Struct& to) {
    int found = 0;
    while (!text.empty()) {
        std::string_view line = nextLine(text);
        const std::string_view key = line.substr(0, line.find(':'));
        for (const Field<Struct>& field : fields) {
            if (key != field.key || key.size() == line.size()) continue;
            line.remove_prefix(key.size() + 1);
            const auto value = parseInteger<std::uint64_t>(nextWord(line), field.base);
            if (!value) return -1;
            to.*field.to += *value * field.unit;
            ++found;
            break;
        }
    }
    return found;
}

struct StatusFields {
    std::uint64_t peak = 0, resident = 0, swap = 0, threads = 0, voluntary = 0, involuntary = 0;
    std::uint64_t pending = 0, sharedPending = 0, blocked = 0, ignored = 0, caught = 0;
};

// Only the effective one of "Uid:\treal\teffective\tsaved\tfs".
void fillUserId(std::string_view text, PidStatus& status) {
    while (!text.empty()) {
        std::string_view line = nextLine(text);
        if (!line.starts_with("Uid:")) continue;
        skip(line, 2);
        take(line, status.userId);
        return;
    }
}

}  // namespace

// The name ends at the *last* parenthesis: what follows it are numbers and one letter.
std::optional<PidStat> parsePidStat(std::string_view text) {
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    PidStat stat;
    std::string_view head = text.substr(0, open);
    stat.name = text.substr(open + 1, close - open - 1);
    std::string_view rest = text.substr(close + 1);
    if (!take(head, stat.pid)) return std::nullopt;
    const std::string_view letter = nextWord(rest);
    if (letter.size() != 1) return std::nullopt;
    stat.state = letter.front();
    const bool whole = take(rest, stat.parent) && take(rest, stat.group) && take(rest, stat.session) &&
                       skip(rest, 2) &&  // tty, its group
                       take(rest, stat.flags) && take(rest, stat.minorFaults) && take(rest, stat.childMinorFaults) &&
                       take(rest, stat.majorFaults) && take(rest, stat.childMajorFaults) &&
                       take(rest, stat.userTicks) && take(rest, stat.systemTicks) && take(rest, stat.childUserTicks) &&
                       take(rest, stat.childSystemTicks) && take(rest, stat.priority) && take(rest, stat.nice) &&
                       take(rest, stat.threads) && skip(rest, 1) && take(rest, stat.startTicks) &&
                       take(rest, stat.virtualBytes) && take(rest, stat.residentPages) &&
                       skip(rest, 14) &&  // memory addresses, signals, wchan, exit signal
                       take(rest, stat.processor);
    if (!whole) return std::nullopt;
    stat.realTimePriority = parseInteger<unsigned>(nextWord(rest));
    stat.policy = parseInteger<unsigned>(nextWord(rest));
    return stat;
}

bool isAlive(const PidStat& stat) {
    constexpr std::uint64_t kExiting = 0x4;  // PF_EXITING of the kernel's linux/sched.h
    return stat.state != 'Z' && stat.state != 'X' && (stat.flags & kExiting) == 0;
}

Nanoseconds ticksToNs(std::uint64_t ticks) {
    return static_cast<Nanoseconds>(ticks) * kNsPerSecond / ::sysconf(_SC_CLK_TCK);
}

std::optional<ProcessState> stateOfLetter(char letter) {
    switch (letter) {
        case 'R':
            return ProcessState::Runnable;
        case 'S':
        case 'D':
        case 'I':
        case 'P':
        case 'K':
        case 'W':
            return ProcessState::Waiting;
        case 'T':
        case 't':
            return ProcessState::Stopped;
        case 'Z':
            return ProcessState::Zombie;
        case 'X':
        case 'x':
            return ProcessState::Terminated;
        default:
            return std::nullopt;
    }
}

std::optional<SchedStat> parseSchedStat(std::string_view text) {
    SchedStat stat;
    if (!take(text, stat.running) || !take(text, stat.runDelay) || !take(text, stat.slices)) return std::nullopt;
    return stat;
}

std::optional<PidStatus> parsePidStatus(std::string_view text) {
    static constexpr Field<StatusFields> kFields[] = {
        {"VmHWM", &StatusFields::peak, kKiB},
        {"VmRSS", &StatusFields::resident, kKiB},
        {"VmSwap", &StatusFields::swap, kKiB},
        {"Threads", &StatusFields::threads},
        {"SigPnd", &StatusFields::pending, 1, 16},
        {"ShdPnd", &StatusFields::sharedPending, 1, 16},
        {"SigBlk", &StatusFields::blocked, 1, 16},
        {"SigIgn", &StatusFields::ignored, 1, 16},
        {"SigCgt", &StatusFields::caught, 1, 16},
        {"voluntary_ctxt_switches", &StatusFields::voluntary},
        {"nonvoluntary_ctxt_switches", &StatusFields::involuntary},
    };
    StatusFields raw;
    if (fillFields(text, kFields, raw) <= 0) return std::nullopt;
    PidStatus status{raw.peak,
                     raw.resident,
                     raw.swap,
                     static_cast<int>(raw.threads),
                     raw.voluntary,
                     raw.involuntary,
                     raw.pending | raw.sharedPending,
                     raw.blocked,
                     raw.ignored,
                     raw.caught,
                     0};
    fillUserId(text, status);
    return status;
}

std::optional<PidIo> parsePidIo(std::string_view text) {
    static constexpr Field<PidIo> kFields[] = {
        {"rchar", &PidIo::readBytes},
        {"wchar", &PidIo::writtenBytes},
        {"syscr", &PidIo::readCalls},
        {"syscw", &PidIo::writeCalls},
        {"read_bytes", &PidIo::storageReadBytes},
        {"write_bytes", &PidIo::storageWrittenBytes},
    };
    PidIo io;
    if (fillFields(text, kFields, io) <= 0) return std::nullopt;
    return io;
}

std::optional<SmapsRollup> parseSmapsRollup(std::string_view text) {
    static constexpr Field<SmapsRollup> kFields[] = {
        {"Rss", &SmapsRollup::residentBytes, kKiB},
        {"Pss", &SmapsRollup::proportionalBytes, kKiB},
        {"Shared_Clean", &SmapsRollup::sharedCleanBytes, kKiB},
        {"Shared_Dirty", &SmapsRollup::sharedDirtyBytes, kKiB},
        {"Private_Clean", &SmapsRollup::privateCleanBytes, kKiB},
        {"Private_Dirty", &SmapsRollup::privateDirtyBytes, kKiB},
        {"Swap", &SmapsRollup::swapBytes, kKiB},
    };
    SmapsRollup rollup;
    if (fillFields(text, kFields, rollup) <= 0) return std::nullopt;
    return rollup;
}

std::vector<std::string> splitAtNul(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find('\0'));
        parts.emplace_back(part);
        text.remove_prefix(std::min(part.size() + 1, text.size()));
    }
    return parts;
}

}  // namespace ipclab
