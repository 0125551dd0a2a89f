// Pseudo-terminal, pty(7): what one writes to a terminal the other reads as if it had been typed. In raw mode
// (cfmakeraw(3)) the line discipline changes no byte, so it is a byte stream in both directions.
//
// A line discipline holds 4,096 bytes to be read; what more is written waits in the terminal's own buffers. The side
// that goes away takes the other's unread input with it when it is the master (a hang-up), and leaves it when it is
// the slave: the sender has the slave. The master then reads EIO, where others read end of file.
#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <array>

#include "core/error.h"
#include "links/connected_pair.h"
#include "links/refusals.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "pty",
    .name = TEXT("mechanism", "pseudo-terminal"),
    .family = Family::File,
    .traits = {.direction = Direction::FullDuplex,
               .kinship = Kinship::Related,
               .capacity = CapacityKind::None,
               .manySenders = false,
               .manyReceivers = false,
               .descriptors = false},
    .source = "pty(7)",
    .note =
        TEXT("mechanism",
             "A terminal and the side that plays its keyboard and screen, in raw mode. The terminal driver takes every "
             "byte through its line discipline, which reads at most 4,095 bytes at a time."),
};

UniqueFd openMaster() {
    UniqueFd master(check(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt"));
    check(::grantpt(master.get()), "grantpt");
    check(::unlockpt(master.get()), "unlockpt");
    return master;
}

void makeRaw(int fd) {
    termios settings{};
    check(::tcgetattr(fd, &settings), "tcgetattr");
    ::cfmakeraw(&settings);
    check(::tcsetattr(fd, TCSANOW, &settings), "tcsetattr");
}

ConnectedPair openTerminal() {
    UniqueFd master = openMaster();
    std::array<char, 128> name{};
    checkError(::ptsname_r(master.get(), name.data(), name.size()), "ptsname_r");
    UniqueFd slave(check(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC), std::string("open ") + name.data()));
    makeRaw(slave.get());
    return {std::move(slave), std::move(master)};
}

class PtyMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        try {
            openTerminal();
        } catch (const std::system_error& error) {
            return {false, say(Sentence::MountTerminals, {{"why", error.what()}})};
        }
        return {};
    }

    Refusal refusal(const LinkRequest& spec) const override {
        if (!spec.capacityBytes && !spec.capacityMessages) return streamRefusal(spec);
        return refusedLink(spec, say(Sentence::TerminalHasNoSize));
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory&) const override {
        return createPairLink(openTerminal(), ByteStream::Kind::Terminal, spec, streamMessageLimit(spec));
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return openPairSender(wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return openPairReceiver(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& ptyMechanism() {
    static const PtyMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
