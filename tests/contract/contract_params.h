// The contract suite runs over whatever the registry holds: a new mechanism is covered without editing a test.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "helpers/link_lab.h"
#include "links/message.h"
#include "links/registry.h"

namespace ipclab::test {

// Those whose ends can live in this program, and so in a fork'd copy of it, or all.
enum class EndsIn { ThisProgram, AnyProgram };
inline std::vector<const Mechanism*> mechanismsUnderTest(EndsIn where = EndsIn::ThisProgram) {
    std::vector<const Mechanism*> mechanisms;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (where == EndsIn::AnyProgram || !mechanism->info().traits.execOnly) mechanisms.push_back(mechanism);
    }
    return mechanisms;
}

inline std::string testName(const Mechanism& mechanism) {
    std::string name(mechanism.info().id);
    std::ranges::replace(name, '-', '_');
    return name;
}

// Of a message that every mechanism carries.
inline constexpr std::uint32_t kOrdinaryBytes = 512;

inline LinkRequest specOf(unsigned senders, unsigned receivers, std::uint32_t maxMessageBytes = kOrdinaryBytes) {
    LinkRequest spec;
    spec.name = "a→b";
    spec.senders = senders;
    spec.receivers = receivers;
    spec.maxMessageBytes = maxMessageBytes;
    return spec;
}

// The same with one sender or receiver where the mechanism takes no more.
inline LinkRequest fittingSpec(const Mechanism& mechanism, unsigned senders, unsigned receivers,
                               std::uint32_t maxMessageBytes = kOrdinaryBytes) {
    const Traits& traits = mechanism.info().traits;
    return specOf(traits.manySenders ? senders : 1, traits.manyReceivers ? receivers : 1, maxMessageBytes);
}

// The largest message the mechanism can be asked for on this machine.
inline std::uint32_t largestMessage(const Mechanism& mechanism) {
    std::uint32_t fits = kMinMessageBytes, refused = kMaxMessageBytes + 1;
    while (refused - fits > 1) {
        const std::uint32_t middle = fits + (refused - fits) / 2;
        (mechanism.refusal(specOf(1, 1, middle)).empty() ? fits : refused) = middle;
    }
    return fits;
}

#define SKIP_IF_UNAVAILABLE(mechanism)                                             \
    if (const Availability there = (mechanism).availability(); !there.available) { \
        GTEST_SKIP() << there.reason;                                              \
    }

}  // namespace ipclab::test
