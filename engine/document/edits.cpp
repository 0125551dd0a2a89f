#include "document/edits.h"

#include <algorithm>
#include <cassert>

#include "document/experiment_json.h"
#include "document/renaming.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

template <typename T>
void replaceChanged(const PartIds& ids, Kind kind, const std::vector<T>& before, std::vector<T> after, Edit& edit) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i]) edit.changes.emplace_back(ReplacePart{ids.at(kind, i), std::move(after[i])});
    }
}

// What makes a document of the experiment, which has the same parts in the same order.
Edit differences(const Document& document, Experiment after) {
    const Experiment& before = document.experiment();
    Edit edit;
    replaceChanged(document.ids(), Kind::Process, before.processes, std::move(after.processes), edit);
    replaceChanged(document.ids(), Kind::Link, before.links, std::move(after.links), edit);
    replaceChanged(document.ids(), Kind::Shared, before.shared, std::move(after.shared), edit);
    replaceChanged(document.ids(), Kind::Step, before.steps, std::move(after.steps), edit);
    return edit;
}

std::size_t sizeOf(const Document& document, Kind kind) { return document.ids().of(kind).size(); }

bool endsAt(const EndSpec& end, const std::string& process) { return end.process == process; }

// --- removing ---------------------------------------------------------------------------------------------------

// Removes parts one by one from what is left: what a removal leaves behind is changed in place, and told at the end as
// one edit of the document as it was.
class Removal {
public:
    explicit Removal(const Document& document) : m_document(document), m_left(document.experiment()) {}

    void process(PartId id) {
        const std::string name = m_document.process(id)->name;
        m_removed.push_back({Kind::Process, id});
        // Where another has the same name, it is meant from now on.
        const auto& all = m_document.experiment().processes;
        if (std::ranges::count(all, name, &ProcessSpec::name) > 1) return;
        for (std::uint32_t i = 0; i < m_left.links.size(); ++i) leaveLink(i, name);
        for (std::uint32_t i = 0; i < m_left.shared.size(); ++i) leaveShared(i, name);
        removeStepsOf(&Step::process, name);
    }

    void link(const Part& part) {
        if (std::ranges::find(m_removed, part) != m_removed.end()) return;
        m_removed.push_back(part);
        const std::string& name = m_document.link(part.id)->name;
        if (std::ranges::count(m_document.experiment().links, name, &LinkSpec::name) > 1) return;
        removeStepsOf(&Step::link, name);
        for (LinkSpec& other : m_left.links) {
            if (other.reverseOf != name) continue;
            other.reverseOf.clear();
            other.duplex = Duplex::Full;  // nobody is there to take turns with
        }
    }

    void other(const Part& part) { m_removed.push_back(part); }

    Edit edit() {
        Edit edit;
        for (Change& change : differences(m_document, std::move(m_left)).changes) {
            auto& replace = std::get<ReplacePart>(change);
            if (std::ranges::find(m_removed, replace.part) == m_removed.end())
                edit.changes.emplace_back(std::move(replace));
        }
        for (const Part& part : m_removed) edit.changes.emplace_back(RemovePart{part});
        return edit;
    }

private:
    void removeStepsOf(std::string Step::*what, const std::string& name) {
        for (std::uint32_t i = 0; i < m_left.steps.size(); ++i) {
            const Part step = m_document.ids().at(Kind::Step, i);
            const bool gone = std::ranges::find(m_removed, step) != m_removed.end();
            if (!gone && !name.empty() && m_left.steps[i].*what == name) m_removed.push_back(step);
        }
    }

    void leaveLink(std::uint32_t index, const std::string& name) {
        LinkSpec& left = m_left.links[index];
        const auto leave = [&](std::vector<EndSpec>& ends) {
            return std::erase_if(ends, [&](const EndSpec& end) { return endsAt(end, name); }) > 0 && ends.empty();
        };
        const bool noSenders = leave(left.senders), noReceivers = leave(left.receivers);
        if (left.owner == name && name != kSystemOwner) left.owner.clear();
        if (noSenders || noReceivers) link(m_document.ids().at(Kind::Link, index));
    }

    void leaveShared(std::uint32_t index, const std::string& name) {
        std::vector<std::string>& parties = m_left.shared[index].processes;
        if (std::erase(parties, name) > 0 && parties.empty()) other(m_document.ids().at(Kind::Shared, index));
    }

    const Document& m_document;
    Experiment m_left;
    std::vector<Part> m_removed;
};

Edit withLink(const Document& document, PartId link, LinkSide side, auto change) {
    LinkSpec plan = *document.link(link);
    change(side == LinkSide::From ? plan.senders : plan.receivers);
    return replacePart(document, {Kind::Link, link}, std::move(plan));
}

const std::string* nameOf(const Element& element) {
    return std::visit(
        [](const auto& part) -> const std::string* {
            if constexpr (requires { part.name; }) return &part.name;
            return nullptr;
        },
        element);
}

}  // namespace

Edit addPart(const Document& document, Element element) {
    const Kind kind = kindOf(element);
    Edit edit;
    edit.changes.emplace_back(InsertPart{document.newPart(kind), sizeOf(document, kind), std::move(element)});
    return edit;
}

Edit removePart(const Document& document, const Part& part) {
    Removal removal(document);
    if (part.kind == Kind::Process)
        removal.process(part.id);
    else if (part.kind == Kind::Link)
        removal.link(part);
    else
        removal.other(part);
    return removal.edit();
}

Edit replacePart(const Document& document, const Part& part, Element element) {
    assert(kindOf(element) == part.kind);
    Experiment after = document.experiment();
    const std::uint32_t index = document.ids().indexOf(part).value();
    const std::string* name = nameOf(element);
    if (name != nullptr) follow(after, part.kind, index, *name);
    std::visit(
        [&]<typename T>(T& now) {
            if constexpr (std::is_same_v<T, ProcessSpec>) after.processes[index] = std::move(now);
            if constexpr (std::is_same_v<T, LinkSpec>) replaceLink(after, index, std::move(now));
            if constexpr (std::is_same_v<T, SharedSpec>) after.shared[index] = std::move(now);
            if constexpr (std::is_same_v<T, Step>) after.steps[index] = std::move(now);
        },
        element);
    return differences(document, std::move(after));
}

Edit renamePart(const Document& document, const Part& part, const std::string& name) {
    Experiment after = document.experiment();
    follow(after, part.kind, document.ids().indexOf(part).value(), name);
    return differences(document, std::move(after));
}

Edit addEnd(const Document& document, PartId link, LinkSide side, EndSpec end) {
    return withLink(document, link, side, [&](std::vector<EndSpec>& ends) { ends.push_back(std::move(end)); });
}

Edit removeEnd(const Document& document, PartId link, LinkSide side, std::size_t index) {
    return withLink(document, link, side,
                    [&](std::vector<EndSpec>& ends) { ends.erase(ends.begin() + static_cast<std::ptrdiff_t>(index)); });
}

Edit replaceEnd(const Document& document, PartId link, LinkSide side, std::size_t index, EndSpec end) {
    return withLink(document, link, side, [&](std::vector<EndSpec>& ends) { ends.at(index) = std::move(end); });
}

Edit replaceHead(const Document& document, const Experiment& head) {
    Experiment next = headOf(head);
    if (next == headOf(document.experiment())) return {};
    Edit edit;
    edit.changes.emplace_back(ReplaceHead{std::move(next)});
    return edit;
}

Edit replaceAll(const Document& document, const Document& former) {
    Edit edit;
    if (document == former) return edit;
    const auto removeAll = [&](Kind kind) {
        for (const PartId id : document.ids().of(kind)) edit.changes.emplace_back(RemovePart{{kind, id}});
    };
    const auto insertAll = [&](Kind kind, const auto& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            edit.changes.emplace_back(InsertPart{former.ids().at(kind, i), i, parts[i]});
    };
    for (const Kind kind : {Kind::Step, Kind::Shared, Kind::Link, Kind::Process}) removeAll(kind);
    edit.changes.emplace_back(ReplaceHead{headOf(former.experiment())});
    insertAll(Kind::Process, former.experiment().processes);
    insertAll(Kind::Link, former.experiment().links);
    insertAll(Kind::Shared, former.experiment().shared);
    insertAll(Kind::Step, former.experiment().steps);
    return edit;
}

}  // namespace ipclab
