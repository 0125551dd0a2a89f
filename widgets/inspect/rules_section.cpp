#include "inspect/rules_section.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/words.h"
#include "inspect/fact_list.h"
#include "inspect/section.h"
#include "models/figures.h"

namespace ipclab {
namespace {

// More of them are in the exported data.
constexpr int kMostDeliveries = 24;

QString bufferText(const LinkRules& rules) {
    switch (rules.buffering) {
        case Buffering::Rendezvous:
            return RulesSection::tr("none: a rendezvous");
        case Buffering::Bounded:
            return RulesSection::tr("at most %1").arg(Words::messages(rules.places));
        case Buffering::Unbounded:
            return RulesSection::tr("unbounded, up to %1 a sender").arg(bytesText(rules.limitBytes));
        case Buffering::Mechanism:
            break;
    }
    return RulesSection::tr("what the mechanism holds");
}

QString namingText(Naming naming) {
    if (naming == Naming::Direct) return RulesSection::tr("each names the other");
    if (naming == Naming::Asymmetric) return RulesSection::tr("the receiver learns who sent");
    return RulesSection::tr("both name the link");
}

QString policyText(ReceivePolicy policy) {
    switch (policy) {
        case ReceivePolicy::TwoOnly:
            return RulesSection::tr("two processes only");
        case ReceivePolicy::OneAtATime:
            return RulesSection::tr("one at a time");
        case ReceivePolicy::RoundRobin:
            return RulesSection::tr("in turn");
        case ReceivePolicy::System:
            break;
    }
    return RulesSection::tr("whom the system picks");
}

QString ownerText(const std::string& owner) {
    if (owner.empty()) return RulesSection::tr("the run");
    return owner == kSystemOwner ? RulesSection::tr("the system") : QString::fromStdString(owner);
}

// In the middle of the first receives of all its ends.
std::optional<Nanoseconds> median(const LinkData& link, Nanoseconds ReceiveRecord::*until) {
    std::vector<Nanoseconds> times;
    for (const PortData& port : link.ports) {
        for (const ReceiveRecord& call : port.calls) times.push_back(call.*until - call.calledNs);
    }
    if (times.empty()) return std::nullopt;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    return *middle;
}

}  // namespace

RulesSection::RulesSection(QWidget* parent)
    : QWidget(parent),
      m_heading(sectionHeading(this)),
      m_rules(new FactList(this)),
      m_deliveryHeading(sectionHeading(this)),
      m_deliveries(new FactList(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_heading);
    column->addWidget(m_rules);
    column->addWidget(m_deliveryHeading);
    column->addWidget(m_deliveries);
    for (int i = 0; i <= UntilMessage; ++i) m_rules->addFact();
    retranslate();
}

void RulesSection::retranslate() {
    m_heading->setText(tr("Rules"));
    m_rules->setName(Buffer, tr("Buffer"), tr("How many messages may be under way before a sender waits."));
    m_rules->setName(Named, tr("Naming"), tr("How sender and receiver name each other."));
    m_rules->setName(Receives, tr("Receives next"), tr("Who of several receivers gets the next message."));
    m_rules->setName(Owner, tr("Owner"), tr("With whom the link goes, and what is queued in it."));
    m_rules->setName(InCall, tr("In the first call (median)"),
                     tr("Of the first receives: from asking for a message until that call came back, with it or "
                        "without."));
    m_rules->setName(UntilMessage, tr("Until the message (median)"),
                     tr("Of the first receives: from asking for a message until the program had it."));
    m_deliveryHeading->setText(tr("Who received from whom"));
}

void RulesSection::show(const RunData& run, std::uint32_t link) {
    showRules(run.experiment.links[link]);
    showReceives(run.links[link]);
    showDeliveries(run, run.links[link]);
}

void RulesSection::showRules(const LinkSpec& plan) {
    const LinkRules rules = rulesOf(plan);
    m_rules->setValue(Buffer, bufferText(rules));
    m_rules->setValue(Named, namingText(rules.naming));
    m_rules->setRowShown(Receives, plan.receivers.size() > 1 || rules.policy != ReceivePolicy::System);
    m_rules->setValue(Receives, policyText(rules.policy));
    m_rules->setValue(Owner, ownerText(plan.owner));
}

void RulesSection::showReceives(const LinkData& link) {
    const auto inCall = median(link, &ReceiveRecord::returnedNs), until = median(link, &ReceiveRecord::completedNs);
    m_rules->setRowShown(InCall, inCall.has_value());
    m_rules->setRowShown(UntilMessage, until.has_value());
    if (inCall) m_rules->setValue(InCall, durationText(*inCall));
    if (until) m_rules->setValue(UntilMessage, durationText(*until));
}

void RulesSection::showDeliveries(const RunData& run, const LinkData& link) {
    std::vector<std::string> senders;
    for (const PortData& port : link.ports) {
        if (port.role == PortRole::Sender) senders.push_back(run.processes[port.process].name);
    }
    int row = 0;
    for (const PortData& port : link.ports) {
        if (link.ports.size() < 3 || port.fromSenders.size() != senders.size()) continue;
        for (std::size_t i = 0; i < senders.size() && row < kMostDeliveries; ++i, ++row) {
            if (row == m_deliveryRows) {
                m_deliveries->addFact();
                ++m_deliveryRows;
            }
            m_deliveries->setRowShown(row, true);
            m_deliveries->setName(
                row, QStringLiteral("%1 → %2").arg(QString::fromStdString(senders[i]),
                                                   QString::fromStdString(run.processes[port.process].name)));
            m_deliveries->setValue(row, countText(port.fromSenders[i]));
        }
    }
    for (int hidden = row; hidden < m_deliveryRows; ++hidden) m_deliveries->setRowShown(hidden, false);
    m_deliveryHeading->setVisible(row > 0);
    m_deliveries->setVisible(row > 0);
}

}  // namespace ipclab
