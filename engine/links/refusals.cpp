#include "links/refusals.h"

#include "links/message.h"

namespace ipclab {

std::string refusedLink(const LinkRequest& spec, const std::string& why) {
    return say(Sentence::LinkRefused, {{"link", spec.name}, {"refusal_why", why}});
}

std::string aboveLaboratory(const LinkRequest& spec) {
    if (spec.maxMessageBytes <= kMaxMessageBytes) return {};
    return refusedLink(spec,
                       say(Sentence::AboveLaboratory, {{"bytes", spec.maxMessageBytes}, {"most", kMaxMessageBytes}}));
}

std::string capacityInBytesRefusal(const LinkRequest& spec, Sentence countsMessages) {
    if (!spec.capacityBytes) return {};
    return refusedLink(
        spec, say(Sentence::CountsMessages, {{"bytes", *spec.capacityBytes}, {"counted_why", say(countsMessages)}}));
}

std::string capacityInMessagesRefusal(const LinkRequest& spec, Sentence countsBytes) {
    if (!spec.capacityMessages) return {};
    return refusedLink(
        spec, say(Sentence::CountsBytes, {{"count", *spec.capacityMessages}, {"counted_why", say(countsBytes)}}));
}

std::string aboveSystemLimit(const std::string& asked, const std::string& limit, std::uint64_t has,
                             std::uint64_t wanted) {
    return say(Sentence::AboveSystemLimit, {{"asked_why", asked},
                                            {"limit_name", limit},
                                            {"limit", has},
                                            {"setting", limit + "=" + std::to_string(wanted)}});
}

}  // namespace ipclab
