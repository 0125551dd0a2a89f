// A worker, as workerMain() says; or, asked by the window or the command line, one probe of a claim (probes/report.h).
#include "launcher/worker_main.h"
#include "probes/report.h"

int main(int argc, char** argv) {
    if (const auto status = ipclab::probeAsked(argc, argv)) return *status;
    return ipclab::workerMain(argc, argv);
}
