// ipclab-stacks: a worker that can open the ends of stacks. Started as ipclab-worker is.
#include "launcher/worker_main.h"
#include "stacks/forms/forms.h"
#include "stacks/registry.h"

int main(int argc, char** argv) {
    ipclab::openStacksHere();
    ipclab::useRecordForms();
    return ipclab::workerMain(argc, argv);
}
