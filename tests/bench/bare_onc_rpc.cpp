// ONC RPC as libtirpc's own client and server do it, over its transport for streams.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bare_stacks.h"
#include "core/error.h"
#include "core/unique_fd.h"
#include "link.h"

namespace ipclab::bench {

namespace {

struct Served {
    const Work* work;
    Result* result;
    Pattern pattern;
    std::uint64_t done = 0;
    Nanoseconds sinceNs = 0;
};
Served g_served;

// As rpcgen's dispatcher, with the procedure in it.
void dispatch(svc_req* request, SVCXPRT* transport) {
    IpclabMessage message{};
    if (request->rq_proc != IPCLAB_CALL) return svcerr_noproc(transport);
    if (!svc_getargs(transport, reinterpret_cast<xdrproc_t>(xdr_IpclabMessage), &message)) ::_exit(1);
    IpclabMessage answer = g_served.pattern == Pattern::OneWay ? IpclabMessage{} : message;
    if (!svc_sendreply(transport, reinterpret_cast<xdrproc_t>(xdr_IpclabMessage), &answer)) ::_exit(1);
    svc_freeargs(transport, reinterpret_cast<xdrproc_t>(xdr_IpclabMessage), &message);
    if (g_served.done++ == 0) g_served.sinceNs = monotonicNow();
    if (g_served.done < g_served.work->messages) return;
    if (g_served.pattern == Pattern::OneWay) g_served.result->tookNs = monotonicNow() - g_served.sinceNs;
    svc_exit();
}

void serve(int listener, const Work& work, Pattern pattern, Result& result) {
    g_served = {&work, &result, pattern};
    SVCXPRT* transport = svc_vc_create(::dup(listener), 0, 0);
    if (transport == nullptr || !svc_reg(transport, IPCLAB_LINK, IPCLAB_LINK_V1, dispatch, nullptr)) ::_exit(1);
    svc_run();
}

void ask(const sockaddr_in& address, const Work& work, Pattern pattern, Result& result) {
    UniqueFd fd(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    const int on = 1;
    check(::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "TCP_NODELAY");
    sockaddr_in to = address;
    check(::connect(fd.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to), "connect");
    netbuf at{.maxlen = sizeof to, .len = sizeof to, .buf = &to};
    CLIENT* client = clnt_vc_create(fd.get(), &at, IPCLAB_LINK, IPCLAB_LINK_V1, 0, 0);
    if (client == nullptr) ::_exit(1);
    std::vector<std::byte> bytes = makeMessage(work.sizeBytes);
    const auto askOne = [&] {
        const IpclabMessage message{.IpclabMessage_len = static_cast<u_int>(bytes.size()),
                                    .IpclabMessage_val = reinterpret_cast<char*>(bytes.data())};
        IpclabMessage answer{};
        if (ipclab_call_1(message, &answer, client) != RPC_SUCCESS) ::_exit(1);
        clnt_freeres(client, reinterpret_cast<xdrproc_t>(xdr_IpclabMessage), &answer);
    };
    if (pattern == Pattern::RoundTrip) return timeReceiving(work, result, askOne);
    for (std::uint64_t i = 0; i < work.messages; ++i) askOne();
}

}  // namespace

double bareOncRpc(const Work& work, Pattern pattern, Result& result) {
    const UniqueFd listener(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    check(::bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), size), "bind");
    check(::listen(listener.get(), 4), "listen");
    check(::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    const auto serving = [&] { serve(listener.get(), work, pattern, result); };
    const auto asking = [&] { ask(address, work, pattern, result); };
    return pattern == Pattern::OneWay ? inTwoProcesses(work, result, asking, serving)
                                      : inTwoProcesses(work, result, serving, asking);
}

}  // namespace ipclab::bench
