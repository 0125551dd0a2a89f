#include "core/text.h"
#include "document/experiment_json.h"
#include "document/field_tables.h"

namespace ipclab {

namespace {

using Section = FieldSection;

constexpr std::array<std::string_view, 4> kModeWords{TEXT("word", "blocking"), TEXT("word", "nonblocking"),
                                                     TEXT("word", "poll"), TEXT("word", "notify")};
constexpr std::array<std::string_view, 2> kDuplexWords{TEXT("word", "full"), TEXT("word", "half")};
constexpr std::array<std::string_view, 3> kAttachWords{TEXT("word", "auto"), TEXT("word", "stdio"),
                                                       TEXT("word", "descriptor")};
constexpr std::array<std::string_view, 3> kNamingWords{TEXT("word", "indirect"), TEXT("word", "direct"),
                                                       TEXT("word", "asymmetric")};
constexpr std::array<std::string_view, 4> kReceivePolicyWords{
    TEXT("word", "system"), TEXT("word", "two-only"), TEXT("word", "one-at-a-time"), TEXT("word", "round-robin")};

constexpr auto kCapacityFields = std::to_array<Field<Capacity>>({
    wholeField<&Capacity::bytes>("bytes", TEXT("field", "Capacity in bytes"), Sentence::MeansCapacityBytes, 1,
                                 limits::kCapacityBytes, "B")
        .in(Section::Main),
    wholeField<&Capacity::messages>("messages", TEXT("field", "Capacity in messages"), Sentence::MeansCapacityMessages,
                                    0, limits::kCapacityMessages)
        .in(Section::Main),
    booleanField<&Capacity::unbounded>("unbounded", TEXT("field", "Unbounded"), Sentence::MeansUnbounded),
    wholeField<&Capacity::limitBytes>("limit_bytes", TEXT("field", "Memory of a sender"), Sentence::MeansLimitBytes, 1,
                                      limits::kCapacityBytes, "B"),
});

void readCapacity(const Json& value, const Place& at, const ValueKind&, LinkSpec& into) {
    Capacity capacity;
    readObject(value, at, capacityFields(), capacity);
    into.capacityBytes = capacity.bytes;
    into.capacityMessages = capacity.messages;
    into.unbounded = capacity.unbounded;
    into.limitBytes = capacity.limitBytes;
    if (value.is_object() && value.empty())
        at.problem(say(Sentence::ExpectedCapacity, {{"found_why", found(value)},
                                                    {"bytes", R"({"bytes": n})"},
                                                    {"messages", R"({"messages": n})"},
                                                    {"unbounded", R"({"unbounded": true})"}}));
}

Json capacityJson(const LinkSpec& from) {
    const Json capacity = writeObject(
        Capacity{from.capacityBytes, from.capacityMessages, from.unbounded, from.limitBytes}, capacityFields());
    return capacity.empty() ? Json() : capacity;
}

template <Nanoseconds HostWire::*Member>
constexpr Field<HostWire> timeOfWire(std::string_view name, std::string_view label, Sentence meaning) {
    return durationField<Member, kNsPerMillisecond>(name, label, meaning, 0, limits::kUnderWayNs).in(Section::Wire);
}

constexpr auto kWireFields = std::to_array<Field<HostWire>>({
    timeOfWire<&HostWire::delayNs>("delay_ms", TEXT("field", "Delay"), Sentence::MeansWireDelay),
    timeOfWire<&HostWire::jitterNs>("jitter_ms", TEXT("field", "Jitter"), Sentence::MeansWireJitter),
    numberField<&HostWire::loss>("loss", TEXT("field", "Loss"), Sentence::MeansWireLoss, 0, 1).in(Section::Wire),
    wholeField<&HostWire::bytesPerSecond>("rate_bytes_per_s", TEXT("field", "Bandwidth"), Sentence::MeansWireRate,
                                          limits::kWireRateLow, limits::kWireRateHigh, "B/s")
        .in(Section::Wire),
});

constexpr auto kEndFields = std::to_array<Field<EndSpec>>({
    nameField<&EndSpec::process>("process", TEXT("field", "Process"), Sentence::MeansEndProcess, NameOf::Process)
        .needed()
        .in(Section::Main),
    wordField<&EndSpec::mode, kModeWords>("mode", TEXT("field", "Calls"), Sentence::MeansMode).in(Section::Main),
    durationField<&EndSpec::timeoutNs, kNsPerMillisecond>("timeout_ms", TEXT("field", "Timeout"),
                                                          Sentence::MeansTimeout, 0, limits::kTimeoutNs),
    durationField<&EndSpec::spinNs, kNsPerMicrosecond>("spin_us", TEXT("field", "Spins for"), Sentence::MeansSpin, 0,
                                                       limits::kWorkNs),
    wordField<&EndSpec::attach, kAttachWords>("attach", TEXT("field", "Attached as"), Sentence::MeansAttach),
    wholeField<&EndSpec::priority>("priority", TEXT("field", "Priority"), Sentence::MeansPriority, 0,
                                   limits::kPriority),
    wholeField<&EndSpec::type>("type", TEXT("field", "Message type"), Sentence::MeansType, -limits::kType,
                               limits::kType),
});

void readEnd(const Json& value, const Place& at, EndSpec& into) {
    if (value.is_string()) return assign(into.process, readText(value, at, limits::kLinkNameBytes));
    if (value.is_object()) return readObject(value, at, endFields(), into);
    complain(at, value, say(Sentence::ExpectedEnd));
}

template <std::vector<EndSpec> LinkSpec::*Side>
void readEnds(const Json& value, const Place& at, const ValueKind&, LinkSpec& to) {
    std::vector<EndSpec>& into = to.*Side;
    if (value.is_array()) return readArray(value, at, 1, limits::kEndsPerSide, into, readEnd);
    readEnd(value, at, into.emplace_back());
}

Json endJson(const EndSpec& end) {
    Json object = writeObject(end, endFields());
    return object.size() == 1 ? Json(end.process) : object;
}

template <std::vector<EndSpec> LinkSpec::*Side>
Json endsJson(const LinkSpec& from) {
    const std::vector<EndSpec>& ends = from.*Side;
    if (ends.size() == 1) return endJson(ends.front());
    Json array = Json::array();
    for (const EndSpec& end : ends) array.push_back(endJson(end));
    return array;
}

template <std::vector<EndSpec> LinkSpec::*Side>
constexpr auto endsField(std::string_view name, std::string_view label, Sentence meaning) {
    return specialField<LinkSpec>(name, label, meaning, {.type = ValueType::Parts}, readEnds<Side>, endsJson<Side>)
        .needed()
        .in(Section::Main);
}

// What is usual depends on the ends.
constexpr Field<LinkSpec> linkNameField() {
    auto name = nameField<&LinkSpec::name>("name", TEXT("field", "Name"), Sentence::MeansLinkName, NameOf::Itself);
    name.isUsual = hasDefaultName;
    return name.in(Section::Main);
}

constexpr auto kLinkFields = std::to_array<Field<LinkSpec>>({
    linkNameField(),
    nameField<&LinkSpec::mechanism>("mechanism", TEXT("field", "Mechanism"), Sentence::MeansMechanism,
                                    NameOf::Mechanism)
        .needed()
        .in(Section::Main),
    endsField<&LinkSpec::senders>("from", TEXT("field", "From"), Sentence::MeansFrom),
    endsField<&LinkSpec::receivers>("to", TEXT("field", "To"), Sentence::MeansTo),
    specialField<LinkSpec>("capacity", TEXT("field", "Capacity"), Sentence::MeansCapacity, {.type = ValueType::Object},
                           readCapacity, capacityJson)
        .in(Section::Main),
    objectField<&LinkSpec::wire, wireFields>("wire", TEXT("field", "Two hosts"), Sentence::MeansWire, Section::Wire),
    wordField<&LinkSpec::naming, kNamingWords>("naming", TEXT("field", "Naming"), Sentence::MeansNaming),
    wordField<&LinkSpec::policy, kReceivePolicyWords>("policy", TEXT("field", "Receives next"),
                                                      Sentence::MeansReceivePolicy),
    nameField<&LinkSpec::owner>("owner", TEXT("field", "Owner"), Sentence::MeansOwner, NameOf::ProcessOrSystem),
    nameField<&LinkSpec::sync>("sync", TEXT("field", "Synchronised by"), Sentence::MeansLinkSync, NameOf::Primitive),
    wholeField<&LinkSpec::stampEvery>("stamp_every", TEXT("field", "Times one in"), Sentence::MeansStampEvery, 0,
                                      1'000'000'000),
    nameField<&LinkSpec::reverseOf>("reverse_of", TEXT("field", "Other direction of"), Sentence::MeansReverseOf,
                                    NameOf::Link),
    wordField<&LinkSpec::duplex, kDuplexWords>("duplex", TEXT("field", "Duplex"), Sentence::MeansDuplex),
    placeField<&LinkSpec::place>(),
});

}  // namespace

std::span<const Field<Capacity>> capacityFields() { return kCapacityFields; }
std::span<const Field<HostWire>> wireFields() { return kWireFields; }
std::span<const Field<EndSpec>> endFields() { return kEndFields; }
std::span<const Field<LinkSpec>> linkFields() {
    static const std::vector<Field<LinkSpec>> all = [] {
        std::vector<Field<LinkSpec>> fields(kLinkFields.begin(), kLinkFields.end());
        fields.insert(fields.end(), tcpFields().begin(), tcpFields().end());
        return fields;
    }();
    return all;
}

}  // namespace ipclab
