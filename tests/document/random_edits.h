// Edits as a person in a hurry would make them, sound or not, by a seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "document/edits.h"

namespace ipclab::test {

class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    // May be empty, where chance found nothing to do.
    Edit edit(const Document& document) {
        switch (below(12)) {
            case 0:
                return addPart(document, element(document));
            case 1:
                return removeSome(document);
            case 2:
                return renameSome(document);
            case 3:
                return changeEnds(document);
            case 4:
                return pasteSome(document);
            case 5:
                return replaceSome(document);
            case 6: {
                Document after = document;
                Edit both = edit(document);
                after.apply(both);
                both.then(edit(after));
                return both;
            }
            case 7:
            case 8:
                return reverseSome(document);
            default:
                return changeField(document);
        }
    }

    unsigned below(std::size_t count) { return static_cast<unsigned>(m_random() % std::max<std::size_t>(count, 1)); }

private:
    using Kind = Part::Kind;

    Kind kind() { return static_cast<Kind>(1 + below(4)); }

    Part some(const Document& document, Kind kind) {
        const auto& ids = document.ids().of(kind);
        return ids.empty() ? Part{} : Part{kind, ids[below(ids.size())]};
    }

    std::string name() {
        static const std::vector<std::string> names{"a",       "b",        "producer", "consumer",
                                                    "relay-2", "bad name", "",         "system"};
        return names[below(names.size())];
    }

    // Mostly one that is there.
    std::string process(const Document& document) {
        const auto& all = document.experiment().processes;
        return all.empty() || below(8) == 0 ? name() : all[below(all.size())].name;
    }

    std::string mechanism() {
        static const std::vector<std::string> ids{"pipe",       "fifo",    "posix-mq", "shared-ring",
                                                  "socketpair", "eventfd", "pipes"};
        return ids[below(ids.size())];
    }

    EndSpec end(const Document& document) {
        EndSpec end;
        end.process = process(document);
        if (below(6) == 0) end.mode = static_cast<EndMode>(below(4));
        if (below(6) == 0) end.attach = Attach::Stdio;
        if (below(8) == 0) end.priority = below(40);
        return end;
    }

    Element element(const Document& document) {
        switch (kind()) {
            case Kind::Process: {
                static const std::vector<std::string> programs{"producer",  "consumer", "relay",
                                                               "increment", "command",  "nothing"};
                ProcessSpec spec;
                spec.name = name();
                spec.program = programs[below(programs.size())];
                if (below(3) == 0) spec.command = {below(2) == 0 ? "cat" : "no-such-command"};
                if (below(3) == 0) spec.settings.messageBytes = 64U << below(12);
                return spec;
            }
            case Kind::Link: {
                LinkSpec link;
                link.name = name();
                link.mechanism = mechanism();
                link.senders.push_back(end(document));
                link.receivers.push_back(end(document));
                if (below(3) == 0) link.capacityMessages = below(20'000);
                const auto& others = document.experiment().links;
                if (!others.empty() && below(3) == 0) link.reverseOf = others[below(others.size())].name;
                if (below(5) == 0) link.owner = process(document);
                return link;
            }
            case Kind::Shared: {
                SharedSpec shared;
                shared.name = name();
                shared.kind = static_cast<SharedKind>(below(3));
                shared.sync = below(3) == 0 ? "nothing" : "futex";
                for (unsigned i = below(3); i < 3; ++i) shared.processes.push_back(process(document));
                return shared;
            }
            default: {
                Step step{.atNs = below(10) * kNsPerSecond, .process = process(document)};
                step.action = static_cast<StepAction>(below(8));
                if (below(4) == 0) {
                    step.link = below(2) == 0 && !document.experiment().links.empty()
                                    ? document.experiment().links.front().name
                                    : "nowhere";
                    if (below(2) == 0) step.process.clear();
                    step.room.capacityBytes = 4096U << below(8);
                }
                if (below(2) == 0) step.messageBytes = 64U << below(14);
                if (below(4) == 0) step.nice = 3;
                return step;
            }
        }
    }

    Edit removeSome(const Document& document) {
        const Part part = some(document, kind());
        return part.kind == Kind::None ? Edit{} : removePart(document, part);
    }

    Edit renameSome(const Document& document) {
        const Part part = some(document, static_cast<Kind>(1 + below(3)));
        return part.kind == Kind::None ? Edit{} : renamePart(document, part, name());
    }

    Edit replaceSome(const Document& document) {
        Element now = element(document);
        const Part part = some(document, kindOf(now));
        return part.kind == Kind::None ? Edit{} : replacePart(document, part, std::move(now));
    }

    // One of the first links, so that several come to mean the same.
    Edit reverseSome(const Document& document) {
        const Part link = some(document, Kind::Link);
        if (link.kind == Kind::None) return {};
        LinkSpec plan = *document.link(link.id);
        plan.reverseOf = below(4) == 0
                             ? std::string()
                             : document.experiment().links[below(2) % document.experiment().links.size()].name;
        return replacePart(document, link, std::move(plan));
    }

    Edit changeEnds(const Document& document) {
        const Part link = some(document, Kind::Link);
        if (link.kind == Kind::None) return {};
        const LinkSide side = below(2) == 0 ? LinkSide::From : LinkSide::To;
        const LinkSpec& plan = *document.link(link.id);
        const std::size_t ends = (side == LinkSide::From ? plan.senders : plan.receivers).size();
        if (ends == 0 || below(3) == 0) return addEnd(document, link.id, side, end(document));
        if (below(2) == 0) return removeEnd(document, link.id, side, below(ends));
        return replaceEnd(document, link.id, side, below(ends), end(document));
    }

    Edit pasteSome(const Document& document) {
        if (document.ids().of(Kind::Process).size() > 30) return {};  // it doubles
        std::vector<Part> parts;
        for (const Kind kind : {Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) {
            for (const PartId id : document.ids().of(kind)) {
                if (below(3) == 0) parts.push_back({kind, id});
            }
        }
        return paste(document, copyOf(document, parts));
    }

    Edit changeField(const Document& document) {
        using Json = nlohmann::ordered_json;
        struct Setting {
            Kind kind;
            const char* field;
            Json value;
        };
        static const std::vector<Setting> settings{
            {Kind::None, "duration_s", 5},
            {Kind::None, "duration_s", nullptr},
            {Kind::None, "summary/ko", "예제"},
            {Kind::None, "seed", 7},
            {Kind::None, "memory_budget_bytes", 1 << 24},
            {Kind::None, "id", "no Id"},
            {Kind::Process, "rate_per_s", 100},
            {Kind::Process, "message_bytes", 4096},
            {Kind::Process, "count", 10},
            {Kind::Process, "program", "relay"},
            {Kind::Process, "importance", "service"},
            {Kind::Process, "nice", -5},
            {Kind::Process, "limits/cpu_s", 3},
            {Kind::Process, "limits", nullptr},
            {Kind::Process, "cpus", Json::array({0, 900})},
            {Kind::Link, "mechanism", "posix-mq"},
            {Kind::Link, "capacity/messages", 9},
            {Kind::Link, "capacity", nullptr},
            {Kind::Link, "policy", "round-robin"},
            {Kind::Link, "from/0/mode", "poll"},
            {Kind::Link, "reverse_of", "a→b"},
            {Kind::Shared, "kind", "barrier"},
            {Kind::Step, "do", "kill"},
            {Kind::Step, "at_s", 2.5},
        };
        const Setting& setting = settings[below(settings.size())];
        const Part part = setting.kind == Kind::None ? Part{} : some(document, setting.kind);
        if (part.kind != setting.kind) return {};
        return setField(document, part, setting.field, setting.value).edit;
    }

    std::mt19937 m_random;
};

}  // namespace ipclab::test
