// Both sides of ONC RPC: rpcgen's stubs, driven by transports of our own, because those of libtirpc wait inside a call
// and know no signal (CLIENT and SVCXPRT are tables of functions).
#pragma once

#include <memory>

#include "stacks/stack.h"

namespace ipclab {

std::unique_ptr<StackClient> connectOncRpc(const StackPlace& place);
std::unique_ptr<StackServer> serveOncRpc(const StackPlace& place, UniqueFd listener);

}  // namespace ipclab
