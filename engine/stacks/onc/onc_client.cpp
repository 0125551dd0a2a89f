#include <netinet/in.h>
#include <unistd.h>

#include <optional>

#include "core/error.h"
#include "stacks/framed/framed_socket.h"
#include "stacks/onc/onc_ends.h"
#include "stacks/onc/onc_messages.h"

#include <rpc/pmap_prot.h>

namespace ipclab {

namespace {

class OncRpcClient final : public StackClient {
public:
    explicit OncRpcClient(const StackPlace& place)
        : m_address(place.address),
          m_limit(place.limit),
          m_auth(authunix_create(const_cast<char*>(place.token.c_str()), ::geteuid(), ::getegid(), 0, nullptr)) {
        if (m_auth == nullptr) throwErrno(ENOMEM, "authunix_create");
        m_client.cl_auth = m_auth;
        m_client.cl_ops = &kOperations;
        m_client.cl_private = this;
    }
    ~OncRpcClient() override { auth_destroy(m_auth); }

    StackStep call(std::span<const std::byte> request) override {
        if (const StackStep step = advance(); step != StackStep::Done) return step;
        m_messageBytes = request.size();
        m_result.clear();
        return ipclab_call_1(messageOf(request), m_result.get(), &m_client) == RPC_SUCCESS ? StackStep::Done
                                                                                           : StackStep::Gone;
    }

    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        if (const StackStep step = m_socket->flush(); step != StackStep::Done) return step;
        const StackStep step = receiveReply(patience);
        if (step == StackStep::Done) reply = m_result.bytes();
        return step;
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override {
        return m_socket->wait(m_phase == Phase::LooksUp ? StackWait::ForMessage : what, atMostNs);
    }
    StackStep flush() override { return m_socket ? m_socket->flush() : StackStep::Done; }
    StackStep settle() override { return flush(); }
    std::uint64_t systemCalls() const override { return m_systemCalls + (m_socket ? m_socket->systemCalls() : 0); }

private:
    // New: nobody was asked yet. LooksUp: the matchmaker was. Ready: connected to the program.
    enum class Phase : std::uint8_t { New, LooksUp, Ready };

    // What the generated stub calls: encodes and sends, and keeps where the result shall go.
    static clnt_stat callThrough(CLIENT* client, rpcproc_t procedure, xdrproc_t xdrArguments, void* arguments,
                                 xdrproc_t xdrResult, void* result, timeval) {
        return static_cast<OncRpcClient*>(client->cl_private)
            ->send(IPCLAB_LINK, IPCLAB_LINK_V1, procedure, {xdrArguments, arguments}, {xdrResult, result});
    }
    static CLIENT::clnt_ops kOperations;

    struct Coded {
        xdrproc_t xdr;
        void* at;
    };

    clnt_stat send(rpcprog_t program, rpcvers_t version, rpcproc_t procedure, Coded arguments, Coded result) {
        const bool noted = procedure == IPCLAB_CALL && m_phase == Phase::Ready;
        const StepTimer marshals(CallStep::Marshal, noted);
        rpc_msg call{};
        call.rm_xid = ++m_call;
        call.rm_direction = CALL;
        call.rm_call = {.cb_rpcvers = RPC_MSG_VERSION,
                        .cb_prog = program,
                        .cb_vers = version,
                        .cb_proc = procedure,
                        .cb_cred = {},
                        .cb_verf = {}};
        std::size_t headBytes = 0;
        const auto bytes = m_encoder.encode(m_messageBytes, [&](XDR* xdrs) {
            const bool head =
                xdr_callhdr(xdrs, &call) && xdr_u_int32_t(xdrs, &call.rm_call.cb_proc) && AUTH_MARSHALL(m_auth, xdrs);
            headBytes = xdr_getpos(xdrs);
            return head && arguments.xdr(xdrs, arguments.at);
        });
        if (bytes.empty()) return RPC_CANTENCODEARGS;
        if (marshals.isNoted())
            marshals.done(monotonicNow(), bytes,
                          withMessage(callMarks(headBytes - kCallBytes - kVerifierBytes), m_messageBytes));
        m_awaited = result;
        const StackStep sent = sendNoted(*m_socket, bytes, CallStep::Send, noted);
        return sent == StackStep::Done ? RPC_SUCCESS : RPC_CANTSEND;
    }

    // The reply to the newest call; older ones have been given up.
    StackStep receiveReply(StackPatience patience) {
        for (;;) {
            std::span<const std::byte> frame;
            if (const StackStep step = m_socket->receive(frame, patience); step != StackStep::Done) return step;
            const StepTimer unmarshals(CallStep::UnmarshalReply, m_phase == Phase::Ready);
            XDR xdrs = readerOf(frame);
            std::array<char, MAX_AUTH_BYTES> verifier;
            rpc_msg reply{};
            reply.acpted_rply.ar_verf.oa_base = verifier.data();
            reply.acpted_rply.ar_results = {.where = static_cast<caddr_t>(m_awaited.at), .proc = m_awaited.xdr};
            std::uint32_t id = 0;
            if (!xdr_u_int32_t(&xdrs, &id)) return StackStep::Corrupt;
            if (id != m_call) continue;
            xdr_setpos(&xdrs, 0);
            if (!xdr_replymsg(&xdrs, &reply)) return StackStep::Corrupt;
            if (reply.rm_reply.rp_stat != MSG_ACCEPTED || reply.acpted_rply.ar_stat != SUCCESS) return StackStep::Gone;
            if (unmarshals.isNoted())
                unmarshals.done(monotonicNow(), frame, withMessage(replyMarks(), m_result.bytes().size()));
            if (m_phase == Phase::LooksUp) noteLookUp(frame);
            return StackStep::Done;
        }
    }

    void noteLookUp(std::span<const std::byte> reply) const {
        const auto head = replyMarks();
        std::vector<ByteMark> marks(head.begin(), head.end());
        marks.push_back({TEXT("mark", "port of the program"), 4});
        m_lookUp->done(reply, marks);
    }

    // Done: connected to the program itself.
    StackStep advance() {
        if (m_phase == Phase::New) {
            if (!CallTrace::asksForPorts()) return connectToProgram(m_address);  // it is served there too
            m_lookUp.emplace(CallStep::LookUp);
            if (!connect(m_address, kHeadBytes)) return StackStep::Gone;
            m_phase = Phase::LooksUp;
            pmap wanted{.pm_prog = IPCLAB_LINK, .pm_vers = IPCLAB_LINK_V1, .pm_prot = IPPROTO_TCP, .pm_port = 0};
            const Coded asked{reinterpret_cast<xdrproc_t>(xdr_pmap), &wanted};
            const Coded port{reinterpret_cast<xdrproc_t>(xdr_u_int), &m_port};
            if (send(PMAPPROG, PMAPVERS, PMAPPROC_GETPORT, asked, port) != RPC_SUCCESS) return StackStep::Gone;
        }
        if (m_phase == Phase::Ready) return m_socket->flush();
        if (const StackStep step = receiveReply(StackPatience::None); step != StackStep::Done) return step;
        return m_port == 0 ? StackStep::Gone : connectToProgram("127.0.0.1:" + std::to_string(m_port));
    }

    // Procedure 0 does nothing, and shows who calls.
    StackStep connectToProgram(const std::string& address) {
        if (!connect(address, m_limit + kHeadBytes)) return StackStep::Gone;
        m_phase = Phase::Ready;
        const Coded nothing{xdrNothing, nullptr};
        const clnt_stat shown = send(IPCLAB_LINK, IPCLAB_LINK_V1, NULLPROC, nothing, nothing);
        return shown == RPC_SUCCESS ? m_socket->flush() : StackStep::Gone;
    }

    bool connect(const std::string& address, std::uint64_t limit) {
        UniqueFd fd = connectToPort(address);
        if (!fd) return false;
        if (m_socket) m_systemCalls += m_socket->systemCalls();
        m_socket.emplace(std::move(fd), Framing::Record, limit);
        return true;
    }

    std::string m_address;
    std::uint64_t m_limit;
    Phase m_phase = Phase::New;
    std::optional<FramedSocket> m_socket;  // to the matchmaker at first, then to the program
    AUTH* m_auth;
    CLIENT m_client{};
    Encoder m_encoder;
    std::size_t m_messageBytes = 0;
    Decoded m_result;
    Coded m_awaited{};
    std::uint32_t m_call = 0;
    u_int m_port = 0;
    std::optional<StepTimer> m_lookUp;
    std::uint64_t m_systemCalls = 0;  // those of the matchmaker's connection
};

CLIENT::clnt_ops OncRpcClient::kOperations{.cl_call = callThrough,
                                           .cl_abort = nullptr,
                                           .cl_geterr = nullptr,
                                           .cl_freeres = nullptr,
                                           .cl_destroy = nullptr,
                                           .cl_control = nullptr};

}  // namespace

std::unique_ptr<StackClient> connectOncRpc(const StackPlace& place) { return std::make_unique<OncRpcClient>(place); }

}  // namespace ipclab
