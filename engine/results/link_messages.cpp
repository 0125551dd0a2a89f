// What the launcher tells of links: what the system gave, and what became of a link without its owner.
#include <cstring>

#include "core/sentences.h"
#include "links/link_room.h"
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

void LinkResults::on(const StepTaken& message) {
    const Step& step = m_data.experiment.steps[message.step];
    const LinkSpec* link = findLink(m_data.experiment, step.link);
    if (link == nullptr) return;
    RunEvent event{.atNs = message.atNs,
                   .link = static_cast<std::uint32_t>(link - m_data.experiment.links.data()),
                   .kind = EventKind::Step,
                   .values = {{"do", "set"}}};
    for (const RoomField& field : kRoomFields) {
        if (const auto& asked = step.room.*field.member) event.add(field.name, *asked);
    }
    m_log.add(std::move(event));
}

// Nobody looks at the controls when a step is refused: the result is to say it.
void LinkResults::on(const LinkSet& message) {
    LinkData& link = m_data.links[message.link];
    const RoomField* field = findRoomField(message.what);
    if (field == nullptr) return;
    auto& asked = link.resizing.asked.*field->member;
    if (asked == message.asked) asked.reset();
    const bool refused = message.error != 0;
    RunEvent event{.atNs = message.atNs,
                   .link = message.link,
                   .kind = refused ? EventKind::Refused : EventKind::LinkSet,
                   .values = {{"what", message.what}, {"value", static_cast<std::int64_t>(message.asked)}}};
    link.resizing.refused.reset();
    if (refused) {
        const char* name = ::strerrorname_np(message.error);
        event.add("errno", name != nullptr ? std::string(name) : std::to_string(message.error));
        event.add("error", message.why);
        link.resizing.refused = event;
        if (message.byStep)
            m_data.warnings.push_back(
                say(Sentence::RoomRefused,
                    {{"link", link.name}, {"what", message.what}, {"asked", message.asked}, {"why", message.why}}));
    } else {
        givenOf(link.effective, *field) = message.given;
        event.add("given", static_cast<std::int64_t>(message.given.value_or(0)));
        event.add("by_step", message.byStep);
    }
    m_log.add(std::move(event));
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
