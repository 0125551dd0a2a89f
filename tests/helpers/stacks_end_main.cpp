// As end_main.cpp, and its ends may be those of a stack.
#include "helpers/end_main.h"
#include "stacks/registry.h"

int main(int argc, char** argv) {
    ipclab::openStacksHere();
    return ipclab::test::endMain(argc, argv);
}
