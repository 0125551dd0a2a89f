#include "helpers/other_user.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace ipclab::test {

namespace {

bool become() { return ::setgroups(0, nullptr) == 0 && ::setgid(kOtherUser) == 0 && ::setuid(kOtherUser) == 0; }

}  // namespace

std::string otherUserProblem() {
    if (::geteuid() != 0) return "only root can take another user id";
    return asOtherUser([] { return true; }) ? "" : "this sandbox lets nobody take another user id";
}

pid_t startAsOtherUser(const std::vector<std::string>& arguments, const std::vector<std::string>& variables) {
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    if (!become()) ::_exit(126);
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(null, STDOUT_FILENO);
    for (const std::string& variable : variables) ::putenv(const_cast<char*>(variable.c_str()));
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(127);
}

bool asOtherUser(const std::function<bool()>& question) {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(become() && question() ? 0 : 1);
    int status = 0;
    return ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace ipclab::test
