// TCP's choices: made of links over TCP alone, once for a connection, and only as this system has them.
#include <algorithm>

#include "document/validation_rules.h"
#include "links/registry.h"
#include "links/tcp_choices.h"

namespace ipclab {

namespace {

// The fields that say something else than what holds without them.
std::vector<std::string_view> chosenFields(const TcpChoices& choices) {
    const TcpChoices usual;
    std::vector<std::string_view> fields;
    if (choices.nagle != usual.nagle) fields.emplace_back("nagle");
    if (choices.delayedAck != usual.delayedAck) fields.emplace_back("delayed_ack");
    if (choices.keepAlive) fields.emplace_back("keep_alive");
    if (!choices.congestion.empty()) fields.emplace_back("congestion");
    if (choices.sendBufferBytes) fields.emplace_back("send_buffer_bytes");
    if (choices.receiveBufferBytes) fields.emplace_back("receive_buffer_bytes");
    if (choices.writes != usual.writes) fields.emplace_back("writes_per_message");
    return fields;
}

std::string overTcp() {
    std::vector<std::string_view> ids;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (mechanism->info().traits.tcp) ids.push_back(mechanism->info().id);
    }
    return listed(ids);
}

void reviewCongestion(Review& review, const std::string& name, const std::string& at) {
    if (name.empty()) return;
    const std::vector<std::string> known = congestionControls();
    if (std::ranges::find(known, name) != known.end()) return;
    const Sentence why =
        mayChooseAnyCongestionControl() ? Sentence::NoCongestionControl : Sentence::CongestionControlForbidden;
    review.lacks(
        at + "/congestion", why,
        {{"quoted", quote(name)}, {"others", listed(std::vector<std::string_view>(known.begin(), known.end()))}});
}

// The ends of our own programs part messages and hurry acknowledgements; a command makes its own calls.
void reviewCommandsChoices(Review& review, const LinkSpec& link, const std::string& at) {
    if (!review.hasForeignEnd(link)) return;
    if (!link.tcp.delayedAck) review.error(at + "/delayed_ack", Sentence::CommandMakesOwnCalls);
    if (link.tcp.writes != 1) review.error(at + "/writes_per_message", Sentence::CommandMakesOwnCalls);
}

}  // namespace

void reviewTcp(Review& review, const LinkSpec& link, const std::string& at) {
    const auto fields = chosenFields(link.tcp);
    if (fields.empty()) return;
    const std::string first = at + "/" + std::string(fields.front());
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism != nullptr && !mechanism->info().traits.tcp) {
        return review.error(first, Sentence::NoTcpHere, {{"mechanism", link.mechanism}, {"others", overTcp()}});
    }
    if (!link.reverseOf.empty()) {
        return review.error(first, Sentence::ChoicesAreThere, {{"quoted", quote(link.reverseOf)}});
    }
    if (link.capacityBytes && (link.tcp.sendBufferBytes || link.tcp.receiveBufferBytes)) {
        review.error(at + (link.tcp.sendBufferBytes ? "/send_buffer_bytes" : "/receive_buffer_bytes"),
                     Sentence::BufferAndCapacity);
    }
    reviewCongestion(review, link.tcp.congestion, at);
    reviewCommandsChoices(review, link, at);
}

}  // namespace ipclab
