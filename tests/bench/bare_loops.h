// The bare loops that the mechanisms are measured against: what a programmer in C would write for one sender and one
// receiver with the same system calls, the same sizes and the capacity the mechanism has unless asked otherwise. They
// promise nothing: no time limits, no peers that go or die, no second sender, no check of what arrives.
#pragma once

#include <string_view>

#include "two_processes.h"

namespace ipclab::bench {

// Messages received per second.
using BareLoop = double (*)(const Work&, Result&);

// bare_streams.cpp: bytes, and packets that are read as they were written.
double barePipe(const Work& work, Result& result);
double bareFifo(const Work& work, Result& result);
double barePair(const Work& work, Result& result);
double bareDatagram(const Work& work, Result& result);
double bareUnix(const Work& work, Result& result);
double bareSeqpacket(const Work& work, Result& result);
double bareTcp(const Work& work, Result& result);
double barePty(const Work& work, Result& result);

// bare_udp.cpp: what is lost is not counted.
double bareUdp(const Work& work, Result& result);
double bareMulticast(const Work& work, Result& result);

// bare_queues.cpp: messages that the kernel keeps.
double bareQueue(const Work& work, Result& result);
double bareSysvQueue(const Work& work, Result& result);
double bareSignal(const Work& work, Result& result);

// bare_memory.cpp: what the programs synchronise themselves.
double bareShm(const Work& work, Result& result);
double bareAwakeShm(const Work& work, Result& result);  // spins instead of sleeping
double bareEventfd(const Work& work, Result& result);
double bareProcessVm(const Work& work, Result& result);
double bareFile(const Work& work, Result& result);

// bare_models.cpp
double barePort(const Work& work, Result& result);
double bareAlpc(const Work& work, Result& result);

}  // namespace ipclab::bench
