#include "recording/totals.h"

#include <algorithm>

#include "recording/row.h"
#include "recording/total_tables.h"
#include "results/quantity.h"

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

std::string_view wordOf(QuantityOwner owner) {
    switch (owner) {
        case QuantityOwner::Process:
            return kProcess;
        case QuantityOwner::Link:
            return kLink;
        case QuantityOwner::End:
            return kPort;
        case QuantityOwner::Shared:
            return kShared;
        case QuantityOwner::Processor:
            return kCpu;
        case QuantityOwner::Run:
            break;
    }
    return kRun;
}

// Behind the lists stand the quantities that are kept and that no list has.
void addOthers(std::vector<TotalName>& names) {
    for (const Quantity& quantity : quantities()) {
        const auto same = [&](const TotalName& known) {
            return known.owner == wordOf(quantity.owner) && known.name == quantity.id;
        };
        if (quantity.set != nullptr && std::ranges::none_of(names, same))
            names.push_back({wordOf(quantity.owner), quantity.id, quantity.meaning});
    }
}

// visit(place in allTotals(), id, owner, quantity) for every one of those.
void forEachOther(const RunData& data, std::size_t first, auto visit) {
    for (std::size_t place = first; place < allTotals().size(); ++place) {
        const auto named = [&](const Quantity& quantity) {
            return wordOf(quantity.owner) == allTotals()[place].owner && quantity.id == allTotals()[place].name;
        };
        const Quantity& quantity = *std::ranges::find_if(quantities(), named);
        std::int64_t id = 0;
        for (const QuantityOf& of : ownersIn(data, quantity.owner)) {
            visit(place, of.owner == QuantityOwner::Processor ? std::int64_t{of.index} : id, of, quantity);
            ++id;
        }
    }
}

TotalValue valueOf(const MaybeQuantity& value) {
    return value ? std::visit([](auto number) { return TotalValue(number); }, *value) : TotalValue();
}

// Counts, times and shares: nothing below zero, and room for arithmetic.
std::optional<QuantityValue> numberIn(const TotalValue& value) {
    constexpr double kMost = 1e15;
    if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* real = std::get_if<double>(&value);
    if (whole == nullptr && real == nullptr) refuse("a quantity is no number");
    const double number = whole != nullptr ? static_cast<double>(*whole) : *real;
    if (!(number >= 0 && number <= kMost)) refuse("a quantity is out of range");
    return whole != nullptr ? QuantityValue(*whole) : QuantityValue(*real);
}

std::size_t firstOf(std::string_view owner) {
    return static_cast<std::size_t>(std::ranges::find(allTotals(), owner, &TotalName::owner) - allTotals().begin());
}

}  // namespace

namespace {

const std::vector<TotalName>& listedTotals() {
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

}  // namespace

std::span<const TotalName> allTotals() {
    static const std::vector<TotalName> all = [] {
        std::vector<TotalName> names = listedTotals();
        addOthers(names);
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
    takeOthers(data, rows);
    return rows;
}

void TotalsCursor::takeOthers(const RunData& data, std::vector<TotalRow>& rows) {
    forEachOther(data, listedTotals().size(),
                 [&](std::size_t place, std::int64_t id, const QuantityOf& of, const Quantity& quantity) {
                     TotalValue now = valueOf(quantity.get(data, of));
                     const auto [taken, isNew] = m_othersTaken.try_emplace({place, id}, now);
                     if (!isNew && taken->second == now) return;
                     taken->second = now;
                     rows.push_back({static_cast<std::int64_t>(place), id, std::move(now)});
                 });
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
    const auto readOther = [&](std::size_t place, std::int64_t id, const QuantityOf& of, const Quantity& quantity) {
        newest.reset();
        newest.bind(1, numbers[place]);
        newest.bind(2, id);
        newest.bind(3, untilNs);
        if (numbers[place] < 0 || !newest.step()) return;
        if (const auto number = numberIn(newest.value(0))) quantity.set(data, of, *number);
        newestNs = std::max(newestNs.value_or(0), newest.integer(1));
    };
    forEachOther(data, listedTotals().size(), readOther);
    expectProcesses(data);
    return newestNs;
}

}  // namespace ipclab
