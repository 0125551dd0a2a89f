#include "document/document.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace ipclab {
namespace {

template <typename T>
std::vector<T>& listOf(Experiment& experiment) {
    if constexpr (std::is_same_v<T, ProcessSpec>)
        return experiment.processes;
    else if constexpr (std::is_same_v<T, LinkSpec>)
        return experiment.links;
    else if constexpr (std::is_same_v<T, SharedSpec>)
        return experiment.shared;
    else
        return experiment.steps;
}

template <typename T>
const T* partAt(const std::vector<T>& list, const PartIds& ids, const Part& part) {
    const auto index = ids.indexOf(part);
    return index ? &list[*index] : nullptr;
}

void putLists(Experiment& from, Experiment& into) {
    into.processes = std::move(from.processes);
    into.links = std::move(from.links);
    into.shared = std::move(from.shared);
    into.steps = std::move(from.steps);
}

}  // namespace

Part::Kind kindOf(const Element& element) { return static_cast<Part::Kind>(element.index() + 1); }

Experiment headOf(const Experiment& experiment) {
    Experiment head = experiment;
    Experiment none;
    putLists(none, head);
    return head;
}

bool Edit::isOfPlacesAlone(const Document& document) const {
    return std::ranges::all_of(changes, [&](const Change& change) {
        const auto* replace = std::get_if<ReplacePart>(&change);
        if (replace == nullptr) return false;
        const auto same = [](const auto* before, auto after) {
            if (before == nullptr) return false;
            after.place = before->place;
            return after == *before;
        };
        if (const auto* process = std::get_if<ProcessSpec>(&replace->element))
            return same(document.process(replace->part.id), *process);
        const auto* link = std::get_if<LinkSpec>(&replace->element);
        return link != nullptr && same(document.link(replace->part.id), *link);
    });
}

void Edit::then(Edit edit) {
    changes.insert(changes.end(), std::make_move_iterator(edit.changes.begin()),
                   std::make_move_iterator(edit.changes.end()));
}

std::vector<Part> Edit::touched() const {
    std::vector<Part> parts;
    for (const Change& change : changes) {
        const auto* head = std::get_if<ReplaceHead>(&change);
        const auto part = [](const auto& one) {
            if constexpr (requires { one.part; }) return one.part;
            return Part{};
        };
        parts.push_back(head != nullptr ? Part{} : std::visit(part, change));
    }
    std::ranges::sort(parts);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

Document::Document(Experiment experiment) : m_experiment(std::move(experiment)), m_ids(m_experiment) {
    for (std::size_t kind = 0; kind < m_next.size(); ++kind)
        m_next[kind] = static_cast<PartId>(m_ids.of(static_cast<Part::Kind>(kind)).size());
}

const ProcessSpec* Document::process(PartId id) const {
    return partAt(m_experiment.processes, m_ids, {Part::Kind::Process, id});
}
const LinkSpec* Document::link(PartId id) const { return partAt(m_experiment.links, m_ids, {Part::Kind::Link, id}); }
const SharedSpec* Document::shared(PartId id) const {
    return partAt(m_experiment.shared, m_ids, {Part::Kind::Shared, id});
}
const Step* Document::step(PartId id) const { return partAt(m_experiment.steps, m_ids, {Part::Kind::Step, id}); }

Part Document::newPart(Part::Kind kind, PartId further) const {
    return {kind, m_next[static_cast<std::size_t>(kind)] + further};
}

Edit Document::apply(const Edit& edit) {
    Edit undo;
    for (const Change& one : edit.changes)
        undo.changes.push_back(std::visit([this](const auto& made) { return change(made); }, one));
    std::ranges::reverse(undo.changes);
    return undo;
}

Change Document::change(const InsertPart& insert) {
    assert(insert.part.kind == kindOf(insert.element));
    m_ids.insert(insert.part, insert.index);
    std::visit(
        [&]<typename T>(const T& element) {
            auto& list = listOf<T>(m_experiment);
            list.insert(list.begin() + static_cast<std::ptrdiff_t>(insert.index), element);
        },
        insert.element);
    PartId& next = m_next[static_cast<std::size_t>(insert.part.kind)];
    next = std::max(next, insert.part.id + 1);
    return RemovePart{insert.part};
}

Change Document::change(const RemovePart& remove) {
    const std::uint32_t index = m_ids.indexOf(remove.part).value();
    const auto take = [&](auto& list) {
        InsertPart undo{remove.part, index, std::move(list[index])};
        list.erase(list.begin() + index);
        m_ids.remove(remove.part);
        return undo;
    };
    switch (remove.part.kind) {
        case Part::Kind::Process:
            return take(m_experiment.processes);
        case Part::Kind::Link:
            return take(m_experiment.links);
        case Part::Kind::Shared:
            return take(m_experiment.shared);
        default:
            return take(m_experiment.steps);
    }
}

Change Document::change(const ReplacePart& replace) {
    const std::uint32_t index = m_ids.indexOf(replace.part).value();
    return std::visit(
        [&]<typename T>(const T& element) -> Change {
            return ReplacePart{replace.part, std::exchange(listOf<T>(m_experiment)[index], element)};
        },
        replace.element);
}

Change Document::change(const ReplaceHead& replace) {
    ReplaceHead undo{headOf(m_experiment)};
    Experiment next = replace.head;
    putLists(m_experiment, next);
    m_experiment = std::move(next);
    return undo;
}

}  // namespace ipclab
