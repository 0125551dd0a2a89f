#include "results/quantity.h"

#include <algorithm>
#include <array>

#include "results/process_totals.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 6> kOwnerIds{"process", "link", "end", "shared-object", "processor", "run"};
constexpr std::array<std::string_view, 4> kKindIds{"counter", "gauge", "distribution", "total"};
constexpr std::array<std::string_view, 10> kSymbols{"", "messages", "B", "s", "ns", "messages/s", "1/s", "B/s", "", ""};

std::string endName(const RunData& data, const QuantityOf& of) {
    const LinkData& link = data.links.at(of.index);
    const PortData& end = link.ports.at(of.place);
    const std::string who = end.process < data.processes.size() ? data.processes[end.process].name : std::string();
    return link.name + (end.role == PortRole::Sender ? ": sender " : ": receiver ") + who;
}

}  // namespace

double asDouble(const QuantityValue& value) {
    return std::visit([](auto number) { return static_cast<double>(number); }, value);
}

const TimeSeries* Quantity::seriesOf(const RunData& data, const QuantityOf& of) const {
    // The same accessor serves those who append and those who read.
    return series == nullptr ? nullptr : series(const_cast<RunData&>(data), of);
}

MaybeQuantity Quantity::now(const RunData& data, const QuantityOf& of) const {
    const TimeSeries* over = data.endNs == 0 ? seriesOf(data, of) : nullptr;
    if (over == nullptr) return get(data, of);
    const auto value = newest(*over);
    return value ? MaybeQuantity(*value) : std::nullopt;
}

std::span<const Quantity> quantitiesOf(QuantityOwner owner) {
    const auto all = quantities();
    return {std::ranges::lower_bound(all, owner, {}, &Quantity::owner),
            std::ranges::upper_bound(all, owner, {}, &Quantity::owner)};
}

std::span<const Quantity* const> seriesOf(QuantityOwner owner) {
    static const auto byOwner = [] {
        std::array<std::vector<const Quantity*>, kOwnerIds.size()> all;
        for (const Quantity& quantity : quantities()) {
            if (quantity.series != nullptr) all.at(static_cast<std::size_t>(quantity.owner)).push_back(&quantity);
        }
        return all;
    }();
    return byOwner.at(static_cast<std::size_t>(owner));
}

const Quantity* findQuantity(QuantityOwner owner, std::string_view id) {
    const auto list = quantitiesOf(owner);
    const auto found = std::ranges::find(list, id, &Quantity::id);
    return found == list.end() ? nullptr : &*found;
}

std::vector<QuantityOf> ownersIn(const RunData& data, QuantityOwner owner) {
    std::vector<QuantityOf> owners;
    const auto addAll = [&](std::size_t count) {
        for (std::uint32_t i = 0; i < count; ++i) owners.push_back({owner, i});
    };
    switch (owner) {
        case QuantityOwner::Process:
            addAll(data.processes.size());
            break;
        case QuantityOwner::Link:
            addAll(data.links.size());
            break;
        case QuantityOwner::End:
            for (std::uint32_t i = 0; i < data.links.size(); ++i) {
                for (std::uint32_t place = 0; place < data.links[i].ports.size(); ++place)
                    owners.push_back({owner, i, place});
            }
            break;
        case QuantityOwner::Shared:
            addAll(data.shared.size());
            break;
        case QuantityOwner::Processor:
            for (const auto& [number, cpu] : data.cpus) owners.push_back({owner, static_cast<std::uint32_t>(number)});
            break;
        case QuantityOwner::Run:
            owners.push_back({owner});
            break;
    }
    return owners;
}

bool exists(const RunData& data, const QuantityOf& of) {
    const auto owners = ownersIn(data, of.owner);
    return std::ranges::find(owners, of) != owners.end();
}

std::string nameOf(const RunData& data, const QuantityOf& of) {
    switch (of.owner) {
        case QuantityOwner::Process:
            return data.processes.at(of.index).name;
        case QuantityOwner::Link:
            return data.links.at(of.index).name;
        case QuantityOwner::End:
            return endName(data, of);
        case QuantityOwner::Shared:
            return data.shared.at(of.index).name;
        case QuantityOwner::Processor:
            return "CPU " + std::to_string(of.index);
        case QuantityOwner::Run:
            break;
    }
    return {};
}

QuantityUnit unitOf(const Quantity& quantity, const RunData& data, const QuantityOf& of) {
    if (quantity.unit != QuantityUnit::Depth) return quantity.unit;
    return data.links.at(of.index).depthUnit == DepthUnit::Bytes ? QuantityUnit::Byte : QuantityUnit::Messages;
}

std::string_view id(QuantityOwner owner) { return kOwnerIds.at(static_cast<std::size_t>(owner)); }
std::string_view id(QuantityKind kind) { return kKindIds.at(static_cast<std::size_t>(kind)); }
std::string_view symbol(QuantityUnit unit) { return kSymbols.at(static_cast<std::size_t>(unit)); }

MaybeQuantity overAll(const Quantity& quantity, const RunData& data) {
    if (quantity.sum == QuantitySum::None) return std::nullopt;
    MaybeQuantity all;
    for (const QuantityOf& of : ownersIn(data, quantity.owner)) {
        const MaybeQuantity one = quantity.get(data, of);
        if (!one) continue;
        if (!all) {
            all = one;
        } else if (quantity.sum == QuantitySum::Largest) {
            all = asDouble(*one) > asDouble(*all) ? one : all;
        } else if (std::holds_alternative<std::int64_t>(*one) && std::holds_alternative<std::int64_t>(*all)) {
            all = std::get<std::int64_t>(*all) + std::get<std::int64_t>(*one);
        } else {
            all = asDouble(*all) + asDouble(*one);
        }
    }
    return all;
}

}  // namespace ipclab
