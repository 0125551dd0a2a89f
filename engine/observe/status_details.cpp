#include "observe/status_details.h"

#include <span>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

using Number = std::optional<std::uint64_t> StatusDetails::*;

struct StatusLine {
    std::string_view key;
    Number to;
    std::uint64_t unit = 1;
    int base = 10;
};

constexpr StatusLine kStatusLines[] = {
    {"VmPeak", &StatusDetails::virtualPeak, kKiB},
    {"VmSize", &StatusDetails::virtualSize, kKiB},
    {"VmLck", &StatusDetails::locked, kKiB},
    {"VmHWM", &StatusDetails::residentPeak, kKiB},
    {"VmRSS", &StatusDetails::resident, kKiB},
    {"RssAnon", &StatusDetails::residentAnonymous, kKiB},
    {"RssFile", &StatusDetails::residentFile, kKiB},
    {"RssShmem", &StatusDetails::residentShared, kKiB},
    {"VmData", &StatusDetails::data, kKiB},
    {"VmStk", &StatusDetails::stack, kKiB},
    {"VmExe", &StatusDetails::code, kKiB},
    {"VmLib", &StatusDetails::libraries, kKiB},
    {"VmPTE", &StatusDetails::pageTables, kKiB},
    {"VmSwap", &StatusDetails::swap, kKiB},
    {"Threads", &StatusDetails::threads},
    {"voluntary_ctxt_switches", &StatusDetails::voluntarySwitches},
    {"nonvoluntary_ctxt_switches", &StatusDetails::involuntarySwitches},
    {"SigPnd", &StatusDetails::pendingOfThread, 1, 16},
    {"ShdPnd", &StatusDetails::pendingOfProcess, 1, 16},
    {"SigBlk", &StatusDetails::blocked, 1, 16},
    {"SigIgn", &StatusDetails::ignored, 1, 16},
    {"SigCgt", &StatusDetails::caught, 1, 16},
    {"CapInh", &StatusDetails::capInherited, 1, 16},
    {"CapPrm", &StatusDetails::capPermitted, 1, 16},
    {"CapEff", &StatusDetails::capEffective, 1, 16},
    {"CapBnd", &StatusDetails::capBounding, 1, 16},
    {"CapAmb", &StatusDetails::capAmbient, 1, 16},
    {"NoNewPrivs", &StatusDetails::noNewPrivileges},
    {"Seccomp", &StatusDetails::seccomp},
    {"Seccomp_filters", &StatusDetails::seccompFilters},
};

bool fillNumber(std::string_view key, std::string_view value, StatusDetails& status, bool& sound) {
    for (const StatusLine& line : kStatusLines) {
        if (key != line.key) continue;
        const auto number = parseInteger<std::uint64_t>(nextWord(value), line.base);
        sound = sound && number.has_value();
        if (number) status.*line.to = *number * line.unit;
        return true;
    }
    return false;
}

void fillIds(std::string_view value, std::span<std::uint32_t, 4> ids) {
    for (std::uint32_t& id : ids) id = parseInteger<std::uint32_t>(nextWord(value)).value_or(0);
}

// Of "SigQ: queued/limit".
void fillQueue(std::string_view value, StatusDetails& status) {
    const std::string_view word = nextWord(value);
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) return;
    status.queuedSignals = parseInteger<std::uint64_t>(word.substr(0, slash));
    status.queuedSignalsMax = parseInteger<std::uint64_t>(word.substr(slash + 1));
}

bool fillText(std::string_view key, std::string_view value, StatusDetails& status) {
    if (key == "Uid") {
        fillIds(value, status.userIds);
    } else if (key == "Gid") {
        fillIds(value, status.groupIds);
    } else if (key == "Groups") {
        while (const auto group = parseInteger<std::uint32_t>(nextWord(value))) status.groups.push_back(*group);
    } else if (key == "TracerPid") {
        status.tracer = parseInteger<std::int64_t>(nextWord(value));
    } else if (key == "NSpid") {
        for (std::string_view word = nextWord(value); !word.empty(); word = nextWord(value))
            status.namespacePid = parseInteger<std::int64_t>(word);
    } else if (key == "SigQ") {
        fillQueue(value, status);
    } else if (key == "Cpus_allowed_list") {
        status.allowedCpus = trimmed(value);
    } else if (key == "Mems_allowed_list") {
        status.allowedNodes = trimmed(value);
    } else if (key == "Umask") {
        status.umask = trimmed(value);
    } else {
        return false;
    }
    return true;
}

}  // namespace

std::optional<StatusDetails> parseStatusDetails(std::string_view text) {
    StatusDetails status;
    bool found = false, sound = true;
    while (!text.empty()) {
        std::string_view line = nextLine(text);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view key = line.substr(0, colon), value = line.substr(colon + 1);
        if (fillNumber(key, value, status, sound) || fillText(key, value, status)) found = true;
    }
    if (!found || !sound) return std::nullopt;
    return status;
}

}  // namespace ipclab
