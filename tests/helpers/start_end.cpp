#include "helpers/start_end.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include "core/error.h"

namespace ipclab::test {

namespace {

std::vector<char*> pointersTo(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

pid_t vforkAndExec(const char* program, char* const* argv) {
    const pid_t pid = ::vfork();
    if (pid == 0) {
        ::execve(program, argv, environ);
        ::_exit(127);
    }
    return pid;
}

}  // namespace

pid_t startEndBySpawn(const char* program, const std::vector<std::string>& arguments,
                      const std::vector<int>& inherited) {
    posix_spawn_file_actions_t actions;
    checkError(::posix_spawn_file_actions_init(&actions), "posix_spawn_file_actions_init");
    for (const int fd : inherited) ::posix_spawn_file_actions_adddup2(&actions, fd, fd);
    const std::vector<char*> argv = pointersTo(arguments);
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, program, &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    checkError(error, "posix_spawn");
    return pid;
}

pid_t startEndByVfork(const char* program, const std::vector<std::string>& arguments,
                      const std::vector<int>& inherited) {
    const std::vector<char*> argv = pointersTo(arguments);
    for (const int fd : inherited) ::fcntl(fd, F_SETFD, 0);
    const pid_t pid = vforkAndExec(program, argv.data());
    for (const int fd : inherited) ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    return check(pid, "vfork");
}

}  // namespace ipclab::test
