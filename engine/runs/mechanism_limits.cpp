#include "runs/mechanism_limits.h"

#include <algorithm>
#include <exception>

#include "links/message.h"

namespace ipclab {

namespace {

// As a document may ask for (resources/schema).
constexpr std::uint32_t kLongest = kMaxMessageBytes;

LinkRequest specWith(std::uint32_t messageBytes) {
    LinkRequest spec;
    spec.name = "limits";
    spec.maxMessageBytes = messageBytes;
    return spec;
}

bool carries(const Mechanism& mechanism, std::uint32_t messageBytes) {
    return mechanism.refusal(specWith(messageBytes)).empty();
}

// What is refused at a length is refused at every greater one.
std::optional<std::uint32_t> longestMessage(const Mechanism& mechanism) {
    if (!carries(mechanism, kMinMessageBytes)) return std::nullopt;
    if (carries(mechanism, kLongest)) return kLongest;
    std::uint32_t carried = kMinMessageBytes, refused = kLongest;
    while (refused - carried > 1) {
        const std::uint32_t middle = carried + (refused - carried) / 2;
        (carries(mechanism, middle) ? carried : refused) = middle;
    }
    return carried;
}

}  // namespace

MechanismLimits askLimits(const Mechanism& mechanism) {
    MechanismLimits limits;
    try {
        if (const Availability here = mechanism.availability(); !here.available) {
            limits.problem = here.reason;
            return limits;
        }
        const auto longest = longestMessage(mechanism);
        limits.largestMessageBytes = longest;
        limits.largestIsOurs = longest == kLongest;
        RunDirectory names(makeRunToken());
        const auto link = mechanism.create(specWith(std::min(kProbeMessageBytes, longest.value_or(0))), names);
        limits.given = link->effective();
        limits.access = accessOf(mechanism, *link);
    } catch (const std::exception& error) {
        limits.problem = error.what();
    }
    return limits;
}

}  // namespace ipclab
