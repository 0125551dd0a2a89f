// gRPC over TCP on loopback: HTTP/2 frames, a Protocol Buffers message with the bytes in it. Both sides use a
// completion queue, from which the end takes what has come about. The connections are made and accepted here and given
// to the library once the client has shown the token in front of everything else, so no stranger ever reaches it.
#include <fcntl.h>
#include <grpcpp/create_channel_posix.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <signal.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <optional>

#include "core/call_trace.h"
#include "core/deadline.h"
#include "core/error.h"
#include "link.grpc.pb.h"
#include "stacks/framed/framed_socket.h"
#include "stacks/grpc/grpc_acceptor.h"

namespace ipclab {

namespace {

constexpr const char* kMethod = "/ipclab.proto.Link/Call";
constexpr int kMetadataBytes = 8192;  // of what a client may send beside its message
constexpr int kStreams = 4;           // calls at once of one connection
constexpr std::size_t kLibraryBytes = 64 << 20;
constexpr std::uint64_t kHeadBytes = 64;  // of a message around its bytes

std::chrono::system_clock::time_point after(Nanoseconds ns) {
    return std::chrono::system_clock::now() + std::chrono::nanoseconds(ns);
}

// gRPC's own way from a message to bytes and back, taken by itself so that it can be looked at.
using Traits = grpc::SerializationTraits<proto::Message>;

grpc::ByteBuffer marshal(const proto::Message& message) {
    grpc::ByteBuffer bytes;
    bool own = false;
    if (!Traits::Serialize(message, &bytes, &own).ok()) throwErrno(EMSGSIZE, "a message of Protocol Buffers");
    return bytes;
}

std::vector<std::byte> copyOf(const grpc::ByteBuffer& bytes) {
    std::vector<grpc::Slice> slices;
    std::vector<std::byte> copy;
    if (!bytes.Dump(&slices).ok()) return copy;
    for (const grpc::Slice& slice : slices) {
        const auto part = std::as_bytes(std::span(slice.begin(), slice.size()));
        copy.insert(copy.end(), part.begin(), part.end());
    }
    return copy;
}

// What the bytes of a message are; the library's own, around them, nobody sees.
void note(const StepTimer& step, Nanoseconds endNs, const grpc::ByteBuffer& bytes, std::size_t messageBytes) {
    const std::array<ByteMark, 3> marks{ByteMark{TEXT("mark", "type and number of the field"), 1},
                                        ByteMark{TEXT("mark", "length"), bytes.Length() - 1 - messageBytes},
                                        ByteMark{TEXT("mark", "message"), messageBytes}};
    step.done(endNs, copyOf(bytes), std::span(marks).first(bytes.Length() == 0 ? 0 : marks.size()));
}

void noteSent(const StepTimer& step) {
    const std::array<ByteMark, 1> remark{
        ByteMark{TEXT("mark", "handed to the library, whose HTTP/2 frames and headers are not seen from outside"), 0}};
    step.done({}, remark);
}

// The library goes on waiting after a signal, and each time anew for as long: signals are kept for the time behind it.
class SignalsAfterwards {
public:
    SignalsAfterwards() {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsAfterwards() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    // Has one come meanwhile?
    [[nodiscard]] bool haveCome() const {
        sigset_t pending;
        ::sigpending(&pending);
        for (int signal = 1; signal < NSIG; ++signal) {
            if (::sigismember(&pending, signal) == 1 && ::sigismember(&m_before, signal) == 0) return true;
        }
        return false;
    }
    SignalsAfterwards(const SignalsAfterwards&) = delete;
    SignalsAfterwards& operator=(const SignalsAfterwards&) = delete;

private:
    sigset_t m_before;
};

enum class Took : std::uint8_t { Event, Nothing, Interrupted };

Took takeNext(grpc::CompletionQueue& queue, void** tag, bool* ok, Nanoseconds atMostNs) {
    using Status = grpc::CompletionQueue::NextStatus;
    if (atMostNs == 0) {
        const Status status = queue.AsyncNext(tag, ok, std::chrono::system_clock::time_point());
        return status == Status::GOT_EVENT ? Took::Event : Took::Nothing;
    }
    const SignalsAfterwards signals;
    if (queue.AsyncNext(tag, ok, after(atMostNs)) == Status::GOT_EVENT) return Took::Event;
    return signals.haveCome() ? Took::Interrupted : Took::Nothing;
}

// In slices, in between which signals come.
template <typename Take>
WaitResult waitFor(Take take, Nanoseconds atMostNs) {
    const Deadline deadline(atMostNs);
    for (;;) {
        const Took took = take(std::min(deadline.sliceNs(), kStackSliceNs));
        if (took == Took::Event) return WaitResult::Ready;
        if (took == Took::Interrupted) return WaitResult::Interrupted;
        if (deadline.expired()) return WaitResult::TimedOut;
    }
}

StackStep stepOf(Took took) { return took == Took::Interrupted ? StackStep::Interrupted : StackStep::Later; }

Nanoseconds patienceNs(StackPatience patience) { return patience == StackPatience::None ? 0 : kStackSliceNs; }

class GrpcClient final : public StackClient {
public:
    GrpcClient(const StackPlace& place, UniqueFd socket) {
        const ssize_t shown = ::send(socket.get(), place.token.data(), place.token.size(), MSG_NOSIGNAL);
        m_gone = shown != static_cast<ssize_t>(place.token.size());
        check(::fcntl(socket.get(), F_SETFL, O_NONBLOCK), "fcntl O_NONBLOCK");
        const SignalsAfterwards signals;  // threads of the library take none
        grpc::ChannelArguments arguments;
        arguments.SetMaxReceiveMessageSize(static_cast<int>(place.limit + kHeadBytes));
        m_stub = std::make_unique<grpc::GenericStub>(
            grpc::CreateCustomInsecureChannelFromFd("ipv4:" + place.address, socket.release(), arguments));
    }
    ~GrpcClient() override {
        if (m_call) m_call->context.TryCancel();
        m_queue.Shutdown();
        void* tag = nullptr;
        bool ok = false;
        while (m_queue.Next(&tag, &ok)) {
        }
    }

    StackStep call(std::span<const std::byte> request) override {
        if (m_gone) return StackStep::Gone;
        m_call = std::make_unique<Call>();
        const StepTimer marshals(CallStep::Marshal);
        m_request.set_body(request.data(), request.size());
        const grpc::ByteBuffer bytes = marshal(m_request);
        if (marshals.isNoted()) note(marshals, monotonicNow(), bytes, request.size());
        const StepTimer sends(CallStep::Send);
        m_call->reader = m_stub->PrepareUnaryCall(&m_call->context, kMethod, bytes, &m_queue);
        m_call->reader->StartCall();
        m_call->reader->Finish(&m_call->reply, &m_call->status, m_call.get());
        if (sends.isNoted()) noteSent(sends);
        m_finished = false;
        return StackStep::Done;
    }

    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        if (m_gone) return StackStep::Gone;
        if (const Took took = finish(patienceNs(patience)); took != Took::Event) return stepOf(took);
        const StepTimer unmarshals(CallStep::UnmarshalReply);
        const grpc::ByteBuffer bytes = unmarshals.isNoted() ? m_call->reply : grpc::ByteBuffer();
        m_gone = !m_call->status.ok() || !Traits::Deserialize(&m_call->reply, &m_reply).ok();
        if (m_gone) return StackStep::Gone;
        if (unmarshals.isNoted()) note(unmarshals, monotonicNow(), bytes, m_reply.body().size());
        reply = std::as_bytes(std::span(m_reply.body()));
        return StackStep::Done;
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override {
        if (what == StackWait::ForRoom || m_call == nullptr) return WaitResult::Ready;
        return waitFor([this](Nanoseconds sliceNs) { return finish(sliceNs); }, atMostNs);
    }

private:
    struct Call {
        grpc::ClientContext context;
        std::unique_ptr<grpc::GenericClientAsyncResponseReader> reader;
        grpc::ByteBuffer reply;
        grpc::Status status;
    };

    Took finish(Nanoseconds atMostNs) {
        if (m_finished) return Took::Event;
        void* tag = nullptr;
        bool ok = false;
        const Took took = takeNext(m_queue, &tag, &ok, atMostNs);
        m_finished = took == Took::Event;
        return took;
    }

    std::unique_ptr<grpc::GenericStub> m_stub;
    grpc::CompletionQueue m_queue;
    std::unique_ptr<Call> m_call;
    proto::Message m_request, m_reply;
    bool m_finished = false;
    bool m_gone = false;
};

class GrpcServer final : public StackServer {
public:
    GrpcServer(const StackPlace& place, UniqueFd listener) {
        check(::fcntl(listener.get(), F_SETFL, O_NONBLOCK), "fcntl O_NONBLOCK");
        const SignalsAfterwards signals;  // threads of the library take none
        grpc::ServerBuilder builder;
        auto library = builder.experimental().AddExternalConnectionAcceptor(
            grpc::ServerBuilder::experimental_type::ExternalConnectionType::FROM_FD, grpc::InsecureServerCredentials());
        builder.RegisterService(&m_service);
        builder.SetMaxReceiveMessageSize(static_cast<int>(place.limit + kHeadBytes));
        builder.SetResourceQuota(
            grpc::ResourceQuota().Resize(kLibraryBytes + 4 * place.clients * (place.limit + kHeadBytes)));
        builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytes);
        builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kStreams);
        m_queue = builder.AddCompletionQueue();
        m_server = builder.BuildAndStart();
        if (m_server == nullptr) throwErrno(EIO, "gRPC's server");
        m_acceptor.emplace(place, std::move(listener), std::move(library));
        awaitCall();
    }
    ~GrpcServer() override {
        m_acceptor.reset();
        m_server->Shutdown(std::chrono::system_clock::time_point());
        m_queue->Shutdown();
        void* tag = nullptr;
        bool ok = false;
        while (m_queue->Next(&tag, &ok)) {
        }
    }

    StackStep next(std::span<const std::byte>& request, StackPatience patience) override {
        if (const Took took = arrive(patienceNs(patience)); took != Took::Event) return stepOf(took);
        if (m_asked != nullptr) refuse(std::exchange(m_asked, nullptr), grpc::StatusCode::ABORTED);
        m_asked = std::exchange(m_arrived, nullptr);
        const StepTimer unmarshals(CallStep::Unmarshal);
        const grpc::ByteBuffer bytes = unmarshals.isNoted() ? m_asked->request : grpc::ByteBuffer();
        if (!Traits::Deserialize(&m_asked->request, &m_request).ok()) {
            refuse(std::exchange(m_asked, nullptr), grpc::StatusCode::INVALID_ARGUMENT);
            return StackStep::Corrupt;
        }
        if (unmarshals.isNoted()) note(unmarshals, monotonicNow(), bytes, m_request.body().size());
        request = std::as_bytes(std::span(m_request.body()));
        return StackStep::Done;
    }

    StackStep answer(std::span<const std::byte> reply) override {
        Exchange* exchange = std::exchange(m_asked, nullptr);
        if (exchange == nullptr) return StackStep::Gone;
        const StepTimer marshals(CallStep::MarshalReply);
        m_reply.set_body(reply.data(), reply.size());
        const grpc::ByteBuffer bytes = marshal(m_reply);
        if (marshals.isNoted()) note(marshals, monotonicNow(), bytes, reply.size());
        exchange->answered = true;
        ++m_answersUnderWay;
        const StepTimer sends(CallStep::SendReply);
        exchange->writer.Finish(bytes, grpc::Status::OK, exchange);
        if (sends.isNoted()) noteSent(sends);
        return StackStep::Done;
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override {
        if (what == StackWait::ForRoom && m_answersUnderWay == 0) return WaitResult::Ready;
        return waitFor([this](Nanoseconds sliceNs) { return arrive(sliceNs); }, atMostNs);
    }

    // What a sender had sent when it was killed may still be on its way through the library.
    bool ended(bool sendersGone) override {
        return (sendersGone || m_acceptor->allGone()) && arrive(kStackSliceNs) != Took::Event;
    }
    StackStep flush() override {
        static_cast<void>(arrive(0));
        return m_answersUnderWay == 0 ? StackStep::Done : StackStep::Later;
    }
    std::uint64_t refused() const override { return m_acceptor->refused(); }

private:
    // One call on its way through the library. Its address is its tag: of its arrival, then of its answer.
    struct Exchange {
        grpc::ServerContext context;
        grpc::ByteBuffer request;
        grpc::ServerAsyncResponseWriter<grpc::ByteBuffer> writer{&context};
        bool answered = false;
    };

    void awaitCall() {
        Exchange* exchange = m_exchanges.emplace_back(std::make_unique<Exchange>()).get();
        m_service.RequestCall(&exchange->context, &exchange->request, &exchange->writer, m_queue.get(), m_queue.get(),
                              exchange);
    }

    // Is a call there that has not been given yet?
    Took arrive(Nanoseconds atMostNs) {
        void* tag = nullptr;
        bool ok = false;
        while (m_arrived == nullptr) {
            if (const Took took = takeNext(*m_queue, &tag, &ok, atMostNs); took != Took::Event) return took;
            auto* exchange = static_cast<Exchange*>(tag);
            if (exchange->answered || !ok) {
                if (exchange->answered) --m_answersUnderWay;
                std::erase_if(m_exchanges, [&](const auto& each) { return each.get() == exchange; });
                continue;
            }
            const StepTimer dispatches(CallStep::Dispatch);
            awaitCall();
            m_arrived = exchange;
            dispatches.done();
        }
        return Took::Event;
    }

    void refuse(Exchange* exchange, grpc::StatusCode code) {
        exchange->answered = true;
        ++m_answersUnderWay;
        exchange->writer.FinishWithError(grpc::Status(code, "no message of this link"), exchange);
    }

    proto::Link::WithRawMethod_Call<proto::Link::Service> m_service;
    proto::Message m_request, m_reply;
    std::unique_ptr<grpc::ServerCompletionQueue> m_queue;
    std::unique_ptr<grpc::Server> m_server;
    std::optional<GrpcAcceptor> m_acceptor;
    std::vector<std::unique_ptr<Exchange>> m_exchanges;
    Exchange* m_arrived = nullptr;  // not given yet
    Exchange* m_asked = nullptr;    // given, not answered yet
    unsigned m_answersUnderWay = 0;
};

}  // namespace

const Stack& grpcStack() {
    static const Stack stack{.id = "grpc",
                             .connect = [](const StackPlace& place) -> std::unique_ptr<StackClient> {
                                 UniqueFd socket = connectToPort(place.address);
                                 if (!socket) return nullptr;
                                 return std::make_unique<GrpcClient>(place, std::move(socket));
                             },
                             .serve = [](const StackPlace& place, UniqueFd listener) -> std::unique_ptr<StackServer> {
                                 return std::make_unique<GrpcServer>(place, std::move(listener));
                             }};
    return stack;
}

}  // namespace ipclab
