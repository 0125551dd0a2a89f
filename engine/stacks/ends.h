// Sender and Receiver over a stack's client and server: waiting, timeouts, signals and the end of the stream are the
// same for all stacks and kept here.
//
// One way, a send of a stack of calls is one call. The receiver answers it with an empty receipt as soon as it has the
// message, and a blocking send returns with that receipt; one that may not wait, or was interrupted, leaves it to the
// next. So at most one message of a sender is ever without a receipt.
//
// Both ways, the client's send begins a call which its receive completes, and the server's send is the answer to what
// it received last. The two ends of a process share its client or server.
#pragma once

#include <memory>

#include "links/stack_mechanism.h"

namespace ipclab {

std::unique_ptr<Sender> openStackSender(const StackEnd& end, const EndOptions& options, const Peers& peers);
std::unique_ptr<Receiver> openStackReceiver(const StackEnd& end, const EndOptions& options, const Peers& peers);

}  // namespace ipclab
