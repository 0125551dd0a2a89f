// The stream that Beast's WebSocket reads from and writes to: what has come over the wire, as much of it as it may
// have, and a wire that is never full. Its handshake is an asynchronous operation of Beast that goes on when bytes have
// come; everything else is done at once.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/role.hpp>
#include <memory>

#include "stacks/beast/out_stream.h"

namespace ipclab {

class WsStream {
public:
    using executor_type = boost::asio::io_context::executor_type;
    using Error = boost::system::error_code;

    // Both outlive it.
    WsStream(BufferedWire& wire, boost::asio::io_context& loop) : m_wire(wire), m_loop(loop) {}

    executor_type get_executor() { return m_loop.get_executor(); }
    // Continues what can go on, without waiting.
    void run() {
        m_loop.restart();
        m_loop.poll();
    }

    // So many of the bytes that have come may be read now.
    void allow(std::size_t count) {
        m_allowed = count;
        if (m_reader == nullptr || count == 0) return;
        auto reader = std::move(m_reader);
        reader->go(*this);
    }

    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers, Error& error) {
        const auto bytes = m_wire.bytes().first(m_allowed);
        const std::size_t count = boost::asio::buffer_copy(buffers, boost::asio::buffer(bytes.data(), bytes.size()));
        m_wire.consume(count);
        m_allowed -= count;
        error = count == 0 ? Error(boost::asio::error::would_block) : Error();
        return count;
    }
    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers) {
        Error error;
        return read_some(buffers, error);
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers, Error& error) {
        return OutStream(m_wire).write_some(buffers, error);
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers) {
        return OutStream(m_wire).write_some(buffers);
    }

    template <typename Buffers, typename Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
            [this](auto&& handler, const Buffers& into) {
                using Handler = std::decay_t<decltype(handler)>;
                m_reader =
                    std::make_unique<WaitingReader<Buffers, Handler>>(into, std::forward<decltype(handler)>(handler));
            },
            token, buffers);
    }
    template <typename Buffers, typename Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
            [this](auto&& handler, const Buffers& from) {
                Error error;
                const std::size_t count = write_some(from, error);
                complete(std::forward<decltype(handler)>(handler), error, count);
            },
            token, buffers);
    }

private:
    struct Reader {
        virtual ~Reader() = default;
        virtual void go(WsStream& stream) = 0;
    };
    template <typename Buffers, typename Handler>
    struct WaitingReader final : Reader {
        WaitingReader(const Buffers& into, Handler&& with) : buffers(into), handler(std::move(with)) {}
        void go(WsStream& stream) override {
            Error error;
            const std::size_t count = stream.read_some(buffers, error);
            stream.complete(std::move(handler), error, count);
        }
        Buffers buffers;
        Handler handler;
    };

    template <typename Handler>
    void complete(Handler&& handler, Error error, std::size_t count) {
        boost::asio::post(get_executor(),
                          boost::beast::bind_front_handler(std::forward<Handler>(handler), error, count));
    }

    BufferedWire& m_wire;
    boost::asio::io_context& m_loop;
    std::size_t m_allowed = 0;
    std::unique_ptr<Reader> m_reader;
};

// The connection is closed by who has the wire.
inline void beast_close_socket(WsStream&) {}
inline void teardown(boost::beast::role_type, WsStream&, boost::system::error_code& error) { error = {}; }
template <typename Handler>
void async_teardown(boost::beast::role_type, WsStream& stream, Handler&& handler) {
    boost::asio::post(stream.get_executor(),
                      boost::beast::bind_front_handler(std::forward<Handler>(handler), boost::system::error_code()));
}

}  // namespace ipclab
