// ipclab-test-end BOARD-FD JOB: one end of a link, in a program of its own.
#include "helpers/end_main.h"

int main(int argc, char** argv) { return ipclab::test::endMain(argc, argv); }
