#include "helpers/end_job.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <bit>
#include <cstring>
#include <map>
#include <sstream>

#include "core/error.h"
#include "core/segment.h"
#include "links/message.h"
#include "links/registry.h"

namespace ipclab::test {

namespace {

constexpr unsigned kWatchdogSeconds = 50;

void onInterrupt(int) {}

void setUpSignals() {
    struct sigaction interrupt {};
    interrupt.sa_handler = onInterrupt;  // without SA_RESTART: a blocking call returns
    ::sigaction(SIGUSR1, &interrupt, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    ::alarm(kWatchdogSeconds);
}

void waitWhileHeld(EndRow& row) {
    while (row.hold.load() != 0) futexWait(row.hold, 1);
}

void pause1ms() { ::poll(nullptr, 0, 1); }

// True: this message is done with.
bool noteSent(SendStatus status, EndRow& row) {
    switch (status) {
        case SendStatus::Sent:
            ++row.done;
            return true;
        case SendStatus::WouldBlock:
            ++row.wouldBlock;
            pause1ms();
            return false;
        case SendStatus::TimedOut:
            ++row.timedOut;
            return false;
        case SendStatus::Interrupted:
            ++row.interrupted;
            return false;
        case SendStatus::PeerClosed:
            ++row.peerClosed;
            return true;
        case SendStatus::LimitReached:  // of the ends of programs, which keep the rules of a link; none of a mechanism
        case SendStatus::TooLong:
            ++row.tooLong;
            return true;
    }
    return true;
}

void sendAll(const EndJob& job, Board& board, Sender& sender) {
    EndRow& row = board.ends[job.row];
    std::vector<std::byte> buffer(std::max(job.sizeBytes, job.sizeUpToBytes));
    prepareMessage(buffer);
    for (std::uint64_t i = 0; i < job.count && row.peerClosed == 0; ++i) {
        const auto message = std::span(buffer).first(job.sizeOf(i));
        stampMessage(message, i, job.row, monotonicNow());
        ++row.calls;
        while (!noteSent(sender.send(message), row)) {
            if (board.stop != 0) return;
        }
        row.systemCalls = sender.systemCalls();
    }
}

// Per producer the next number: what comes earlier is out of order, what came before is a repetition.
class Checker {
public:
    Checker(Board& board, EndRow& row, const Traits& traits) : m_board(board), m_row(row), m_traits(traits) {}

    void check(std::span<const std::byte> message) {
        if (!isIntact(message)) {
            ++m_row.notIntact;
            return;
        }
        const MessageHeader header = readHeader(message);
        if (header.producer >= kMostProducers || (header.sequence >= kMostMessages && m_traits.reliable)) {
            ++m_row.wrongSize;
            return;
        }
        if (seenBefore(header)) ++m_row.repeated;
        std::uint64_t& next = m_next[header.producer];
        if (header.sequence < next) ++m_row.disordered;
        next = header.sequence + 1;
        ++m_row.done;
    }

private:
    // By any receiver, unless every one of them is to see it.
    bool seenBefore(const MessageHeader& header) {
        if (header.sequence >= kMostMessages || m_traits.everyReceiver) return false;
        return m_board.markSeen(header.producer, header.sequence);
    }

    Board& m_board;
    EndRow& m_row;
    Traits m_traits;
    std::map<std::uint32_t, std::uint64_t> m_next;
};

void receiveAll(const EndJob& job, Board& board, Receiver& receiver, const Traits& traits) {
    EndRow& row = board.ends[job.row];
    std::vector<std::byte> buffer(std::max(job.sizeBytes, job.sizeUpToBytes));
    Checker checker(board, row, traits);
    while (job.count == 0 || row.done < job.count) {
        ++row.calls;
        const ReceiveResult result = receiver.receive(buffer);
        row.systemCalls = receiver.systemCalls();
        switch (result.status) {
            case ReceiveStatus::Received:
                checker.check(std::span(buffer).first(result.sizeBytes));
                break;
            case ReceiveStatus::WouldBlock:
                ++row.wouldBlock;
                pause1ms();
                break;
            case ReceiveStatus::TimedOut:
                ++row.timedOut;
                break;
            case ReceiveStatus::Interrupted:
                ++row.interrupted;
                break;
            case ReceiveStatus::Truncated:
                ++row.truncated;
                break;
            case ReceiveStatus::Corrupt:
                ++row.corrupt;
                break;
            case ReceiveStatus::PeerClosed:
                ++row.peerClosed;
                return;
        }
        const bool nothing = result.status == ReceiveStatus::Interrupted || result.status == ReceiveStatus::TimedOut;
        if (board.stop != 0 && nothing) return;
    }
}

template <typename Open, typename Run>
void openAndRun(const EndJob& job, Board& board, Open open, Run run) {
    EndRow& row = board.ends[job.row];
    const BoardPeers peers(board);
    auto end = open(peers);
    while (!end) {
        if (job.sends ? peers.receiversGone() : peers.sendersGone()) {
            ++row.peerClosed;
            return;
        }
        end = open(peers);
    }
    row.state = static_cast<std::uint32_t>(EndState::Open);
    futexWakeAll(row.state);
    waitWhileHeld(row);
    run(*end);
}

void runChecked(const EndJob& job, Board& board) {
    const Mechanism* mechanism = findMechanism(job.mechanism);
    if (mechanism == nullptr) throw std::runtime_error("no mechanism " + job.mechanism);
    if (job.sends) {
        openAndRun(
            job, board, [&](const Peers& peers) { return mechanism->openSender(job.wiring, job.options, peers); },
            [&](Sender& sender) { sendAll(job, board, sender); });
    } else {
        openAndRun(
            job, board, [&](const Peers& peers) { return mechanism->openReceiver(job.wiring, job.options, peers); },
            [&](Receiver& receiver) { receiveAll(job, board, receiver, mechanism->info().traits); });
    }
}

}  // namespace

bool Board::allClosed(unsigned from, unsigned count) const {
    for (unsigned i = from; i < from + count; ++i) {
        if (ends[i].state != static_cast<std::uint32_t>(EndState::Closed)) return false;
    }
    return true;
}

bool Board::markSeen(unsigned producer, std::uint64_t sequence) {
    const std::uint64_t bit = 1ULL << (sequence % 64);
    return (seen[producer][sequence / 64].fetch_or(bit) & bit) != 0;
}

std::uint64_t Board::seenOf(unsigned producer) const {
    std::uint64_t total = 0;
    for (const auto& word : seen[producer]) total += static_cast<std::uint64_t>(std::popcount(word.load()));
    return total;
}

SharedBoard SharedBoard::create(unsigned senders, unsigned receivers) {
    SharedBoard board;
    board.m_fd.reset(check(::memfd_create("ipclab-test-board", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(board.fd(), sizeof(Board)), "ftruncate");
    board.m_mapping = SharedMapping(board.fd(), sizeof(Board));
    board->senders = senders;
    board->receivers = receivers;
    return board;
}

SharedBoard SharedBoard::attach(int fd) {
    SharedBoard board;
    board.m_fd.reset(fd);
    board.m_mapping = SharedMapping(fd, sizeof(Board));
    return board;
}

std::uint32_t EndJob::sizeOf(std::uint64_t sequence) const {
    if (sizeUpToBytes <= sizeBytes) return sizeBytes;
    std::uint64_t x = (sequence + seed) * 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9;
    return sizeBytes + static_cast<std::uint32_t>((x >> 32) % (sizeUpToBytes - sizeBytes + 1));
}

std::string EndJob::toText() const {
    std::ostringstream out;
    out << mechanism << ' ' << sends << ' ' << row << ' ' << count << ' ' << sizeBytes << ' ' << sizeUpToBytes << ' '
        << seed << ' ' << (options.mode == Blocking::NonBlocking) << ' ' << options.timeoutNs << ' '
        << options.maxMessageBytes << ' ' << options.priority << ' ' << options.type;
    out << ' ' << wiring.descriptors.size();
    for (const int fd : wiring.descriptors) out << ' ' << fd;
    out << ' ' << wiring.names.size();
    for (const std::string& name : wiring.names) out << ' ' << name;
    out << ' ' << wiring.numbers.size();
    for (const std::uint64_t number : wiring.numbers) out << ' ' << number;
    return out.str();
}

EndJob EndJob::fromText(const std::string& text) {
    std::istringstream in(text);
    EndJob job;
    bool nonBlocking = false;
    in >> job.mechanism >> job.sends >> job.row >> job.count >> job.sizeBytes >> job.sizeUpToBytes >> job.seed >>
        nonBlocking >> job.options.timeoutNs >> job.options.maxMessageBytes >> job.options.priority >> job.options.type;
    job.options.mode = nonBlocking ? Blocking::NonBlocking : Blocking::Blocking;
    const auto readList = [&](auto& list) {
        std::size_t size = 0;
        in >> size;
        list.resize(size);
        for (auto& item : list) in >> item;
    };
    readList(job.wiring.descriptors);
    readList(job.wiring.names);
    readList(job.wiring.numbers);
    if (!in) throw std::runtime_error("not a job: " + text);
    return job;
}

int runEndJob(const EndJob& job, Board& board) {
    EndRow& row = board.ends[job.row];
    int code = 0;
    setUpSignals();
    try {
        runChecked(job, board);
    } catch (const std::exception& error) {
        std::strncpy(row.error.data(), error.what(), row.error.size() - 1);
        code = 1;
    }
    row.state = static_cast<std::uint32_t>(EndState::Closed);
    return code;
}

}  // namespace ipclab::test
