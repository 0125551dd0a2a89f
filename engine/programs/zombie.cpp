#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"
#include "programs/descendants.h"
#include "programs/registry.h"
#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr int kChildsCode = 7;

class Zombie : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "zombie",
            .name = TEXT("program", "Zombie maker"),
            .summary =
                TEXT("program",
                     "Makes a child that ends at once and does not wait for it for hold_s: a zombie, which keeps its "
                     "exit code until it is waited for."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const pid_t child = forkTied("zombie", [] { return kChildsCode; });
        if (child < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return 1;
        }
        awaitEnd(child);
        tellState(worker, child);
        worker.holdFor(worker.holdNs());
        tellState(worker, child);
        const auto status = waitForChild(worker, child);
        if (!viewProcess(child)) {
            worker.tell("child-gone", {{"child_pid", child}, {"code", status ? WEXITSTATUS(*status) : -1}});
        }
        return 0;
    }

private:
    // WNOWAIT leaves it a zombie (waitid(2)).
    static void awaitEnd(pid_t child) {
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR) {
        }
    }

    static void tellState(WorkerContext& worker, pid_t child) {
        const auto view = viewProcess(child);
        const std::string state(1, view ? view->state : '-');
        worker.tell("child-state", {{"child_pid", child}, {"state", state}, {"ppid", view ? view->parent : 0}});
    }
};

}  // namespace

const Program& zombieProgram() {
    static const Zombie program;
    return program;
}

}  // namespace ipclab
