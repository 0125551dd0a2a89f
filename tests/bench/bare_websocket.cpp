#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "bare_stacks.h"

namespace ipclab::bench {

double bareWebSocket(const Work& work, Pattern pattern, Result& result) {
    namespace net = boost::asio;
    namespace beast = boost::beast;
    using tcp = net::ip::tcp;
    using Stream = beast::websocket::stream<tcp::socket>;
    net::io_context here;
    tcp::acceptor acceptor(here, tcp::endpoint(net::ip::address_v4::loopback(), 0));
    const std::vector<std::byte> message = makeMessage(work.sizeBytes);
    const bool oneWay = pattern == Pattern::OneWay;
    const auto bytes = [](const std::vector<std::byte>& of) { return net::buffer(of.data(), of.size()); };
    const auto receive = [](Stream& from, beast::flat_buffer& buffer) {
        buffer.clear();
        from.read(buffer);
    };
    const auto serve = [&] {
        net::io_context context;
        Stream stream(context);
        stream.next_layer() = tcp::socket(context, tcp::v4(), acceptor.accept().release());
        stream.next_layer().set_option(tcp::no_delay(true));
        stream.binary(true);
        stream.accept();
        beast::flat_buffer buffer;
        if (oneWay) return timeReceiving(work, result, [&] { receive(stream, buffer); });
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            receive(stream, buffer);
            stream.write(buffer.data());
        }
    };
    const auto ask = [&] {
        net::io_context context;
        Stream stream(context);
        stream.next_layer().connect(acceptor.local_endpoint());
        stream.next_layer().set_option(tcp::no_delay(true));
        stream.binary(true);
        stream.handshake("127.0.0.1", "/");
        beast::flat_buffer buffer;
        if (oneWay) {
            for (std::uint64_t i = 0; i < work.messages; ++i) stream.write(bytes(message));
        } else {
            timeReceiving(work, result, [&] {
                stream.write(bytes(message));
                receive(stream, buffer);
            });
        }
    };
    return oneWay ? inTwoProcesses(work, result, ask, serve) : inTwoProcesses(work, result, serve, ask);
}

}  // namespace ipclab::bench
