#include <unistd.h>
#include <zmq.h>

#include <string>

#include "bare_stacks.h"
#include "core/run_directory.h"

namespace ipclab::bench {

namespace {

struct Socket {
    explicit Socket(int type) : context(zmq_ctx_new()), socket(zmq_socket(context, type)) {}
    ~Socket() {
        zmq_close(socket);
        zmq_ctx_term(context);
    }
    void* context;
    void* socket;
};

void send(Socket& to, std::span<const std::byte> message) {
    if (zmq_send(to.socket, message.data(), message.size(), 0) < 0) ::_exit(1);
}
void receive(Socket& from, std::span<std::byte> buffer) {
    if (zmq_recv(from.socket, buffer.data(), buffer.size(), 0) < 0) ::_exit(1);
}

}  // namespace

double bareZeromq(const Work& work, Pattern pattern, Result& result) {
    RunDirectory run(makeRunToken());
    const std::string address = "ipc://" + run.newName(ObjectKind::File);
    const std::vector<std::byte> message = makeMessage(work.sizeBytes);
    const bool oneWay = pattern == Pattern::OneWay;
    const auto serve = [&] {
        Socket server(oneWay ? ZMQ_PULL : ZMQ_REP);
        zmq_bind(server.socket, address.c_str());
        std::vector<std::byte> buffer(work.sizeBytes);
        if (oneWay) return timeReceiving(work, result, [&] { receive(server, buffer); });
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            receive(server, buffer);
            send(server, buffer);
        }
    };
    const auto ask = [&] {
        Socket client(oneWay ? ZMQ_PUSH : ZMQ_REQ);
        zmq_connect(client.socket, address.c_str());
        std::vector<std::byte> buffer(work.sizeBytes);
        if (oneWay) {
            for (std::uint64_t i = 0; i < work.messages; ++i) send(client, message);
        } else {
            timeReceiving(work, result, [&] {
                send(client, message);
                receive(client, buffer);
            });
        }
    };
    return oneWay ? inTwoProcesses(work, result, ask, serve) : inTwoProcesses(work, result, serve, ask);
}

}  // namespace ipclab::bench
