#include "protocol/messages.h"

#include <algorithm>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "core/sentences.h"

namespace ipclab {

using nlohmann::json;

namespace {

constexpr std::size_t kLongestText = 8U << 10;  // six bytes a character at worst, when escaped
constexpr std::size_t kMostNamedTexts = 32;
constexpr std::size_t kLongestName = 128;
constexpr std::size_t kLongestNamedTexts = 6U << 10;  // all values together: a fact's bytes as hexadecimal, and more

// One list of fields serves both ways: the visitor writes them or reads them.
template <typename T>
struct Wire;

#define WIRE(Type, Id, ...)                                                         \
    template <>                                                                     \
    struct Wire<Type> {                                                             \
        static constexpr std::string_view id = Id;                                  \
        template <typename Visitor, typename Value>                                 \
        static void visit([[maybe_unused]] Visitor& v, [[maybe_unused]] Value& m) { \
            __VA_ARGS__;                                                            \
        }                                                                           \
    };

WIRE(StopAsked, "stop", (void)0)
WIRE(SignalAsked, "signal", v("process", m.process), v("signal", m.signal))
WIRE(ObserverReady, "observer-ready", (void)0)
WIRE(ControlChanged, "control-changed", v("process", m.process))
WIRE(NiceAsked, "nice", v("process", m.process), v("nice", m.nice))
WIRE(CpusAsked, "cpus", v("process", m.process), v("cpus", m.cpus))
WIRE(LinkSetAsked, "link-set-asked", v("link", m.link), v("capacity_bytes", m.capacityBytes),
     v("send_buffer_bytes", m.sendBufferBytes), v("receive_buffer_bytes", m.receiveBufferBytes))
WIRE(StartAsked, "start-asked", v("process", m.process))
WIRE(RetireAsked, "retire-asked", v("process", m.process))
WIRE(LinkSet, "link-set", v("link", m.link), v("by_step", m.byStep), v("what", m.what), v("asked", m.asked),
     v("given", m.given), v("error", m.error), v("why", m.why), v("at_ns", m.atNs))
WIRE(ProcessStarted, "started-by-hand", v("process", m.process), v("at_ns", m.atNs))
WIRE(ProcessRetired, "retired", v("process", m.process), v("at_ns", m.atNs))
WIRE(ObserverOpened, "observer", v("descriptors", m.descriptors), v("reason", m.reason),
     v("wake_descriptors", m.wakeDescriptors), v("wake_pid_offset", m.wakePidOffset), v("wake_reason", m.wakeReason))
WIRE(InspectAsked, "inspect", v("process", m.process), v("thread", m.thread))
WIRE(LinkCreated, "created", v("link", m.link), v("capacity_bytes", m.capacityBytes),
     v("capacity_messages", m.capacityMessages), v("max_message_bytes", m.maxMessageBytes),
     v("send_buffer_bytes", m.sendBufferBytes), v("receive_buffer_bytes", m.receiveBufferBytes), v("tcp", m.tcp))
WIRE(ProcessLaunched, "launched", v("process", m.process), v("pid", m.pid), v("ppid", m.ppid), v("at_ns", m.atNs))
WIRE(LaunchFailed, "launch-failed", v("process", m.process), v("stage", m.stage), v("error", m.error),
     v("message", m.message), v("at_ns", m.atNs))
WIRE(RunStarted, "started", v("at_ns", m.atNs))
WIRE(StepTaken, "step", v("step", m.step), v("at_ns", m.atNs))
WIRE(SignalSent, "signalled", v("process", m.process), v("signal", m.signal), v("at_ns", m.atNs))
WIRE(SchedulingSet, "scheduling", v("process", m.process), v("by_step", m.byStep), v("what", m.what),
     v("asked", m.asked), v("given", m.given), v("error", m.error), v("at_ns", m.atNs))
WIRE(ProcessExited, "exited", v("process", m.process), v("pid", m.pid), v("at_ns", m.atNs), v("code", m.code),
     v("signal", m.signal), v("core_dumped", m.coreDumped), v("user_ns", m.userNs), v("system_ns", m.systemNs),
     v("max_rss_bytes", m.maxResidentBytes), v("voluntary", m.voluntarySwitches),
     v("involuntary", m.involuntarySwitches), v("descendant_user_ns", m.descendantUserNs),
     v("descendant_system_ns", m.descendantSystemNs), v("descendant_voluntary", m.descendantVoluntary),
     v("descendant_involuntary", m.descendantInvoluntary), v("largest_rss_bytes", m.largestResidentBytes),
     v("run_ns", m.runNs), v("run_delay_ns", m.runDelayNs), v("several_threads", m.severalThreads))
WIRE(OrphanExited, "orphan-exited", v("pid", m.pid), v("at_ns", m.atNs), v("code", m.code), v("signal", m.signal),
     v("core_dumped", m.coreDumped))
WIRE(LinkOwnerEnded, "link-owner-ended", v("link", m.link), v("process", m.process), v("remains", m.remains),
     v("queued", m.queued), v("unit", m.unit), v("at_ns", m.atNs))
WIRE(HolderDied, "holder-died", v("shared", m.shared), v("process", m.process), v("at_ns", m.atNs))
WIRE(StackRead, "stack", v("process", m.process), v("address", m.address), v("bytes", m.bytes))
WIRE(ThreadInspected, "inspected", v("process", m.process), v("pid", m.pid), v("thread", m.thread),
     v("problem", m.problem), v("registers", m.registers), v("state", m.state), v("at_ns", m.atNs),
     v("held_ns", m.heldNs))
WIRE(StepAsked, "step-asked", v("process", m.process), v("thread", m.thread), v("instructions", m.instructions))
WIRE(LetGoAsked, "let-go", v("process", m.process))
WIRE(AddressReached, "place", v("process", m.process), v("thread", m.thread), v("registers", m.registers),
     v("code", m.code), v("at_ns", m.atNs))
WIRE(StepsTaken, "steps-taken", v("process", m.process), v("pid", m.pid), v("thread", m.thread),
     v("problem", m.problem), v("held", m.held), v("waits", m.waits), v("taken", m.taken), v("held_ns", m.heldNs),
     v("compared", m.compared), v("differing", m.differing), v("switches", m.switches), v("at_ns", m.atNs))
WIRE(OutputRead, "output", v("process", m.process), v("is_error", m.isError), v("text", m.text),
     v("left_out", m.leftOut), v("at_ns", m.atNs))
WIRE(FactTold, "fact", v("process", m.process), v("pid", m.pid), v("at_ns", m.atNs), v("id", m.id),
     v("values", m.values))
WIRE(BudgetKill, "budget-kill", v("process", m.process), v("at_ns", m.atNs), v("used_bytes", m.usedBytes),
     v("process_bytes", m.processBytes), v("budget_bytes", m.budgetBytes))
WIRE(SafetySet, "safety", v("processes", m.processes), v("memory_bytes", m.memoryBytes), v("group", m.group),
     v("group_problem", m.groupProblem), v("user_processes", m.userProcesses), v("real_time", m.realTime))
WIRE(SafetyEnd, "safety-end", v("what", m.what), v("found", m.found), v("limit", m.limit), v("why", m.why),
     v("at_ns", m.atNs))
WIRE(RunStopping, "stopping", v("stage", m.stage), v("at_ns", m.atNs))
WIRE(RunFinished, "finished", v("at_ns", m.atNs), v("strays", m.strays))
WIRE(RunWarning, "warning", v("text", m.text))
WIRE(RunFailed, "failed", v("text", m.text))
WIRE(WindowStarted, "window-started", v("process", m.process), v("pid", m.pid), v("ppid", m.ppid), v("at_ns", m.atNs))
WIRE(WindowStartFailed, "window-start-failed", v("process", m.process), v("message", m.message))
WIRE(WindowEnded, "window-ended", v("process", m.process), v("code", m.code), v("signal", m.signal), v("at_ns", m.atNs))
WIRE(WindowStartAsked, "window-start", v("process", m.process), v("executable", m.executable), v("numbers", m.numbers))
#undef WIRE

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

struct Writer {
    json object;

    void operator()(const char* name, const std::string& value) { object[name] = value.substr(0, kLongestText); }
    template <typename T>
    void operator()(const char* name, const std::optional<T>& value) {
        if (value) object[name] = *value;
    }
    void operator()(const char* name, const NamedTexts& values) {
        json list = json::array();
        std::size_t left = kLongestNamedTexts;
        for (const auto& [key, value] : values) {
            if (list.size() == kMostNamedTexts) break;
            list.push_back(json::array({key.substr(0, kLongestName), value.substr(0, left)}));
            left -= std::min(left, value.size());
        }
        object[name] = std::move(list);
    }
    template <typename T>
    void operator()(const char* name, const T& value) {
        object[name] = value;
    }
};

struct Reader {
    static constexpr Nanoseconds kLatestNs = Nanoseconds{1} << 62;
    const json& object;

    const json& at(const char* name) const {
        const auto found = object.find(name);
        if (found == object.end()) throw std::runtime_error(std::string("field \"") + name + "\" is missing");
        return *found;
    }
    [[noreturn]] static void refuse(const char* name, const char* expected) {
        throw std::runtime_error(std::string("field \"") + name + "\" is not " + expected);
    }
    void operator()(const char* name, std::string& value) const {
        if (!at(name).is_string()) refuse(name, "a text");
        value = at(name).get<std::string>();
    }
    void operator()(const char* name, bool& value) const {
        if (!at(name).is_boolean()) refuse(name, "true or false");
        value = at(name).get<bool>();
    }
    template <typename T>
    void operator()(const char* name, std::optional<T>& value) const {
        if (!object.contains(name)) return;
        value.emplace();
        (*this)(name, *value);
    }
    void operator()(const char* name, NamedTexts& values) const {
        if (!at(name).is_array()) refuse(name, "a list");
        for (const json& pair : at(name)) {
            if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
                refuse(name, "a list of pairs of texts");
            }
            values.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
        }
    }
    template <std::integral T>
    void operator()(const char* name, T& value) const {
        const json& field = at(name);
        if (!field.is_number_integer()) refuse(name, "a whole number");
        const bool fits = field.is_number_unsigned()
                              ? field.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<T>::max()}
                              : std::is_signed_v<T> && std::in_range<T>(field.get<std::int64_t>());
        if (!fits) refuse(name, "within its range");
        value = field.get<T>();
        // Differences and sums of times are made everywhere.
        if (std::string_view(name).ends_with("_ns") && (std::cmp_less(value, 0) || std::cmp_greater(value, kLatestNs))) {
            refuse(name, "a time from 0 ns on");
        }
    }
};

template <typename T>
bool tryRead(std::string_view id, const json& object, Decoded& decoded) {
    if (id != Wire<T>::id) return false;
    T message{};
    Reader reader{object};
    Wire<T>::visit(reader, message);
    decoded.message = std::move(message);
    return true;
}

template <typename... T>
bool readAny(std::string_view id, const json& object, Decoded& decoded, std::variant<T...>*) {
    return (tryRead<T>(id, object, decoded) || ...);
}

}  // namespace

std::string encode(const Message& message) {
    Writer writer;
    std::visit(
        [&]<typename T>(const T& value) {
            writer.object["type"] = Wire<T>::id;
            Wire<T>::visit(writer, value);
        },
        message);
    return writer.object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Decoded decode(std::string_view packet) {
    Decoded decoded;
    try {
        const json object = json::parse(packet);
        const auto type = object.is_object() ? object.find("type") : object.end();
        if (type == object.end() || !type->is_string()) {
            decoded.problem = say(Sentence::NoTypedObject);
        } else if (!readAny(type->get<std::string>(), object, decoded, static_cast<Message*>(nullptr))) {
            decoded.problem = say(Sentence::UnknownType, {{"type", type->get<std::string>()}});
        }
    } catch (const std::exception& error) {
        decoded.problem = error.what();
    }
    return decoded;
}

}  // namespace ipclab
