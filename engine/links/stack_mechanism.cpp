#include "links/stack_mechanism.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>

#include "core/error.h"
#include "links/refusals.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

// names: address, token. numbers: message limit, clients, which client, part. descriptors: a server's listening socket.
struct StackNames {
    enum : std::size_t { Address, Token };
};
struct StackNumbers {
    enum : std::size_t { Limit, Clients, Client, Part };
};

StackOpeners g_openers{};

// What all stacks have in common: they wait, buffer and tell of the end in their library's way.
constexpr Traits stackTraits(Traits traits) {
    traits.execOnly = true;
    traits.descriptors = false;
    traits.pollable = false;
    traits.capacity = CapacityKind::None;
    traits.manyReceivers = false;
    traits.calls = 0;
    if (traits.boundaries == Boundaries::Bytes) traits.boundaries = Boundaries::Call;
    if (traits.direction == Direction::OneWay) traits.direction = Direction::HalfDuplex;
    return traits;
}

// What the build found (resources/cmake/IpclabStacks.cmake).
constexpr bool isBuilt([[maybe_unused]] std::string_view key) {
#define BUILT_STACK(built) \
    if (key == #built) return true;
#include "built_stacks.def"
#undef BUILT_STACK
    return false;
}

UniqueFd listenOnLoopback(unsigned clients) {
    UniqueFd socket(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    check(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "bind to loopback");
    check(::listen(socket.get(), static_cast<int>(clients) + 8), "listen on loopback");
    return socket;
}

UniqueFd listenAtPath(const std::string& path, unsigned clients) {
    UniqueFd socket(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) throwErrno(ENAMETOOLONG, path);
    path.copy(address.sun_path, path.size());
    check(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "bind " + path);
    check(::listen(socket.get(), static_cast<int>(clients) + 8), "listen on " + path);
    return socket;
}

std::string loopbackAddress(int fd) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    check(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    return "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

// One direction of a link; the other, where there is one, has the same address and belongs to it.
class StackLink final : public Link {
public:
    StackLink(const StackInfo& stack, const LinkRequest& spec, RunDirectory& names)
        : m_token(makeRunToken()),
          m_numbers{spec.maxMessageBytes, spec.senders, 0, number(spec.duplex ? StackPart::Forth : StackPart::OneWay)} {
        if (stack.address == StackAddress::Port) {
            m_listener = listenOnLoopback(spec.senders);
            m_address = loopbackAddress(m_listener.get());
        } else {
            m_address = m_path = names.newName(ObjectKind::File);
            if (stack.address == StackAddress::Socket) m_listener = listenAtPath(m_path, spec.senders);
        }
        if (spec.duplex) m_reverse.reset(new StackLink(*this));
    }
    ~StackLink() override {
        if (!m_path.empty()) ::unlink(m_path.c_str());
    }

    EndWiring senderWiring(unsigned index) const override {
        EndWiring wiring{.names = {m_address, m_token}, .numbers = m_numbers};
        wiring.numbers[StackNumbers::Client] = index;
        return wiring;
    }
    EndWiring receiverWiring(unsigned) const override {
        EndWiring wiring{.names = {m_address, m_token}, .numbers = m_numbers};
        if (m_listener) wiring.descriptors.push_back(m_listener.get());
        return wiring;
    }
    LinkProperties effective() const override { return {.maxMessageBytes = m_numbers[StackNumbers::Limit]}; }
    Link* reverse() override { return m_reverse.get(); }
    void releaseEnds() override { m_listener.reset(); }

private:
    static std::uint64_t number(StackPart part) { return static_cast<std::uint64_t>(part); }

    explicit StackLink(const StackLink& forth)
        : m_address(forth.m_address), m_token(forth.m_token), m_numbers(forth.m_numbers) {
        m_numbers[StackNumbers::Part] = number(StackPart::Back);
    }

    std::string m_address, m_token;
    std::string m_path;  // to be removed
    std::vector<std::uint64_t> m_numbers;
    UniqueFd m_listener;
    std::unique_ptr<StackLink> m_reverse;
};

StackEnd stackEndOf(const StackInfo& stack, const EndWiring& wiring) {
    const std::uint64_t part = wiredNumber(wiring, StackNumbers::Part);
    if (part > static_cast<std::uint64_t>(StackPart::Back)) throwErrno(EINVAL, "a part in a stack's link");
    return {.stack = std::string(stack.mechanism.id),
            .address = wiredName(wiring, StackNames::Address),
            .token = wiredName(wiring, StackNames::Token),
            .listener = wiring.descriptors.empty() ? -1 : wiring.descriptors.front(),
            .limit = wiredNumber(wiring, StackNumbers::Limit),
            .clients = static_cast<unsigned>(wiredNumber(wiring, StackNumbers::Clients)),
            .client = static_cast<unsigned>(wiredNumber(wiring, StackNumbers::Client)),
            .part = static_cast<StackPart>(part)};
}

class StackMechanism final : public Mechanism {
public:
    explicit StackMechanism(const StackInfo& stack) : m_stack(stack) {}

    const MechanismInfo& info() const override { return m_stack.mechanism; }

    Availability availability() const override {
        if (!m_stack.builtIn) return {false, say(Sentence::StackNotBuilt, {{"package", m_stack.package}})};
        static const std::string program = stacksProgramBeside(std::filesystem::read_symlink("/proc/self/exe"));
        if (::access(program.c_str(), X_OK) == 0) return {};
        return {false, say(Sentence::StackProgramMissing, {{"program", program}})};
    }

    Refusal refusal(const LinkRequest& spec) const override {
        if (!spec.capacityBytes && !spec.capacityMessages) return aboveLaboratory(spec);
        const std::string why = say(Sentence::StackHasOwnBuffers);
        return refusedLink(spec, say(Sentence::NoStackCapacity, {{"counted_why", why}}));
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<StackLink>(m_stack, spec, names);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        if (g_openers.sender == nullptr) throwElsewhere();
        return g_openers.sender(stackEndOf(m_stack, wiring), options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        if (g_openers.receiver == nullptr) throwElsewhere();
        return g_openers.receiver(stackEndOf(m_stack, wiring), options, peers);
    }

private:
    [[noreturn]] void throwElsewhere() const {
        throwErrno(ENOSYS, "an end of " + std::string(m_stack.mechanism.id) +
                               " opens in ipclab-stacks alone: launch its process by \"exec\"");
    }

    StackInfo m_stack;
};

}  // namespace

void setStackOpeners(const StackOpeners& openers) { g_openers = openers; }

std::string stacksProgramBeside(const std::string& program) {
    const std::filesystem::path folder = std::filesystem::path(program).parent_path();
    const std::filesystem::path installed = folder / "../libexec/ipclab" / kStacksProgram;
    const std::filesystem::path beside = folder / kStacksProgram;
    return ::access(beside.c_str(), X_OK) != 0 && ::access(installed.c_str(), X_OK) == 0 ? installed : beside;
}

#define STACK(key, stackId, stackName, stackAddress, stackPackage, stackSource, stackNote, ...)  \
    const Mechanism& key##Mechanism() {                                                          \
        static const StackMechanism mechanism({.mechanism = {.id = stackId,                      \
                                                             .name = stackName,                  \
                                                             .family = Family::Rpc,              \
                                                             .traits = stackTraits(__VA_ARGS__), \
                                                             .source = stackSource,              \
                                                             .note = stackNote},                 \
                                               .address = stackAddress,                          \
                                               .package = stackPackage,                          \
                                               .builtIn = isBuilt(#key)});                       \
        return mechanism;                                                                        \
    }
#include "links/stacks.def"
#undef STACK

}  // namespace ipclab
