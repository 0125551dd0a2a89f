#include "export/trace_json.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "core/number_text.h"
#include "results/event_order.h"
#include "results/event_text.h"
#include "results/quantity.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::size_t kPieceBytes = 1U << 16;

struct Track {
    std::int64_t pid, tid;
};

std::string jsonString(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string experimentName(const RunData& data) {
    const auto name = data.experiment.name.find("en");
    return name == data.experiment.name.end() ? data.experiment.id : name->second;
}

// Before anything that is told: no time of the trace is negative.
Nanoseconds beginOf(const RunData& data) {
    Nanoseconds begin = data.startNs != 0 ? data.startNs : data.originNs();
    const auto take = [&](Nanoseconds t) {
        if (t > 0) begin = begin == 0 ? t : std::min(begin, t);
    };
    const auto takeLane = [&](const StateSeries& lane) {
        if (!lane.empty()) take(lane.firstTime());
    };
    for (const ProcessData& process : data.processes) takeLane(process.lane);
    for (const TaskData& task : data.tasks) takeLane(task.lane);
    for (const auto& [number, cpu] : data.cpus) takeLane(cpu.lane);
    for (const RunEvent& event : data.events) take(event.atNs);
    return begin;
}

// What the viewer of Chromium paints threads of its own in (base/color_scheme.html); Perfetto passes over it.
std::string_view colorOf(ProcessState state) {
    switch (state) {
        case ProcessState::Running:
            return "thread_state_running";
        case ProcessState::Ready:
        case ProcessState::Runnable:
        case ProcessState::ReadyEstimated:
            return "thread_state_runnable";
        case ProcessState::Waiting:
            return "thread_state_sleeping";
        case ProcessState::Stopped:
            return "thread_state_iowait";
        default:
            return "thread_state_unknown";
    }
}

class TraceWriter {
public:
    TraceWriter(const RunData& data, const AppendBytes& append)
        : m_data(data), m_append(append), m_beginNs(beginOf(data)), m_nowNs(std::max(data.endNs, data.sampledNs)) {
        for (const TaskData& task : data.tasks) {
            if (task.isThread() && task.tid == task.pid) m_withMainThread.insert(task.pid);
        }
    }

    void write() {
        m_text = "{\"displayTimeUnit\":\"ns\",\"otherData\":{\"program\":\"ipclab\",\"experiment\":" +
                 jsonString(experimentName(m_data)) + ",\"states\":" + jsonString(id(m_data.observer.level)) +
                 ",\"clock\":\"CLOCK_MONOTONIC\",\"begin_ns\":" + std::to_string(m_beginNs) + "},\"traceEvents\":[";
        writeNames();
        writeStates();
        writeProcessors();
        for (const QuantityOwner owner :
             {QuantityOwner::Link, QuantityOwner::Process, QuantityOwner::Shared, QuantityOwner::Processor})
            writeCounters(owner);
        writeEvents();
        m_text += "\n]}\n";
        m_append(m_text);
    }

private:
    void add(const std::string& event) {
        m_text += (m_first ? "\n" : ",\n") + event;
        m_first = false;
        if (m_text.size() < kPieceBytes) return;
        m_append(m_text);
        m_text.clear();
    }

    // Microseconds, to the nanosecond.
    static std::string micros(Nanoseconds ns) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%lld.%03lld", static_cast<long long>(ns / 1000),
                      static_cast<long long>(ns % 1000));
        return text.data();
    }
    [[nodiscard]] std::string at(Nanoseconds t) const { return micros(std::max<Nanoseconds>(0, t - m_beginNs)); }

    static std::string onTrack(const char* phase, const Track& track) {
        return std::string("{\"ph\":\"") + phase + "\",\"pid\":" + std::to_string(track.pid) +
               ",\"tid\":" + std::to_string(track.tid);
    }

    void nameOf(const char* what, const Track& track, std::string_view name) {
        add(onTrack("M", track) + ",\"name\":\"" + what + "\",\"args\":{\"name\":" + jsonString(name) + "}}");
    }
    void placeOf(const char* what, const Track& track, std::size_t place) {
        add(onTrack("M", track) + ",\"name\":\"" + what + "\",\"args\":{\"sort_index\":" + std::to_string(place) +
            "}}");
    }

    // Of a process as a whole; where its first thread is told apart from it that one has the number.
    [[nodiscard]] Track wholeOf(std::int32_t pid) const {
        return {pid, m_withMainThread.contains(pid) ? pid + kTraceWhole : pid};
    }
    [[nodiscard]] Track trackOf(const TaskData& task) const {
        return task.isThread() ? Track{task.pid, task.tid} : wholeOf(task.pid);
    }

    void nameProcess(std::int32_t pid, std::string_view name, std::size_t place) {
        nameOf("process_name", {pid, pid}, name);
        placeOf("process_sort_index", {pid, pid}, place);
        nameOf("thread_name", wholeOf(pid), m_withMainThread.contains(pid) ? "process as a whole" : name);
    }

    void writeNames() {
        std::size_t place = 0;
        nameOf("process_name", {kTraceProcessors, kTraceProcessors}, "processors");
        placeOf("process_sort_index", {kTraceProcessors, kTraceProcessors}, place++);
        for (const auto& [number, cpu] : m_data.cpus)
            nameOf("thread_name", {kTraceProcessors, kTraceProcessors + 1 + number}, "CPU " + std::to_string(number));
        for (const ProcessData& process : m_data.processes) {
            if (process.pid != 0) nameProcess(process.pid, process.name, place++);
        }
        for (const TaskData& task : m_data.tasks) {
            if (task.isThread()) {
                nameOf("thread_name", {task.pid, task.tid}, task.name);
            } else if (!task.process) {
                nameProcess(task.pid, task.name, place++);
            }
        }
        const auto below = [&](std::int64_t pid, std::string_view name) {
            nameOf("process_name", {pid, pid}, name);
            placeOf("process_sort_index", {pid, pid}, place++);
        };
        if (!m_data.links.empty()) below(kTraceLinks, "links");
        if (!m_data.shared.empty()) below(kTraceShared, "shared objects");
    }

    void writeLane(const Track& track, const StateSeries& lane) {
        lane.forEach(0, StateSeries::kOpenEnd, [&](const StateInterval& it) {
            const Nanoseconds endNs = it.isOpen() ? std::max(m_nowNs, it.start) : it.end;
            const std::string_view state = stateId(it.state);
            const bool why = it.reason != 0 && it.state == ProcessState::Waiting;
            const std::string_view reason = why ? id(static_cast<WaitReason>(it.reason)) : std::string_view();
            std::string args = "\"state\":" + jsonString(state);
            if (why) args += ",\"reason\":" + jsonString(reason);
            if (it.cpu >= 0) args += ",\"cpu\":" + std::to_string(it.cpu);
            addSlice(track, "state", why ? std::string(state) + ": " + std::string(reason) : std::string(state),
                     it.start, endNs, args, colorOf(it.state));
        });
    }

    void addSlice(const Track& track, const char* category, std::string_view name, Nanoseconds start, Nanoseconds end,
                  const std::string& args, std::string_view color = {}) {
        const std::string painted = color.empty() ? std::string() : ",\"cname\":" + jsonString(color);
        add(onTrack("X", track) + ",\"ts\":" + at(start) + ",\"dur\":" + micros(end - start) + ",\"cat\":\"" +
            category + "\",\"name\":" + jsonString(name) + painted + ",\"args\":{" + args + "}}");
    }

    void writeStates() {
        for (const ProcessData& process : m_data.processes) {
            if (process.pid != 0) writeLane(wholeOf(process.pid), process.lane);
        }
        for (const TaskData& task : m_data.tasks) {
            if (task.isThread() || !task.process) writeLane(trackOf(task), task.lane);
        }
    }

    [[nodiscard]] std::string runnerName(const TaskId& who) const {
        for (const ProcessData& process : m_data.processes) {
            if (process.pid == who.pid) return process.name;
        }
        for (const TaskData& task : m_data.tasks) {
            if (task.pid == who.pid) return task.name;
        }
        return who.pid == m_data.launcherPid ? "ipclab-launcher" : "pid " + std::to_string(who.pid);
    }

    void writeProcessors() {
        std::vector<std::string> names;
        for (const TaskId& runner : m_data.runners) names.push_back(runnerName(runner));
        for (const auto& [number, cpu] : m_data.cpus) {
            const Track track{kTraceProcessors, kTraceProcessors + 1 + number};
            cpu.lane.forEach(0, StateSeries::kOpenEnd, [&](const StateInterval& it) {
                const Nanoseconds endNs = it.isOpen() ? std::max(m_nowNs, it.start) : it.end;
                const auto runner = static_cast<std::size_t>(it.cpu);
                const bool known = it.cpu >= 0 && runner < names.size();
                const std::string args = known ? "\"pid\":" + std::to_string(m_data.runners[runner].pid) +
                                                     ",\"tid\":" + std::to_string(m_data.runners[runner].tid)
                                               : std::string();
                const bool switching = it.state == ProcessState::Switching;
                const std::string name = switching ? "switch" : known ? names[runner] : "not known";
                addSlice(track, "processor", name, it.start, endNs, args);
            });
        }
    }

    [[nodiscard]] Track trackOf(const QuantityOf& of) const {
        switch (of.owner) {
            case QuantityOwner::Process: {
                const std::int64_t pid = m_data.processes[of.index].pid;
                return {pid, pid};
            }
            case QuantityOwner::Shared:
                return {kTraceShared, kTraceShared};
            case QuantityOwner::Processor:
                return {kTraceProcessors, kTraceProcessors};
            default:
                return {kTraceLinks, kTraceLinks};
        }
    }

    // A gap, where there was nothing to measure, ends no line of a counter: there is no value for it.
    void writeCounters(QuantityOwner owner) {
        for (const QuantityOf& of : ownersIn(m_data, owner)) {
            const Track track = trackOf(of);
            if (track.pid == 0) continue;
            for (const Quantity* quantity : seriesOf(owner)) {
                const TimeSeries& series = *quantity->seriesOf(m_data, of);
                const std::string head = onTrack("C", track) + ",\"name\":" +
                                         jsonString(ipclab::nameOf(m_data, of) + "." + std::string(quantity->id)) +
                                         ",\"ts\":";
                series.forEach(0, StateSeries::kOpenEnd, [&](const Sample& sample) {
                    if (std::isfinite(sample.value))
                        add(head + at(sample.t) + ",\"args\":{\"value\":" + numberText(sample.value, 9) + "}}");
                });
            }
        }
    }

    void writeEvents() {
        for (const RunEvent* event : inTimeOrder(m_data.events)) {
            const bool ofProcess = event->process && *event->process < m_data.processes.size() &&
                                   m_data.processes[*event->process].pid != 0;
            const bool ofLink = !ofProcess && event->link && *event->link < m_data.links.size();
            const std::int64_t pid = ofProcess ? m_data.processes[*event->process].pid : kTraceLinks;
            std::string args = "\"text\":" + jsonString(eventText(*event, m_data));
            if (event->link && *event->link < m_data.links.size())
                args += ",\"link\":" + jsonString(m_data.links[*event->link].name);
            std::string values;
            for (const auto& [name, value] : spelledValues(*event))
                values += (values.empty() ? "" : ",") + jsonString(name) + ":" + jsonString(value);
            args += ",\"values\":{" + values + "}";
            const Track track = ofProcess ? wholeOf(static_cast<std::int32_t>(pid)) : Track{pid, pid};
            add(onTrack("i", track) + ",\"s\":\"" + (ofProcess || ofLink ? "p" : "g") + "\",\"ts\":" + at(event->atNs) +
                ",\"cat\":\"event\",\"name\":" + jsonString(event->id()) + ",\"args\":{" + args + "}}");
        }
    }

    const RunData& m_data;
    const AppendBytes& m_append;
    Nanoseconds m_beginNs, m_nowNs;
    std::set<std::int32_t> m_withMainThread;
    std::string m_text;
    bool m_first = true;
};

}  // namespace

void writeTrace(const RunData& data, const AppendBytes& append) { TraceWriter(data, append).write(); }

}  // namespace ipclab
