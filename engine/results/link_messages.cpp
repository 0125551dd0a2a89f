// What the launcher tells of links: what the system gave, and what became of a link without its owner.
#include "core/sentences.h"
#include "links/registry.h"
#include "results/link_results.h"

namespace ipclab {

namespace {

// As they are sent: a send with one the system does not have fails, and none is changed on the way.
std::vector<unsigned> prioritiesOf(const LinkData& link, const LinkSpec& plan) {
    const Mechanism* mechanism = findMechanism(plan.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.ordering != Ordering::Priority) return {};
    return link.requested.priorities.empty() ? std::vector<unsigned>(plan.senders.size()) : link.requested.priorities;
}

}  // namespace

void LinkResults::on(const LinkCreated& message) {
    LinkData& link = m_data.links[message.link];
    link.effective = {message.capacityBytes,      message.capacityMessages,
                      message.maxMessageBytes,    message.sendBufferBytes,
                      message.receiveBufferBytes, prioritiesOf(link, m_data.experiment.links[message.link]),
                      tcpOfText(message.tcp)};
    // What the mechanism holds is not what counts where the ends count places of their own.
    const LinkRules rules = rulesOf(m_data.experiment.links[message.link]);
    if (rules.countsPlaces()) link.effective.capacityMessages = rules.places;
    warnOfDifferences(link);
}

void LinkResults::warnOfDifferences(const LinkData& link) {
    const auto differ = [&](Sentence other, Sentence unknown, const auto& asked, const auto& given) {
        if (!asked || asked == given) return;
        m_log.warn(given ? say(other, {{"link", link.name}, {"asked", *asked}, {"given", *given}})
                         : say(unknown, {{"link", link.name}, {"asked", *asked}}));
    };
    differ(Sentence::CapacityBytesGiven, Sentence::CapacityBytesUnknown, link.requested.capacityBytes,
           link.effective.capacityBytes);
    differ(Sentence::CapacityMessagesGiven, Sentence::CapacityMessagesUnknown, link.requested.capacityMessages,
           link.effective.capacityMessages);
    const auto buffer = [&](Sentence smaller, const auto& asked, const auto& given) {
        if (asked && given && *given != *asked)
            m_log.warn(say(smaller, {{"link", link.name}, {"asked", *asked}, {"given", *given}}));
    };
    buffer(Sentence::SendBufferGiven, link.requested.tcp.sendBufferBytes, link.effective.sendBufferBytes);
    buffer(Sentence::ReceiveBufferGiven, link.requested.tcp.receiveBufferBytes, link.effective.receiveBufferBytes);
    if (!link.requested.priorities.empty() && link.requested.priorities != link.effective.priorities)
        m_log.warn(say(Sentence::NoPriorities, {{"link", link.name}}));
}

void LinkResults::on(const LinkOwnerEnded& message) {
    RunEvent event{.atNs = message.atNs,
                   .process = message.process,
                   .link = message.link,
                   .kind = message.remains ? EventKind::LinkRemains : EventKind::LinkGone};
    if (message.queued) {
        event.add("queued", *message.queued);
        event.add("unit", message.unit);
    }
    m_log.add(std::move(event));
}

}  // namespace ipclab
