#include "results/answers.h"

#include <algorithm>

#include "links/registry.h"
#include "programs/answers.h"
#include "programs/facts.h"

namespace ipclab {

namespace {

using Values = std::vector<std::pair<std::string, TypedValue>>;

TypedValue name(const std::string& text) { return {FieldType::Text, text}; }
template <std::integral T>
TypedValue count(T number) {
    return {FieldType::Integer, number};
}

bool mayLose(const LinkData& link) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    return mechanism != nullptr && !mechanism->info().traits.reliable;
}

// Programs that tell the facts of programs/answers.def.
constexpr std::string_view kAnswering[] = {
    "caller",   "creator", "fork-tree",         "fork-write",      "limit-breaker", "load",    "memory", "orphan",
    "page-out", "parent",  "reliable-receiver", "reliable-sender", "server",        "threads", "zombie"};

bool tells(const ProcessData& process) {
    return std::ranges::find(kAnswering, process.program) != std::end(kAnswering);
}

std::uint64_t peakBytes(const ProcessData& process) {
    const TimeSeries& resident = process.residentBytes;
    if (resident.empty()) return process.maxResidentBytes;
    const SeriesStatistics whole = resident.statistics(resident.firstTime(), resident.lastTime() + 1);
    const auto sampled = whole.count > 0 ? static_cast<std::uint64_t>(whole.max) : 0;
    return std::max(process.maxResidentBytes, sampled);
}

class Collector {
public:
    explicit Collector(const RunData& data) : m_data(data) {}

    std::vector<Answer> collect() {
        // Where calls are what it is about, or what is sent again, that is told of them; what the links have lost
        // stands in the table.
        const bool aboutCalls =
            std::ranges::any_of(m_data.links, [&](const LinkData& link) { return repeatsCalls(link); });
        const bool aboutResending = std::ranges::any_of(
            m_data.processes, [](const ProcessData& it) { return it.program == "reliable-sender"; });
        for (const LinkData& link : m_data.links) {
            if (aboutCalls) addCalls(link);
            if (aboutCalls || aboutResending) continue;
            addNetwork(link);
            addLoss(link);
        }
        if (m_data.experiment.about == Subject::Switching) addSwitch();
        if (isAboutShared()) {
            for (std::size_t i = 0; i < m_data.experiment.shared.size(); ++i) addShared(i);
        }
        if (m_data.experiment.memoryBudgetBytes) {
            for (std::uint32_t i = 0; i < m_data.processes.size(); ++i) addShareOfBudget(i);
        } else {
            for (const RunEvent& event : m_data.events) addFact(event);
            for (std::size_t i = 0; i < m_data.experiment.links.size(); ++i) addBacklog(i);
        }
        std::ranges::stable_sort(m_answers, {}, [](const Answer& it) { return it.process + 1; });  // links first
        if (m_answers.size() > kMostAnswers) m_answers.resize(kMostAnswers);
        return std::move(m_answers);
    }

private:
    void addLoss(const LinkData& link) {
        if (!link.counted || !mayLose(link)) return;
        Values values{{"link", name(link.name)}};
        if (link.sent > 0) {
            const double share = static_cast<double>(link.lost) / static_cast<double>(link.expected());
            values.insert(values.end(), {{"lost", count(link.lost)},
                                         {"sent", count(link.expected())},
                                         {"lost_share", {FieldType::Share, share}}});
        }
        m_answers.push_back({kLossLabel, kLossValue, std::move(values)});
    }

    void addNetwork(const LinkData& link) {
        if (!link.network) return;
        Values values{{"link", name(link.name)}};
        if (link.network->taken > 0) {
            values.insert(values.end(), {{"dropped", count(link.network->dropped)},
                                         {"repeated", count(link.network->repeated)},
                                         {"reordered", count(link.network->reordered)},
                                         {"taken", count(link.network->taken)}});
        }
        m_answers.push_back({kNetworkLabel, kNetworkValue, std::move(values)});
    }

    [[nodiscard]] bool repeatsCalls(const LinkData& link) const {
        return link.calls && std::ranges::any_of(link.ports, [&](const PortData& port) {
                   return port.role == PortRole::Sender && port.process < m_data.processes.size() &&
                          m_data.processes[port.process].program == "caller";
               });
    }

    void addCalls(const LinkData& link) {
        if (!repeatsCalls(link)) return;
        const CallTotals& totals = link.calls->totals;
        Values answered{{"link", name(link.name)}}, executed = answered;
        if (totals.issued > 0) {
            answered.insert(answered.end(), {{"answered", count(totals.answered)}, {"issued", count(totals.issued)}});
            executed.insert(executed.end(), {{"executed", count(totals.executed)},
                                             {"never", count(totals.byExecutions[0])},
                                             {"once", count(totals.byExecutions[1])},
                                             {"twice", count(totals.byExecutions[2])},
                                             {"more", count(totals.byExecutions[3])}});
        }
        m_answers.push_back({kAnsweredLabel, kAnsweredValue, std::move(answered)});
        if (link.calls->executionsKnown) m_answers.push_back({kExecutedLabel, kExecutedValue, std::move(executed)});
    }

    void addSwitch() {
        const SwitchingTotals all = m_data.switching();
        Values values;
        if (all.switches > 0) {
            values.emplace_back("mean_ns", TypedValue{FieldType::TimeNs, all.meanNs()});
            values.emplace_back("switches", count(all.switches));
        }
        m_answers.push_back({kSwitchLabel, kSwitchValue, std::move(values)});
    }

    [[nodiscard]] bool isAboutShared() const { return m_data.experiment.about == Subject::Shared; }

    // Known once everybody has ended: until then its two sides are read at different moments.
    void addShared(std::size_t index) {
        const SharedSpec& spec = m_data.experiment.shared[index];
        const SharedData shared = index < m_data.shared.size() ? m_data.shared[index] : SharedData();
        const bool ended = m_data.endNs != 0;
        Values values{{"shared", name(spec.name)}};
        const auto add = [&](const char* of, FieldType type, auto value) {
            values.emplace_back(of, TypedValue{type, static_cast<std::uint64_t>(value)});
        };
        switch (spec.kind) {
            case SharedKind::HandOff:
                if (shared.waits.count > 0) {
                    add("p50_ns", FieldType::TimeNs, shared.waits.p50);
                    add("p99_ns", FieldType::TimeNs, shared.waits.p99);
                }
                return m_answers.push_back({kHandOffLabel, kHandOffValue, std::move(values)});
            case SharedKind::Counter:
                if (ended) add("lost", FieldType::Integer, shared.lost());
                add("updates", FieldType::Integer, shared.figures.allRounds());
                return m_answers.push_back({kCounterLabel, kCounterValue, std::move(values)});
            case SharedKind::Barrier:
                if (ended) add("early", FieldType::Integer, shared.figures.early);
                return m_answers.push_back({kBarrierLabel, kBarrierValue, std::move(values)});
        }
    }

    static Values valuesOf(const RunEvent& event) {
        Values values;
        for (const EventValue& value : event.values)
            values.emplace_back(value.name, TypedValue{typeOf(event.kind, value.name), value.data});
        return values;
    }

    void addFact(const RunEvent& event) {
        const AnswerKind* kind = findAnswerKind(event.id());
        if (kind == nullptr || !event.process || *event.process >= m_data.processes.size()) return;
        Answer answer{kind->label, kind->value, valuesOf(event), *event.process};
        answer.values.emplace_back("process", name(m_data.processes[*event.process].name));
        if (event.link) answer.values.emplace_back("link", name(m_data.links[*event.link].name));
        const auto label = [](const Answer& it) { return answerText(it.label, it); };
        const auto same = std::ranges::find_if(m_answers, [&, text = label(answer)](const Answer& it) {
            return it.process == answer.process && label(it) == text;
        });
        if (same == m_answers.end()) return m_answers.push_back(std::move(answer));
        *same = std::move(answer);
    }

    // What a link without bounds keeps, it keeps in the memory of its senders.
    void addBacklog(std::size_t link) {
        if (!m_data.experiment.links[link].unbounded || link >= m_data.links.size()) return;
        const LinkData& data = m_data.links[link];
        Values values{{"link", name(data.name)}};
        if (data.sent > 0) values.emplace_back("depth_max", count(data.depthMax));
        m_answers.push_back({kBacklogLabel, kBacklogValue, std::move(values)});
        for (const PortData& port : data.ports) {
            if (port.role == PortRole::Sender) addMemory(port.process);
        }
    }

    void addMemory(std::uint32_t process) {
        const ProcessData& data = m_data.processes[process];
        Values values{{"process", name(data.name)}};
        if (const std::uint64_t peak = peakBytes(data); peak > 0)
            values.emplace_back("peak_bytes", TypedValue{FieldType::Bytes, peak});
        m_answers.push_back({kMemoryLabel, kMemoryValue, std::move(values), process});
    }

    void addShareOfBudget(std::uint32_t process) {
        const auto killed = std::ranges::find_if(m_data.events, [&](const RunEvent& event) {
            return event.kind == EventKind::BudgetKill && event.process == process;
        });
        if (killed == m_data.events.end()) return addMemory(process);
        Answer answer{kBudgetKillLabel, kBudgetKillValue, valuesOf(*killed), process};
        answer.values.emplace_back("process", name(m_data.processes[process].name));
        answer.values.emplace_back("t_s", TypedValue{FieldType::TimeS, m_data.sinceStartS(killed->atNs)});
        m_answers.push_back(std::move(answer));
    }

    const RunData& m_data;
    std::vector<Answer> m_answers;
};

}  // namespace

std::string answerText(std::string_view sentence, const Answer& answer, const Wording& wording) {
    return fillTyped(wording.text("answer", sentence), wording, [&](std::string_view name) {
        const auto found = std::ranges::find(answer.values, name, &Values::value_type::first);
        return found == answer.values.end() ? std::nullopt : std::optional(found->second);
    });
}

std::vector<Answer> answersOf(const RunData& data) { return Collector(data).collect(); }

bool asksForAnswers(const RunData& data) {
    return std::ranges::any_of(data.processes, tells) || !answersOf(data).empty();
}

}  // namespace ipclab
