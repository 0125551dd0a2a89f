#include "launcher/worker_main.h"

int main(int argc, char** argv) { return ipclab::workerMain(argc, argv); }
