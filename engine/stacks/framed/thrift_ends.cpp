#include "stacks/framed/thrift_ends.h"

#include <thrift/Thrift.h>
#include <thrift/protocol/TProtocol.h>
#include <thrift/transport/TBufferTransports.h>

#include <array>

#include "Link.h"
#include "stacks/framed/framed_server.h"

namespace ipclab {

namespace {

using apache::thrift::TException;
using apache::thrift::protocol::TMessageType;
using apache::thrift::transport::TMemoryBuffer;

constexpr std::size_t kHeadBytes = 256;  // of a call without its message, at most

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Thrift's memory, as a frame that arrived or one that is to go. A reading buffer also keeps count of what a message
// may still have, which starts anew with each frame.
class FrameBuffer final : public TMemoryBuffer {
public:
    void read(std::span<const std::byte> frame) {
        auto* bytes = const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(frame.data()));
        resetBuffer(bytes, static_cast<std::uint32_t>(frame.size()), OBSERVE);
        resetConsumedMessageSize();
    }
    [[nodiscard]] std::span<const std::byte> written() {
        std::uint8_t* bytes = nullptr;
        std::uint32_t size = 0;
        getBuffer(&bytes, &size);
        return std::as_bytes(std::span(bytes, size));
    }
};

class ThriftClient final : public StackClient {
public:
    ThriftClient(const StackPlace& place, UniqueFd socket, const ThriftKind& kind)
        : m_socket(std::move(socket), Framing::Length, place.limit + kHeadBytes),
          m_stub(kind.protocol(m_in), kind.protocol(m_out)),
          m_marks(kind.marks) {
        m_stub.send_hello(place.token);
        if (m_socket.send(m_out->written()) != StackStep::Done) m_gone = true;
    }

    StackStep call(std::span<const std::byte> request) override {
        if (m_gone) return StackStep::Gone;
        if (const StackStep step = m_socket.flush(); step != StackStep::Done) return step;
        m_request.assign(textOf(request));
        m_out->resetBuffer();
        const StepTimer marshals(CallStep::Marshal);
        m_stub.send_call(m_request);
        if (marshals.isNoted())
            marshals.done(monotonicNow(), m_out->written(), m_marks(m_out->written(), request.size()));
        return sendNoted(m_socket, m_out->written(), CallStep::Send);
    }

    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        if (const StackStep step = m_socket.flush(); step != StackStep::Done) return step;
        for (;;) {
            std::span<const std::byte> frame;
            if (const StackStep step = m_socket.receive(frame, patience); step != StackStep::Done) return step;
            m_in->read(frame);
            try {
                if (!m_greeted) {
                    m_greeted = m_stub.recv_hello();
                    if (!m_greeted) return StackStep::Gone;
                    continue;
                }
                const StepTimer unmarshals(CallStep::UnmarshalReply);
                m_stub.recv_call(m_reply);
                if (unmarshals.isNoted()) unmarshals.done(monotonicNow(), frame, m_marks(frame, m_reply.size()));
            } catch (const TException&) {
                return StackStep::Corrupt;
            }
            reply = std::as_bytes(std::span(m_reply));
            return StackStep::Done;
        }
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override { return m_socket.wait(what, atMostNs); }
    StackStep flush() override { return m_socket.flush(); }
    StackStep settle() override { return m_socket.flush(); }
    std::uint64_t systemCalls() const override { return m_socket.systemCalls(); }

private:
    FramedSocket m_socket;
    std::shared_ptr<FrameBuffer> m_in = std::make_shared<FrameBuffer>();
    std::shared_ptr<FrameBuffer> m_out = std::make_shared<FrameBuffer>();
    thrift::LinkClient m_stub;
    MarkThriftMessage m_marks;
    std::string m_request, m_reply;
    bool m_greeted = false;
    bool m_gone = false;
};

// What the generated processor does, in two halves: the answer to a call comes later.
class ThriftServer final : public FramedServer {
public:
    ThriftServer(const StackPlace& place, UniqueFd listener, const ThriftKind& kind)
        : FramedServer(place, std::move(listener), Framing::Length),
          m_reader(kind.protocol(m_in)),
          m_writer(kind.protocol(m_out)),
          m_marks(kind.marks) {}

    StackStep answer(std::span<const std::byte> reply) override {
        if (asked() == nullptr) return StackStep::Gone;
        thrift::Link_call_result result;
        result.success.assign(textOf(reply));
        result.__isset.success = true;
        const StepTimer marshals(CallStep::MarshalReply);
        write(kCall, m_call, result);
        if (marshals.isNoted())
            marshals.done(monotonicNow(), m_out->written(), m_marks(m_out->written(), reply.size()));
        return FramedServer::reply(*asked(), m_out->written(), true) ? StackStep::Done : StackStep::Gone;
    }

private:
    static constexpr const char* kCall = "call";
    static constexpr const char* kHello = "hello";

    Taken take(Caller& from, std::span<const std::byte> frame, std::span<const std::byte>& request) override {
        m_in->read(frame);
        try {
            std::string name;
            TMessageType type{};
            std::int32_t call = 0;
            const StepTimer dispatches(CallStep::Dispatch, from.client);
            m_reader->readMessageBegin(name, type, call);
            if (type != TMessageType::T_CALL) return Taken::Bad;
            if (name == kHello) return greet(from, call);
            if (!from.client || name != kCall) return Taken::Bad;
            const std::size_t head = frame.size() - m_in->available_read();
            const std::array<ByteMark, 1> named{ByteMark{TEXT("mark", "what is called"), head}};
            dispatches.done(frame.first(head), named);
            const StepTimer unmarshals(CallStep::Unmarshal);
            m_arguments.read(m_reader.get());
            m_reader->readMessageEnd();
            if (unmarshals.isNoted())
                unmarshals.done(monotonicNow(), frame, m_marks(frame, m_arguments.message.size()));
            m_call = call;
        } catch (const TException&) {
            return Taken::Bad;
        }
        request = std::as_bytes(std::span(m_arguments.message));
        return Taken::Request;
    }

    Taken greet(Caller& from, std::int32_t call) {
        thrift::Link_hello_args shown;
        shown.read(m_reader.get());
        m_reader->readMessageEnd();
        thrift::Link_hello_result result;
        result.success = shown.token == place().token;
        result.__isset.success = true;
        if (result.success) admit(from, true);
        write(kHello, call, result);
        return FramedServer::reply(from, m_out->written()) && result.success ? Taken::Handled : Taken::Bad;
    }

    template <typename Result>
    void write(const char* name, std::int32_t call, const Result& result) {
        m_out->resetBuffer();
        m_writer->writeMessageBegin(name, TMessageType::T_REPLY, call);
        result.write(m_writer.get());
        m_writer->writeMessageEnd();
    }

    std::shared_ptr<FrameBuffer> m_in = std::make_shared<FrameBuffer>();
    std::shared_ptr<FrameBuffer> m_out = std::make_shared<FrameBuffer>();
    ThriftProtocol m_reader, m_writer;
    MarkThriftMessage m_marks;
    thrift::Link_call_args m_arguments;
    std::int32_t m_call = 0;
};

}  // namespace

std::unique_ptr<StackClient> connectThrift(const StackPlace& place, const ThriftKind& kind) {
    UniqueFd socket = connectToPort(place.address);
    if (!socket) return nullptr;
    return std::make_unique<ThriftClient>(place, std::move(socket), kind);
}

std::unique_ptr<StackServer> serveThrift(const StackPlace& place, UniqueFd listener, const ThriftKind& kind) {
    return std::make_unique<ThriftServer>(place, std::move(listener), kind);
}

}  // namespace ipclab
