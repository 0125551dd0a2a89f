// ONC RPC (RFC 5531) with rpcgen's stubs and libtirpc's messages and XDR (onc/). The token is the machine name of the
// credential AUTH_SYS, which every call carries.
//
// The address of the link is that of a matchmaker: a port mapper (version 2, RFC 1833) in the server itself, so that
// nothing depends on rpcbind and nothing is left behind in it. A client asks it for the port of the program first,
// calls procedure 0 there, which shows who he is, and then sends.
#include "stacks/onc/onc_ends.h"

namespace ipclab {

const Stack& oncRpcStack() {
    static const Stack stack{.id = "onc-rpc", .connect = connectOncRpc, .serve = serveOncRpc};
    return stack;
}

}  // namespace ipclab
