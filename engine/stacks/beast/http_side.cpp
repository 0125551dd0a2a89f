#include "stacks/beast/http_side.h"

#include <algorithm>
#include <boost/beast/core/buffer_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/vector_body.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>
#include <sstream>

#include "core/call_trace.h"
#include "core/error.h"
#include "stacks/beast/callers.h"
#include "stacks/beast/out_stream.h"

namespace ipclab {

namespace {

namespace http = boost::beast::http;
namespace net = boost::asio;
using boost::beast::error_code;
using Body = http::vector_body<std::uint8_t>;
using View = http::span_body<const std::uint8_t>;

constexpr std::uint32_t kMostHeaderBytes = 8U << 10;

View::value_type viewOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

// One message after the other from the bytes of a connection.
template <bool isRequest>
class MessageReader {
public:
    explicit MessageReader(std::uint64_t limit) : m_limit(limit) { begin(); }

    // Done: `message()` is whole. Corrupt: it is none, or too long.
    StackStep parse(BufferedWire& wire) {
        if (m_parser->is_done()) begin();
        const auto bytes = wire.bytes();
        if (bytes.empty()) return StackStep::Later;
        error_code error;
        wire.consume(m_parser->put(net::buffer(bytes.data(), bytes.size()), error));
        if (error && error != http::error::need_more) {
            m_error = error;
            return StackStep::Corrupt;
        }
        return m_parser->is_done() ? StackStep::Done : StackStep::Later;
    }
    [[nodiscard]] bool tooLong() const { return m_error == http::error::body_limit; }
    [[nodiscard]] const auto& message() const { return m_parser->get(); }

private:
    void begin() {
        Body::value_type room;
        if (m_parser) room = std::move(m_parser->get().body());  // its memory is used again
        room.clear();
        m_parser.emplace();
        m_parser->get().body() = std::move(room);
        m_parser->eager(true);
        m_parser->header_limit(kMostHeaderBytes);
        m_parser->body_limit(m_limit);
    }

    std::uint64_t m_limit;
    std::optional<http::parser<isRequest, Body>> m_parser;
    error_code m_error;
};

std::uint64_t bodyLimit(const StackPlace& place, const HttpDialect& dialect) {
    return dialect.bodyLimit == nullptr ? place.limit : dialect.bodyLimit(place.limit);
}

// What a step of a call did with a body (core/call_trace.h).
void noteBody(const StepTimer& step, std::span<const std::byte> body) {
    if (!step.isNoted()) return;
    const std::array<ByteMark, 1> marks{ByteMark{TEXT("mark", "body"), body.size()}};
    step.done(monotonicNow(), body, std::span(marks).first(body.empty() ? 0 : 1));
}

// As it went out.
template <typename Message>
void noteMessage(const StepTimer& step, const Message& message, std::size_t bodyBytes) {
    if (!step.isNoted()) return;
    const Nanoseconds endNs = monotonicNow();  // what follows is for whoever looks
    std::ostringstream text;
    text << message;
    const std::string whole = std::move(text).str();
    const std::array<ByteMark, 2> marks{ByteMark{TEXT("mark", "HTTP headers"), whole.size() - bodyBytes},
                                        ByteMark{TEXT("mark", "body"), bodyBytes}};
    step.done(endNs, std::as_bytes(std::span(whole)), std::span(marks).first(bodyBytes == 0 ? 1 : 2));
}

// --- the client --------------------------------------------------------------------------------------------------

class HttpClient final : public StackClient {
public:
    HttpClient(const StackPlace& place, const HttpDialect& dialect, std::unique_ptr<Wire> wire)
        : m_dialect(dialect),
          m_wire(std::move(wire)),
          m_connection(place.connections, m_wire.fd()),
          m_reader(bodyLimit(place, dialect)),
          m_request(http::verb::post, {dialect.target.data(), dialect.target.size()}, 11) {
        m_request.set(http::field::host, place.address);
        m_request.set(http::field::authorization, "Bearer " + place.token);
        m_request.set(http::field::content_type, {dialect.contentType.data(), dialect.contentType.size()});
    }

    StackStep call(std::span<const std::byte> request) override {
        if (const StackStep step = m_wire.flush(); step != StackStep::Done) return step;
        const StepTimer marshals(CallStep::Marshal);
        const std::span<const std::byte> body = m_dialect.request(request, ++m_number, m_room);
        noteBody(marshals, body);
        const StepTimer sends(CallStep::Send);
        m_request.body() = viewOf(body);
        m_request.content_length(m_request.body().size());
        error_code error;
        OutStream out(m_wire);
        http::write(out, m_request, error);
        noteMessage(sends, m_request, body.size());
        return error ? StackStep::Gone : StackStep::Done;
    }

    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        if (m_wire.flush() == StackStep::Later) patience = StackPatience::None;
        for (;;) {
            const StackStep parsed = m_reader.parse(m_wire);
            if (parsed == StackStep::Done) return read(reply);
            if (parsed == StackStep::Corrupt) throwErrno(EPROTO, "what the server answers is no HTTP");
            if (const StackStep filled = m_wire.fill(patience); filled != StackStep::Done) return filled;
        }
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override { return m_wire.wait(what, atMostNs); }
    StackStep flush() override { return m_wire.flush(); }
    StackStep settle() override { return m_wire.flush(); }
    std::uint64_t systemCalls() const override { return m_wire.systemCalls(); }
    ConnectionSlot* connection() const override { return m_connection.slot(); }

private:
    StackStep read(std::span<const std::byte>& reply) {
        const auto& response = m_reader.message();
        if (http::to_status_class(response.result()) != http::status_class::successful) {
            throwErrno(EACCES, "the server answered " + std::to_string(response.result_int()) + ' ' +
                                   std::string(http::obsolete_reason(response.result())));
        }
        std::uint64_t number = m_number;
        const StepTimer unmarshals(CallStep::UnmarshalReply);
        const bool isAnswer = m_dialect.readAnswer(std::as_bytes(std::span(response.body())), reply, number, m_answerRoom);
        noteBody(unmarshals, std::as_bytes(std::span(response.body())));
        if (!isAnswer || number != m_number)
            throwErrno(EPROTO, "what the server answers is no answer to what was asked");
        return StackStep::Done;
    }

    const HttpDialect& m_dialect;
    BufferedWire m_wire;
    Connection m_connection;
    MessageReader<false> m_reader;
    http::request<View> m_request;
    std::string m_room, m_answerRoom;
    std::uint64_t m_number = 0;
};

// --- the server --------------------------------------------------------------------------------------------------

struct HttpCaller final : Caller {
    HttpCaller(std::unique_ptr<Wire> made, std::uint64_t limit) : Caller(std::move(made)), reader(limit) {}
    MessageReader<true> reader;
    std::uint64_t number = 0;  // of its newest request, in the dialect's terms
    std::string room;
};

class HttpServer final : public StackServer {
public:
    HttpServer(const StackPlace& place, UniqueFd listener, const HttpDialect& dialect, const WireMaker& make)
        : m_dialect(dialect),
          m_make(make),
          m_limit(bodyLimit(place, dialect)),
          m_shown("Bearer " + place.token),
          m_callers(std::move(listener), place) {
        m_response.set(http::field::content_type, {dialect.contentType.data(), dialect.contentType.size()});
    }

    StackStep next(std::span<const std::byte>& request, StackPatience patience) override {
        m_callers.admit(
            [this](UniqueFd socket) { return std::make_unique<HttpCaller>(m_make(std::move(socket)), m_limit); });
        if (!m_callers.isOne()) patience = StackPatience::None;
        return m_callers.each(
            [&](Caller& caller) { return nextOf(static_cast<HttpCaller&>(caller), request, patience); });
    }

    StackStep answer(std::span<const std::byte> reply) override {
        if (!m_callers.has(m_asking)) return StackStep::Gone;
        const StepTimer marshals(CallStep::MarshalReply);
        const std::span<const std::byte> body = m_dialect.answer(reply, m_asking->number, m_room);
        noteBody(marshals, body);
        const StepTimer sends(CallStep::SendReply);
        respond(*m_asking, http::status::ok, body);
        noteMessage(sends, m_response, body.size());
        return StackStep::Done;
    }

    WaitResult wait(StackWait what, Nanoseconds atMostNs) override { return m_callers.wait(what, atMostNs); }
    bool ended(bool sendersGone) override { return sendersGone || (m_callers.allCame() && m_callers.empty()); }
    StackStep flush() override { return m_callers.flush(); }
    std::uint64_t systemCalls() const override { return m_callers.systemCalls(); }
    std::uint64_t refused() const override { return m_callers.refused(); }
    ConnectionSlot* connection() const override {
        return m_callers.has(m_asking) ? m_asking->connection.slot() : nullptr;
    }

private:
    StackStep nextOf(HttpCaller& caller, std::span<const std::byte>& request, StackPatience patience) {
        if (caller.wire.flush() == StackStep::Later || caller.leaving) patience = StackPatience::None;
        for (;;) {
            if (caller.leaving && !caller.wire.hasRest()) return StackStep::Gone;
            const StackStep parsed = caller.leaving ? StackStep::Later : caller.reader.parse(caller.wire);
            if (parsed == StackStep::Done && take(caller, request)) return StackStep::Done;
            if (parsed == StackStep::Corrupt)
                refuse(caller, caller.reader.tooLong() ? http::status::payload_too_large : http::status::bad_request);
            if (parsed != StackStep::Later) continue;
            if (caller.leaving) return StackStep::Later;
            if (const StackStep filled = caller.wire.fill(patience); filled != StackStep::Done) return filled;
        }
    }

    // False: it was refused.
    bool take(HttpCaller& caller, std::span<const std::byte>& request) {
        const StepTimer dispatches(CallStep::Dispatch);
        const auto& message = caller.reader.message();
        const auto shown = message[http::field::authorization];
        http::status wrong = http::status::unknown;
        if (std::string_view(shown.data(), shown.size()) != m_shown) {
            wrong = http::status::unauthorized;
        } else if (message.method() != http::verb::post) {
            wrong = http::status::method_not_allowed;
        } else {
            dispatches.done();
            const StepTimer unmarshals(CallStep::Unmarshal);
            if (!m_dialect.readRequest(std::as_bytes(std::span(message.body())), request, caller.number, caller.room))
                wrong = http::status::bad_request;
            noteBody(unmarshals, std::as_bytes(std::span(message.body())));
        }
        if (wrong != http::status::unknown) return refuse(caller, wrong), false;
        m_callers.noteKnown(caller);
        m_asking = &caller;
        return true;
    }

    void respond(HttpCaller& caller, http::status status, std::span<const std::byte> body) {
        m_response.result(status);
        m_response.body() = viewOf(body);
        m_response.content_length(body.size());
        m_response.keep_alive(!caller.leaving);
        error_code error;
        OutStream out(caller.wire);
        http::write(out, m_response, error);
    }

    void refuse(HttpCaller& caller, http::status status) {
        caller.leaving = true;
        respond(caller, status, std::as_bytes(std::span(m_dialect.refusal)));
    }

    const HttpDialect& m_dialect;
    WireMaker m_make;
    std::uint64_t m_limit;
    std::string m_shown;
    CallerList m_callers;
    http::response<View> m_response;
    HttpCaller* m_asking = nullptr;
    std::string m_room;
};

// --- a body that is the message ----------------------------------------------------------------------------------

std::span<const std::byte> asItIs(std::span<const std::byte> message, std::uint64_t, std::string&) { return message; }

bool readAsItIs(std::span<const std::byte> body, std::span<const std::byte>& message, std::uint64_t&, std::string&) {
    message = body;
    return true;
}

}  // namespace

const HttpDialect& plainHttp() {
    static const HttpDialect dialect{.target = "/messages",
                                     .contentType = "application/octet-stream",
                                     .refusal = {},
                                     .bodyLimit = nullptr,
                                     .request = asItIs,
                                     .answer = asItIs,
                                     .readRequest = readAsItIs,
                                     .readAnswer = readAsItIs};
    return dialect;
}

std::unique_ptr<StackClient> connectHttp(const StackPlace& place, const HttpDialect& dialect, const WireMaker& make) {
    UniqueFd socket = connectToLoopback(place.address);
    if (!socket) return nullptr;
    return std::make_unique<HttpClient>(place, dialect, make(std::move(socket)));
}

std::unique_ptr<StackServer> serveHttp(const StackPlace& place, UniqueFd listener, const HttpDialect& dialect,
                                       const WireMaker& make) {
    return std::make_unique<HttpServer>(place, std::move(listener), dialect, make);
}

}  // namespace ipclab
