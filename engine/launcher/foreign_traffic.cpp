#include "launcher/foreign_traffic.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "document/ends.h"
#include "links/registry.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

constexpr Nanoseconds kAccountEveryNs = kNsPerSecond / 50;
constexpr std::size_t kMostDescendants = 64;
constexpr std::uint64_t kNoiseBytes = 1U << 20;  // what is in the link, and what a program reads as it begins

// With its descendants, who may do the work for it; those it has waited for are in its own account already.
std::optional<PidIo> accountOf(pid_t pid) {
    ProcessReader first(pid);
    std::optional<PidIo> sum = first.io();
    if (!sum) return std::nullopt;
    std::vector<pid_t> open = first.children().value_or(std::vector<pid_t>{});
    for (std::size_t i = 0; i < open.size() && i < kMostDescendants; ++i) {
        ProcessReader reader(open[i]);
        if (const auto io = reader.io()) {
            sum->readBytes += io->readBytes;
            sum->writtenBytes += io->writtenBytes;
        }
        const auto children = reader.children().value_or(std::vector<pid_t>{});
        open.insert(open.end(), children.begin(), children.end());
    }
    return sum;
}

// Has it a regular file, a pipe or a socket open besides the ends of links and its standard error?
void lookAtFiles(pid_t pid, const std::vector<int>& ends, ForeignAccount& account) {
    const std::string folder = "/proc/" + std::to_string(pid);
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/fd", error)) {
        const std::string number = entry.path().filename();
        const int fd = std::atoi(number.c_str());
        struct stat info {};
        if (fd == STDERR_FILENO || std::ranges::find(ends, fd) != ends.end()) continue;
        if (::stat(entry.path().c_str(), &info) != 0 || S_ISCHR(info.st_mode) || S_ISDIR(info.st_mode)) continue;
        std::ifstream file(folder + "/fdinfo/" + number);
        std::string word;
        unsigned flags = 0;
        while (file >> word) {
            if (word == "flags:") file >> std::oct >> flags;
        }
        const unsigned mode = flags & O_ACCMODE;
        account.readsElsewhere = account.readsElsewhere || mode != O_WRONLY;
        account.writesElsewhere = account.writesElsewhere || mode != O_RDONLY;
    }
}

}  // namespace

std::optional<std::uint64_t> bytesThrough(const std::optional<EndFigure>& sender,
                                          const std::optional<EndFigure>& receiver) {
    if (!sender && !receiver) return std::nullopt;
    if (!sender || !receiver) return (sender ? sender : receiver)->bytes;
    if (sender->elsewhere != receiver->elsewhere) return (sender->elsewhere ? receiver : sender)->bytes;
    const auto [low, high] = std::minmax(sender->bytes, receiver->bytes);
    const bool spliced = !sender->elsewhere && high - low > kNoiseBytes && low < high / 2;
    return spliced ? high : low;
}

ForeignTraffic::ForeignTraffic(const Experiment& experiment, const Segment& segment) : m_segment(segment) {
    const std::vector<PortPlace> places = portsOf(experiment);
    const auto linksOf = [&](std::uint32_t process, PortRole role) {
        return std::ranges::count_if(places,
                                     [&](const PortPlace& p) { return p.process == process && p.role == role; });
    };
    for (std::uint32_t link = 0; link < experiment.links.size(); ++link) {
        const LinkSpec& plan = experiment.links[link];
        const Mechanism* mechanism = findMechanism(plan.mechanism);
        if (mechanism == nullptr || !mechanism->info().traits.descriptors) continue;  // no read and no write
        if (!isBetweenCommands(experiment, plan) || plan.senders.size() != 1 || plan.receivers.size() != 1) continue;
        const auto from = processIndex(experiment, plan.senders.front().process);
        const auto to = processIndex(experiment, plan.receivers.front().process);
        Between between{.link = link, .sender = {}, .receiver = {}};
        if (from && linksOf(*from, PortRole::Sender) == 1) between.sender = partyOf(*from);
        if (to && linksOf(*to, PortRole::Receiver) == 1) between.receiver = partyOf(*to);
        if (between.sender || between.receiver) m_links.push_back(between);
    }
}

std::optional<std::size_t> ForeignTraffic::partyOf(std::uint32_t process) {
    const auto found = std::ranges::find(m_parties, process, &Party::process);
    if (found != m_parties.end()) return static_cast<std::size_t>(found - m_parties.begin());
    m_parties.push_back({.process = process, .before = {}, .now = {}});
    return m_parties.size() - 1;
}

void ForeignTraffic::read(Party& party, pid_t pid) {
    const auto io = accountOf(pid);
    if (!io) return;
    party.known = true;
    party.now.readBytes = std::max(party.now.readBytes, io->readBytes);
    party.now.writtenBytes = std::max(party.now.writtenBytes, io->writtenBytes);
}

void ForeignTraffic::begin(const std::vector<pid_t>& pids) {
    for (Party& party : m_parties) {
        if (party.process < pids.size() && pids[party.process] != 0) read(party, pids[party.process]);
        party.before = party.now;
    }
}

void ForeignTraffic::look(const std::vector<pid_t>& pids, Nanoseconds now) {
    if (m_links.empty() || now < m_nextNs) return;
    m_nextNs = now + kAccountEveryNs;
    for (Party& party : m_parties) {
        const pid_t pid = party.process < pids.size() ? pids[party.process] : 0;
        if (pid == 0) continue;
        read(party, pid);
        std::vector<int> ends;
        for (const EndpointSlot& port : m_segment.endpoints()) {
            if (port.process == party.process) ends.push_back(port.fd.load(memory_order_relaxed) - 1);
        }
        lookAtFiles(pid, ends, party.now);
    }
    tell(now);
}

void ForeignTraffic::ended(std::uint32_t process, pid_t pid) {
    const auto party = std::ranges::find(m_parties, process, &Party::process);
    if (party == m_parties.end()) return;
    read(*party, pid);
    tell(monotonicNow());
}

void ForeignTraffic::tell(Nanoseconds now) {
    for (const Between& between : m_links) {
        std::optional<EndFigure> sender, receiver;
        if (between.sender && m_parties[*between.sender].known) {
            const Party& party = m_parties[*between.sender];
            sender = {party.now.writtenBytes - party.before.writtenBytes, party.now.writesElsewhere};
        }
        if (between.receiver && m_parties[*between.receiver].known) {
            const Party& party = m_parties[*between.receiver];
            receiver = {party.now.readBytes - party.before.readBytes, party.now.readsElsewhere};
        }
        const auto bytes = bytesThrough(sender, receiver);
        if (!bytes) continue;
        LinkSlot& slot = m_segment.links()[between.link];
        slot.flowBytes.store(std::max(*bytes, slot.flowBytes.load(memory_order_relaxed)), memory_order_relaxed);
        slot.flowAtNs.store(now, memory_order_release);
    }
}

}  // namespace ipclab
