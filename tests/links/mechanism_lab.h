// A link of one mechanism whose ends live in this process.
#pragma once

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/error.h"
#include "helpers/ends_by_hand.h"
#include "helpers/leak_guard.h"
#include "links/message.h"
#include "links/registry.h"
#include "links/system_limits.h"

namespace ipclab::test {

struct NoPeers final : Peers {
    bool sendersGone() const override { return false; }
    bool receiversGone() const override { return false; }
};

const NoPeers kNoPeers;

inline LinkRequest specOf(std::uint32_t maxMessageBytes) {
    LinkRequest spec;
    spec.name = "a→b";
    spec.maxMessageBytes = maxMessageBytes;
    return spec;
}

// A refusal as a process without privileges reads it: the limits of the system hold for it.
inline std::string refusalWithoutPrivileges(const Mechanism& mechanism, const LinkRequest& spec) {
    int fds[2];
    check(::pipe2(fds, O_CLOEXEC), "pipe2");
    const UniqueFd read(fds[0]), write(fds[1]);
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        if (::getuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) ::_exit(1);
        const std::string text = mechanism.refusal(spec);
        ::_exit(::write(write.get(), text.data(), text.size()) < 0);
    }
    ::waitpid(child, nullptr, 0);
    char text[1024];
    ::fcntl(read.get(), F_SETFL, O_NONBLOCK);
    const ssize_t got = ::read(read.get(), text, sizeof text);
    return {text, static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

inline std::uint64_t receivedBy(Receiver& receiver) {
    std::vector<std::byte> buffer(64);
    EXPECT_EQ(receiver.receive(buffer).status, ReceiveStatus::Received);
    return readHeader(buffer).sequence;
}

}  // namespace ipclab::test
