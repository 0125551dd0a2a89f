#include "observe/wake_events.h"

#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/error.h"
#include "core/sentences.h"
#include "observe/host_facts.h"
#include "observe/proc_text.h"

namespace ipclab {
namespace {

constexpr std::array kFormatFiles{"/sys/kernel/tracing/events/sched/sched_waking/format",
                                  "/sys/kernel/debug/tracing/events/sched/sched_waking/format"};
// The kernel's records are far smaller; an offset beyond is not a record's.
constexpr std::uint32_t kLongestRecord = 4096;

// The number after `key`, up to the next semicolon: "	field:pid_t pid;	offset:24;	size:4;	signed:1;"
std::optional<std::uint32_t> numberAfter(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = line.substr(at + key.size());
    return parseInteger<std::uint32_t>(trimmed(rest.substr(0, rest.find(';'))));
}

perf_event_attr wakeAttributes(const WakeFormat& format) {
    perf_event_attr attr{};
    attr.type = PERF_TYPE_TRACEPOINT;
    attr.size = sizeof attr;
    attr.config = format.id;
    attr.sample_period = 1;
    attr.sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU | PERF_SAMPLE_RAW;
    attr.sample_id_all = 1;
    attr.use_clockid = 1;
    attr.clockid = CLOCK_MONOTONIC;
    return attr;
}

std::optional<std::string> readFormat(int& error) {
    for (const char* file : kFormatFiles) {
        if (auto text = readFile(file)) return text;
        if (error == 0 || error == ENOENT) error = errno;
    }
    return std::nullopt;
}

std::string wakesRemedy(int error) { return say(error == ENOENT ? Sentence::MountTracefs : Sentence::WakesNeedRights); }

}  // namespace

std::optional<WakeFormat> parseWakeFormat(std::string_view text) {
    WakeFormat format;
    while (!text.empty()) {
        const std::string_view line = trimmed(nextLine(text));
        if (line.starts_with("ID:")) {
            const auto id = parseInteger<std::uint64_t>(trimmed(line.substr(3)));
            if (!id) return std::nullopt;
            format.id = *id;
        } else if (line.starts_with("field:pid_t pid;")) {
            const auto offset = numberAfter(line, "offset:");
            if (!offset || *offset > kLongestRecord || numberAfter(line, "size:") != 4) return std::nullopt;
            format.pidOffset = *offset;
        }
    }
    if (format.id == 0 || format.pidOffset == 0) return std::nullopt;
    return format;
}

WakeEvents openWakeEvents() {
    WakeEvents events;
    const auto refused = [&](int error) {
        events.perCpu.clear();
        events.problem =
            say(Sentence::WakesRefused, {{"error_why", errorText(error)}, {"remedy_why", wakesRemedy(error)}});
    };
    int error = 0;
    const auto text = readFormat(error);
    if (!text) return refused(error), std::move(events);
    const auto format = parseWakeFormat(*text);
    if (!format) return refused(EINVAL), std::move(events);
    perf_event_attr attr = wakeAttributes(*format);
    for (const int cpu : onlineCpus()) {
        UniqueFd fd(static_cast<int>(::syscall(SYS_perf_event_open, &attr, -1, cpu, -1, PERF_FLAG_FD_CLOEXEC)));
        if (!fd && errno == ENODEV) continue;  // the CPU went offline since it was listed
        if (!fd) return refused(errno), std::move(events);
        events.perCpu.push_back(std::move(fd));
    }
    events.pidOffset = format->pidOffset;
    return events;
}

}  // namespace ipclab
