#include "report/run_tables.h"

#include <algorithm>
#include <array>
#include <set>

#include "bridge/answer_words.h"
#include "bridge/event_words.h"
#include "bridge/quantity_words.h"
#include "bridge/words.h"
#include "core/text.h"
#include "models/figures.h"
#include "plot/units.h"
#include "report/common_parts.h"
#include "runs/said.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostOwners = 16;  // of whom every figure is told

using Ids = std::span<const std::string_view>;

constexpr std::string_view kProcessTimes[] = {"lifetime_s", "running_s", "ready_s", "waiting_s", "user_s", "system_s"};
constexpr std::string_view kProcessCosts[] = {"voluntary_switches", "involuntary_switches", "max_resident_bytes",
                                              "cpu_share"};
constexpr std::string_view kLinkTraffic[] = {"sent", "received", "messages_per_s", "bytes_per_s", "lost"};
constexpr std::string_view kLinkLatency[] = {"latency_p50_ns",  "latency_p90_ns", "latency_p99_ns",
                                             "latency_p999_ns", "latency_max_ns", "first_message_ns"};
constexpr std::string_view kLinkQueue[] = {"depth_messages",           "depth_max",
                                           "blocked_send_s",           "blocked_receive_s",
                                           "system_calls_per_message", "cpu_s_per_million_messages"};
constexpr std::string_view kSharedFigures[] = {"updates_done",    "updates_lost", "hand_offs", "hand_off_p50_ns",
                                               "hand_off_p99_ns", "phases",       "early",     "lock_waits",
                                               "wait_p50_ns",     "wait_p99_ns"};

enum class Beside { Nothing, Mechanism, Ending };

struct TableSpec {
    ReportPart part;
    QuantityOwner owner;
    const char* caption;
    Ids ids;
    Beside beside = Beside::Nothing;  // a column that is no quantity
};

const std::array kTables{
    TableSpec{ReportPart::Processes, QuantityOwner::Process, TEXT("report", "How the processes spent their time."),
              kProcessTimes},
    TableSpec{ReportPart::Processes, QuantityOwner::Process,
              TEXT("report", "What the processes cost, and how they ended."), kProcessCosts, Beside::Ending},
    TableSpec{ReportPart::Links, QuantityOwner::Link, TEXT("report", "What the links carried."), kLinkTraffic,
              Beside::Mechanism},
    TableSpec{ReportPart::Links, QuantityOwner::Link, TEXT("report", "How long messages took."), kLinkLatency},
    TableSpec{ReportPart::Links, QuantityOwner::Link, TEXT("report", "How full the links were, and what they cost."),
              kLinkQueue},
    TableSpec{ReportPart::Shared, QuantityOwner::Shared, TEXT("report", "The shared objects."), kSharedFigures},
};

// Those of them that this run knows of anybody.
std::vector<const Quantity*> knownOf(const RunData& data, const TableSpec& spec) {
    const auto owners = ownersIn(data, spec.owner);
    std::vector<const Quantity*> known;
    for (const std::string_view id : spec.ids) {
        const Quantity* quantity = findQuantity(spec.owner, id);
        if (quantity != nullptr &&
            std::ranges::any_of(owners, [&](const QuantityOf& of) { return quantity->get(data, of).has_value(); }))
            known.push_back(quantity);
    }
    return known;
}

QString besideText(const RunData& data, Beside beside, std::size_t index) {
    if (beside == Beside::Mechanism) return Words::mechanism(data.links[index].mechanism);
    const ProcessData& process = data.processes[index];
    return process.failure.empty() ? Words::ending(process) : said(process.failure);
}

QString ownerTitle(QuantityOwner owner) {
    return owner == QuantityOwner::Process ? RunTables::tr("Process")
           : owner == QuantityOwner::Link  ? RunTables::tr("Link")
                                           : RunTables::tr("Object");
}

ReportTable tableOf(const RunData& data, const TableSpec& spec, const std::vector<const Quantity*>& quantities) {
    ReportTable table;
    table.caption = translated("report", spec.caption);
    table.columns.push_back({ownerTitle(spec.owner)});
    if (spec.beside == Beside::Mechanism) table.columns.push_back({RunTables::tr("Mechanism")});
    for (const Quantity* quantity : quantities) table.columns.push_back({QuantityWords::title(*quantity), true});
    if (spec.beside == Beside::Ending) table.columns.push_back({RunTables::tr("End")});
    const auto owners = ownersIn(data, spec.owner);
    for (const QuantityOf& of : owners) {
        if (table.rows.size() == kMostRows) break;
        QStringList row{QuantityWords::owner(data, of)};
        if (spec.beside == Beside::Mechanism) row << besideText(data, spec.beside, of.index);
        for (const Quantity* quantity : quantities)
            row << figureText(quantity->get(data, of), unitOf(*quantity, data, of));
        if (spec.beside == Beside::Ending) row << besideText(data, spec.beside, of.index);
        table.rows.push_back(row);
    }
    if (owners.size() > kMostRows)
        table.note = RunTables::tr("The first %1 of %2; the data have all of them.").arg(kMostRows).arg(owners.size());
    return table;
}

}  // namespace

std::vector<ReportBlock> RunTables::of(const RunData& data, ReportPart part) {
    std::vector<ReportBlock> blocks;
    for (const TableSpec& spec : kTables) {
        if (spec.part != part || ownersIn(data, spec.owner).empty()) continue;
        const auto quantities = knownOf(data, spec);
        if (!quantities.empty() || spec.beside != Beside::Nothing) blocks.emplace_back(tableOf(data, spec, quantities));
    }
    return blocks;
}

// All where they are few, else those that are more than notes.
std::vector<ReportBlock> RunTables::events(const RunData& data) {
    if (data.events.empty()) return {};
    ReportTable table;
    table.caption = tr("What happened.");
    table.columns = {{tr("Time"), true}, {tr("Process")}, {tr("Event")}};
    const bool few = data.events.size() <= kMostRows;
    for (const RunEvent& event : data.events) {
        if (!few && (weightOf(event) == EventWeight::Note || table.rows.size() == kMostRows)) continue;
        const bool named = event.process && *event.process < data.processes.size();
        table.rows.push_back({plainNumber(data.sinceStartS(event.atNs), 3) + QStringLiteral(" s"),
                              named ? utf8(data.processes[*event.process].name) : QString(),
                              EventWords::text(event, data)});
    }
    if (!few)
        table.note = tr("%1 of %2 events: those that are more than notes. The data have all of them.")
                         .arg(table.rows.size())
                         .arg(data.events.size());
    return {table};
}

std::vector<ReportBlock> RunTables::answers(const RunData& data) {
    ReportFacts facts;
    facts.rows.emplace_back(tr("The run took"), figureText(data.durationS(), QuantityUnit::Second));
    constexpr std::size_t kMostLinks = 4;
    for (std::uint32_t index = 0; index < data.links.size() && data.links.size() <= kMostLinks; ++index) {
        const LinkData& link = data.links[index];
        const auto figure = [&](const char* id) {
            const QuantityOf of{QuantityOwner::Link, index};
            const Quantity& quantity = *findQuantity(QuantityOwner::Link, id);
            return figureText(quantity.get(data, of), unitOf(quantity, data, of));
        };
        if (!link.messagesKnown() || link.received == 0) continue;
        facts.rows.emplace_back(
            tr("Over %1").arg(utf8(link.name)),
            tr("%1 messages received, %2 a second; latency p50 %3, p99 %4")
                .arg(figure("received"), figure("messages_per_s"), figure("latency_p50_ns"), figure("latency_p99_ns")));
    }
    for (const Answer& answer : answersOf(data))
        facts.rows.emplace_back(AnswerWords::label(answer), AnswerWords::value(answer));
    return {facts};
}

std::vector<ReportBlock> RunTables::everyFigure(const RunData& data) {
    std::vector<ReportBlock> blocks;
    for (const QuantityOwner owner : {QuantityOwner::Run, QuantityOwner::Process, QuantityOwner::Link,
                                      QuantityOwner::End, QuantityOwner::Shared, QuantityOwner::Processor}) {
        ReportTable table;
        table.columns = {{tr("Of")}, {tr("Figure")}, {tr("Value"), true}};
        const auto owners = ownersIn(data, owner);
        for (const QuantityOf& of : owners) {
            if (&of - owners.data() >= static_cast<std::ptrdiff_t>(kMostOwners)) break;
            const QString name = owner == QuantityOwner::Run ? tr("the run") : utf8(nameOf(data, of));
            for (const Quantity& quantity : quantitiesOf(owner))
                table.rows.push_back({name, QuantityWords::title(quantity),
                                      figureText(quantity.get(data, of), unitOf(quantity, data, of))});
        }
        for (const Quantity& quantity : quantitiesOf(owner)) {
            const MaybeQuantity all = owners.size() > 1 ? overAll(quantity, data) : MaybeQuantity();
            const bool largest = quantity.sum == QuantitySum::Largest;
            if (all)
                table.rows.push_back({largest ? tr("the largest") : tr("all together"), QuantityWords::title(quantity),
                                      figureText(all, quantity.unit)});
        }
        if (owners.size() > kMostOwners)
            table.note = tr("Of the first %1 of %2; the data have all of them.").arg(kMostOwners).arg(owners.size());
        if (!table.rows.empty()) blocks.emplace_back(std::move(table));
    }
    return blocks;
}

ReportTable RunTables::howMeasured(const RunData& data, const std::vector<ReportPart>& parts) {
    ReportTable table;
    table.caption = tr("What each figure is, and how it was had.");
    table.columns = {{tr("Figure")}, {tr("What it is, and how it was had")}};
    std::set<QString> told;  // of a distribution its parts are alike
    for (const TableSpec& spec : kTables) {
        if (std::ranges::find(parts, spec.part) == parts.end()) continue;
        for (const Quantity* quantity : knownOf(data, spec)) {
            const QString title = translated("quantity", quantity->title);
            if (told.insert(title).second) table.rows.push_back({title, QuantityWords::tip(*quantity)});
        }
    }
    return table;
}

}  // namespace ipclab
