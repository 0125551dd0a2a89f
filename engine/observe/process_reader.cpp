#include "observe/process_reader.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <memory>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

constexpr const char* kNames[] = {"stat", "schedstat", "status", "io"};

bool mayBeHeld(const UniqueFd& fd) {
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 && static_cast<rlim_t>(fd.get()) < limit.rlim_cur / 4 * 3;
}

// The entries of a directory whose names are numbers.
std::vector<pid_t> numbersIn(UniqueFd directory) {
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(directory.get()), ::closedir);
    std::vector<pid_t> numbers;
    if (!stream) return numbers;
    static_cast<void>(directory.release());  // the stream owns it now
    while (const dirent* entry = ::readdir(stream.get()))
        if (const auto number = parseInteger<pid_t>(entry->d_name)) numbers.push_back(*number);
    return numbers;
}

}  // namespace

ProcessReader::ProcessReader(pid_t pid, pid_t tid) : m_pid(pid), m_path("/proc/" + std::to_string(pid)) {
    if (tid != 0) m_path += "/task/" + std::to_string(tid);
    m_directory.reset(::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (m_directory && !mayBeHeld(m_directory)) m_directory.reset();
}

UniqueFd ProcessReader::open(const std::string& name, int flags) const {
    if (m_directory) return UniqueFd(::openat(m_directory.get(), name.c_str(), O_RDONLY | O_CLOEXEC | flags));
    return UniqueFd(::open((m_path + "/" + name).c_str(), O_RDONLY | O_CLOEXEC | flags));
}

// A process that is gone says ESRCH to who held its file and ENOENT to who opens it: one word for both, unless the
// process is there and only the file is not.
bool ProcessReader::fail(int error) {
    m_error = error == ENOENT && ::kill(m_pid, 0) != 0 && errno == ESRCH ? ESRCH : error;
    return false;
}

bool ProcessReader::readHeld(File file) {
    UniqueFd& held = m_held[file];
    if (held) return readAgain(held.get(), m_buffer) || fail(errno);
    UniqueFd fresh = open(kNames[file]);
    if (!fresh) return fail(errno);
    const bool read = readAgain(fresh.get(), m_buffer) || fail(errno);
    if (mayBeHeld(fresh)) held = std::move(fresh);
    return read;
}

bool ProcessReader::readOnce(const std::string& name) {
    const UniqueFd fd = open(name);
    if (!fd) return fail(errno);
    return readAgain(fd.get(), m_buffer) || fail(errno);
}

template <typename Value>
std::optional<Value> ProcessReader::parsed(std::optional<Value> value) {
    if (!value) fail(EINVAL);
    return value;
}

std::optional<PidStat> ProcessReader::stat() {
    if (!readHeld(Stat)) return std::nullopt;
    return parsed(parsePidStat(m_buffer));
}

std::optional<SchedStat> ProcessReader::schedStat() {
    if (!readHeld(Sched)) return std::nullopt;
    return parsed(parseSchedStat(m_buffer));
}

std::optional<PidStatus> ProcessReader::status() {
    if (!readHeld(Status)) return std::nullopt;
    return parsed(parsePidStatus(m_buffer));
}

std::optional<PidIo> ProcessReader::io() {
    if (!readHeld(Io)) return std::nullopt;
    return parsed(parsePidIo(m_buffer));
}

std::optional<SmapsRollup> ProcessReader::smapsRollup() {
    if (!readOnce("smaps_rollup")) return std::nullopt;
    return parsed(parseSmapsRollup(m_buffer));
}

std::optional<std::vector<std::string>> ProcessReader::commandLine() {
    if (!readOnce("cmdline")) return std::nullopt;
    return splitAtNul(m_buffer);
}

std::optional<std::vector<std::string>> ProcessReader::environment() {
    if (!readOnce("environ")) return std::nullopt;
    return splitAtNul(m_buffer);
}

std::optional<std::string> ProcessReader::waitChannel() {
    if (!readOnce("wchan")) return std::nullopt;
    return m_buffer == "0" ? std::string() : m_buffer;
}

std::optional<CurrentCall> ProcessReader::currentCall() {
    if (!readOnce("syscall")) return std::nullopt;
    return parsed(parseCurrentCall(m_buffer));
}

std::string ProcessReader::descriptorTarget(int descriptor) const {
    const std::string name = "fd/" + std::to_string(descriptor);
    std::array<char, 256> target{};
    const ssize_t length = m_directory
                               ? ::readlinkat(m_directory.get(), name.c_str(), target.data(), target.size())
                               : ::readlink((m_path + '/' + name).c_str(), target.data(), target.size());
    return length < 0 ? std::string() : std::string(target.data(), static_cast<std::size_t>(length));
}

std::optional<std::vector<pid_t>> ProcessReader::threads() {
    UniqueFd tasks = open("task", O_DIRECTORY);
    if (tasks) return numbersIn(std::move(tasks));
    fail(errno);
    return std::nullopt;
}

std::optional<std::vector<pid_t>> ProcessReader::children() {
    const auto tids = threads();
    if (!tids) return std::nullopt;
    std::vector<pid_t> found;
    bool listed = false;
    for (const pid_t tid : *tids) {
        if (!readOnce("task/" + std::to_string(tid) + "/children")) continue;
        listed = true;
        std::string_view rest = m_buffer;
        while (const auto child = parseInteger<pid_t>(nextWord(rest))) found.push_back(*child);
    }
    if (listed) return found;
    for (const pid_t pid : allProcesses())
        if (const auto stat = ProcessReader(pid).stat(); stat && stat->parent == m_pid) found.push_back(pid);
    return found;
}

std::vector<pid_t> allProcesses() { return numbersIn(UniqueFd(::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC))); }

}  // namespace ipclab
