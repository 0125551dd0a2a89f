#include "plan/experiment_fields.h"

#include "plan/experiment_json.h"
#include "plan/limits.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kNsPerMillisecond = 1'000'000;
constexpr Nanoseconds kNsPerMicrosecond = 1'000;

constexpr std::array<std::string_view, 2> kLaunchWords{"fork", "exec"};
constexpr std::array<std::string_view, 3> kObserveWords{"off", "sampled", "exact"};
constexpr std::array<std::string_view, 2> kModeWords{"blocking", "nonblocking"};
constexpr std::array<std::string_view, 3> kAttachWords{"auto", "stdio", "descriptor"};
constexpr std::array<std::string_view, 6> kActionWords{"set", "pause", "continue", "stop", "terminate", "kill"};

constexpr std::string_view kRateMeaning = "messages per second, 0 for as fast as possible";
constexpr std::string_view kSizeMeaning = "the bytes of a whole message, its 32-byte header included";
constexpr std::string_view kWorkMeaning = "microseconds of computation per message";

Json word(std::string_view text) { return Json(std::string(text)); }

template <typename Enum, std::size_t N>
Json wordUnless(Enum value, Enum usual, const std::array<std::string_view, N>& words) {
    return value == usual ? Json() : word(wordOf(value, words));
}

template <typename Value>
Json optionalJson(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

auto readRate(const Json& value, const Place& at) { return readNumber(value, at, 0, limits::kRatePerSecond); }
auto readSize(const Json& value, const Place& at) {
    return readInteger<std::uint32_t>(value, at, kMinMessageBytes, kMaxMessageBytes);
}
auto readWork(const Json& value, const Place& at) {
    return readDuration(value, at, kNsPerMicrosecond, 0, limits::kWorkNs);
}

void readName(const Json& value, const Place& at, std::string& into) {
    assign(into, readText(value, at, limits::kLinkNameBytes));
}

// --- texts in several languages ---------------------------------------------------------------------------------

bool isLanguage(std::string_view key) {
    return (key.size() == 2 || key.size() == 3) &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void readLocalText(const Json& value, const Place& at, LocalText& into) {
    if (value.is_string()) return assign(into["en"], readText(value, at, limits::kTextBytes));
    if (!value.is_object()) return complain(at, value, "a text, or an object with one per language");
    for (const auto& [language, text] : value.items()) {
        const Place here = at.field(language, "the text in that language");
        if (isLanguage(language))
            assign(into[language], readText(text, here, limits::kTextBytes));
        else
            here.problem("found " + quote(language) + R"(, expected an ISO 639 code of a language, such as "ko")");
    }
}

Json localTextJson(const LocalText& text) {
    if (text.empty()) return {};
    if (text.size() == 1 && text.contains("en")) return text.at("en");
    Json object = Json::object();
    for (const auto& [language, words] : text) object[language] = words;
    return object;
}

// --- processes --------------------------------------------------------------------------------------------------

void readArgument(const Json& value, const Place& at, std::string& into) {
    assign(into, readText(value, at, limits::kArgumentBytes));
    if (into.find('\0') != into.npos) at.problem("found a NUL character, which no argument can hold. Remove it");
}

void readCommand(const Json& value, const Place& at, ProcessSpec& into) {
    readArray(value, at, 1, limits::kArguments, into.command, readArgument);
}

void readCpu(const Json& value, const Place& at, unsigned& into) {
    assign(into, readInteger<unsigned>(value, at, 0, limits::kCpus - 1));
}

void readCount(const Json& value, const Place& at, ProcessSpec& into) {
    if (const auto count = readInteger<std::uint64_t>(value, at, 1, limits::kInteger)) into.settings.count = *count;
}

void readDelay(const Json& value, const Place& at, ProcessSpec& into) {
    assign(into.settings.startDelayNs, readDuration(value, at, kNsPerSecond, 0, limits::kDurationNs));
}

constexpr auto kProcessFields = std::to_array<Field<ProcessSpec>>({
    {"name", "a name of its own; letters, digits, '-', '_', '.', at most 32", true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.name); },
     [](auto& from) { return Json(from.name); }},
    {"program", "what it does, such as \"producer\" (ipclab list programs)", true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.program); },
     [](auto& from) { return Json(from.program); }},
    {"launch", "how it is made", false,
     [](auto& value, auto& at, auto& to) { assign(to.launch, readWord<LaunchMethod>(value, at, kLaunchWords)); },
     [](auto& from) { return wordUnless(from.launch, defaultLaunch(from.program), kLaunchWords); }},
    {"command", "the executable and its arguments, each in quotation marks", false, readCommand,
     [](auto& from) { return from.command.empty() ? Json() : Json(from.command); }},
    {"rate_per_s", kRateMeaning, false,
     [](auto& value, auto& at, auto& to) { assign(to.settings.ratePerSecond, readRate(value, at)); },
     [](auto& from) { return from.settings.ratePerSecond == 0 ? Json() : numberJson(from.settings.ratePerSecond); }},
    {"message_bytes", kSizeMeaning, false,
     [](auto& value, auto& at, auto& to) { assign(to.settings.messageBytes, readSize(value, at)); },
     [](auto& from) {
         const auto size = from.settings.messageBytes;
         return size == ProgramSettings{}.messageBytes ? Json() : Json(size);
     }},
    {"work_us", kWorkMeaning, false,
     [](auto& value, auto& at, auto& to) { assign(to.settings.workNs, readWork(value, at)); },
     [](auto& from) {
         return from.settings.workNs == 0 ? Json() : durationJson(from.settings.workNs, kNsPerMicrosecond);
     }},
    {"count", "how many messages until the program ends", false, readCount,
     [](auto& from) { return optionalJson(from.settings.count); }},
    {"start_delay_s", "seconds to sleep before the first message", false, readDelay,
     [](auto& from) {
         const auto delay = from.settings.startDelayNs;
         return delay == 0 ? Json() : durationJson(delay, kNsPerSecond);
     }},
    {"cpus", "numbers of the processors it may run on, such as [0, 1]", false,
     [](auto& value, auto& at, auto& to) { readArray(value, at, 1, limits::kCpus, to.cpus, readCpu); },
     [](auto& from) { return from.cpus.empty() ? Json() : Json(from.cpus); }},
    {"nice", "the nice value: -20 is first in line, 19 last", false,
     [](auto& value, auto& at, auto& to) { assign(to.nice, readInteger<int>(value, at, -20, 19)); },
     [](auto& from) { return from.nice == 0 ? Json() : Json(from.nice); }},
});

// --- links ------------------------------------------------------------------------------------------------------

constexpr auto kCapacityFields = std::to_array<Field<Capacity>>({
    {"bytes", "how many bytes the link may hold", false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<std::uint64_t>(value, at, 1, limits::kCapacityBytes)) to.bytes = *n;
     },
     [](auto& from) { return optionalJson(from.bytes); }},
    {"messages", "how many messages the link may hold", false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<std::uint64_t>(value, at, 1, limits::kCapacityMessages)) to.messages = *n;
     },
     [](auto& from) { return optionalJson(from.messages); }},
});

void readCapacity(const Json& value, const Place& at, LinkPlan& into) {
    Capacity capacity;
    readObject(value, at, capacityFields(), capacity);
    into.capacityBytes = capacity.bytes;
    into.capacityMessages = capacity.messages;
    if (value.is_object() && value.empty()) complain(at, value, R"({"bytes": n} or {"messages": n})");
}

Json capacityJson(const LinkPlan& from) {
    const Json capacity = writeObject(Capacity{from.capacityBytes, from.capacityMessages}, capacityFields());
    return capacity.empty() ? Json() : capacity;
}

void readTimeout(const Json& value, const Place& at, EndSpec& into) {
    if (const auto timeout = readDuration(value, at, kNsPerMillisecond, 0, limits::kTimeoutNs))
        into.timeoutNs = *timeout;
}

constexpr auto kEndFields = std::to_array<Field<EndSpec>>({
    {"process", "the name of a process of this document", true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.process); },
     [](auto& from) { return Json(from.process); }},
    {"mode", "whether a call waits", false,
     [](auto& value, auto& at, auto& to) { assign(to.mode, readWord<Blocking>(value, at, kModeWords)); },
     [](auto& from) { return wordUnless(from.mode, Blocking::Blocking, kModeWords); }},
    {"timeout_ms", "milliseconds a blocking call waits at most", false, readTimeout,
     [](auto& from) { return from.timeoutNs ? durationJson(*from.timeoutNs, kNsPerMillisecond) : Json(); }},
    {"attach", "how a command is given this end", false,
     [](auto& value, auto& at, auto& to) { assign(to.attach, readWord<Attach>(value, at, kAttachWords)); },
     [](auto& from) { return wordUnless(from.attach, Attach::Auto, kAttachWords); }},
});

void readEnd(const Json& value, const Place& at, EndSpec& into) {
    if (value.is_string()) return readName(value, at, into.process);
    if (value.is_object()) return readObject(value, at, endFields(), into);
    complain(at, value, "the name of a process, or an object with one");
}

void readEnds(const Json& value, const Place& at, std::vector<EndSpec>& into) {
    if (value.is_array()) return readArray(value, at, 1, limits::kEndsPerSide, into, readEnd);
    readEnd(value, at, into.emplace_back());
}

Json endJson(const EndSpec& end) {
    Json object = writeObject(end, endFields());
    return object.size() == 1 ? Json(end.process) : object;
}

Json endsJson(const std::vector<EndSpec>& ends) {
    if (ends.size() == 1) return endJson(ends.front());
    Json array = Json::array();
    for (const EndSpec& end : ends) array.push_back(endJson(end));
    return array;
}

bool hasDefaultName(const LinkPlan& link) {
    if (link.senders.empty() || link.receivers.empty()) return link.name.empty();
    return link.name == defaultLinkName(link.senders.front().process, link.receivers.front().process);
}

constexpr auto kLinkFields = std::to_array<Field<LinkPlan>>({
    {"name", "a name of its own; without one it is from→to", false,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.name); },
     [](auto& from) { return hasDefaultName(from) ? Json() : Json(from.name); }},
    {"mechanism", "what carries the messages, such as \"pipe\" (ipclab list mechanisms)", true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.mechanism); },
     [](auto& from) { return Json(from.mechanism); }},
    {"from", "the process that sends, or an array of them", true,
     [](auto& value, auto& at, auto& to) { readEnds(value, at, to.senders); },
     [](auto& from) { return endsJson(from.senders); }},
    {"to", "the process that receives, or an array of them", true,
     [](auto& value, auto& at, auto& to) { readEnds(value, at, to.receivers); },
     [](auto& from) { return endsJson(from.receivers); }},
    {"capacity", "how much the link may hold; without it the system's default", false, readCapacity, capacityJson},
    {"stamp_every", "time one message in so many; 0: all when paced, else one in 16", false,
     [](auto& value, auto& at, auto& to) {
         assign(to.stampEvery, readInteger<std::uint32_t>(value, at, 0, 1'000'000'000));
     },
     [](auto& from) { return from.stampEvery == 0 ? Json() : Json(from.stampEvery); }},
});

// --- steps ------------------------------------------------------------------------------------------------------

constexpr auto kStepFields = std::to_array<Field<Step>>({
    {"at_s", "seconds from the start of the run", true,
     [](auto& value, auto& at, auto& to) {
         assign(to.atNs, readDuration(value, at, kNsPerSecond, 0, limits::kDurationNs));
     },
     [](auto& from) { return durationJson(from.atNs, kNsPerSecond); }},
    {"process", "the name of the process it is done to", true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.process); },
     [](auto& from) { return Json(from.process); }},
    {"do", "what is done", true,
     [](auto& value, auto& at, auto& to) { assign(to.action, readWord<StepAction>(value, at, kActionWords)); },
     [](auto& from) { return word(wordOf(from.action, kActionWords)); }},
    {"rate_per_s", kRateMeaning, false, [](auto& value, auto& at, auto& to) { to.ratePerSecond = readRate(value, at); },
     [](auto& from) { return from.ratePerSecond ? numberJson(*from.ratePerSecond) : Json(); }},
    {"message_bytes", kSizeMeaning, false,
     [](auto& value, auto& at, auto& to) { to.messageBytes = readSize(value, at); },
     [](auto& from) { return optionalJson(from.messageBytes); }},
    {"work_us", kWorkMeaning, false, [](auto& value, auto& at, auto& to) { to.workNs = readWork(value, at); },
     [](auto& from) { return from.workNs ? durationJson(*from.workNs, kNsPerMicrosecond) : Json(); }},
});

// --- the experiment ---------------------------------------------------------------------------------------------

void readSchema(const Json& value, const Place& at, Experiment&) {
    if (value == Json(std::string(kExperimentSchema))) return;
    const bool other = value.is_string() && value.get_ref<const std::string&>().starts_with("ipclab.experiment/");
    complain(at, value,
             "\"" + std::string(kExperimentSchema) + "\"" +
                 (other ? ", the only version this ipclab reads. Update ipclab" : ""));
}

void readProcesses(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 1, limits::kProcesses, into.processes, [](auto& element, const Place& here, ProcessSpec& to) {
        readObject(element, here, processFields(), to);
        if (element.is_object() && !element.contains("launch")) to.launch = defaultLaunch(to.program);
    });
}

void readLinks(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 0, limits::kLinks, into.links, [](auto& element, const Place& here, LinkPlan& to) {
        readObject(element, here, linkFields(), to);
        if (element.is_object() && !element.contains("name") && !to.senders.empty() && !to.receivers.empty()) {
            to.name = defaultLinkName(to.senders.front().process, to.receivers.front().process);
        }
    });
}

void readSteps(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 0, limits::kSteps, into.steps,
              [](auto& element, const Place& here, Step& to) { readObject(element, here, stepFields(), to); });
}

void readExperimentDuration(const Json& value, const Place& at, Experiment& into) {
    if (const auto duration = readDuration(value, at, kNsPerSecond, limits::kShortestDurationNs, limits::kDurationNs)) {
        into.durationNs = *duration;
    }
}

template <typename T>
Json arrayJson(const std::vector<T>& elements, std::span<const Field<T>> fields) {
    if (elements.empty()) return {};
    Json array = Json::array();
    for (const T& element : elements) array.push_back(writeObject(element, fields));
    return array;
}

Json textUnlessEmpty(const std::string& text) { return text.empty() ? Json() : Json(text); }

constexpr auto kExperimentFields = std::to_array<Field<Experiment>>({
    {"schema", "\"ipclab.experiment/1\", the format of this document", true, readSchema,
     [](auto&) { return word(kExperimentSchema); }},
    {"id", "its short name in small letters, digits and '-'", false,
     [](auto& value, auto& at, auto& to) { assign(to.id, readText(value, at, limits::kIdCharacters)); },
     [](auto& from) { return textUnlessEmpty(from.id); }},
    {"row", "the row of the curriculum, such as \"M2\"", false,
     [](auto& value, auto& at, auto& to) { to.row = readText(value, at, limits::kIdCharacters); },
     [](auto& from) { return optionalJson(from.row); }},
    {"name", "its name for people", false, [](auto& value, auto& at, auto& to) { readLocalText(value, at, to.name); },
     [](auto& from) { return localTextJson(from.name); }},
    {"summary", "what it is, in one sentence", false,
     [](auto& value, auto& at, auto& to) { readLocalText(value, at, to.summary); },
     [](auto& from) { return localTextJson(from.summary); }},
    {"look", "what to look at, in two or three sentences", false,
     [](auto& value, auto& at, auto& to) { readLocalText(value, at, to.look); },
     [](auto& from) { return localTextJson(from.look); }},
    {"duration_s", "seconds the run lasts; without it, until every process has ended", false, readExperimentDuration,
     [](auto& from) { return from.durationNs ? durationJson(*from.durationNs, kNsPerSecond) : Json(); }},
    {"seed", "the start of every random choice", false,
     [](auto& value, auto& at, auto& to) {
         assign(to.seed, readInteger<std::uint64_t>(value, at, 0, limits::kInteger));
     },
     [](auto& from) { return from.seed == Experiment{}.seed ? Json() : Json(from.seed); }},
    {"observe", "how process states are observed", false,
     [](auto& value, auto& at, auto& to) { assign(to.observe, readWord<ObserveLevel>(value, at, kObserveWords)); },
     [](auto& from) { return wordUnless(from.observe, ObserveLevel::Exact, kObserveWords); }},
    {"sample_hz", "how often counters are read, per second", false,
     [](auto& value, auto& at, auto& to) {
         assign(to.sampleHz, readNumber(value, at, limits::kSampleHzLow, limits::kSampleHzHigh));
     },
     [](auto& from) { return from.sampleHz == Experiment{}.sampleHz ? Json() : numberJson(from.sampleHz); }},
    {"processes", "at least one process", true, readProcesses,
     [](auto& from) { return arrayJson(from.processes, processFields()); }},
    {"links", "what the processes exchange messages over", false, readLinks,
     [](auto& from) { return arrayJson(from.links, linkFields()); }},
    {"steps", "what is done while it runs", false, readSteps,
     [](auto& from) { return arrayJson(from.steps, stepFields()); }},
});

}  // namespace

std::span<const Field<ProcessSpec>> processFields() { return kProcessFields; }
std::span<const Field<Capacity>> capacityFields() { return kCapacityFields; }
std::span<const Field<EndSpec>> endFields() { return kEndFields; }
std::span<const Field<LinkPlan>> linkFields() { return kLinkFields; }
std::span<const Field<Step>> stepFields() { return kStepFields; }
std::span<const Field<Experiment>> experimentFields() { return kExperimentFields; }

LaunchMethod defaultLaunch(std::string_view program) {
    const Program* known = findProgram(program);
    return known != nullptr && known->info().foreign ? LaunchMethod::Exec : LaunchMethod::Fork;
}

}  // namespace ipclab
