#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

// An executable of the user's. The launcher connects its ends and executes it: nothing of ours runs in it.
class Command : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{.id = "command",
                                      .name = TEXT("program", "Command"),
                                      .summary = TEXT("program",
                                                      "Any executable with its arguments, connected by standard input "
                                                      "and output or by a descriptor named in its environment."),
                                      .sends = {0, -1},
                                      .receives = {0, -1},
                                      .foreign = true};
        return info;
    }

    int run(WorkerContext&) const override { return 127; }
};

}  // namespace

const Program& commandProgram() {
    static const Command program;
    return program;
}

}  // namespace ipclab
