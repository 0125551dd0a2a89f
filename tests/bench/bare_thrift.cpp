// Thrift as its tutorial has it: the generated processor in a server that waits, the generated client over a socket.
#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/protocol/TCompactProtocol.h>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/TServerSocket.h>
#include <thrift/transport/TSocket.h>
#include <unistd.h>

#include <array>

#include "Link.h"
#include "bare_stacks.h"
#include "core/error.h"
#include "core/unique_fd.h"

namespace ipclab::bench {

namespace {

using namespace apache::thrift::protocol;
using namespace apache::thrift::transport;

class Handler final : public thrift::LinkIf {
public:
    explicit Handler(Pattern pattern) : m_pattern(pattern) {}
    bool hello(const std::string&) override { return true; }
    void call(std::string& reply, const std::string& message) override {
        if (m_pattern == Pattern::RoundTrip) reply = message;
    }

private:
    Pattern m_pattern;
};

template <typename Protocol>
void serve(int portOut, const Work& work, Pattern pattern, Result& result) {
    TServerSocket listener("127.0.0.1", 0);
    listener.listen();
    const int port = listener.getPort();
    if (::write(portOut, &port, sizeof port) != sizeof port) ::_exit(1);
    const auto frames = std::make_shared<TFramedTransport>(listener.accept());
    const auto protocol = std::make_shared<Protocol>(frames);
    thrift::LinkProcessor processor(std::make_shared<Handler>(pattern));
    const auto serveOne = [&] {
        if (!processor.process(protocol, protocol, nullptr)) ::_exit(1);
    };
    if (pattern == Pattern::OneWay) return timeReceiving(work, result, serveOne);
    for (std::uint64_t i = 0; i < work.messages; ++i) serveOne();
}

template <typename Protocol>
void ask(int portIn, const Work& work, Pattern pattern, Result& result) {
    int port = 0;
    if (::read(portIn, &port, sizeof port) != sizeof port) ::_exit(1);
    const auto socket = std::make_shared<TSocket>("127.0.0.1", port);
    socket->setNoDelay(true);
    const auto frames = std::make_shared<TFramedTransport>(socket);
    frames->open();
    thrift::LinkClient client(std::make_shared<Protocol>(frames));
    const std::vector<std::byte> bytes = makeMessage(work.sizeBytes);
    const std::string message(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::string reply;
    const auto askOne = [&] { client.call(reply, message); };
    if (pattern == Pattern::RoundTrip) return timeReceiving(work, result, askOne);
    for (std::uint64_t i = 0; i < work.messages; ++i) askOne();
}

template <typename Protocol>
double both(const Work& work, Pattern pattern, Result& result) {
    std::array<int, 2> port{};
    check(::pipe(port.data()), "pipe");
    const UniqueFd in(port[0]), out(port[1]);
    const auto serving = [&] { serve<Protocol>(out.get(), work, pattern, result); };
    const auto asking = [&] { ask<Protocol>(in.get(), work, pattern, result); };
    return pattern == Pattern::OneWay ? inTwoProcesses(work, result, asking, serving)
                                      : inTwoProcesses(work, result, serving, asking);
}

}  // namespace

double bareThrift(const Work& work, Pattern pattern, Result& result) {
    return both<TBinaryProtocol>(work, pattern, result);
}
double bareThriftCompact(const Work& work, Pattern pattern, Result& result) {
    return both<TCompactProtocol>(work, pattern, result);
}

}  // namespace ipclab::bench
