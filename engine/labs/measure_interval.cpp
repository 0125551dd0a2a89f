#include "labs/measure_interval.h"

#include <algorithm>

#include "labs/measure_list.h"
#include "labs/measures.h"
#include "results/words.h"

namespace ipclab {

namespace {

void widen(std::optional<LabInterval>& all, Nanoseconds from, Nanoseconds to) {
    if (from <= 0 || to < from) return;
    all = all ? LabInterval{std::min(all->from, from), std::max(all->to, to)} : LabInterval{from, to};
}

std::string nameAsked(const LabQuestion& question) {
    const auto* name = question.arguments.empty() || !question.arguments.front()
                           ? nullptr
                           : std::get_if<std::string>(&*question.arguments.front());
    return name != nullptr ? *name : std::string();
}

Nanoseconds endOf(const RunData& run) { return std::max(run.endNs, run.sampledNs); }

// Gathers, of one question after the other, what is precise about it and what is merely its subject's time.
class Places {
public:
    explicit Places(const RunData& run) : m_run(run) {}

    void add(const LabQuestion& question) {
        if (!question.step.empty()) return;  // that is in another run
        const auto* word = findMeasure(question.name);
        if (word == nullptr || wrongWith(question)) return;
        if (word->kind == MeasureKind::Events) return addEvents(question);
        if (word->kind == MeasureKind::OfOneProcess) return addProcess(question);
        if (word->kind != MeasureKind::Quantities) return;
        if (word->owner == QuantityOwner::Link) addLinks(question);
        if (word->owner == QuantityOwner::Process) addLives(question);
    }
    [[nodiscard]] std::optional<LabInterval> found() const { return m_precise ? m_precise : m_around; }

private:
    void addEvents(const LabQuestion& question) {
        const auto kind = eventKindOf(nameAsked(question));
        for (const auto& event : m_run.events) {
            if (event.kind == kind && isMeantEvent(event, question, m_run)) widen(m_precise, event.atNs, event.atNs);
        }
    }

    void addProcess(const LabQuestion& question) {
        for (const auto& process : m_run.processes) {
            if (process.name != nameAsked(question)) continue;
            if (question.name == "exit") widen(m_precise, process.endedNs, process.endedNs);
            if (question.name == "time_in") addState(process, std::get<std::string>(*question.arguments[1]));
            if (question.name == "waited") addState(process, "waiting");
            if (question.name == "descendants") addFamily(process);
        }
    }

    // From the first time it was in that state to the last.
    void addState(const ProcessData& process, std::string_view word) {
        const auto state = processStateOf(word);
        const StateSeries& lane = process.lane;
        for (auto i = lane.firstIndex(); state && i < lane.endIndex(); ++i) {
            const StateInterval interval = lane.interval(i);
            if (interval.state == *state) widen(m_precise, interval.start, std::min(interval.end, endOf(m_run)));
        }
    }

    void addFamily(const ProcessData& process) {
        for (const auto& task : m_run.tasks) {
            if (task.isThread() || task.process || task.bornOf != process.pid) continue;
            widen(m_precise, task.bornNs, task.endedNs != 0 ? task.endedNs : endOf(m_run));
        }
    }

    void addLinks(const LabQuestion& question) {
        for (const auto& link : m_run.links) {
            if (question.arguments.front() && link.name != nameAsked(question)) continue;
            const auto& moments = link.moments;
            if (moments.firstNs == 0) continue;
            if (question.member == "first_s")
                widen(m_precise, moments.firstNs, moments.firstNs);
            else if (question.member == "last_s")
                widen(m_precise, moments.lastNs, moments.lastNs);
            else
                widen(m_around, moments.firstNs, moments.lastNs);
        }
    }

    void addLives(const LabQuestion& question) {
        for (const auto& process : m_run.processes) {
            if (question.arguments.front() && process.name != nameAsked(question)) continue;
            widen(m_around, process.bornNs, process.endedNs != 0 ? process.endedNs : endOf(m_run));
        }
    }

    const RunData& m_run;
    std::optional<LabInterval> m_precise, m_around;
};

}  // namespace

std::optional<LabInterval> intervalOf(const LabExpression& measure, const RunData& run) {
    Places places(run);
    for (const auto& question : measure.questions()) places.add(question);
    return places.found();
}

}  // namespace ipclab
