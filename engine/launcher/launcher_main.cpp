// ipclab-launcher: started by ipclab alone:
//   ipclab-launcher CONTROL-FD SEGMENT-FD ORDER-FD PARENT-PID
//   ipclab-launcher --probe     says whether it may open switch events: nothing and status 0, or why not and status 3
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "core/error.h"
#include "launcher/handed_over.h"
#include "launcher/launcher.h"
#include "launcher/own_session.h"
#include "launcher/privilege.h"
#include "launcher/worker_entry.h"

namespace {

using namespace ipclab;

std::string workerBeside() { return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "ipclab-worker"; }

// The parent of all: orphans of its children come to it, and it goes with the window.
bool becomeParent(pid_t window) {
    if (!dieWithParent(window, SIGTERM)) return false;
    check(::prctl(PR_SET_CHILD_SUBREAPER, 1), "PR_SET_CHILD_SUBREAPER");
    ::signal(SIGPIPE, SIG_IGN);
    return true;
}

// Opened first of all and closed again where they are not wanted, so that whatever comes after, the reading of the
// order included, runs without the privilege this may take.
SwitchEvents openAndDropPrivilege() {
    SwitchEvents events = openSwitchEvents();
    if (events) events.wakes = openWakeEvents();
    dropGainedPrivilege();
    return events;
}

int probe() {
    const SwitchEvents events = openAndDropPrivilege();
    if (!events) std::puts(events.problem.c_str());
    return events ? 0 : 3;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--probe") return probe();
    std::array<int, 4> numbers{};
    if (argc != 5 || !takeNumbers(argc, argv, numbers)) {
        std::fputs("ipclab-launcher is started by ipclab; run ipclab instead\n", stderr);
        return 2;
    }
    const auto [controlFd, segmentFd, orderFd, window] = numbers;
    UniqueFd control(controlFd);
    UniqueFd last(::fcntl(controlFd, F_DUPFD_CLOEXEC, 3));  // for why there is no launcher: the other one goes with it
    try {
        const UniqueFd segmentOwner(segmentFd), order(orderFd);
        SwitchEvents events = openAndDropPrivilege();
        if (!becomeParent(window)) return 1;
        OwnSession session;
        session.lower();
        Segment segment = Segment::adopt(UniqueFd(check(::fcntl(segmentFd, F_DUPFD_CLOEXEC, 3), "F_DUPFD_CLOEXEC")));
        Launcher launcher(launchOrderFromJson(wholeText(order.get(), "launch order")), std::move(segment),
                          std::move(control), workerBeside(), std::move(events), session);
        return launcher.run();
    } catch (const std::exception& error) {
        if (last) ControlChannel(std::move(last)).send(encode(RunFailed{error.what()}));
        std::fprintf(stderr, "ipclab-launcher: %s\n", error.what());
        return 1;
    }
}
