// gRPC as its examples have it: a synchronous service and a stub that waits.
#include <grpcpp/grpcpp.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <mutex>

#include "bare_stacks.h"
#include "core/error.h"
#include "core/unique_fd.h"
#include "link.grpc.pb.h"

namespace ipclab::bench {

namespace {

class Service final : public proto::Link::Service {
public:
    Service(const Work& work, Pattern pattern, Result& result) : m_work(work), m_pattern(pattern), m_result(result) {}

    grpc::Status Call(grpc::ServerContext*, const proto::Message* request, proto::Message* reply) override {
        if (m_pattern == Pattern::RoundTrip) reply->set_body(request->body());
        const std::lock_guard lock(m_mutex);
        if (m_done++ == 0) m_sinceNs = monotonicNow();
        if (m_done == m_work.messages) {
            if (m_pattern == Pattern::OneWay) m_result.tookNs = monotonicNow() - m_sinceNs;
            m_all.notify_one();
        }
        return grpc::Status::OK;
    }
    void wait() {
        std::unique_lock lock(m_mutex);
        m_all.wait(lock, [this] { return m_done == m_work.messages; });
    }

private:
    const Work& m_work;
    Pattern m_pattern;
    Result& m_result;
    std::mutex m_mutex;
    std::condition_variable m_all;
    std::uint64_t m_done = 0;
    Nanoseconds m_sinceNs = 0;
};

void serve(int portOut, const Work& work, Pattern pattern, Result& result) {
    Service service(work, pattern, result);
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&service);
    const auto server = builder.BuildAndStart();
    if (server == nullptr || ::write(portOut, &port, sizeof port) != sizeof port) ::_exit(1);
    service.wait();
    server->Shutdown();  // answers what is under way
}

void ask(int portIn, const Work& work, Pattern pattern, Result& result) {
    int port = 0;
    if (::read(portIn, &port, sizeof port) != sizeof port) ::_exit(1);
    const auto stub = proto::Link::NewStub(
        grpc::CreateChannel("127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials()));
    const std::vector<std::byte> bytes = makeMessage(work.sizeBytes);
    const auto askOne = [&] {
        grpc::ClientContext context;
        proto::Message message, reply;
        message.set_body(bytes.data(), bytes.size());
        if (!stub->Call(&context, message, &reply).ok()) ::_exit(1);
    };
    if (pattern == Pattern::RoundTrip) return timeReceiving(work, result, askOne);
    for (std::uint64_t i = 0; i < work.messages; ++i) askOne();
}

}  // namespace

double bareGrpc(const Work& work, Pattern pattern, Result& result) {
    std::array<int, 2> port{};
    check(::pipe(port.data()), "pipe");
    const UniqueFd in(port[0]), out(port[1]);
    const auto serving = [&] { serve(out.get(), work, pattern, result); };
    const auto asking = [&] { ask(in.get(), work, pattern, result); };
    return pattern == Pattern::OneWay ? inTwoProcesses(work, result, asking, serving)
                                      : inTwoProcesses(work, result, serving, asking);
}

}  // namespace ipclab::bench
