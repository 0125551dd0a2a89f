#include "core/text.h"
#include "document/field_kinds.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 5> kLaunchWords{"fork", "exec", "spawn", "vfork", "qprocess"};
constexpr std::array<std::string_view, 5> kSchedulingPolicyWords{"other", "batch", "idle", "rr", "fifo"};
constexpr std::array<std::string_view, 5> kImportanceWords{TEXT("fact", "foreground"), TEXT("fact", "visible"),
                                                           TEXT("fact", "service"), TEXT("fact", "background"),
                                                           TEXT("fact", "empty")};
constexpr std::array<std::string_view, 3> kAreaWords{"heap", "stack", "mmap"};
constexpr std::array<std::string_view, 4> kSemanticsWords{"maybe", "at-least-once", "at-most-once", "exactly-once"};
constexpr std::array<std::string_view, 2> kArrivalsWords{"even", "poisson"};
constexpr std::array<std::string_view, 6> kActionWords{"set", "pause", "continue", "stop", "terminate", "kill"};

std::optional<int> readNice(const Json& value, const Place& at) { return readInteger<int>(value, at, -20, 19); }

// --- processes --------------------------------------------------------------------------------------------------

void readArgument(const Json& value, const Place& at, std::string& into) {
    assign(into, readText(value, at, limits::kArgumentBytes));
    if (into.find('\0') != into.npos) at.problem(say(Sentence::NulInArgument));
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

void readLimits(const Json& value, const Place& at, ProcessSpec& into) {
    readObject(value, at, limitFields(), into.limits);
}

std::optional<Nanoseconds> readUnderWay(const Json& value, const Place& at) {
    return readDuration(value, at, kNsPerMillisecond, 0, limits::kUnderWayNs);
}

void readDelay(const Json& value, const Place& at, ProcessSpec& into) {
    assign(into.settings.startDelayNs, readDuration(value, at, kNsPerSecond, 0, limits::kDurationNs));
}

// How long one of a unit of parameters.def is; 0: it is no time.
constexpr Nanoseconds kOne = 0, kSeconds = kNsPerSecond, kMilliseconds = kNsPerMillisecond;

template <auto Member, Nanoseconds UnitNs, auto Low, auto High>
constexpr Field<ProcessSpec> parameterField(std::string_view name, Sentence meaning) {
    using Number = typename std::remove_cvref_t<decltype(std::declval<ProgramParameters>().*Member)>::value_type;
    return {name, meaning, false,
            [](const Json& value, const Place& at, ProcessSpec& to) {
                if constexpr (UnitNs != 0) {
                    to.parameters.*Member = readDuration(value, at, UnitNs, Low, High);
                } else {
                    to.parameters.*Member = readInteger<Number>(value, at, Low, High);
                }
            },
            [](const ProcessSpec& from) {
                const auto& number = from.parameters.*Member;
                if constexpr (UnitNs == 0) return optionalJson(number);
                return number ? durationJson(static_cast<Nanoseconds>(*number), UnitNs) : Json();
            }};
}

// Of a network; 0 is the usual one.
template <double NetworkConditions::*Member>
constexpr Field<ProcessSpec> shareField(std::string_view name, Sentence meaning) {
    return {name, meaning, false,
            [](const Json& value, const Place& at, ProcessSpec& to) {
                assign(to.settings.network.*Member, readNumber(value, at, 0, 1));
            },
            [](const ProcessSpec& from) {
                const double share = from.settings.network.*Member;
                return share == 0 ? Json() : numberJson(share);
            }};
}
template <Nanoseconds NetworkConditions::*Member>
constexpr Field<ProcessSpec> underWayField(std::string_view name, Sentence meaning) {
    return {name, meaning, false,
            [](const Json& value, const Place& at, ProcessSpec& to) {
                assign(to.settings.network.*Member, readUnderWay(value, at));
            },
            [](const ProcessSpec& from) {
                const Nanoseconds time = from.settings.network.*Member;
                return time == 0 ? Json() : durationJson(time, kNsPerMillisecond);
            }};
}

constexpr auto kProcessFields = std::to_array<Field<ProcessSpec>>({
    {"name", Sentence::MeansOwnName, true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.name); },
     [](auto& from) { return Json(from.name); }},
    {"program", Sentence::MeansProgram, true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.program); },
     [](auto& from) { return Json(from.program); }},
    {"launch", Sentence::MeansLaunch, false,
     [](auto& value, auto& at, auto& to) { assign(to.launch, readWord<LaunchMethod>(value, at, kLaunchWords)); },
     [](auto& from) { return wordUnless(from.launch, defaultLaunch(from.program), kLaunchWords); }},
    {"command", Sentence::MeansCommand, false, readCommand,
     [](auto& from) { return from.command.empty() ? Json() : Json(from.command); }},
    {"must_succeed", Sentence::MeansMustSucceed, false,
     [](auto& value, auto& at, auto& to) { assign(to.mustSucceed, readBool(value, at)); },
     [](auto& from) { return from.mustSucceed ? Json(true) : Json(); }},
    {"rate_per_s", Sentence::MeansRate, false,
     [](auto& value, auto& at, auto& to) { assign(to.settings.ratePerSecond, readRate(value, at)); },
     [](auto& from) { return from.settings.ratePerSecond == 0 ? Json() : numberJson(from.settings.ratePerSecond); }},
    {"message_bytes", Sentence::MeansMessageBytes, false,
     [](auto& value, auto& at, auto& to) { assign(to.settings.messageBytes, readSize(value, at)); },
     [](auto& from) {
         const auto size = from.settings.messageBytes;
         return size == ProgramSettings{}.messageBytes ? Json() : Json(size);
     }},
    {"work_us", Sentence::MeansWork, false,
     [](auto& value, auto& at, auto& to) { assign(to.settings.workNs, readWork(value, at)); },
     [](auto& from) {
         return from.settings.workNs == 0 ? Json() : durationJson(from.settings.workNs, kNsPerMicrosecond);
     }},
    {"count", Sentence::MeansCount, false, readCount,
     [](auto& from) { return optionalJson(from.settings.count); }},
    {"start_delay_s", Sentence::MeansStartDelay, false, readDelay,
     [](auto& from) {
         const auto delay = from.settings.startDelayNs;
         return delay == 0 ? Json() : durationJson(delay, kNsPerSecond);
     }},
    {"cpus", Sentence::MeansCpus, false,
     [](auto& value, auto& at, auto& to) { readArray(value, at, 1, limits::kCpus, to.cpus, readCpu); },
     [](auto& from) { return from.cpus.empty() ? Json() : Json(from.cpus); }},
    {"nice", Sentence::MeansNice, false, [](auto& value, auto& at, auto& to) { to.nice = readNice(value, at); },
     [](auto& from) { return optionalJson(from.nice); }},
    {"policy", Sentence::MeansPolicy, false,
     [](auto& value, auto& at, auto& to) { assign(to.policy, readWord<SchedulingPolicy>(value, at, kSchedulingPolicyWords)); },
     [](auto& from) { return wordUnless(from.policy, SchedulingPolicy::Other, kSchedulingPolicyWords); }},
    {"rt_priority", Sentence::MeansRtPriority, false,
     [](auto& value, auto& at, auto& to) {
         to.realTimePriority = readInteger<int>(value, at, 1, limits::kRealTimePriority);
     },
     [](auto& from) { return optionalJson(from.realTimePriority); }},
    {"limits", Sentence::MeansLimits, false, readLimits,
     [](auto& from) {
         return from.limits == ResourceLimits{} ? Json() : writeObject(from.limits, limitFields());
     }},
    {"importance", Sentence::MeansImportance, false,
     [](auto& value, auto& at, auto& to) { assign(to.importance, readWord<Importance>(value, at, kImportanceWords)); },
     [](auto& from) { return wordUnless(from.importance, Importance::Foreground, kImportanceWords); }},
    {"way", Sentence::MeansWay, false,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.parameters.way); },
     [](auto& from) { return from.parameters.way.empty() ? Json() : Json(from.parameters.way); }},
    {"strategy", Sentence::MeansStrategy, false,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.parameters.strategy); },
     [](auto& from) { return from.parameters.strategy.empty() ? Json() : Json(from.parameters.strategy); }},
    {"active", Sentence::MeansActive, false,
     [](auto& value, auto& at, auto& to) {
         to.parameters.active = readNumber(value, at, 0, limits::kConnections);
     },
     [](auto& from) { return from.parameters.active ? numberJson(*from.parameters.active) : Json(); }},
    {"connect_rate_per_s", Sentence::MeansConnectRate, false,
     [](auto& value, auto& at, auto& to) { to.parameters.connectRate = readRate(value, at); },
     [](auto& from) { return from.parameters.connectRate ? numberJson(*from.parameters.connectRate) : Json(); }},
    {"arrivals", Sentence::MeansArrivals, false,
     [](auto& value, auto& at, auto& to) { to.parameters.arrivals = readWord<Arrivals>(value, at, kArrivalsWords); },
     [](auto& from) {
         return from.parameters.arrivals ? Json(std::string(wordOf(*from.parameters.arrivals, kArrivalsWords)))
                                         : Json();
     }},
    {"area", Sentence::MeansArea, false,
     [](auto& value, auto& at, auto& to) { to.parameters.area = readWord<MemoryArea>(value, at, kAreaWords); },
     [](auto& from) {
         return from.parameters.area ? Json(std::string(wordOf(*from.parameters.area, kAreaWords))) : Json();
     }},
    {"semantics", Sentence::MeansSemantics, false,
     [](auto& value, auto& at, auto& to) {
         to.parameters.semantics = readWord<CallSemantics>(value, at, kSemanticsWords);
     },
     [](auto& from) {
         const auto& semantics = from.parameters.semantics;
         return semantics ? Json(std::string(wordOf(*semantics, kSemanticsWords))) : Json();
     }},
#define PARAMETER(type, member, name, unit, meaning, low, high) \
    parameterField<&ProgramParameters::member, k##unit, low, high>(name, Sentence::meaning),
#include "programs/parameters.def"
#undef PARAMETER
    shareField<&NetworkConditions::loss>("loss", Sentence::MeansLoss),
    shareField<&NetworkConditions::duplicate>("duplicate", Sentence::MeansDuplicate),
    shareField<&NetworkConditions::reorder>("reorder", Sentence::MeansReorder),
    underWayField<&NetworkConditions::delayNs>("delay_ms", Sentence::MeansDelay),
    underWayField<&NetworkConditions::jitterNs>("jitter_ms", Sentence::MeansJitter),
    {"place", Sentence::MeansPlace, false, [](auto& value, auto& at, auto& to) { to.place = readPlace(value, at); },
     [](auto& from) { return placeJson(from.place); }},
});

// --- limits -----------------------------------------------------------------------------------------------------

template <auto Member, std::uint64_t Low, std::uint64_t High>
constexpr Field<ResourceLimits> limitField(std::string_view name, Sentence meaning) {
    return {name, meaning, false,
            [](const Json& value, const Place& at, ResourceLimits& to) {
                to.*Member = readInteger<std::uint64_t>(value, at, Low, High);
            },
            [](const ResourceLimits& from) { return optionalJson(from.*Member); }};
}

constexpr auto kLimitFields = std::to_array<Field<ResourceLimits>>({
    limitField<&ResourceLimits::cpuSeconds, 1, 604'800>("cpu_s", Sentence::MeansCpuLimit),
    limitField<&ResourceLimits::addressSpaceBytes, 1U << 20, limits::kCapacityBytes>("address_space_bytes",
                                                                                     Sentence::MeansAddressSpace),
    limitField<&ResourceLimits::fileBytes, 0, limits::kCapacityBytes>("file_bytes", Sentence::MeansFileLimit),
    limitField<&ResourceLimits::openFiles, 1, 1U << 20>("open_files", Sentence::MeansOpenFiles),
    limitField<&ResourceLimits::processes, 1, 1U << 22>("processes", Sentence::MeansProcessLimit),
    limitField<&ResourceLimits::stackBytes, 1U << 16, limits::kCapacityBytes>("stack_bytes", Sentence::MeansStackLimit),
});

// --- steps ------------------------------------------------------------------------------------------------------

void readStepCpus(const Json& value, const Place& at, Step& into) {
    readArray(value, at, 0, limits::kCpus, into.cpus.emplace(), readCpu);
}

template <std::optional<double> Step::*Member>
constexpr Field<Step> shareOfStep(std::string_view name, Sentence meaning) {
    return {name, meaning, false,
            [](const Json& value, const Place& at, Step& to) { to.*Member = readNumber(value, at, 0, 1); },
            [](const Step& from) { return from.*Member ? numberJson(*(from.*Member)) : Json(); }};
}
template <std::optional<Nanoseconds> Step::*Member>
constexpr Field<Step> underWayOfStep(std::string_view name, Sentence meaning) {
    return {name, meaning, false,
            [](const Json& value, const Place& at, Step& to) { to.*Member = readUnderWay(value, at); },
            [](const Step& from) { return from.*Member ? durationJson(*(from.*Member), kNsPerMillisecond) : Json(); }};
}

constexpr auto kStepFields = std::to_array<Field<Step>>({
    {"at_s", Sentence::MeansStepTime, true,
     [](auto& value, auto& at, auto& to) {
         assign(to.atNs, readDuration(value, at, kNsPerSecond, 0, limits::kDurationNs));
     },
     [](auto& from) { return durationJson(from.atNs, kNsPerSecond); }},
    {"process", Sentence::MeansStepProcess, true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.process); },
     [](auto& from) { return Json(from.process); }},
    {"do", Sentence::MeansStepAction, true,
     [](auto& value, auto& at, auto& to) { assign(to.action, readWord<StepAction>(value, at, kActionWords)); },
     [](auto& from) { return Json(std::string(wordOf(from.action, kActionWords))); }},
    {"rate_per_s", Sentence::MeansRate, false,
     [](auto& value, auto& at, auto& to) { to.ratePerSecond = readRate(value, at); },
     [](auto& from) { return from.ratePerSecond ? numberJson(*from.ratePerSecond) : Json(); }},
    {"message_bytes", Sentence::MeansMessageBytes, false,
     [](auto& value, auto& at, auto& to) { to.messageBytes = readSize(value, at); },
     [](auto& from) { return optionalJson(from.messageBytes); }},
    {"work_us", Sentence::MeansWork, false, [](auto& value, auto& at, auto& to) { to.workNs = readWork(value, at); },
     [](auto& from) { return from.workNs ? durationJson(*from.workNs, kNsPerMicrosecond) : Json(); }},
    {"nice", Sentence::MeansNice, false, [](auto& value, auto& at, auto& to) { to.nice = readNice(value, at); },
     [](auto& from) { return optionalJson(from.nice); }},
    {"cpus", Sentence::MeansStepCpus, false, readStepCpus, [](auto& from) { return optionalJson(from.cpus); }},
    shareOfStep<&Step::loss>("loss", Sentence::MeansLoss),
    shareOfStep<&Step::duplicate>("duplicate", Sentence::MeansDuplicate),
    shareOfStep<&Step::reorder>("reorder", Sentence::MeansReorder),
    underWayOfStep<&Step::delayNs>("delay_ms", Sentence::MeansDelay),
    underWayOfStep<&Step::jitterNs>("jitter_ms", Sentence::MeansJitter),
});

}  // namespace

std::span<const Field<ProcessSpec>> processFields() { return kProcessFields; }
std::span<const Field<ResourceLimits>> limitFields() { return kLimitFields; }
std::span<const Field<Step>> stepFields() { return kStepFields; }

LaunchMethod defaultLaunch(std::string_view program) {
    const Program* known = findProgram(program);
    return known != nullptr && known->info().foreign ? LaunchMethod::Exec : LaunchMethod::Fork;
}

}  // namespace ipclab
