#include "report/run_words.h"

#include <set>

#include "bridge/event_words.h"
#include "models/figures.h"
#include "plot/units.h"
#include "report/common_parts.h"
#include "results/deadlocks.h"
#include "results/run_failures.h"
#include "runs/said.h"

#include "bridge/words.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostTold = 12;  // links or objects, each in a sentence

QString percent(double part, double whole) { return percentDigits(part / whole); }

}  // namespace

QString RunWords::observerText(const ObserverFacts& observer) {
    QString text = Words::observe(observer.level);
    if (observer.asked != observer.level && !observer.reason.empty())
        text += tr("; asked for was %1: %2").arg(Words::observe(observer.asked), said(observer.reason));
    return text + QStringLiteral(". ") + Words::observeTip(observer.level);
}

QString RunWords::costText(const ObserverFacts& observer) {
    if (observer.level == ObserveLevel::Off) return tr("nothing was observed");
    if (!observer.cost) return tr("not measured for this run; ipclab run --calibrate measures it");
    const ObserverCost& cost = *observer.cost;
    QString text =
        tr("observed it does %1 % of what it does unobserved (%2 to %3 %; %4 pairs of runs of %5 s)")
            .arg(plainDigits(100 * cost.ratio, 3), plainDigits(100 * cost.low, 3), plainDigits(100 * cost.high, 3))
            .arg(cost.pairs)
            .arg(plainDigits(cost.seconds, 2));
    if (cost.paced) text += tr("; a program keeps to a rate, and what observing takes hides in its pauses");
    return text;
}

QString RunWords::sourcesText(const RunData& data) {
    std::set<StateSource> sources;
    for (const ProcessData& process : data.processes) sources.insert(process.stateSource);
    QStringList names;
    for (const StateSource source : sources) names << Words::stateSource(source);
    return names.join(QStringLiteral("; "));
}

ReportFacts RunWords::method(const RunData& data) {
    ReportFacts facts;
    const Experiment& experiment = data.experiment;
    facts.rows.emplace_back(tr("Runs"),
                            tr("one; not repeated, and no warm-up was left out: the figures are of this run "
                               "alone and say nothing of how the next one would differ"));
    facts.rows.emplace_back(tr("Duration"), figureText(data.durationS(), QuantityUnit::Second));
    facts.rows.emplace_back(tr("Seed"), QString::number(experiment.seed));
    facts.rows.emplace_back(tr("Samples"),
                            tr("%1 a second, read from memory the processes share: it costs them no system call")
                                .arg(experiment.sampleHz.value_or(kUsualSampleHz)));
    facts.rows.emplace_back(tr("States observed"), observerText(data.observer));
    if (data.observer.level != ObserveLevel::Off) facts.rows.emplace_back(tr("Times in states"), sourcesText(data));
    facts.rows.emplace_back(tr("Cost of observing"), costText(data.observer));
    if (data.observer.lostEvents > 0) facts.rows.emplace_back(tr("Records lost"), countText(data.observer.lostEvents));
    std::set<std::uint32_t> stamps;
    for (const LinkData& link : data.links) stamps.insert(link.stampEvery);
    if (!stamps.empty() && *stamps.rbegin() > 1)
        facts.rows.emplace_back(tr("Latency"),
                                tr("at the sparsest one message in %1 carries its time").arg(*stamps.rbegin()));
    return facts;
}

ReportVerdict RunWords::ofLink(const LinkData& link) {
    const QString name = utf8(link.name);
    if (!link.messagesKnown())
        return {ReportVerdict::Kind::Open, tr("Over %1 nobody knows whether all arrived.").arg(name),
                tr("A command is at an end of it, and counts nothing.")};
    if (link.received == 0 && link.lost == 0)
        return {ReportVerdict::Kind::Open, tr("Over %1 no message was received.").arg(name), {}};
    if (link.corrupted > 0)
        return {ReportVerdict::Kind::Bad,
                tr("Over %1 %2 messages arrived damaged.").arg(name, countText(link.corrupted)),
                tr("Their bytes were not those that were sent.")};
    QStringList wrong;
    if (link.lost > 0)
        wrong << tr("%1 of %2 were lost (%3 %)")
                     .arg(countText(link.lost), countText(link.expected()),
                          percent(static_cast<double>(link.lost), static_cast<double>(link.expected())));
    if (link.duplicated > 0) wrong << tr("%1 arrived more than once").arg(countText(link.duplicated));
    if (link.reordered > 0) wrong << tr("%1 arrived out of order").arg(countText(link.reordered));
    if (!wrong.isEmpty()) {
        const bool natural = link.mayLose() || link.lost == 0;
        return {
            natural ? ReportVerdict::Kind::Open : ReportVerdict::Kind::Bad,
            tr("Of the messages over %1 %2.").arg(name, wrong.join(QStringLiteral(", "))),
            link.mayLose() ? tr("The link may lose, repeat or reorder messages: that is how it was set.") : QString()};
    }
    QString reason;
    if (link.underWay() > 0) reason = tr("%1 more were still under way at the end.").arg(countText(link.underWay()));
    return {ReportVerdict::Kind::Good,
            tr("All %1 messages received over %2 came once, in order and undamaged; none was lost.")
                .arg(countText(link.received), name),
            reason};
}

ReportVerdict RunWords::ofShared(const SharedData& shared) {
    const QString name = utf8(shared.name);
    if (shared.kind == SharedKind::Counter) {
        const QString done = countText(shared.figures.allRounds());
        if (shared.lost() > 0)
            return {ReportVerdict::Kind::Bad,
                    tr("Of %1 updates of %2 %3 were lost.").arg(done, name, countText(shared.lost())),
                    tr("Two processes changed it at once: a race.")};
        return {ReportVerdict::Kind::Good, tr("None of %1 updates of %2 was lost.").arg(done, name), {}};
    }
    if (shared.figures.early > 0)
        return {ReportVerdict::Kind::Bad,
                tr("At %1 %2 went on before it was their turn.").arg(name, countText(shared.figures.early)),
                {}};
    return {ReportVerdict::Kind::Good, tr("At %1 nobody went on before it was its turn.").arg(name), {}};
}

ReportVerdict RunWords::ofEnds(const RunData& data) {
    const auto failures = failuresOf(data);
    if (failures.empty())
        return {ReportVerdict::Kind::Good, tr("No process failed (%1 took part).").arg(data.processes.size()), {}};
    QStringList names;
    for (const ProcessFailure& failure : failures) names << utf8(data.processes.at(failure.process).name);
    return {ReportVerdict::Kind::Bad, tr("These processes failed: %1.").arg(names.join(QStringLiteral(", "))),
            utf8(failures.front().text)};
}

std::vector<ReportBlock> RunWords::verdicts(const RunData& data) {
    std::vector<ReportBlock> blocks;
    for (std::size_t i = 0; i < data.links.size() && i < kMostTold; ++i) blocks.emplace_back(ofLink(data.links[i]));
    for (std::size_t i = 0; i < data.shared.size() && i < kMostTold; ++i) blocks.emplace_back(ofShared(data.shared[i]));
    if (const auto deadlocks = deadlocksOf(data); !deadlocks.empty()) {
        QStringList waits;
        for (const DeadlockWait& wait : deadlocks.front().cycle) waits << EventWords::waitText(wait);
        blocks.emplace_back(ReportVerdict{ReportVerdict::Kind::Bad, tr("Processes waited for each other: a deadlock."),
                                          waits.join(QStringLiteral("; "))});
    }
    blocks.emplace_back(ofEnds(data));
    return blocks;
}

}  // namespace ipclab
