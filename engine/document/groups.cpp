#include "document/groups.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>

#include "document/limits.h"

namespace ipclab {

namespace {

using Kind = Part::Kind;

// Which element of the document one of the expanded list comes from.
struct Origin {
    std::size_t index = 0;
    bool first = true;  // of those that come from it
};
using Origins = std::vector<Origin>;

// How often a process of that name runs; one that nobody has runs once, so that it is named where it stands.
class Copies {
public:
    explicit Copies(const Experiment& document) {
        for (const ProcessSpec& process : document.processes) m_of.emplace(process.name, process.copies);
    }
    [[nodiscard]] std::uint32_t of(std::string_view process) const {
        const auto found = m_of.find(process);
        return found == m_of.end() ? 1 : found->second;
    }

private:
    std::map<std::string, std::uint32_t, std::less<>> m_of;
};

std::string nameOf(const std::string& process, std::uint32_t copies, std::uint32_t number) {
    return copies == 1 ? process : memberName(process, number);
}

// Each element as often as its process runs, called by the members; nameIn: where it says the process.
template <typename T, typename NameIn>
std::vector<T> spread(const std::vector<T>& list, const Copies& copies, NameIn nameIn) {
    std::vector<T> all;
    for (const T& element : list) {
        T one = element;
        const std::string process = nameIn(one);
        const std::uint32_t count = copies.of(process);
        for (std::uint32_t number = 1; number <= count; ++number) {
            nameIn(one) = nameOf(process, count, number);
            all.push_back(one);
        }
    }
    return all;
}

template <typename T, typename CountOf>
Origins originsOf(const std::vector<T>& list, CountOf countOf) {
    Origins origins;
    for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::uint32_t number = 0; number < countOf(list[i]); ++number) origins.push_back({i, number == 0});
    }
    return origins;
}

std::vector<ProcessSpec> members(const ProcessSpec& process) {
    std::vector<ProcessSpec> all(process.copies, process);
    for (std::uint32_t i = 0; i < process.copies; ++i) {
        all[i].name = nameOf(process.name, process.copies, i + 1);
        all[i].copies = 1;
    }
    return all;
}

LinkSpec spreadEnds(LinkSpec link, const Copies& copies) {
    const auto name = [](EndSpec& end) -> std::string& { return end.process; };
    link.senders = spread(link.senders, copies, name);
    link.receivers = spread(link.receivers, copies, name);
    return link;
}

SharedSpec spreadParties(SharedSpec shared, const Copies& copies) {
    shared.processes = spread(shared.processes, copies, [](std::string& name) -> std::string& { return name; });
    return shared;
}

// Pointers from the expanded document to the one it was made of.
class Places {
public:
    explicit Places(const Experiment& document) : m_document(document), m_copies(document) {
        m_processes = originsOf(document.processes, [](const ProcessSpec& process) { return process.copies; });
        m_steps = originsOf(document.steps, [this](const Step& step) { return m_copies.of(step.process); });
    }

    // Where it is in the document. False: it is the same of another member.
    bool move(std::string& pointer) const {
        std::vector<std::string> tokens = split(pointer);
        bool first = true;
        const auto put = [&](std::size_t at, const Origins& origins) {
            const auto index = at < tokens.size() ? numberOf(tokens[at]) : std::nullopt;
            if (!index || *index >= origins.size()) return;
            tokens[at] = std::to_string(origins[*index].index);
            first = first && origins[*index].first;
        };
        if (!tokens.empty() && tokens[0] == "processes") put(1, m_processes);
        if (!tokens.empty() && tokens[0] == "steps") put(1, m_steps);
        if (tokens.size() > 3 && (tokens[0] == "links" || tokens[0] == "shared")) put(3, insideOf(tokens));
        pointer.clear();
        for (const std::string& token : tokens) pointer += "/" + token;
        return first;
    }

private:
    static std::vector<std::string> split(std::string_view pointer) {
        std::vector<std::string> tokens;
        while (!pointer.empty()) {
            pointer.remove_prefix(1);
            const std::size_t end = std::min(pointer.find('/'), pointer.size());
            tokens.emplace_back(pointer.substr(0, end));
            pointer.remove_prefix(end);
        }
        return tokens;
    }

    static std::optional<std::size_t> numberOf(const std::string& token) {
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
        return error == std::errc{} && end == token.data() + token.size() ? std::optional(number) : std::nullopt;
    }

    // Of the ends of a link, the parties of a shared object.
    [[nodiscard]] Origins insideOf(const std::vector<std::string>& tokens) const {
        const std::size_t index = numberOf(tokens[1]).value_or(limits::kLinks);
        const auto counted = [this](const EndSpec& end) { return m_copies.of(end.process); };
        if (tokens[0] == "shared" && index < m_document.shared.size())
            return originsOf(m_document.shared[index].processes,
                             [this](const std::string& name) { return m_copies.of(name); });
        if (tokens[0] != "links" || index >= m_document.links.size()) return {};
        const LinkSpec& link = m_document.links[index];
        if (tokens[2] == "from") return originsOf(link.senders, counted);
        return tokens[2] == "to" ? originsOf(link.receivers, counted) : Origins();
    }

    const Experiment& m_document;
    Copies m_copies;
    Origins m_processes, m_steps;
};

}  // namespace

bool hasGroups(const Experiment& document) {
    return std::ranges::any_of(document.processes, [](const ProcessSpec& process) { return process.copies != 1; });
}

std::size_t processCount(const Experiment& document) {
    return std::accumulate(document.processes.begin(), document.processes.end(), std::size_t{0},
                           [](std::size_t sum, const ProcessSpec& process) { return sum + process.copies; });
}

std::string memberName(const std::string& group, std::uint32_t number) { return group + "-" + std::to_string(number); }

Experiment expanded(const Experiment& document) {
    if (!hasGroups(document)) return document;
    const Copies copies(document);
    Experiment all = document;
    all.processes.clear();
    for (const ProcessSpec& process : document.processes) {
        for (ProcessSpec& member : members(process)) all.processes.push_back(std::move(member));
    }
    for (LinkSpec& link : all.links) link = spreadEnds(std::move(link), copies);
    for (SharedSpec& shared : all.shared) shared = spreadParties(std::move(shared), copies);
    all.steps = spread(document.steps, copies, [](Step& step) -> std::string& { return step.process; });
    return all;
}

PartIds expandedIds(const Experiment& document, const PartIds& ids) {
    if (!hasGroups(document)) return ids;
    const Copies copies(document);
    std::vector<std::uint32_t> processes, steps;
    for (const ProcessSpec& process : document.processes) processes.push_back(process.copies);
    for (const Step& step : document.steps) steps.push_back(copies.of(step.process));
    return ids.repeated(Kind::Process, processes).repeated(Kind::Step, steps);
}

std::vector<Problem> inDocument(const Experiment& document, std::vector<Problem> problems) {
    const Places places(document);
    std::vector<Problem> kept;
    std::set<std::string> said;
    for (Problem& problem : problems) {
        const bool first = places.move(problem.pointer);
        if (!first && said.contains(problem.pointer)) continue;
        said.insert(problem.pointer);
        kept.push_back(std::move(problem));
    }
    return kept;
}

Edit ungroup(const Document& document, PartId id) {
    const Experiment& now = document.experiment();
    const ProcessSpec& group = *document.process(id);
    Edit edit;
    if (group.copies == 1) return edit;
    Experiment alone = now;  // this group and no other
    for (ProcessSpec& process : alone.processes) process.copies = process.name == group.name ? group.copies : 1;
    const Copies copies(alone);
    const Part part{Kind::Process, id};
    const std::size_t place = document.ids().indexOf(part).value();
    std::vector<ProcessSpec> all = members(group);
    for (std::uint32_t i = 1; i < all.size(); ++i) {
        all[i].place.reset();  // one on another they would hide one another
        edit.changes.emplace_back(InsertPart{document.newPart(Kind::Process, i - 1), place + i, std::move(all[i])});
    }
    edit.changes.emplace_back(ReplacePart{part, std::move(all[0])});
    for (std::size_t i = 0; i < now.links.size(); ++i) {
        LinkSpec link = spreadEnds(now.links[i], copies);
        if (link != now.links[i])
            edit.changes.emplace_back(ReplacePart{document.ids().at(Kind::Link, i), std::move(link)});
    }
    for (std::size_t i = 0; i < now.shared.size(); ++i) {
        SharedSpec shared = spreadParties(now.shared[i], copies);
        if (shared != now.shared[i])
            edit.changes.emplace_back(ReplacePart{document.ids().at(Kind::Shared, i), std::move(shared)});
    }
    PartId further = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < now.steps.size(); ++i, ++at) {
        const std::uint32_t count = copies.of(now.steps[i].process);
        for (std::uint32_t number = 1; number <= count && count > 1; ++number) {
            Step step = now.steps[i];
            step.process = memberName(group.name, number);
            if (number == 1)
                edit.changes.emplace_back(ReplacePart{document.ids().at(Kind::Step, i), std::move(step)});
            else
                edit.changes.emplace_back(InsertPart{document.newPart(Kind::Step, further++), ++at, std::move(step)});
        }
    }
    return edit;
}

}  // namespace ipclab
