#include "canvas/canvas_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "bridge/words.h"
#include "document/experiment_json.h"
#include "plot/state_palette.h"
#include "plot/units.h"
#include "results/link_sources.h"
#include "results/link_totals.h"
#include "results/process_totals.h"
#include "runs/said.h"

namespace ipclab {
namespace {

struct CanvasWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::CanvasWords)
};

QString amount(double value, DepthUnit unit) {
    return unit == DepthUnit::Bytes ? formatQuantity(value, QStringLiteral("B")) : QLocale().toString(value, 'f', 0);
}

// What stands in the box before anything flows: the size it will have, as far as the document says.
QString askedCapacity(const LinkSpec& link) {
    if (link.capacityMessages == 0U) return CanvasWords::tr("no room: a rendezvous");
    if (link.capacityMessages) return Words::messages(*link.capacityMessages);
    if (link.capacityBytes) return amount(static_cast<double>(*link.capacityBytes), DepthUnit::Bytes);
    return link.unbounded ? CanvasWords::tr("unbounded") : CanvasWords::tr("default capacity");
}

QString fillText(const LinkData& link, double queued) {
    if (Words::isRendezvous(link)) return CanvasWords::tr("no room: a rendezvous");
    if (!link.depthCapacity) return CanvasWords::tr("%1 queued").arg(amount(queued, link.depthUnit));
    const auto capacity = static_cast<double>(*link.depthCapacity);
    if (link.depthUnit == DepthUnit::Messages) {
        const QString full = amount(queued, link.depthUnit);
        return link.depthCapacity == 1U
                   ? CanvasWords::tr("%1 of 1 message").arg(full)
                   : CanvasWords::tr("%1 of %2 messages").arg(full, amount(capacity, link.depthUnit));
    }
    return CanvasWords::tr("%1 of %2").arg(amount(queued, link.depthUnit), amount(capacity, link.depthUnit));
}

void setShares(NodeContent& look, const ProcessData& process, const RunData& data) {
    if (process.lane.empty() || process.endedNs != 0) return;
    const Nanoseconds end = data.sampledNs, begin = end - kNsPerSecond;
    const StateTimes times = process.lane.totals(begin, end);
    for (std::size_t i = 0; i < times.size(); ++i) {
        look.shares[i] = static_cast<int>(times[i] * 1000 / kNsPerSecond);
    }
}

// What has gone through in all, once the run has ended.
QString totalText(const LinkData& link, const RunData& data) {
    const LinkTotals totals = linkTotals(data, link);
    if (totals.received) {
        return CanvasWords::tr("%1 received").arg(amount(static_cast<double>(*totals.received), DepthUnit::Messages));
    }
    if (totals.bytes) {
        return CanvasWords::tr("%1 in all").arg(amount(static_cast<double>(*totals.bytes), DepthUnit::Bytes));
    }
    return CanvasWords::tr("not known");
}

// Nothing where nothing is known: never a zero. Of a burst how long it took: its rate would be that of a moment.
QString flowText(const LinkData& link, const RunData& data) {
    if (const auto seconds = data.endNs != 0 ? burstS(data, link) : std::nullopt)
        return CanvasWords::tr("within %1").arg(formatQuantity(*seconds, QStringLiteral("s")));
    const bool inMessages = link.flowsInMessages();
    const auto text = [&](double rate) {
        return inMessages ? CanvasWords::tr("%1 messages/s").arg(formatQuantity(rate, QString()))
                          : formatQuantity(rate, QStringLiteral("B/s"));
    };
    const auto rate = inMessages ? messageRate(data, link) : byteRate(data, link);
    return rate ? text(*rate) : QString();
}

}  // namespace

namespace {

void layOver(NodeContent& look, const ProcessData& process, const RunData& data) {
    look.launched = process.pid != 0;
    look.ended = process.endedNs != 0 || !process.failure.empty();
    look.state = process.state;
    if (look.launched) look.pid = CanvasWords::tr("pid %1").arg(process.pid);
    look.trouble = Words::endedBadly(process);
    if (look.ended) {
        look.detail = Words::ending(process);
        look.reason = look.pid;
        if (look.trouble && !process.lastWords.empty()) look.reason = QString::fromStdString(process.lastWords.back());
        if (!process.failure.empty()) look.reason = said(process.failure);
        look.pid.clear();
        return;
    }
    if (look.launched) look.detail = StatePalette::name(process.state);
    if (process.paused) look.detail = CanvasWords::tr("paused");
    if (look.launched) look.reason = Words::waitsFor(process, data);
    setShares(look, process, data);
}

// The gravest of what went wrong, as a number: loss with its share.
QString problemOf(const LinkData& link) {
    const auto count = [](std::uint64_t value) { return formatQuantity(static_cast<double>(value), QString()); };
    if (link.corrupted > 0) return CanvasWords::tr("%1 corrupted").arg(count(link.corrupted));
    if (link.lost > 0) {
        const double share = static_cast<double>(link.lost) / static_cast<double>(link.expected());
        return CanvasWords::tr("%1 lost: %2 %").arg(count(link.lost), percentDigits(share));
    }
    return link.duplicated > 0 ? CanvasWords::tr("%1 repeated").arg(count(link.duplicated)) : QString();
}

void layOver(LinkContent& look, const LinkData& link, const RunData& data) {
    look.problem = link.counted ? problemOf(link) : QString();
    look.trouble = !look.problem.isEmpty();
    if (data.startNs == 0) return;
    const auto told = newest(link.systemDepth);
    const double queued = data.endNs != 0 ? 0 : told.value_or(0);
    if (data.endNs == 0 && !told && !link.systemDepth.empty()) {
        look.fill = CanvasWords::tr("not known");  // any more: who could tell is gone
    } else if (data.endNs == 0) {
        look.fill = fillText(link, queued);
        if (link.depthCapacity && *link.depthCapacity > 0 && !Words::isRendezvous(link)) {
            look.permille =
                static_cast<int>(std::clamp(queued / static_cast<double>(*link.depthCapacity), 0.0, 1.0) * 1000);
        }
    } else {
        look.fill = totalText(link, data);
    }
    look.flow = flowText(link, data);
    if (!link.counted) look.source = Words::source(bytesSource(data, link));
}

}  // namespace

namespace {

// The members' states, summed; what only one can say is told where they all say it.
void layOverGroup(NodeContent& look, const std::vector<const ProcessData*>& processes, const RunData& run) {
    std::vector<NodeContent> looks(processes.size(), look);
    for (std::size_t i = 0; i < processes.size(); ++i) layOver(looks[i], *processes[i], run);
    look.ended = std::ranges::all_of(looks, &NodeContent::ended);
    const bool sameReason = std::ranges::all_of(
        looks, [&](const NodeContent& one) { return one.launched && one.reason == looks.front().reason; });
    if (sameReason && !look.ended) look.reason = looks.front().reason;
    for (const NodeContent& one : looks) {
        look.launched = look.launched || one.launched;
        if (one.trouble && !look.trouble) look.reason = one.reason.isEmpty() ? one.detail : one.reason;
        look.trouble = look.trouble || one.trouble;
        if (one.launched) ++look.members[static_cast<std::size_t>(one.state)];
        for (std::size_t i = 0; i < look.shares.size(); ++i) look.shares[i] += one.shares[i];
    }
    for (int& share : look.shares) share /= static_cast<int>(looks.size());
    if (look.launched) look.detail.clear();
    look.state = static_cast<ProcessState>(std::ranges::max_element(look.members) - look.members.begin());
}

}  // namespace

NodeContent lookOf(const ProcessSpec& spec, const std::vector<const ProcessData*>& processes, const RunData& run) {
    NodeContent look;
    look.name = QString::fromStdString(spec.name);
    look.isGroup = spec.copies > 1;
    if (look.isGroup) look.name += QStringLiteral(" ×%1").arg(spec.copies);
    look.detail = spec.startsLater ? CanvasWords::tr("starts later") : CanvasWords::tr("not started");
    look.reason = Words::program(spec.program);
    if (look.isGroup && !processes.empty())
        layOverGroup(look, processes, run);
    else if (!processes.empty())
        layOver(look, *processes.front(), run);
    return look;
}

LinkContent lookOf(const LinkSpec& plan, const LinkData* link, const RunData& run) {
    LinkContent look;
    if (!hasDefaultName(plan)) look.name = QString::fromStdString(plan.name);  // the wires say the other
    look.mechanism = Words::mechanism(plan.mechanism);
    look.fill = askedCapacity(plan);
    if (link != nullptr && link->mechanism == plan.mechanism) layOver(look, *link, run);
    return look;
}

}  // namespace ipclab
