#include "core/text.h"
#include "document/field_tables.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 5> kLaunchWords{
    TEXT("word", "fork"), TEXT("word", "exec"), TEXT("word", "spawn"), TEXT("word", "vfork"), TEXT("word", "qprocess")};
constexpr std::array<std::string_view, 5> kSchedulingPolicyWords{
    TEXT("word", "other"), TEXT("word", "batch"), TEXT("word", "idle"), TEXT("word", "rr"), TEXT("word", "fifo")};
constexpr std::array<std::string_view, 5> kImportanceWords{TEXT("fact", "foreground"), TEXT("fact", "visible"),
                                                           TEXT("fact", "service"), TEXT("fact", "background"),
                                                           TEXT("fact", "empty")};
constexpr std::array<std::string_view, 3> kAreaWords{TEXT("word", "heap"), TEXT("word", "stack"), TEXT("word", "mmap")};
constexpr std::array<std::string_view, 4> kSemanticsWords{TEXT("word", "maybe"), TEXT("word", "at-least-once"),
                                                          TEXT("word", "at-most-once"), TEXT("word", "exactly-once")};
constexpr std::array<std::string_view, 2> kArrivalsWords{TEXT("word", "even"), TEXT("word", "poisson")};
constexpr std::array<std::string_view, 8> kActionWords{
    TEXT("word", "set"),       TEXT("word", "pause"), TEXT("word", "continue"), TEXT("word", "stop"),
    TEXT("word", "terminate"), TEXT("word", "kill"),  TEXT("word", "start"),    TEXT("word", "retire")};

using Section = FieldSection;
using Process = ProcessSpec;

// --- processes --------------------------------------------------------------------------------------------------

std::optional<std::string> readArgument(const Json& value, const Place& at, const ValueKind& kind) {
    auto argument = readText(value, at, static_cast<std::size_t>(kind.high));
    if (argument && argument->find('\0') != argument->npos) at.problem(say(Sentence::NulInArgument));
    return argument;
}

// What is usual depends on the program.
constexpr Field<Process> launchField() {
    auto launch =
        wordField<&Process::launch, kLaunchWords>("launch", TEXT("field", "Launched by"), Sentence::MeansLaunch);
    launch.isUsual = [](const Process& from) { return from.launch == defaultLaunch(from.program); };
    return launch;
}

// How long one of a unit of parameters.def is; 0: it is no time.
constexpr Nanoseconds kOne = 0, kSeconds = kNsPerSecond, kMilliseconds = kNsPerMillisecond;

template <auto Member, Nanoseconds UnitNs, typename Low, typename High>
constexpr Field<Process> parameterField(std::string_view name, std::string_view label, Sentence meaning, Low low,
                                        High high) {
    constexpr auto way = in<&Process::parameters, Member>;
    if constexpr (UnitNs != 0) {
        return durationField<way, UnitNs>(name, label, meaning, low, high).in(Section::Main);
    } else {
        return wholeField<way>(name, label, meaning, low, high, name.ends_with("bytes") ? "B" : "").in(Section::Main);
    }
}

template <auto Member>
constexpr auto settingWay = in<&Process::settings, Member>;
template <auto Member>
constexpr auto networkWay = in<&Process::settings, &ProgramSettings::network, Member>;
template <auto Member>
constexpr auto parameterWay = in<&Process::parameters, Member>;

// The conditions of a network, of a process and of a step.
template <auto Member>
constexpr auto shareField(std::string_view name, std::string_view label, Sentence meaning) {
    return numberField<Member>(name, label, meaning, 0, 1).in(Section::Network);
}
template <auto Member>
constexpr auto underWayField(std::string_view name, std::string_view label, Sentence meaning) {
    return durationField<Member, kNsPerMillisecond>(name, label, meaning, 0, limits::kUnderWayNs).in(Section::Network);
}
template <auto Member>
constexpr auto rateField(std::string_view name, std::string_view label, Sentence meaning) {
    return numberField<Member>(name, label, meaning, 0, limits::kRatePerSecond, "/s").in(Section::Main);
}
template <auto Member>
constexpr auto sizeField() {
    return wholeField<Member>("message_bytes", TEXT("field", "Message size"), Sentence::MeansMessageBytes,
                              kMinMessageBytes, kMaxMessageBytes, "B")
        .in(Section::Main);
}
template <auto Member>
constexpr auto workField() {
    return durationField<Member, kNsPerMicrosecond>("work_us", TEXT("field", "Work"), Sentence::MeansWork, 0,
                                                    limits::kWorkNs)
        .in(Section::Main);
}
template <auto Member>
constexpr auto niceField() {
    return wholeField<Member>("nice", TEXT("field", "Nice value"), Sentence::MeansNice, -20, 19)
        .in(Section::Scheduling);
}

constexpr auto kProcessFields = std::to_array<Field<Process>>({
    nameField<&Process::name>("name", TEXT("field", "Name"), Sentence::MeansOwnName, NameOf::Itself)
        .needed()
        .in(Section::Main),
    nameField<&Process::program>("program", TEXT("field", "Program"), Sentence::MeansProgram, NameOf::Program)
        .needed()
        .in(Section::Main),
    launchField(),
    listField<&Process::command, readArgument>(
        "command", TEXT("field", "Command"), Sentence::MeansCommand,
        {.type = ValueType::Texts, .high = limits::kArgumentBytes, .fewest = 1, .most = limits::kArguments})
        .in(Section::Main),
    booleanField<&Process::mustSucceed>("must_succeed", TEXT("field", "Must succeed"), Sentence::MeansMustSucceed),
    rateField<settingWay<&ProgramSettings::ratePerSecond>>("rate_per_s", TEXT("field", "Rate"), Sentence::MeansRate),
    sizeField<settingWay<&ProgramSettings::messageBytes>>(),
    workField<settingWay<&ProgramSettings::workNs>>(),
    wholeField<settingWay<&ProgramSettings::count>>("count", TEXT("field", "Count"), Sentence::MeansCount, 1,
                                                    limits::kInteger)
        .in(Section::Main),
    durationField<settingWay<&ProgramSettings::startDelayNs>, kNsPerSecond>(
        "start_delay_s", TEXT("field", "Start delay"), Sentence::MeansStartDelay, 0, limits::kDurationNs),
    wholeField<&Process::copies>("copies", TEXT("field", "Equal processes"), Sentence::MeansCopies, 1, limits::kCopies)
        .in(Section::Main),
    booleanField<&Process::startsLater>("starts_later", TEXT("field", "Starts later"), Sentence::MeansStartsLater),
    processorsField<&Process::cpus>(Sentence::MeansCpus, 1).in(Section::Scheduling),
    niceField<&Process::nice>(),
    wordField<&Process::policy, kSchedulingPolicyWords>("policy", TEXT("field", "Policy"), Sentence::MeansPolicy)
        .in(Section::Scheduling),
    wholeField<&Process::realTimePriority>("rt_priority", TEXT("field", "Real-time priority"),
                                           Sentence::MeansRtPriority, 1, limits::kRealTimePriority)
        .in(Section::Scheduling),
    objectField<&Process::limits, limitFields>("limits", TEXT("field", "Limits"), Sentence::MeansLimits,
                                               Section::Limits),
    wordField<&Process::importance, kImportanceWords>("importance", TEXT("field", "Importance"),
                                                      Sentence::MeansImportance),
    nameField<parameterWay<&ProgramParameters::way>>("way", TEXT("field", "Way"), Sentence::MeansWay, NameOf::Way)
        .in(Section::Main),
    nameField<parameterWay<&ProgramParameters::strategy>>("strategy", TEXT("field", "Strategy"),
                                                          Sentence::MeansStrategy, NameOf::Strategy)
        .in(Section::Main),
    numberField<parameterWay<&ProgramParameters::active>>("active", TEXT("field", "Active connections"),
                                                          Sentence::MeansActive, 0, limits::kConnections)
        .in(Section::Main),
    rateField<parameterWay<&ProgramParameters::connectRate>>("connect_rate_per_s", TEXT("field", "Connecting rate"),
                                                             Sentence::MeansConnectRate),
    wordField<parameterWay<&ProgramParameters::arrivals>, kArrivalsWords>("arrivals", TEXT("field", "Arrivals"),
                                                                          Sentence::MeansArrivals)
        .in(Section::Main),
    wordField<parameterWay<&ProgramParameters::area>, kAreaWords>("area", TEXT("field", "Memory area"),
                                                                  Sentence::MeansArea)
        .in(Section::Main),
    wordField<parameterWay<&ProgramParameters::semantics>, kSemanticsWords>(
        "semantics", TEXT("field", "Call semantics"), Sentence::MeansSemantics)
        .in(Section::Main),
#define PARAMETER(type, member, name, unit, label, meaning, low, high) \
    parameterField<&ProgramParameters::member, k##unit>(name, label, Sentence::meaning, low, high),
#include "programs/parameters.def"
#undef PARAMETER
    shareField<networkWay<&NetworkConditions::loss>>("loss", TEXT("field", "Loss"), Sentence::MeansLoss),
    shareField<networkWay<&NetworkConditions::duplicate>>("duplicate", TEXT("field", "Duplicates"),
                                                          Sentence::MeansDuplicate),
    shareField<networkWay<&NetworkConditions::reorder>>("reorder", TEXT("field", "Overtaking"), Sentence::MeansReorder),
    underWayField<networkWay<&NetworkConditions::delayNs>>("delay_ms", TEXT("field", "Delay"), Sentence::MeansDelay),
    underWayField<networkWay<&NetworkConditions::jitterNs>>("jitter_ms", TEXT("field", "Jitter"),
                                                            Sentence::MeansJitter),
    placeField<&Process::place>(),
});

// --- limits -----------------------------------------------------------------------------------------------------

template <auto Member>
constexpr Field<ResourceLimits> limitField(std::string_view name, std::string_view label, Sentence meaning,
                                           std::uint64_t low, std::uint64_t high, std::string_view unit = {}) {
    return wholeField<Member>(name, label, meaning, low, high, unit).in(Section::Limits);
}

constexpr auto kLimitFields = std::to_array<Field<ResourceLimits>>({
    limitField<&ResourceLimits::cpuSeconds>("cpu_s", TEXT("field", "CPU time"), Sentence::MeansCpuLimit, 1, 604'800,
                                            "s"),
    limitField<&ResourceLimits::addressSpaceBytes>("address_space_bytes", TEXT("field", "Address space"),
                                                   Sentence::MeansAddressSpace, 1U << 20, limits::kCapacityBytes, "B"),
    limitField<&ResourceLimits::fileBytes>("file_bytes", TEXT("field", "File size"), Sentence::MeansFileLimit, 0,
                                           limits::kCapacityBytes, "B"),
    limitField<&ResourceLimits::openFiles>("open_files", TEXT("field", "Open files"), Sentence::MeansOpenFiles, 1,
                                           1U << 20),
    limitField<&ResourceLimits::processes>("processes", TEXT("field", "Processes"), Sentence::MeansProcessLimit, 1,
                                           1U << 22),
    limitField<&ResourceLimits::stackBytes>("stack_bytes", TEXT("field", "Stack"), Sentence::MeansStackLimit, 1U << 16,
                                            limits::kCapacityBytes, "B"),
});

// --- steps ------------------------------------------------------------------------------------------------------

template <auto Member>
constexpr Field<Step> roomField(std::string_view name, std::string_view label, Sentence meaning) {
    return wholeField<in<&Step::room, Member>>(name, label, meaning, 1, limits::kBufferBytes, "B").in(Section::Main);
}

constexpr auto kStepFields = std::to_array<Field<Step>>({
    durationField<&Step::atNs, kNsPerSecond>("at_s", TEXT("field", "At"), Sentence::MeansStepTime, 0,
                                             limits::kDurationNs)
        .needed()
        .in(Section::Main),
    nameField<&Step::process>("process", TEXT("field", "Process"), Sentence::MeansStepProcess, NameOf::Process)
        .in(Section::Main),
    nameField<&Step::link>("link", TEXT("field", "Link"), Sentence::MeansStepLink, NameOf::Link).in(Section::Main),
    wordField<&Step::action, kActionWords>("do", TEXT("field", "Action"), Sentence::MeansStepAction)
        .needed()
        .in(Section::Main),
    rateField<&Step::ratePerSecond>("rate_per_s", TEXT("field", "Rate"), Sentence::MeansRate),
    sizeField<&Step::messageBytes>(),
    workField<&Step::workNs>(),
    niceField<&Step::nice>(),
    processorsField<&Step::cpus>(Sentence::MeansStepCpus, 0).in(Section::Scheduling),
    shareField<&Step::loss>("loss", TEXT("field", "Loss"), Sentence::MeansLoss),
    shareField<&Step::duplicate>("duplicate", TEXT("field", "Duplicates"), Sentence::MeansDuplicate),
    shareField<&Step::reorder>("reorder", TEXT("field", "Overtaking"), Sentence::MeansReorder),
    underWayField<&Step::delayNs>("delay_ms", TEXT("field", "Delay"), Sentence::MeansDelay),
    underWayField<&Step::jitterNs>("jitter_ms", TEXT("field", "Jitter"), Sentence::MeansJitter),
    roomField<&LinkRoom::capacityBytes>("capacity_bytes", TEXT("field", "Capacity"), Sentence::MeansRoomCapacity),
    roomField<&LinkRoom::sendBufferBytes>("send_buffer_bytes", TEXT("field", "Send buffer"), Sentence::MeansRoomSend),
    roomField<&LinkRoom::receiveBufferBytes>("receive_buffer_bytes", TEXT("field", "Receive buffer"),
                                             Sentence::MeansRoomReceive),
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
