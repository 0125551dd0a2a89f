// The minimal programs the stacks are measured against: what the examples of each library do, its own sockets and its
// own waiting, for one client and one server. They promise nothing: no token, no limits, no peers that go or die.
#pragma once

#include "two_processes.h"

namespace ipclab::bench {

// Messages a second one way, each with its receipt where the stack knows none but calls; or round trips, each with an
// answer as long as the request.
enum class Pattern { OneWay, RoundTrip };
using BareStack = double (*)(const Work& work, Pattern pattern, Result& result);

double bareHttp(const Work& work, Pattern pattern, Result& result);
double bareHttps(const Work& work, Pattern pattern, Result& result);
double bareJsonRpc(const Work& work, Pattern pattern, Result& result);
double bareWebSocket(const Work& work, Pattern pattern, Result& result);
double bareOncRpc(const Work& work, Pattern pattern, Result& result);
double bareGrpc(const Work& work, Pattern pattern, Result& result);
double bareThrift(const Work& work, Pattern pattern, Result& result);
double bareThriftCompact(const Work& work, Pattern pattern, Result& result);
double bareDbus(const Work& work, Pattern pattern, Result& result);
double bareZeromq(const Work& work, Pattern pattern, Result& result);

}  // namespace ipclab::bench
