// WebSocket, RFC 6455, by Boost.Beast: after an HTTP request that shows the token, messages either way, each a binary
// frame with its length in front.
#include <algorithm>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <optional>

#include "core/error.h"
#include "stacks/beast/callers.h"
#include "stacks/beast/ws_frames.h"
#include "stacks/beast/ws_stream.h"

namespace ipclab {

namespace {

namespace http = boost::beast::http;
namespace net = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::beast::error_code;
using WebSocket = websocket::stream<WsStream, false>;

constexpr std::string_view kTarget = "/messages";
constexpr std::string_view kHeaderEnd = "\r\n\r\n";
constexpr std::uint32_t kMostHeaderBytes = 8U << 10;
constexpr std::size_t kFrameBufferBytes = 64UL << 10;

void setUp(WebSocket& socket, std::uint64_t limit) {
    socket.binary(true);
    socket.auto_fragment(false);
    socket.write_buffer_bytes(kFrameBufferBytes);
    socket.read_message_max(limit);
}

// The next message of a connection, where the whole of it has come.
StackStep readMessage(WebSocket& socket, const BufferedWire& wire, std::uint64_t limit, std::vector<std::byte>& into) {
    const WsMessageEnd end = findWsMessageEnd(wire.bytes(), limit);
    if (end.step == StackStep::Later || end.step == StackStep::Corrupt) return end.step;
    socket.next_layer().allow(end.frameBytes);
    into.resize(end.messageBytes);
    std::size_t have = 0;
    do {
        error_code error;
        std::byte none{};  // of an empty message, and of a close frame
        const auto room =
            have < into.size() ? net::buffer(into.data() + have, into.size() - have) : net::buffer(&none, 1);
        have += socket.read_some(room, error);
        if (error == websocket::error::closed) return StackStep::Gone;
        if (error) return StackStep::Corrupt;
    } while (!socket.is_message_done());
    return StackStep::Done;
}

class WebSocketClient final : public StackClient {
public:
    WebSocketClient(const StackPlace& place, UniqueFd socket)
        : m_limit(place.limit),
          m_wire(std::make_unique<Wire>(std::move(socket))),
          m_connection(place.connections, m_wire.fd()),
          m_socket(m_wire, m_loop) {
        setUp(m_socket, m_limit);
        m_socket.set_option(
            websocket::stream_base::decorator([shown = "Bearer " + place.token](websocket::request_type& request) {
                request.set(http::field::authorization, shown);
            }));
        m_socket.async_handshake(m_response, place.address, {kTarget.data(), kTarget.size()},
                                 [this](error_code error) { m_opened = error; });
        m_socket.next_layer().run();
    }

    StackStep call(std::span<const std::byte> request) override {
        if (const StackStep step = open(); step != StackStep::Done) return step;
        if (const StackStep step = m_wire.flush(); step != StackStep::Done) return step;
        error_code error;
        m_socket.write(net::buffer(request.data(), request.size()), error);
        return error ? StackStep::Gone : StackStep::Done;
    }

    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        if (const StackStep step = open(); step != StackStep::Done) return step;
        if (m_wire.flush() == StackStep::Later) patience = StackPatience::None;
        for (;;) {
            const StackStep step = readMessage(m_socket, m_wire, m_limit, m_message);
            if (step != StackStep::Later) {
                reply = m_message;
                return step;
            }
            if (const StackStep filled = m_wire.fill(patience); filled != StackStep::Done) return filled;
        }
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override {
        return m_wire.wait(m_opened ? what : StackWait::ForMessage, atMostNs);
    }

    StackStep flush() override { return m_wire.flush(); }
    // The server is told that nothing more will come.
    StackStep settle() override {
        if (!m_opened || *m_opened) return StackStep::Done;
        if (!m_closing) {
            m_closing = true;
            m_socket.async_close(websocket::close_code::normal, [](error_code) {});
            m_socket.next_layer().run();
        }
        return m_wire.flush();
    }

    std::uint64_t systemCalls() const override { return m_wire.systemCalls(); }
    ConnectionSlot* connection() const override { return m_connection.slot(); }

private:
    // Done: the server has agreed.
    StackStep open() {
        while (!m_opened) {
            const auto bytes = m_wire.bytes();
            const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            const std::size_t end = text.find(kHeaderEnd);
            if (end != text.npos) {
                m_socket.next_layer().allow(end + kHeaderEnd.size());
                m_socket.next_layer().run();
            } else if (text.size() > kMostHeaderBytes) {
                throwErrno(EPROTO, "what the server answers is no HTTP");
            } else if (const StackStep filled = m_wire.fill(StackPatience::None); filled != StackStep::Done) {
                return filled;
            }
        }
        if (!*m_opened) return StackStep::Done;
        throwErrno(EACCES,
                   "the server answered " + std::to_string(m_response.result_int()) + " (" + m_opened->message() + ")");
    }

    std::uint64_t m_limit;
    BufferedWire m_wire;
    Connection m_connection;
    net::io_context m_loop{1};
    WebSocket m_socket;
    websocket::response_type m_response;
    std::optional<error_code> m_opened;  // nothing: the server has not answered yet
    bool m_closing = false;
    std::vector<std::byte> m_message;
};

struct WebSocketCaller final : Caller {
    explicit WebSocketCaller(std::unique_ptr<Wire> made) : Caller(std::move(made)) {
        request.header_limit(kMostHeaderBytes);
        request.body_limit(0);
    }
    http::request_parser<http::empty_body> request;
    std::optional<WebSocket> socket;  // once it has asked for one
    std::vector<std::byte> message;
};

class WebSocketServer final : public StackServer {
public:
    WebSocketServer(const StackPlace& place, UniqueFd listener)
        : m_limit(place.limit), m_shown("Bearer " + place.token), m_callers(std::move(listener), place) {}

    StackStep next(std::span<const std::byte>& request, StackPatience patience) override {
        m_callers.admit([](UniqueFd socket) {
            return std::make_unique<WebSocketCaller>(std::make_unique<Wire>(std::move(socket)));
        });
        if (!m_callers.isOne()) patience = StackPatience::None;
        return m_callers.each(
            [&](Caller& caller) { return nextOf(static_cast<WebSocketCaller&>(caller), request, patience); });
    }

    StackStep answer(std::span<const std::byte> reply) override {
        if (m_partner == nullptr) return StackStep::Later;
        if (!m_callers.has(m_partner)) return StackStep::Gone;
        if (const StackStep step = m_partner->wire.flush(); step != StackStep::Done) return step;
        error_code error;
        m_partner->socket->write(net::buffer(reply.data(), reply.size()), error);
        return error ? StackStep::Gone : StackStep::Done;
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override { return m_callers.wait(what, atMostNs); }
    bool ended(bool sendersGone) override { return sendersGone || (m_callers.allCame() && m_callers.empty()); }
    StackStep flush() override { return m_callers.flush(); }
    std::uint64_t systemCalls() const override { return m_callers.systemCalls(); }
    std::uint64_t refused() const override { return m_callers.refused(); }
    ConnectionSlot* connection() const override {
        return m_callers.has(m_speaking) ? m_speaking->connection.slot() : nullptr;
    }

private:
    StackStep nextOf(WebSocketCaller& caller, std::span<const std::byte>& message, StackPatience patience) {
        if (caller.wire.flush() == StackStep::Later || !caller.known) patience = StackPatience::None;
        for (;;) {
            if (caller.leaving) return caller.wire.hasRest() ? StackStep::Later : StackStep::Gone;
            const StackStep step =
                caller.socket ? readMessage(*caller.socket, caller.wire, m_limit, caller.message) : readRequest(caller);
            if (step == StackStep::Done && caller.socket) {
                message = caller.message;
                m_speaking = &caller;
                return step;
            }
            if (step == StackStep::Done) {
                admitOrRefuse(caller);
            } else if (step != StackStep::Later) {
                return step;
            } else if (const StackStep filled = caller.wire.fill(patience); filled != StackStep::Done) {
                return filled;
            }
        }
    }

    static StackStep readRequest(WebSocketCaller& caller) {
        const auto bytes = caller.wire.bytes();
        if (bytes.empty()) return StackStep::Later;
        error_code error;
        caller.wire.consume(caller.request.put(net::buffer(bytes.data(), bytes.size()), error));
        if (error && error != http::error::need_more) return StackStep::Corrupt;
        return caller.request.is_done() ? StackStep::Done : StackStep::Later;
    }

    void admitOrRefuse(WebSocketCaller& caller) {
        const auto& request = caller.request.get();
        const auto shown = request[http::field::authorization];
        const bool isKnown = std::string_view(shown.data(), shown.size()) == m_shown;
        error_code error;
        if (isKnown && websocket::is_upgrade(request)) {
            caller.socket.emplace(caller.wire, m_loop);
            setUp(*caller.socket, m_limit);
            caller.socket->accept(request, error);
            if (error) caller.leaving = true;
            m_callers.noteKnown(caller);
            m_partner = &caller;
            return;
        }
        caller.leaving = true;
        http::response<http::empty_body> refusal(isKnown ? http::status::upgrade_required : http::status::unauthorized,
                                                 11);
        refusal.keep_alive(false);
        refusal.prepare_payload();
        OutStream out(caller.wire);
        http::write(out, refusal, error);
    }

    std::uint64_t m_limit;
    std::string m_shown;
    net::io_context m_loop{1};
    CallerList m_callers;
    WebSocketCaller* m_partner = nullptr;   // to whom messages go back
    WebSocketCaller* m_speaking = nullptr;  // who gave the newest message
};

}  // namespace

const Stack& websocketStack() {
    static const Stack stack{
        .id = "websocket",
        .calls = false,
        .connect = [](const StackPlace& place) -> std::unique_ptr<StackClient> {
            UniqueFd socket = connectToLoopback(place.address);
            return socket ? std::make_unique<WebSocketClient>(place, std::move(socket)) : nullptr;
        },
        .serve = [](const StackPlace& place, UniqueFd listener) -> std::unique_ptr<StackServer> {
            return std::make_unique<WebSocketServer>(place, std::move(listener));
        },
    };
    return stack;
}

}  // namespace ipclab
