// Accepts, apart from the end's own thread, until all clients have come. Whoever has not shown the token yet is held
// aside for a while; nobody else than the clients is given to the library.
#pragma once

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "core/clock.h"
#include "core/unique_fd.h"
#include "stacks/stack.h"

namespace ipclab {

class GrpcAcceptor {
public:
    using Library = grpc::experimental::ExternalConnectionAcceptor;

    GrpcAcceptor(const StackPlace& place, UniqueFd listener, std::unique_ptr<Library> library);
    GrpcAcceptor(const GrpcAcceptor&) = delete;
    GrpcAcceptor& operator=(const GrpcAcceptor&) = delete;
    ~GrpcAcceptor();

    // All clients have come, and each of them has closed its connection. Throws std::runtime_error when accepting
    // failed.
    [[nodiscard]] bool allGone() const;
    [[nodiscard]] std::uint64_t refused() const { return m_refused.load(std::memory_order_relaxed); }

private:
    struct Stranger {
        UniqueFd fd;
        Nanoseconds sinceNs;
    };

    void run();
    [[nodiscard]] bool isStopped();
    void accept();
    [[nodiscard]] bool decide(Stranger& stranger);
    void giveToLibrary(UniqueFd fd);

    std::string m_token;
    unsigned m_missing;
    UniqueFd m_listener;
    std::unique_ptr<Library> m_library;
    UniqueFd m_wake;
    std::vector<Stranger> m_strangers;
    std::vector<UniqueFd> m_clients;  // second descriptors, to see them go
    std::atomic<bool> m_complete = false;
    std::atomic<std::uint64_t> m_refused = 0;
    std::string m_failure;  // why accepting ended; written before
    std::atomic<bool> m_failed = false;
    std::jthread m_thread;  // the last: it uses all of them
};

}  // namespace ipclab
