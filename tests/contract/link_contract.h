// A link between real processes, made in one of the ways there are.
#pragma once

#include <random>

#include "contract/contract_params.h"

namespace ipclab::test {

using Param = std::tuple<const Mechanism*, Launch>;

class LinkContract : public ::testing::TestWithParam<Param> {
protected:
    void SetUp() override { SKIP_IF_UNAVAILABLE(mechanism()); }
    [[nodiscard]] const Mechanism& mechanism() const { return *std::get<0>(GetParam()); }
    [[nodiscard]] Launch launch() const { return std::get<1>(GetParam()); }

    [[nodiscard]] const Traits& traits() const { return mechanism().info().traits; }
    // More messages than anybody sends in a test; where a sender never waits, more than he could.
    [[nodiscard]] std::uint64_t endless() const { return traits().reliable ? kMostMessages : 1ULL << 40; }

    // Everything sent arrived exactly once, or once at every receiver, whole and in order, and every child ended well.
    // Where messages may be lost, some arrived.
    void expectAllReceived(const LinkLab& lab, unsigned senders, unsigned receivers, std::uint64_t each,
                           Board& board) const {
        for (unsigned i = 0; i < senders; ++i) {
            EXPECT_EQ(lab.senderRow(i).done, each) << lab.report();
            if (traits().reliable) {
                EXPECT_EQ(board.seenOf(i), each) << lab.report();
            }
            EXPECT_EQ(lab.status(i), 0) << lab.report();
        }
        expectCount(lab, each * senders * (traits().everyReceiver ? receivers : 1));
        for (unsigned i = 0; i < receivers; ++i) {
            const EndRow& row = lab.receiverRow(i);
            const std::uint64_t faults = row.notIntact + row.repeated + row.corrupt + row.truncated + row.wrongSize;
            EXPECT_EQ(faults, 0U) << lab.report();
            EXPECT_EQ(row.disordered, 0U) << lab.report();
            EXPECT_EQ(row.peerClosed, 1U) << lab.report();
            EXPECT_EQ(lab.status(senders + i), 0) << lab.report();
        }
    }

    void expectCount(const LinkLab& lab, std::uint64_t sent) const {
        if (traits().reliable) {
            EXPECT_EQ(lab.received(), sent) << lab.report();
        } else {
            EXPECT_LE(lab.received(), sent) << lab.report();
            EXPECT_GT(lab.received(), 0U) << lab.report();
        }
    }

    void expectTransfer(const LinkRequest& spec, std::uint64_t each, std::uint32_t least, std::uint32_t most) {
        LinkLab lab(mechanism(), spec, launch());
        for (unsigned i = 0; i < spec.senders; ++i) {
            EndJob& job = lab.sender(i);
            job.count = each;
            job.sizeBytes = least;
            job.sizeUpToBytes = most;
            job.seed = i + 1;
        }
        lab.start();
        ASSERT_TRUE(lab.waitForEnd());
        expectAllReceived(lab, spec.senders, spec.receivers, each, lab.board());
    }

    void expectTransferOfSize(std::uint32_t sizeBytes) {
        SCOPED_TRACE("messages of " + std::to_string(sizeBytes) + " bytes");
        expectTransfer(specOf(1, 1, sizeBytes), 20, sizeBytes, sizeBytes);
    }
};

}  // namespace ipclab::test
