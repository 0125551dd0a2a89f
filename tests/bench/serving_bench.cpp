// What one event costs a server, in CPU time, while so many connections are idle: every strategy against 1 … 10,000 of
// them. The server is a process of its own and its clients another, so that neither's descriptors count for the other;
// one client asks, the others are silent. Time is the server's alone, with that of its threads and children, per
// request.
#include <benchmark/benchmark.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <new>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "serving/registry.h"

namespace {

using namespace ipclab;

constexpr std::size_t kRequestBytes = 64;
constexpr int kWarmUp = 50;

// Fewer where each may cost a look at thousands.
int requestsAmong(std::int64_t idle) { return idle >= 1000 ? 300 : 2000; }

struct Shared {
    std::atomic<std::uint32_t> stop{0};
    std::atomic<std::uint64_t> opened{0}, requests{0};
    std::array<ServingCounts, 8> counts{};
};

class Echo final : public Served {
public:
    explicit Echo(Shared& shared) : m_shared(shared) {}
    std::span<std::byte> room() override { return std::span(m_bytes).subspan(m_got); }
    Verdict received(std::size_t sizeBytes, const Origin*) override {
        m_got += sizeBytes;
        if (m_got == m_bytes.size()) m_shared.requests.fetch_add(1, std::memory_order_relaxed);
        return Verdict::GoOn;
    }
    std::span<const std::byte> toSend() override {
        return m_got == m_bytes.size() ? std::span<const std::byte>(m_bytes).subspan(m_sent) : std::span<std::byte>();
    }
    Verdict sent(std::size_t sizeBytes) override {
        m_sent += sizeBytes;
        if (m_sent == m_bytes.size()) m_sent = m_got = 0;
        return Verdict::GoOn;
    }

private:
    Shared& m_shared;
    std::array<std::byte, kRequestBytes> m_bytes{};
    std::size_t m_got = 0, m_sent = 0;
};

class EchoService final : public Service {
public:
    explicit EchoService(Shared& shared) : m_shared(shared) {}
    std::unique_ptr<Served> opened(int) override {
        ++m_shared.opened;
        return std::make_unique<Echo>(m_shared);
    }
    void ended(Served&, int, Ending, int) override {}
    void turnedAway(TurnAway, int, int) override { ++m_shared.opened; }

private:
    Shared& m_shared;
};

class Control final : public ServingControl {
public:
    explicit Control(Shared& shared) : ServingControl({}, shared.counts), m_shared(shared) {}
    bool checkPoint() override { return m_shared.stop.load(std::memory_order_relaxed) == 0; }
    bool isStopping() const override { return m_shared.stop.load(std::memory_order_relaxed) != 0; }

private:
    Shared& m_shared;
};

rlim_t raiseDescriptors() {
    rlimit limit{};
    check(::getrlimit(RLIMIT_NOFILE, &limit), "getrlimit");
    limit.rlim_cur = limit.rlim_max;
    check(::setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
    return limit.rlim_cur;
}

UniqueFd unixSocket() { return UniqueFd(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket")); }

struct Scene {
    Scene(const Strategy& strategy, std::size_t idle);
    ~Scene();
    [[nodiscard]] double cpu() const;
    void ask(int count) const;

    SharedMapping memory;
    Shared* shared = nullptr;
    UniqueFd listener;
    std::vector<UniqueFd> clients;
    pid_t server = 0;
};

Scene::Scene(const Strategy& strategy, std::size_t idle) {
    const UniqueFd fd(check(::memfd_create("serving-bench", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(fd.get(), sizeof(Shared)), "ftruncate");
    memory = SharedMapping(fd.get(), sizeof(Shared));
    shared = new (memory.data()) Shared;
    listener = unixSocket();
    const sa_family_t unnamed = AF_UNIX;
    check(::bind(listener.get(), reinterpret_cast<const sockaddr*>(&unnamed), sizeof unnamed), "bind");
    check(::listen(listener.get(), SOMAXCONN), "listen");
    server = check(::fork(), "fork");
    if (server == 0) {
        EchoService service(*shared);
        Control control(*shared);
        const Listener where{listener.get(), false};
        strategy.serve({&where, 1}, service, control);
        ::_exit(0);
    }
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    check(::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    for (std::size_t i = 0; i <= idle; ++i) {
        clients.push_back(unixSocket());
        check(::connect(clients.back().get(), reinterpret_cast<const sockaddr*>(&address), size), "connect");
    }
    while (shared->opened.load() < clients.size()) ::poll(nullptr, 0, 1);
}

Scene::~Scene() {
    clients.clear();
    shared->stop = 1;
    ::waitpid(server, nullptr, 0);
}

// Of the server's threads and all processes below it, as the scheduler counts it (schedstat in proc(5)): utime and
// stime are ticks.
double Scene::cpu() const {
    double sum = 0;
    std::vector<pid_t> open{server};
    while (!open.empty()) {
        const pid_t pid = open.back();
        open.pop_back();
        for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task")) {
            std::ifstream stat(task.path() / "schedstat"), below(task.path() / "children");
            double ns = 0;
            if (stat >> ns) sum += ns;
            for (pid_t child = 0; below >> child;) open.push_back(child);
        }
    }
    return sum;
}

void Scene::ask(int count) const {
    std::array<char, kRequestBytes> bytes{};
    for (int i = 0; i < count; ++i) {
        check(::send(clients.front().get(), bytes.data(), bytes.size(), MSG_NOSIGNAL), "send");
        check(::recv(clients.front().get(), bytes.data(), bytes.size(), MSG_WAITALL), "recv");
    }
}

std::size_t mostOf(const Strategy& strategy, rlim_t descriptors) {
    const StrategyInfo& info = strategy.info();
    std::size_t most = descriptors > 100 ? descriptors - 100 : 0;
    if (info.descriptorLimit != 0) most = std::min<std::size_t>(most, info.descriptorLimit - 50);
    if (info.concurrency == Concurrency::ProcessAClient || info.concurrency == Concurrency::ThreadAClient)
        most = std::min<std::size_t>(most, 1000);
    return most;
}

void costOfAnEvent(benchmark::State& state, const Strategy* strategy) {
    Scene scene(*strategy, static_cast<std::size_t>(state.range(0)));
    scene.ask(kWarmUp);
    const int requests = requestsAmong(state.range(0));
    for (auto _ : state) {
        const double before = scene.cpu();
        scene.ask(requests);
        state.SetIterationTime((scene.cpu() - before) * 1e-9 / requests);
    }
    state.counters["looked"] = static_cast<double>(readTotals(scene.shared->counts).looked) /
                               static_cast<double>(scene.shared->requests.load());
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const rlim_t descriptors = raiseDescriptors();
    std::printf("descriptors a process may have: %llu (RLIMIT_NOFILE, raised to its hard limit)\n",
                static_cast<unsigned long long>(descriptors));
    for (const Strategy* strategy : allStrategies()) {
        const std::string name(strategy->info().id);
        if (const Availability there = strategy->availability(); !there.available) {
            std::printf("%s: left out, %s\n", name.c_str(), there.reason.c_str());
            continue;
        }
        const std::size_t most = mostOf(*strategy, descriptors);
        for (const std::int64_t idle : {1, 10, 100, 1000, 10'000}) {
            if (static_cast<std::size_t>(idle) > most) {
                std::printf("%s: at most %zu idle connections\n", name.c_str(), most);
                break;
            }
            benchmark::RegisterBenchmark(name.c_str(), costOfAnEvent, strategy)
                ->Arg(idle)
                ->UseManualTime()
                ->Iterations(3)
                ->Unit(benchmark::kNanosecond);
        }
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
