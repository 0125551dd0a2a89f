#include "launcher/command_ends.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>

#include "core/error.h"
#include "links/registry.h"
#include "programs/ports.h"

namespace ipclab {

namespace {

// Where ends that are not stdio begin: shells such as dash know descriptors of one digit alone.
constexpr int kFirstOwnNumber = 3;
constexpr int kNoDescriptor = -1;

int stdioNumber(PortRole role) { return role == PortRole::Sender ? STDOUT_FILENO : STDIN_FILENO; }

const Mechanism& mechanismOf(const PortPlan& port) {
    const Mechanism* mechanism = findMechanism(port.mechanism);
    if (mechanism == nullptr) throwErrno(EINVAL, "mechanism \"" + port.mechanism + '"');
    return *mechanism;
}

// The command opens it itself, by the name it is handed.
bool isFoundByName(const PortPlan& port) { return !mechanismOf(port).info().traits.descriptors; }

// The end as this mechanism opens it; the object is leaked on purpose: its descriptor lives on through exec.
const End& openEnd(const Segment& segment, const PortPlan& port) {
    const Mechanism& mechanism = mechanismOf(port);
    const SegmentPeers peers(segment, port.link, port.slot);
    const End* end = nullptr;
    while (end == nullptr) {
        if (segment.header().stop.load(std::memory_order_relaxed) != 0) ::_exit(0);
        if (port.role == PortRole::Sender) {
            end = mechanism.openSender(port.wiring, port.options, peers).release();
            if (end == nullptr && peers.receiversGone()) throwErrno(EPIPE, "every receiver is gone");
        } else {
            end = mechanism.openReceiver(port.wiring, port.options, peers).release();
            if (end == nullptr && peers.sendersGone()) throwErrno(EPIPE, "every sender is gone");
        }
    }
    if (end->descriptor() < 0) throwErrno(ENOTSUP, "a command needs a descriptor, " + port.mechanism + " has none");
    return *end;
}

// Above every final number, so that moving one never hits another.
int park(int fd, std::size_t ports) {
    return check(::fcntl(fd, F_DUPFD_CLOEXEC, kFirstOwnNumber + static_cast<int>(ports)), "F_DUPFD_CLOEXEC");
}

void place(int parked, int number) { check(::dup2(parked, number), "dup2"); }

// Ends are handed over blocking: a foreign program expects nothing else of its standard input.
void makeBlocking(int fd) {
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags >= 0) ::fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
}

void addVariables(const ChildPlan& plan, std::size_t port, int number, std::vector<std::string>& environment) {
    const PortPlan& end = plan.worker.ports[port];
    const std::string prefix = "IPCLAB_LINK_" + environmentName(plan.linkNames[port]) + '_';
    if (number != kNoDescriptor) environment.push_back(prefix + "FD=" + std::to_string(number));
    environment.push_back(prefix + "ROLE=" + (end.role == PortRole::Sender ? "send" : "receive"));
    if (!end.wiring.names.empty()) environment.push_back(prefix + "NAME=" + end.wiring.names.front());
    environment.push_back(prefix + "MESSAGE_BYTES=" + std::to_string(end.options.maxMessageBytes));
}

}  // namespace

std::string environmentName(const std::string& linkName) {
    std::string name;
    for (const char c : linkName) {
        const auto byte = static_cast<unsigned char>(c);
        name += std::isalnum(byte) != 0 ? static_cast<char>(std::toupper(byte)) : '_';
    }
    return name;
}

std::vector<int> commandDescriptors(const ChildPlan& plan) {
    std::vector<int> numbers;
    int next = kFirstOwnNumber;
    for (std::size_t i = 0; i < plan.worker.ports.size(); ++i) {
        if (isFoundByName(plan.worker.ports[i])) {
            numbers.push_back(kNoDescriptor);
            continue;
        }
        const int stdio = stdioNumber(plan.worker.ports[i].role);
        const bool free = std::ranges::find(numbers, stdio) == numbers.end();
        numbers.push_back(plan.attach[i] != Attach::Descriptor && free ? stdio : next++);
    }
    return numbers;
}

std::vector<std::string> connectCommand(const Segment& segment, const ChildPlan& plan, int outputFd, int errorFd) {
    std::vector<std::string> environment;
    for (char** variable = environ; *variable != nullptr; ++variable) environment.emplace_back(*variable);
    // What a message of its own carries as its producer.
    environment.push_back("IPCLAB_PROCESS=" + std::to_string(plan.worker.process));
    const std::vector<int> numbers = commandDescriptors(plan);
    std::vector<int> parked;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        addVariables(plan, i, numbers[i], environment);
        if (numbers[i] == kNoDescriptor) {
            parked.push_back(kNoDescriptor);
            continue;
        }
        const End& end = openEnd(segment, plan.worker.ports[i]);
        const int fd = end.descriptor();
        makeBlocking(fd);
        if (end.connection() != nullptr) end.connection()->descriptor.store(numbers[i] + 1, std::memory_order_relaxed);
        parked.push_back(park(fd, numbers.size()));
    }
    // What goes to the launcher is placed first: a link may then take standard output for itself.
    if (outputFd >= 0) place(outputFd, STDOUT_FILENO);
    place(errorFd, STDERR_FILENO);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != kNoDescriptor) place(parked[i], numbers[i]);
    }
    // Everything else is close-on-exec: the report pipe must stay open until exec has succeeded.
    return environment;
}

}  // namespace ipclab
