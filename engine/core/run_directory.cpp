#include "core/run_directory.h"

#include <fcntl.h>
#include <mqueue.h>
#include <semaphore.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/random.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <sstream>

#include "core/control_group.h"
#include "core/error.h"
#include "core/run_processes.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "run-";
constexpr std::string_view kUnfinishedPrefix = "new-";  // new-PID-STARTTIME-TOKEN
constexpr std::array<std::string_view, 8> kKindNames{"file",    "posix-shm", "posix-mq",  "sysv-shm",
                                                     "sysv-mq", "sysv-sem",  "posix-sem", "control-group"};

std::string readAll(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Field 22 of /proc/PID/stat, counted after the last parenthesis because the command may hold anything. Empty for a
// process that is gone, a zombie nobody has reaped yet included.
std::string startTimeOf(pid_t pid) {
    const std::string stat = readAll("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t close = stat.rfind(')');
    if (close == std::string::npos) return {};
    std::istringstream fields(stat.substr(close + 1));
    std::string field;
    for (int i = 3; i <= 22 && fields >> field; ++i) {
        if (i == 3 && (field == "Z" || field == "X")) return {};
    }
    return field;
}

std::string bootId() {
    std::string id = readAll("/proc/sys/kernel/random/boot_id");
    std::erase(id, '\n');
    return id;
}

// Pids mean something only within their namespace: a folder shared with a container is left alone.
std::string pidNamespace() {
    std::array<char, 64> target{};
    const ssize_t length = ::readlink("/proc/self/ns/pid", target.data(), target.size());
    return length < 0 ? std::string("?") : std::string(target.data(), static_cast<std::size_t>(length));
}

std::string ownerLine() {
    return "owner " + std::to_string(::getpid()) + ' ' + startTimeOf(::getpid()) + ' ' + bootId() + ' ' +
           pidNamespace() + '\n';
}

bool ownerIsGone(const std::string& journal) {
    std::istringstream line(journal.substr(0, journal.find('\n')));
    std::string word, start, boot, ns;
    pid_t pid = 0;
    if (!(line >> word >> pid >> start >> boot >> ns) || word != "owner") return false;
    if (boot != bootId()) return true;
    return ns == pidNamespace() && startTimeOf(pid) != start;
}

template <typename Number>
bool parseNumber(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

// Of a folder that never got its name: is the process it tells of gone?
bool makerIsGone(std::string_view name) {
    std::istringstream parts{std::string(name.substr(kUnfinishedPrefix.size()))};
    std::string pidText, start;
    pid_t pid = 0;
    if (!std::getline(parts, pidText, '-') || !std::getline(parts, start, '-')) return false;
    return parseNumber(std::string_view(pidText), pid) && startTimeOf(pid) != start;
}

// In a journal a System V key has this prefix.
constexpr std::string_view kKeyPrefix = "key-";

// The id behind a key, or -1 with errno.
int sysvGet(std::string_view kind, key_t key) {
    if (kind == kKindNames[3]) return ::shmget(key, 0, 0);
    if (kind == kKindNames[4]) return ::msgget(key, 0);
    if (kind == kKindNames[5]) return ::semget(key, 0, 0);
    errno = EINVAL;
    return -1;
}

bool madeByThisUser(std::string_view kind, int id) {
    struct shmid_ds shm {};
    struct msqid_ds queue {};
    struct semid_ds semaphores {};
    if (kind == kKindNames[3]) return ::shmctl(id, IPC_STAT, &shm) == 0 && shm.shm_perm.cuid == ::geteuid();
    if (kind == kKindNames[4]) return ::msgctl(id, IPC_STAT, &queue) == 0 && queue.msg_perm.cuid == ::geteuid();
    return ::semctl(id, 0, IPC_STAT, &semaphores) == 0 && semaphores.sem_perm.cuid == ::geteuid();
}

int ownIdByKey(std::string_view kind, key_t key) {
    const int id = key == IPC_PRIVATE ? -1 : sysvGet(kind, key);
    return id >= 0 && madeByThisUser(kind, id) ? id : -1;
}

// Unpredictable, and nobody's so far.
key_t freeKey(std::string_view kind) {
    for (;;) {
        key_t key = IPC_PRIVATE;
        check(::getrandom(&key, sizeof key, 0), "getrandom");
        if (key != IPC_PRIVATE && sysvGet(kind, key) < 0 && errno != EACCES) return key;
    }
}

// By the key in a journal; -1: there is none.
int sysvId(std::string_view kind, std::string_view name) {
    key_t key = IPC_PRIVATE;
    if (!name.starts_with(kKeyPrefix) || !parseNumber(name.substr(kKeyPrefix.size()), key)) return -1;
    return ownIdByKey(kind, key);
}

bool removeObject(std::string_view kind, const std::string& name, const fs::path& folder) {
    // Only names this program could have made: a journal is outside input like any other file.
    if (kind == kKindNames[0]) return fs::path(name).parent_path() == folder && ::unlink(name.c_str()) == 0;
    if (kind == kKindNames[1]) return name.starts_with("/ipclab-") && ::shm_unlink(name.c_str()) == 0;
    if (kind == kKindNames[2]) return name.starts_with("/ipclab-") && ::mq_unlink(name.c_str()) == 0;
    if (kind == kKindNames[6]) return name.starts_with("/ipclab-") && ::sem_unlink(name.c_str()) == 0;
    if (kind == kKindNames[7]) return removeGroup(name);
    const int id = sysvId(kind, name);
    if (id < 0) return false;
    if (kind == kKindNames[3]) return ::shmctl(id, IPC_RMID, nullptr) == 0;
    if (kind == kKindNames[4]) return ::msgctl(id, IPC_RMID, nullptr) == 0;
    if (kind == kKindNames[5]) return ::semctl(id, 0, IPC_RMID) == 0;
    return false;
}

// A line each: the kind, a space, the name, which may hold anything: a line break in it is written as "\n".
std::string escaped(std::string_view name) {
    std::string text;
    for (const char c : name) text += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    return text;
}

std::string unescaped(std::string_view text) {
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '\\' && i + 1 < text.size();
        if (isEscape) ++i;
        name += isEscape && text[i] == 'n' ? '\n' : text[i];
    }
    return name;
}

struct JournalEntry {
    std::string kind, name;
};

// Without the line of the owner.
std::vector<JournalEntry> entriesOf(const std::string& journal) {
    std::vector<JournalEntry> entries;
    std::istringstream lines(journal);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t space = line.find(' ');
        if (space == line.npos || line.starts_with("owner ")) continue;
        entries.push_back({line.substr(0, space), unescaped(std::string_view(line).substr(space + 1))});
    }
    return entries;
}

unsigned removeJournalled(const std::string& journal, const fs::path& folder) {
    unsigned removed = 0;
    for (const JournalEntry& entry : entriesOf(journal)) {
        if (removeObject(entry.kind, entry.name, folder)) ++removed;
    }
    return removed;
}

}  // namespace

std::string makeRunToken() {
    std::array<unsigned char, 16> bytes{};
    check(::getrandom(bytes.data(), bytes.size(), 0), "getrandom");
    std::string token;
    constexpr std::string_view digits = "0123456789abcdef";
    for (const unsigned char byte : bytes) {
        token += digits[byte >> 4];
        token += digits[byte & 15];
    }
    return token;
}

// The folder gets its name only when its journal names the owner: whoever is killed before leaves a folder whose own
// name tells who that was.
RunDirectory::RunDirectory(const std::string& token)
    : m_path(runtimeDirectory() / (std::string(kPrefix) + token)), m_token(token), m_owner(::getpid()) {
    const fs::path unnamed = runtimeDirectory() / (std::string(kUnfinishedPrefix) + std::to_string(::getpid()) + '-' +
                                                   startTimeOf(::getpid()) + '-' + token);
    check(::mkdir(unnamed.c_str(), 0700), "mkdir " + unnamed.string());
    const fs::path journal = unnamed / "journal";
    m_journal.reset(check(::open(journal.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0600),
                          "open " + journal.string()));
    const std::string line = ownerLine();
    check(::write(m_journal.get(), line.data(), line.size()), "write " + journal.string());
    if (::renameat2(AT_FDCWD, unnamed.c_str(), AT_FDCWD, m_path.c_str(), RENAME_NOREPLACE) != 0) {
        const int error = errno;
        std::error_code ignored;
        fs::remove_all(unnamed, ignored);
        m_journal.reset();
        throwErrno(error, "rename to " + m_path.string());
    }
}

RunDirectory::~RunDirectory() {
    if (!m_journal || m_owner != ::getpid()) return;
    removeJournalled(readAll(m_path / "journal"), m_path);
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void RunDirectory::note(ObjectKind kind, std::string_view name) {
    const std::string line = std::string(kKindNames[static_cast<std::size_t>(kind)]) + ' ' + escaped(name) + '\n';
    check(::write(m_journal.get(), line.data(), line.size()), "write to the journal of the run");
}

std::string RunDirectory::newName(ObjectKind kind) {
    const std::string number = std::to_string(m_next++);
    const std::string name =
        kind == ObjectKind::File ? (m_path / number).string() : "/ipclab-" + m_token + '-' + number;
    note(kind, name);
    return name;
}

std::int32_t RunDirectory::newKey(ObjectKind kind) {
    const key_t key = freeKey(kKindNames[static_cast<std::size_t>(kind)]);
    note(kind, std::string(kKeyPrefix) + std::to_string(key));
    return key;
}

int RunDirectory::makeSysv(ObjectKind kind, const std::function<int(std::int32_t)>& make) {
    return make(newKey(kind));
}

namespace {

std::vector<fs::path> entriesIn(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        entries.push_back(entry->path());
    }
    return entries;
}

void sweepFolder(const fs::path& path, SweepReport& report) {
    const std::string name = path.filename();
    std::error_code failed;
    if (name.starts_with(kUnfinishedPrefix) && makerIsGone(name)) fs::remove_all(path, failed);
    if (!name.starts_with(kPrefix)) return;
    const std::string journal = readAll(path / "journal");
    if (!ownerIsGone(journal)) return;
    ++report.runs;
    report.processes += killProcessesOfRun(std::string_view(name).substr(kPrefix.size()));
    report.objects += removeJournalled(journal, path);
    fs::remove_all(path, failed);
    if (failed) report.problems.push_back(path.string() + ": " + failed.message());
}

}  // namespace

SweepReport sweepDeadRuns() {
    SweepReport report;
    try {
        for (const fs::path& runtime : runtimeDirectories()) {
            for (const fs::path& path : entriesIn(runtime)) sweepFolder(path, report);
        }
    } catch (const std::exception& error) {
        report.problems.emplace_back(error.what());
    }
    return report;
}

std::vector<DeadRun> findDeadRuns() {
    std::vector<DeadRun> runs;
    for (const fs::path& runtime : runtimeDirectories()) {
        for (const fs::path& path : entriesIn(runtime)) {
            const std::string journal = readAll(path / "journal");
            if (ownerIsGone(journal)) runs.push_back({path, static_cast<unsigned>(entriesOf(journal).size())});
        }
    }
    return runs;
}

}  // namespace ipclab
