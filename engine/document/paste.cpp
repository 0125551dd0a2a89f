#include <algorithm>
#include <map>
#include <set>

#include "document/edits.h"
#include "document/experiment_json.h"
#include "document/limits.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;
using Names = std::set<std::string, std::less<>>;
using NewNames = std::map<std::string, std::string, std::less<>>;

Names namesOf(const auto& list) {
    Names names;
    for (const auto& part : list) names.insert(part.name);
    return names;
}

// "relay", "relay-2", "relay-3" …; of "relay-2" likewise "relay-3". Cut where a name would grow too long.
std::string freeName(const std::string& wanted, std::size_t most, Names& taken) {
    std::string stem = wanted;
    const std::size_t dash = stem.rfind('-');
    const bool counted = dash != std::string::npos && dash > 0 && dash + 1 < stem.size() &&
                         stem.find_first_not_of("0123456789", dash + 1) == std::string::npos;
    if (counted) stem.resize(dash);
    std::string name = wanted;
    for (unsigned number = 2; !taken.insert(name).second; ++number) {
        const std::string ending = "-" + std::to_string(number);
        name = stem.substr(0, most - std::min(most, ending.size())) + ending;
    }
    return name;
}

class Pasting {
public:
    Pasting(const Document& document, Fragment fragment)
        : m_document(document),
          m_fragment(std::move(fragment)),
          m_processNames(namesOf(document.experiment().processes)),
          m_linkNames(namesOf(document.experiment().links)),
          m_sharedNames(namesOf(document.experiment().shared)) {}

    Edit edit() {
        for (ProcessSpec& process : m_fragment.processes) {
            const std::string name = freeName(process.name, limits::kNameCharacters, m_processNames);
            m_renamed.emplace(process.name, name);
            process.name = name;
            add(std::move(process));
        }
        nameLinks();
        for (LinkSpec& link : m_fragment.links) pasteLink(link);
        for (SharedSpec& shared : m_fragment.shared) {
            std::erase_if(shared.processes, [this](std::string& party) { return !find(party); });
            if (shared.processes.empty()) continue;
            shared.name = freeName(shared.name, limits::kNameCharacters, m_sharedNames);
            add(std::move(shared));
        }
        for (Step& step : m_fragment.steps) {
            if (step.link.empty() ? find(step.process) : findLink(step.link)) add(std::move(step));
        }
        return std::move(m_edit);
    }

private:
    // The process that is meant, by its name from now on; false: there is none.
    bool find(std::string& name) {
        if (const auto renamed = m_renamed.find(name); renamed != m_renamed.end()) {
            name = renamed->second;
            return true;
        }
        return std::ranges::find(m_document.experiment().processes, name, &ProcessSpec::name) !=
               m_document.experiment().processes.end();
    }

    bool findLink(std::string& name) {
        if (const auto renamed = m_renamedLinks.find(name); renamed != m_renamedLinks.end()) {
            name = renamed->second;
            return true;
        }
        const auto& links = m_document.experiment().links;
        return std::ranges::find(links, name, &LinkSpec::name) != links.end();
    }

    void nameLinks() {
        for (LinkSpec& link : m_fragment.links) {
            const bool byEnds =
                !link.senders.empty() && !link.receivers.empty() &&
                link.name == defaultLinkName(link.senders.front().process, link.receivers.front().process);
            std::erase_if(link.senders, [this](EndSpec& end) { return !find(end.process); });
            std::erase_if(link.receivers, [this](EndSpec& end) { return !find(end.process); });
            if (link.senders.empty() || link.receivers.empty()) continue;
            const std::string wanted =
                byEnds ? defaultLinkName(link.senders.front().process, link.receivers.front().process) : link.name;
            const std::string name = freeName(wanted, limits::kLinkNameBytes, m_linkNames);
            m_renamedLinks.emplace(link.name, name);
            link.name = name;
        }
    }

    void pasteLink(LinkSpec& link) {
        if (link.senders.empty() || link.receivers.empty()) return;
        if (link.owner != kSystemOwner && !link.owner.empty() && !find(link.owner)) link.owner.clear();
        if (!link.reverseOf.empty()) {
            const auto forth = m_renamedLinks.find(link.reverseOf);
            // Of a link that stays behind it can be no other way: that one has its own.
            link.reverseOf = forth == m_renamedLinks.end() ? std::string() : forth->second;
            if (link.reverseOf.empty()) link.duplex = Duplex::Full;
        }
        add(std::move(link));
    }

    void add(Element element) {
        const Kind kind = kindOf(element);
        PartId& count = m_added[static_cast<std::size_t>(kind)];
        m_edit.changes.emplace_back(
            InsertPart{m_document.newPart(kind, count), m_document.ids().of(kind).size() + count, std::move(element)});
        ++count;
    }

    const Document& m_document;
    Fragment m_fragment;
    Names m_processNames, m_linkNames, m_sharedNames;
    NewNames m_renamed, m_renamedLinks;
    std::array<PartId, 5> m_added{};
    Edit m_edit;
};

template <typename T, typename Wanted>
std::vector<T> chosen(const std::vector<T>& list, Wanted wanted) {
    std::vector<T> copies;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        if (wanted(list[i], i)) copies.push_back(list[i]);
    }
    return copies;
}

}  // namespace

Fragment copyOf(const Document& document, const std::vector<Part>& parts) {
    const Experiment& experiment = document.experiment();
    const auto isChosen = [&](Kind kind, std::uint32_t index) {
        return std::ranges::find(parts, document.ids().at(kind, index)) != parts.end();
    };
    Fragment fragment;
    fragment.processes = chosen(experiment.processes, [&](auto&, auto i) { return isChosen(Kind::Process, i); });
    const Names names = namesOf(fragment.processes);
    const auto isAmong = [&](const EndSpec& end) { return names.contains(end.process); };
    fragment.links = chosen(experiment.links, [&](const LinkSpec& link, auto i) {
        return isChosen(Kind::Link, i) ||
               (std::ranges::all_of(link.senders, isAmong) && std::ranges::all_of(link.receivers, isAmong));
    });
    const Names linkNames = namesOf(fragment.links);
    fragment.shared = chosen(experiment.shared, [&](const SharedSpec& shared, auto i) {
        return isChosen(Kind::Shared, i) ||
               std::ranges::all_of(shared.processes, [&](const std::string& party) { return names.contains(party); });
    });
    fragment.steps = chosen(experiment.steps, [&](const Step& step, auto i) {
        return isChosen(Kind::Step, i) || names.contains(step.process) || linkNames.contains(step.link);
    });
    return fragment;
}

Fragment fragmentOf(const Experiment& experiment) {
    return {experiment.processes, experiment.links, experiment.shared, experiment.steps};
}

Edit paste(const Document& document, Fragment fragment) { return Pasting(document, std::move(fragment)).edit(); }

}  // namespace ipclab
