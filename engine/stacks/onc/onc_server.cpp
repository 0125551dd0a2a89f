#include <netinet/in.h>
#include <sys/socket.h>

#include "core/error.h"
#include "stacks/framed/framed_server.h"
#include "stacks/onc/onc_ends.h"
#include "stacks/onc/onc_messages.h"

#include <rpc/pmap_prot.h>

extern "C" void ipclab_link_1(svc_req* request, SVCXPRT* transport);

namespace ipclab {

namespace {

// Any port of loopback.
UniqueFd listenForProgram(std::uint16_t& port) {
    UniqueFd fd(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "socket"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    check(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), size), "bind to loopback");
    check(::listen(fd.get(), SOMAXCONN), "listen on loopback");
    check(::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    port = ntohs(address.sin_port);
    return fd;
}

}  // namespace

class OncRpcServer final : public FramedServer {
public:
    OncRpcServer(const StackPlace& place, UniqueFd listener)
        : FramedServer(place, std::move(listener), Framing::Record) {
        listenAlso(listenForProgram(m_port));
        m_transport.xp_ops = &kOperations;
        m_transport.xp_p1 = this;
    }

    StackStep answer(std::span<const std::byte> reply) override {
        if (asked() == nullptr) return StackStep::Gone;
        IpclabMessage message = messageOf(reply);
        m_replyTo = asked();
        m_messageBytes = reply.size();
        m_isAnswer = true;
        const bool sent = svc_sendreply(&m_transport, messageXdr(), &message) != FALSE;
        m_isAnswer = false;
        return sent ? StackStep::Done : StackStep::Gone;
    }

    // What the generated dispatcher calls: the answer comes later.
    static bool_t executed(const IpclabMessage& message, svc_req* request) {
        auto* server = static_cast<OncRpcServer*>(request->rq_xprt->xp_p1);
        server->m_request.hold(message);
        server->m_isRequest = true;
        return FALSE;
    }

private:
    static OncRpcServer& of(SVCXPRT* transport) { return *static_cast<OncRpcServer*>(transport->xp_p1); }
    static bool_t getArguments(SVCXPRT* transport, xdrproc_t xdr, void* arguments) {
        OncRpcServer& server = of(transport);
        const std::size_t head = xdr_getpos(&server.m_reader);
        if (server.m_dispatch.isNoted())
            server.m_dispatch.done(monotonicNow(), server.m_frame.first(head),
                                   callMarks(head - kCallBytes - kVerifierBytes));
        const StepTimer unmarshals(CallStep::Unmarshal);
        const bool_t decoded = xdr(&server.m_reader, arguments);
        if (unmarshals.isNoted() && decoded != FALSE) {
            const std::size_t size = static_cast<const IpclabMessage*>(arguments)->IpclabMessage_len;
            unmarshals.done(monotonicNow(), server.m_frame.subspan(head), withMessage({}, size));
        }
        return decoded;
    }
    static bool_t sendReply(SVCXPRT* transport, rpc_msg* reply) { return of(transport).send(*reply) ? TRUE : FALSE; }
    // Those of a request are held until the next; others have none.
    static bool_t freeArguments(SVCXPRT*, xdrproc_t, void*) { return TRUE; }
    using Operations = std::remove_pointer_t<decltype(SVCXPRT::xp_ops)>;
    static Operations kOperations;

    Taken take(Caller& from, std::span<const std::byte> frame, std::span<const std::byte>& request) override {
        m_dispatch = StepTimer(CallStep::Dispatch);
        m_frame = frame;
        std::array<char, MAX_AUTH_BYTES> credential, verifier;
        rpc_msg call{};
        call.rm_call.cb_cred.oa_base = credential.data();
        call.rm_call.cb_verf.oa_base = verifier.data();
        m_reader = readerOf(frame);
        if (!xdr_callmsg(&m_reader, &call) || call.rm_call.cb_rpcvers != RPC_MSG_VERSION) return Taken::Bad;
        m_replyTo = &from;
        m_call = call.rm_xid;
        m_messageBytes = 0;
        if (!showsToken(call.rm_call.cb_cred)) {
            svcerr_auth(&m_transport, AUTH_REJECTEDCRED);
            return Taken::Bad;
        }
        m_isRequest = false;
        dispatch(from, call.rm_call);
        if (!m_isRequest) return Taken::Handled;
        request = m_request.bytes();
        return Taken::Request;
    }

    void dispatch(Caller& from, const call_body& call) {
        const bool link = call.cb_prog == IPCLAB_LINK;
        const bool mapper = call.cb_prog == PMAPPROG;
        const rpcvers_t version = mapper ? PMAPVERS : IPCLAB_LINK_V1;
        if (!link && !mapper) return svcerr_noprog(&m_transport);
        if (call.cb_vers != version) return svcerr_progvers(&m_transport, version, version);
        admit(from, link);
        if (mapper) return tellPort(call.cb_proc);
        svc_req request{};
        request.rq_prog = call.cb_prog;
        request.rq_vers = call.cb_vers;
        request.rq_proc = call.cb_proc;
        request.rq_xprt = &m_transport;
        ipclab_link_1(&request, &m_transport);
    }

    void tellPort(rpcproc_t procedure) {
        pmap asked{};
        if (procedure != PMAPPROC_GETPORT) return svcerr_noproc(&m_transport);
        if (!xdr_pmap(&m_reader, &asked)) return svcerr_decode(&m_transport);
        const bool known =
            asked.pm_prog == IPCLAB_LINK && asked.pm_vers == IPCLAB_LINK_V1 && asked.pm_prot == IPPROTO_TCP;
        u_int port = known ? m_port : 0;
        static_cast<void>(svc_sendreply(&m_transport, reinterpret_cast<xdrproc_t>(xdr_u_int), &port));
    }

    [[nodiscard]] bool showsToken(const opaque_auth& credential) const {
        if (credential.oa_flavor != AUTH_SYS) return false;
        std::array<char, MAX_MACHINE_NAME + 1> machine{};
        std::array<gid_t, NGRPS> groups{};
        authunix_parms shown{};
        shown.aup_machname = machine.data();
        shown.aup_gids = groups.data();
        XDR xdrs;
        xdrmem_create(&xdrs, credential.oa_base, credential.oa_length, XDR_DECODE);
        return xdr_authunix_parms(&xdrs, &shown) && place().token == machine.data();
    }

    bool send(rpc_msg& reply) {
        const StepTimer marshals(CallStep::MarshalReply, m_isAnswer);
        reply.rm_xid = m_call;
        const auto bytes = m_encoder.encode(m_messageBytes, [&](XDR* xdrs) { return xdr_replymsg(xdrs, &reply); });
        if (bytes.empty()) return false;
        if (marshals.isNoted()) marshals.done(monotonicNow(), bytes, withMessage(replyMarks(), m_messageBytes));
        return FramedServer::reply(*m_replyTo, bytes, m_isAnswer);
    }

    SVCXPRT m_transport{};
    std::uint16_t m_port = 0;
    StepTimer m_dispatch{CallStep::Dispatch, false};
    std::span<const std::byte> m_frame;  // that is taken
    XDR m_reader{};
    Decoded m_request;
    bool m_isRequest = false;
    bool m_isAnswer = false;
    Caller* m_replyTo = nullptr;
    std::uint32_t m_call = 0;  // whose reply is sent
    std::size_t m_messageBytes = 0;
    Encoder m_encoder;
};

OncRpcServer::Operations OncRpcServer::kOperations{.xp_recv = nullptr,
                                                   .xp_stat = nullptr,
                                                   .xp_getargs = getArguments,
                                                   .xp_reply = sendReply,
                                                   .xp_freeargs = freeArguments,
                                                   .xp_destroy = nullptr};

std::unique_ptr<StackServer> serveOncRpc(const StackPlace& place, UniqueFd listener) {
    return std::make_unique<OncRpcServer>(place, std::move(listener));
}

}  // namespace ipclab

extern "C" bool_t ipclab_call_1_svc(IpclabMessage message, IpclabMessage*, svc_req* request) {
    return ipclab::OncRpcServer::executed(message, request);
}

extern "C" int ipclab_link_1_freeresult(SVCXPRT*, xdrproc_t, caddr_t) { return 1; }
