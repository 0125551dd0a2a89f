#include "launcher/worker_command.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/error.h"

namespace ipclab {

namespace {

std::vector<char*> pointersTo(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

class SpawnSettings {
public:
    SpawnSettings() {
        checkError(::posix_spawn_file_actions_init(&m_actions), "posix_spawn_file_actions_init");
        checkError(::posix_spawnattr_init(&m_attributes), "posix_spawnattr_init");
        sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK);
        checkError(::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0), "addopen");
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    ~SpawnSettings() {
        ::posix_spawnattr_destroy(&m_attributes);
        ::posix_spawn_file_actions_destroy(&m_actions);
    }

    // A dup2 of a descriptor onto itself takes the close-on-exec flag off (posix_spawn_file_actions_adddup2(3)).
    void inherit(int fd) { checkError(::posix_spawn_file_actions_adddup2(&m_actions, fd, fd), "adddup2"); }
    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

// For the moment of a vfork; nothing else is executed meanwhile, because the launcher has one thread.
class OpenOverExec {
public:
    explicit OpenOverExec(const std::vector<int>& fds) : m_fds(fds) { setFlags(0); }
    OpenOverExec(const OpenOverExec&) = delete;
    OpenOverExec& operator=(const OpenOverExec&) = delete;
    ~OpenOverExec() { setFlags(FD_CLOEXEC); }

private:
    void setFlags(int flags) const {
        for (const int fd : m_fds) ::fcntl(fd, F_SETFD, flags);
    }
    const std::vector<int>& m_fds;
};

// Nothing but execve and _exit happens in the new process. The error is written into the parent's own memory, which
// the new process shares until it executes or ends (vfork(2)).
pid_t vforkAndExec(const char* path, char* const* argv, volatile int& error) {
    const pid_t pid = ::vfork();
    if (pid == 0) {
        ::execve(path, argv, environ);
        error = errno;
        ::_exit(127);
    }
    return pid;
}

}  // namespace

WorkerCommand workerCommand(std::string executable, int segmentFd, int planFd, int reportFd, pid_t parent) {
    return {std::move(executable),
            {"ipclab-worker", std::to_string(segmentFd), std::to_string(planFd), std::to_string(reportFd),
             std::to_string(parent)},
            {segmentFd, planFd, reportFd}};
}

pid_t startBySpawn(const WorkerCommand& command) {
    SpawnSettings settings;
    for (const int fd : command.inherited) settings.inherit(fd);
    const std::vector<char*> argv = pointersTo(command.arguments);
    pid_t pid = -1;
    checkError(::posix_spawn(&pid, command.executable.c_str(), settings.actions(), settings.attributes(), argv.data(),
                             environ),
               "posix_spawn " + command.executable);
    return pid;
}

pid_t startByVfork(const WorkerCommand& command) {
    const std::vector<char*> argv = pointersTo(command.arguments);
    volatile int error = 0;
    const OpenOverExec open(command.inherited);
    const pid_t pid = check(vforkAndExec(command.executable.c_str(), argv.data(), error), "vfork");
    if (error != 0) {
        ::waitpid(pid, nullptr, 0);
        throwErrno(error, "vfork, execve " + command.executable);
    }
    return pid;
}

}  // namespace ipclab
