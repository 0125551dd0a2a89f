#include "run_charts/run_curves.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "bridge/words.h"

namespace ipclab {
namespace {

QString nameOf(const auto& owner) { return QString::fromStdString(owner.name); }

// With one link its name says nothing new.
QString curveName(const RunData& run, const LinkData& link, const QString& what) {
    return run.links.size() == 1 ? what : QStringLiteral("%1 · %2").arg(nameOf(link), what);
}

struct Percentile {
    const char* name;
    TimeSeries LinkData::*response;
    TimeSeries LinkData::*transit;
    Qt::PenStyle ofSeveral;  // one link: a colour for each; several: a colour for a link, a dash for each
};

constexpr std::array<Percentile, 4> kPercentiles{{{"p50", &LinkData::p50Ns, &LinkData::transitP50Ns, Qt::SolidLine},
                                                  {"p90", &LinkData::p90Ns, &LinkData::transitP90Ns, Qt::DashDotLine},
                                                  {"p99", &LinkData::p99Ns, &LinkData::transitP99Ns, Qt::DashLine},
                                                  {"p99.9", &LinkData::p999Ns, &LinkData::transitP999Ns, Qt::DotLine}}};
constexpr std::size_t kOfSeveral = 3;  // p99.9 of several could not be told apart

}  // namespace

// As plot/units.h knows it; words in the language of the program.
QString RunCurves::unitText(QuantityUnit unit) {
    if (unit == QuantityUnit::Share) return QStringLiteral("share");
    if (unit == QuantityUnit::Messages) return tr("messages");
    if (unit == QuantityUnit::MessagePerSecond) return tr("messages/s");
    const std::string_view text = symbol(unit);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

ChartContent RunCurves::ofQuantity(const RunData& run, QuantityOwner owner, std::string_view id,
                                   const QString& beside) {
    const Quantity* quantity = findQuantity(owner, id);
    assert(quantity != nullptr && quantity->series != nullptr);
    ChartContent content{.beside = beside};
    for (const QuantityOf& of : ownersIn(run, owner)) {
        if (content.curves.size() == kMostOfAQuantity) break;
        content.curves.push_back({.name = QString::fromStdString(ipclab::nameOf(run, of)),
                                  .series = quantity->seriesOf(run, of),
                                  .colorIndex = static_cast<int>(content.curves.size()),
                                  .unit = unitText(unitOf(*quantity, run, of))});
    }
    return content;
}

ChartContent RunCurves::ofChoice(const RunData& run, const QuantityChoice& choice) {
    ChartContent content = ofQuantity(run, choice.quantity->owner, choice.quantity->id, ownersText(choice));
    if (choice.of != QuantityChoice::Of::One) return content;
    const QString name = QString::fromStdString(choice.name);
    std::erase_if(content.curves, [&](const Curve& curve) { return curve.name != name; });
    return content;
}

QString RunCurves::sumName(QuantityOwner owner) {
    if (owner == QuantityOwner::Process) return tr("all processes");
    if (owner == QuantityOwner::Link) return tr("all links");
    if (owner == QuantityOwner::Shared) return tr("all shared objects");
    if (owner == QuantityOwner::Processor) return tr("all processors");
    return tr("all together");
}

QString RunCurves::ownersText(const QuantityChoice& choice) {
    if (choice.of == QuantityChoice::Of::Sum) return tr("sum over %1").arg(sumName(choice.quantity->owner));
    if (choice.of == QuantityChoice::Of::One) return {};
    if (choice.quantity->owner == QuantityOwner::Process) return tr("of each process");
    if (choice.quantity->owner == QuantityOwner::Link) return tr("of each link");
    if (choice.quantity->owner == QuantityOwner::Shared) return tr("of each shared object");
    if (choice.quantity->owner == QuantityOwner::Processor) return tr("of each processor");
    return tr("of each");
}

ChartContent RunCurves::throughput(const RunData& run) {
    const bool intoCommand = std::ranges::any_of(
        run.links, [](const LinkData& link) { return link.foreignReceiver && !link.foreignSender; });
    const bool inMessages = std::ranges::all_of(run.links, &LinkData::flowsInMessages);
    return ofQuantity(
        run, QuantityOwner::Link, inMessages ? "messages_per_s" : "bytes_per_s",
        intoCommand ? tr("received, into a command sent, over ≥ 20 messages") : tr("received, over ≥ 20 messages"));
}

// What the counters tell first: where the system counts bytes, its unit is the second.
ChartContent RunCurves::depth(const RunData& run) {
    ChartContent content{.beside = tr("waiting in the link")};
    for (std::size_t i = 0; i < run.links.size(); ++i) addCountedDepth(run, i, content.curves);
    for (const DepthUnit unit : {DepthUnit::Messages, DepthUnit::Bytes}) {
        for (std::size_t i = 0; i < run.links.size(); ++i)
            if (run.links[i].depthUnit == unit) addSystemDepth(run, i, content.curves);
    }
    return content;
}

void RunCurves::addCountedDepth(const RunData& run, std::size_t index, std::vector<Curve>& curves) {
    const LinkData& link = run.links[index];
    if (!link.counted) return;
    curves.push_back({.name = run.links.size() == 1 ? tr("counted") : nameOf(link),
                      .series = &link.depthMessages,
                      .colorIndex = static_cast<int>(index),
                      .unit = tr("messages"),
                      .stepped = true});
}

void RunCurves::addSystemDepth(const RunData& run, std::size_t index, std::vector<Curve>& curves) {
    const LinkData& link = run.links[index];
    const bool alone = run.links.size() == 1;
    const bool bytes = link.depthUnit == DepthUnit::Bytes;
    curves.push_back({.name = curveName(run, link, tr("system")),
                      .series = &link.systemDepth,
                      .colorIndex = static_cast<int>(alone && link.counted ? 1 : index),
                      .style = link.counted ? Qt::DashLine : Qt::SolidLine,
                      .unit = bytes ? QStringLiteral("B") : tr("messages"),
                      .stepped = true});
}

ChartContent RunCurves::calls(const RunData& run) {
    ChartContent content{.beside = tr("so far")};
    int color = 0;
    for (const LinkData& link : run.links) {
        if (!link.calls) continue;
        const auto add = [&](const QString& what, const TimeSeries& series, Qt::PenStyle style) {
            content.curves.push_back({.name = QStringLiteral("%1 · %2").arg(nameOf(link), what),
                                      .series = &series,
                                      .colorIndex = color,
                                      .style = style,
                                      .unit = tr("calls")});
        };
        add(tr("executed"), link.callsExecuted, Qt::SolidLine);
        add(tr("answered"), link.callsAnswered, Qt::DashLine);
        ++color;
    }
    return content;
}

ChartContent RunCurves::queueLengths(const RunData& run) {
    const QueueLengths& queues = run.queues;
    ChartContent content{.beside = tr("mean of each tenth of a second")};
    const auto add = [&](const QString& name, const TimeSeries& series, int color, Qt::PenStyle style) {
        content.curves.push_back(
            {.name = name, .series = &series, .colorIndex = color, .style = style, .unit = tr("processes")});
    };
    if (!queues.runnable.empty()) {
        add(tr("ready or running"), queues.runnable, 0, Qt::SolidLine);
    } else {
        add(tr("running"), queues.running, 0, Qt::SolidLine);
        add(tr("ready"), queues.ready, 1, Qt::SolidLine);
    }
    add(tr("waiting"), queues.waiting, 2, Qt::SolidLine);
    int color = 3;
    for (std::size_t i = 1; i < queues.waitingFor.size(); ++i) {
        if (!queues.waitingFor[i]) continue;
        const QString what = Words::waitsFor({static_cast<WaitReason>(i), kNoIndex}, run);
        add(tr("waiting for %1").arg(what), *queues.waitingFor[i], color++, Qt::DashLine);
    }
    return content;
}

ChartContent RunCurves::latency(const RunData& run) {
    ChartContent content{.beside = tr("one way")};
    for (std::size_t i = 0; i < run.links.size(); ++i) {
        if (run.links[i].tellsLatency()) addLatency(run, i, content.curves);
    }
    return content;
}

ChartContent RunCurves::latencies(const RunData& run) {
    ChartContent content{.beside = tr("one way")};
    for (std::size_t i = 0; i < run.links.size(); ++i) {
        if (!run.links[i].tellsLatency()) continue;
        content.latencies.push_back({.name = run.links.size() == 1 ? QString() : nameOf(run.links[i]),
                                     .history = &run.links[i].latencies,
                                     .colorIndex = static_cast<int>(i)});
    }
    return content;
}

void RunCurves::addLatency(const RunData& run, std::size_t index, std::vector<Curve>& curves) {
    const LinkData& link = run.links[index];
    const bool alone = run.links.size() == 1;
    const bool both = !link.transitP50Ns.empty();
    const auto add = [&](const QString& name, const TimeSeries& series, std::size_t i, Qt::PenStyle style) {
        curves.push_back({.name = curveName(run, link, name),
                          .series = &series,
                          .colorIndex = static_cast<int>(alone ? i : index),
                          .style = style,
                          .unit = QStringLiteral("ns")});
    };
    for (std::size_t i = 0; i < (alone && !both ? kPercentiles.size() : kOfSeveral); ++i) {
        const Percentile& percentile = kPercentiles[i];
        const QString name = QString::fromLatin1(percentile.name);
        const Qt::PenStyle style = alone ? Qt::SolidLine : percentile.ofSeveral;
        add(both ? tr("response %1").arg(name) : name, link.*percentile.response, i, style);
        if (both) add(tr("transit %1").arg(name), link.*percentile.transit, i, Qt::DotLine);
    }
}

}  // namespace ipclab
