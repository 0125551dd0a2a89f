#include "document/experiment_json.h"
#include "document/field_kinds.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 4> kModeWords{"blocking", "nonblocking", "poll", "notify"};
constexpr std::array<std::string_view, 2> kDuplexWords{"full", "half"};
constexpr std::array<std::string_view, 3> kAttachWords{"auto", "stdio", "descriptor"};

constexpr std::array<std::string_view, 3> kNamingWords{"indirect", "direct", "asymmetric"};
constexpr std::array<std::string_view, 4> kReceivePolicyWords{"system", "two-only", "one-at-a-time", "round-robin"};

constexpr auto kCapacityFields = std::to_array<Field<Capacity>>({
    {"bytes", Sentence::MeansCapacityBytes, false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<std::uint64_t>(value, at, 1, limits::kCapacityBytes)) to.bytes = *n;
     },
     [](auto& from) { return optionalJson(from.bytes); }},
    {"messages", Sentence::MeansCapacityMessages, false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<std::uint64_t>(value, at, 0, limits::kCapacityMessages)) to.messages = *n;
     },
     [](auto& from) { return optionalJson(from.messages); }},
    {"unbounded", Sentence::MeansUnbounded, false,
     [](auto& value, auto& at, auto& to) { assign(to.unbounded, readBool(value, at)); },
     [](auto& from) { return from.unbounded ? Json(true) : Json(); }},
    {"limit_bytes", Sentence::MeansLimitBytes, false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<std::uint64_t>(value, at, 1, limits::kCapacityBytes)) to.limitBytes = *n;
     },
     [](auto& from) { return optionalJson(from.limitBytes); }},
});

void readCapacity(const Json& value, const Place& at, LinkSpec& into) {
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
constexpr Field<HostWire> timeOfWire(std::string_view name, Sentence meaning) {
    return {name, meaning, false,
            [](const Json& value, const Place& at, HostWire& to) {
                assign(to.*Member, readDuration(value, at, kNsPerMillisecond, 0, limits::kUnderWayNs));
            },
            [](const HostWire& from) {
                return from.*Member == 0 ? Json() : durationJson(from.*Member, kNsPerMillisecond);
            }};
}

constexpr auto kWireFields = std::to_array<Field<HostWire>>({
    timeOfWire<&HostWire::delayNs>("delay_ms", Sentence::MeansWireDelay),
    timeOfWire<&HostWire::jitterNs>("jitter_ms", Sentence::MeansWireJitter),
    {"loss", Sentence::MeansWireLoss, false,
     [](auto& value, auto& at, auto& to) { assign(to.loss, readNumber(value, at, 0, 1)); },
     [](auto& from) { return from.loss == 0 ? Json() : numberJson(from.loss); }},
    {"rate_bytes_per_s", Sentence::MeansWireRate, false,
     [](auto& value, auto& at, auto& to) {
         to.bytesPerSecond = readInteger<std::uint64_t>(value, at, limits::kWireRateLow, limits::kWireRateHigh);
     },
     [](auto& from) { return optionalJson(from.bytesPerSecond); }},
});

void readTimeout(const Json& value, const Place& at, EndSpec& into) {
    if (const auto timeout = readDuration(value, at, kNsPerMillisecond, 0, limits::kTimeoutNs))
        into.timeoutNs = *timeout;
}

void readSpin(const Json& value, const Place& at, EndSpec& into) {
    if (const auto spin = readDuration(value, at, kNsPerMicrosecond, 0, limits::kWorkNs)) into.spinNs = *spin;
}

constexpr auto kEndFields = std::to_array<Field<EndSpec>>({
    {"process", Sentence::MeansEndProcess, true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.process); },
     [](auto& from) { return Json(from.process); }},
    {"mode", Sentence::MeansMode, false,
     [](auto& value, auto& at, auto& to) { assign(to.mode, readWord<EndMode>(value, at, kModeWords)); },
     [](auto& from) { return wordUnless(from.mode, EndMode::Blocking, kModeWords); }},
    {"timeout_ms", Sentence::MeansTimeout, false, readTimeout,
     [](auto& from) { return from.timeoutNs ? durationJson(*from.timeoutNs, kNsPerMillisecond) : Json(); }},
    {"spin_us", Sentence::MeansSpin, false, readSpin,
     [](auto& from) { return from.spinNs == 0 ? Json() : durationJson(from.spinNs, kNsPerMicrosecond); }},
    {"attach", Sentence::MeansAttach, false,
     [](auto& value, auto& at, auto& to) { assign(to.attach, readWord<Attach>(value, at, kAttachWords)); },
     [](auto& from) { return wordUnless(from.attach, Attach::Auto, kAttachWords); }},
    {"priority", Sentence::MeansPriority, false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<unsigned>(value, at, 0, limits::kPriority)) to.priority = *n;
     },
     [](auto& from) { return optionalJson(from.priority); }},
    {"type", Sentence::MeansType, false,
     [](auto& value, auto& at, auto& to) {
         if (auto n = readInteger<std::int64_t>(value, at, -limits::kType, limits::kType)) to.type = *n;
     },
     [](auto& from) { return optionalJson(from.type); }},
});

void readEnd(const Json& value, const Place& at, EndSpec& into) {
    if (value.is_string()) return readName(value, at, into.process);
    if (value.is_object()) return readObject(value, at, endFields(), into);
    complain(at, value, say(Sentence::ExpectedEnd));
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

bool hasDefaultName(const LinkSpec& link) {
    if (link.senders.empty() || link.receivers.empty()) return link.name.empty();
    return link.name == defaultLinkName(link.senders.front().process, link.receivers.front().process);
}

constexpr auto kLinkFields = std::to_array<Field<LinkSpec>>({
    {"name", Sentence::MeansLinkName, false, [](auto& value, auto& at, auto& to) { readName(value, at, to.name); },
     [](auto& from) { return hasDefaultName(from) ? Json() : Json(from.name); }},
    {"mechanism", Sentence::MeansMechanism, true,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.mechanism); },
     [](auto& from) { return Json(from.mechanism); }},
    {"from", Sentence::MeansFrom, true, [](auto& value, auto& at, auto& to) { readEnds(value, at, to.senders); },
     [](auto& from) { return endsJson(from.senders); }},
    {"to", Sentence::MeansTo, true, [](auto& value, auto& at, auto& to) { readEnds(value, at, to.receivers); },
     [](auto& from) { return endsJson(from.receivers); }},
    {"capacity", Sentence::MeansCapacity, false, readCapacity, capacityJson},
    {"wire", Sentence::MeansWire, false,
     [](auto& value, auto& at, auto& to) { readObject(value, at, wireFields(), to.wire.emplace()); },
     [](auto& from) { return from.wire ? writeObject(*from.wire, wireFields()) : Json(); }},
    {"naming", Sentence::MeansNaming, false,
     [](auto& value, auto& at, auto& to) { assign(to.naming, readWord<Naming>(value, at, kNamingWords)); },
     [](auto& from) { return wordUnless(from.naming, Naming::Indirect, kNamingWords); }},
    {"policy", Sentence::MeansReceivePolicy, false,
     [](auto& value, auto& at, auto& to) {
         assign(to.policy, readWord<ReceivePolicy>(value, at, kReceivePolicyWords));
     },
     [](auto& from) { return wordUnless(from.policy, ReceivePolicy::System, kReceivePolicyWords); }},
    {"owner", Sentence::MeansOwner, false, [](auto& value, auto& at, auto& to) { readName(value, at, to.owner); },
     [](auto& from) { return from.owner.empty() ? Json() : Json(from.owner); }},
    {"sync", Sentence::MeansLinkSync, false, [](auto& value, auto& at, auto& to) { readName(value, at, to.sync); },
     [](auto& from) { return from.sync.empty() ? Json() : Json(from.sync); }},
    {"stamp_every", Sentence::MeansStampEvery, false,
     [](auto& value, auto& at, auto& to) {
         assign(to.stampEvery, readInteger<std::uint32_t>(value, at, 0, 1'000'000'000));
     },
     [](auto& from) { return from.stampEvery == 0 ? Json() : Json(from.stampEvery); }},
    {"reverse_of", Sentence::MeansReverseOf, false,
     [](auto& value, auto& at, auto& to) { readName(value, at, to.reverseOf); },
     [](auto& from) { return from.reverseOf.empty() ? Json() : Json(from.reverseOf); }},
    {"duplex", Sentence::MeansDuplex, false,
     [](auto& value, auto& at, auto& to) { assign(to.duplex, readWord<Duplex>(value, at, kDuplexWords)); },
     [](auto& from) { return wordUnless(from.duplex, Duplex::Full, kDuplexWords); }},
    {"place", Sentence::MeansPlace, false, [](auto& value, auto& at, auto& to) { to.place = readPlace(value, at); },
     [](auto& from) { return placeJson(from.place); }},
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
