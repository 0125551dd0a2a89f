#include "recording/totals.h"

#include <algorithm>

#include "recording/row.h"
#include "recording/total_tables.h"

namespace ipclab {

namespace {

constexpr std::string_view kRun = "run", kProcess = "process", kLink = "link", kPort = "port", kShared = "shared",
                           kParty = "party", kCpu = "cpu";

// visit(kind, id, owner&) for every owner; what it changes is kept.
template <class Data>
void forEachOwner(Data& data, auto visit) {
    visit(kRun, std::int64_t{0}, data);
    std::int64_t id = 0;
    for (auto& process : data.processes) visit(kProcess, id++, process);
    id = 0;
    for (auto& link : data.links) visit(kLink, id++, link);
    id = 0;
    for (auto& link : data.links) {
        for (auto& port : link.ports) visit(kPort, id++, port);
    }
    id = 0;
    for (auto& shared : data.shared) visit(kShared, id++, shared);
    id = 0;
    for (auto& shared : data.shared) {
        for (std::size_t place = 0; place < shared.processes.size(); ++place) {
            Party party{shared.figures.rounds[place], shared.figures.waitedS[place]};
            visit(kParty, id++, party);
            if constexpr (!std::is_const_v<Data>) {
                shared.figures.rounds[place] = party.rounds;
                shared.figures.waitedS[place] = party.waitedS;
            }
        }
    }
    for (auto& [number, cpu] : data.cpus) visit(kCpu, std::int64_t{number}, cpu);
}

template <class Owner>
void addNames(std::string_view owner, std::vector<TotalName>& names) {
    for (const auto& total : totalsOf(static_cast<const Owner*>(nullptr)))
        names.push_back({owner, total.name, total.meaning});
}

std::size_t firstOf(std::string_view owner) {
    return static_cast<std::size_t>(std::ranges::find(allTotals(), owner, &TotalName::owner) - allTotals().begin());
}

}  // namespace

std::span<const TotalName> allTotals() {
    static const std::vector<TotalName> all = [] {
        std::vector<TotalName> names;
        addNames<RunData>(kRun, names);
        addNames<ProcessData>(kProcess, names);
        addNames<LinkData>(kLink, names);
        addNames<PortData>(kPort, names);
        addNames<SharedData>(kShared, names);
        addNames<Party>(kParty, names);
        addNames<CpuData>(kCpu, names);
        return names;
    }();
    return all;
}

std::vector<TotalRow> TotalsCursor::take(const RunData& data) {
    std::vector<TotalRow> rows;
    forEachOwner(data, [&](std::string_view kind, std::int64_t id, const auto& owner) {
        const auto totals = totalsOf(&owner);
        std::vector<TotalValue>& taken = m_taken[{kind, id}];
        const bool isNew = taken.empty();
        taken.resize(totals.size());
        auto quantity = static_cast<std::int64_t>(firstOf(kind));
        for (std::size_t i = 0; i < totals.size(); ++i, ++quantity) {
            TotalValue now = totals[i].get(owner);
            if (!isNew && now == taken[i]) continue;
            taken[i] = now;
            rows.push_back({quantity, id, std::move(now)});
        }
    });
    return rows;
}

namespace {

// The numbers of the quantities in the file, by their place in allTotals(); -1: it has not this one.
std::vector<std::int64_t> numbersIn(Database& database) {
    std::vector<std::int64_t> numbers(allTotals().size(), -1);
    Statement quantity(database, "SELECT id, owner, name FROM quantity");
    while (quantity.step()) {
        const std::string owner = quantity.text(1), name = quantity.text(2);
        const auto same = [&](const TotalName& known) { return known.owner == owner && known.name == name; };
        const auto known = std::ranges::find_if(allTotals(), same);
        if (known != allTotals().end())
            numbers[static_cast<std::size_t>(known - allTotals().begin())] = quantity.integer(0);
    }
    return numbers;
}

// Whom quantities name.
void expectProcesses(const RunData& data) {
    for (const LinkData& link : data.links) {
        for (const CallData& call : link.calls ? link.calls->newest : std::vector<CallData>()) {
            if (call.process >= data.processes.size())
                refuse("there is no process number " + std::to_string(call.process));
        }
    }
    for (const SharedData& shared : data.shared) {
        for (const auto& process : {shared.figures.holder, shared.holderDied}) {
            if (process && *process >= data.processes.size())
                refuse("there is no process number " + std::to_string(*process));
        }
    }
}

}  // namespace

void writeTotals(Database& database, Nanoseconds atNs, const std::vector<TotalRow>& rows) {
    Statement insert(database, "INSERT OR REPLACE INTO total VALUES (?,?,?,?)");
    for (const TotalRow& row : rows) insert.run(row.quantity, row.owner, atNs, row.value);
}

std::optional<Nanoseconds> readTotals(Database& database, Nanoseconds untilNs, RunData& data) {
    const std::vector<std::int64_t> numbers = numbersIn(database);
    std::optional<Nanoseconds> newestNs;
    Statement newest(database,
                     "SELECT value, t_ns FROM total WHERE quantity = ?1 AND owner = ?2 AND t_ns <= ?3 "
                     "ORDER BY t_ns DESC LIMIT 1");
    forEachOwner(data, [&](std::string_view kind, std::int64_t id, auto& owner) {
        std::size_t place = firstOf(kind);
        for (const auto& total : totalsOf(&owner)) {
            const std::int64_t number = numbers[place++];
            newest.reset();
            newest.bind(1, number);
            newest.bind(2, id);
            newest.bind(3, untilNs);
            if (number < 0 || !newest.step()) continue;
            try {
                total.set(owner, newest.value(0));
            } catch (const std::runtime_error& error) {
                refuse("the " + std::string(kind) + "'s \"" + std::string(total.name) + "\": " + error.what());
            }
            newestNs = std::max(newestNs.value_or(0), newest.integer(1));
        }
    });
    expectProcesses(data);
    return newestNs;
}

}  // namespace ipclab
