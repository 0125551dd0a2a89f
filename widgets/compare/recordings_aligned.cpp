#include "compare/recordings_aligned.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "bridge/event_words.h"
#include "bridge/quantity_words.h"
#include "bridge/words.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr std::array<QuantityOwner, 6> kOwnersCompared{QuantityOwner::Run,    QuantityOwner::Link,
                                                       QuantityOwner::End,    QuantityOwner::Process,
                                                       QuantityOwner::Shared, QuantityOwner::Processor};

const RunEvent* firstEvent(const RunData& run, const RunAlignment& alignment) {
    const auto found = std::ranges::find_if(run.events, [&](const RunEvent& event) {
        if (event.kind != alignment.kind) return false;
        const bool ofOne = event.process && *event.process < run.processes.size();
        return ofOne ? run.processes[*event.process].name == alignment.process : alignment.process.empty();
    });
    return found == run.events.end() ? nullptr : &*found;
}

Nanoseconds startOf(const RunData& run) { return run.startNs != 0 ? run.startNs : run.originNs(); }

std::string processOf(const RunEvent& event, const RunData& run) {
    return event.process && *event.process < run.processes.size() ? run.processes[*event.process].name : std::string();
}

}  // namespace

std::optional<double> AlignedFigure::difference(std::size_t run) const {
    if (run == 0 || !values[0] || !values[run]) return std::nullopt;
    return asDouble(*values[run]) - asDouble(*values[0]);
}

std::optional<double> AlignedFigure::ratio(std::size_t run) const {
    if (run == 0 || !values[0] || !values[run] || asDouble(*values[0]) == 0) return std::nullopt;
    const double ratio = asDouble(*values[run]) / asDouble(*values[0]);
    return std::isfinite(ratio) ? std::optional(ratio) : std::nullopt;
}

QString AlignedRuns::letter(std::size_t run) { return QString(QChar(static_cast<char16_t>(u'A' + run))); }

QString AlignedRuns::title(std::size_t run) const { return QStringLiteral("%1: %2").arg(letter(run), runs[run].name); }

std::vector<AlignedRuns::Choice> AlignedRuns::choices() const {
    std::vector<Choice> choices{{{}, tr("their starts")}};
    if (runs.empty()) return choices;
    const RunData& first = *runs.front().data;
    for (const RunEvent& event : first.events) {
        if (!marksCharts(event)) continue;
        const RunAlignment at{RunAlignment::At::Event, event.kind, processOf(event, first)};
        const bool known = std::ranges::any_of(choices, [&](const Choice& it) { return it.alignment == at; });
        const bool all =
            std::ranges::all_of(runs, [&](const AlignedRun& run) { return firstEvent(*run.data, at) != nullptr; });
        if (known || !all) continue;
        const QString words = EventWords::text(event, first);
        const QString who = QString::fromStdString(at.process);
        choices.push_back(
            {at, who.isEmpty() ? tr("first event: %1").arg(words) : tr("first event of %1: %2").arg(who, words)});
    }
    choices.push_back({{RunAlignment::At::ByHand, EventKind::Unknown, {}}, tr("a moment chosen in each")});
    return choices;
}

std::optional<Nanoseconds> AlignedRuns::foundZero(std::size_t run) const {
    const AlignedRun& it = runs[run];
    if (alignment.at == RunAlignment::At::ByHand) return it.byHandNs != 0 ? std::optional(it.byHandNs) : std::nullopt;
    if (alignment.at == RunAlignment::At::Start) return startOf(*it.data);
    const RunEvent* event = firstEvent(*it.data, alignment);
    return event == nullptr ? std::nullopt : std::optional(event->atNs);
}

bool AlignedRuns::hasZero(std::size_t run) const { return foundZero(run).has_value(); }

Nanoseconds AlignedRuns::zeroOf(std::size_t run) const { return foundZero(run).value_or(startOf(*runs[run].data)); }

Nanoseconds AlignedRuns::shiftOf(std::size_t run) const { return run == 0 ? 0 : zeroOf(0) - zeroOf(run); }

std::pair<Nanoseconds, Nanoseconds> AlignedRuns::span() const {
    std::pair<Nanoseconds, Nanoseconds> span{0, 0};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const RunData& run = *runs[i].data;
        const Nanoseconds begin = startOf(run) + shiftOf(i);
        const Nanoseconds end = std::max(run.endNs != 0 ? run.endNs : run.sampledNs, startOf(run)) + shiftOf(i);
        span.first = i == 0 ? begin : std::min(span.first, begin);
        span.second = i == 0 ? end : std::max(span.second, end);
    }
    return span;
}

void AlignedRuns::addDifferent(QStringList& found, const QString& what, const QStringList& values) const {
    if (std::ranges::all_of(values, [&](const QString& value) { return value == values.front(); })) return;
    QStringList parts;
    for (qsizetype i = 0; i < values.size(); ++i)
        parts << QStringLiteral("%1 %2").arg(letter(static_cast<std::size_t>(i)),
                                             values[i].isEmpty() ? tr("not known") : values[i]);
    found << tr("Not the same %1: %2.").arg(what, parts.join(QStringLiteral(", ")));
}

QStringList AlignedRuns::notTheSame() const {
    QStringList found;
    if (runs.size() < 2) return found;
    const auto add = [&](const QString& what, auto value) {
        QStringList values;
        for (const AlignedRun& run : runs) values << value(run);
        addDifferent(found, what, values);
    };
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    add(tr("processor"), [&](const AlignedRun& run) { return text(run.host.cpuModel); });
    add(tr("number of processors"), [](const AlignedRun& run) { return QString::number(run.host.cpusOnline); });
    add(tr("memory"), [](const AlignedRun& run) {
        return formatQuantity(static_cast<double>(run.host.memoryBytes), QStringLiteral("B"));
    });
    add(tr("kernel"), [&](const AlignedRun& run) { return text(run.host.kernel); });
    add(tr("clock"), [&](const AlignedRun& run) { return text(run.host.clockSource); });
    add(tr("virtualization"),
        [](const AlignedRun& run) { return run.host.virtualized ? tr("a virtual machine") : tr("none"); });
    add(tr("observer level"), [](const AlignedRun& run) { return Words::observe(run.data->observer.level); });
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!(runs[i].data->document == runs.front().data->document))
            found << tr("%1 ran another document than A.").arg(letter(i));
        if (!runs[i].complete) found << tr("%1 was cut off before its run had ended.").arg(letter(i));
        if (!hasZero(i)) found << tr("%1 has no such moment yet: it is aligned at its start.").arg(letter(i));
    }
    return found;
}

std::vector<QString> AlignedRuns::namesOf(QuantityOwner owner, std::size_t run) const {
    std::vector<QString> names;
    for (const QuantityOf& of : ownersIn(*runs[run].data, owner))
        names.push_back(QString::fromStdString(nameOf(*runs[run].data, of)));
    return names;
}

void AlignedRuns::addFigures(QuantityOwner owner, std::vector<AlignedFigure>& figures) const {
    std::vector<std::vector<QString>> names;
    for (std::size_t i = 0; i < runs.size(); ++i) names.push_back(namesOf(owner, i));
    const bool alone = std::ranges::all_of(names, [](const auto& those) { return those.size() == 1; });
    std::vector<QString> rows;
    for (const auto& those : names) {
        for (const QString& name : those) {
            if (std::ranges::find(rows, name) == rows.end() && !(alone && !rows.empty())) rows.push_back(name);
        }
    }
    for (const QString& row : rows) {
        for (const Quantity& quantity : quantitiesOf(owner)) {
            AlignedFigure figure{owner, row, &quantity, quantity.unit, {}};
            for (std::size_t i = 0; i < runs.size(); ++i) {
                const RunData& run = *runs[i].data;
                const auto owners = ownersIn(run, owner);
                const auto at = alone ? names[i].begin() : std::ranges::find(names[i], row);
                if (at == names[i].end()) {
                    figure.values.emplace_back();
                    continue;
                }
                const QuantityOf& of = owners[static_cast<std::size_t>(at - names[i].begin())];
                figure.unit = unitOf(quantity, run, of);
                figure.values.push_back(quantity.get(run, of));
            }
            const bool known = std::ranges::any_of(figure.values, &MaybeQuantity::has_value);
            if (known) figures.push_back(std::move(figure));
        }
    }
}

std::vector<AlignedFigure> AlignedRuns::figures() const {
    std::vector<AlignedFigure> figures;
    for (const QuantityOwner owner : kOwnersCompared) addFigures(owner, figures);
    return figures;
}

}  // namespace ipclab
