// Loads a server: any number of connections, some of which ask.
#include "programs/load_run.h"
#include "programs/open_files.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

class Load : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "load",
            .name = TEXT("program", "Load"),
            .summary =
                TEXT("program",
                     "Opens many connections to a server, or many sockets that send it datagrams. Those that are "
                     "active send requests, due at a rate whatever the server manages, and wait for the answers; or it "
                     "behaves as no client should."),
            .sends = {1, 1},
            .receives = {0, 0},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesCount = true,
            .parameters = {"connections", "active", "connect_rate_per_s", "arrivals", "timeout_ms"},
            .ways = {kLoadWays.begin(), kLoadWays.end()},
            .tells = true,
            .calls = true,
            .holdsConnections = true,
            .peer = "server"};
        return info;
    }

    int run(WorkerContext& worker) const override {
        raiseOpenFilesOf(worker);
        if (worker.waitStartDelay()) LoadRun(worker, worker.held().front()).run();
        return 0;
    }
};

}  // namespace

const Program& loadProgram() {
    static const Load program;
    return program;
}

}  // namespace ipclab
