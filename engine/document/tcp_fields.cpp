// The fields of a link that TCP's choices are made by (links/tcp_choices.h).
#include "document/experiment_json.h"
#include "document/field_kinds.h"

namespace ipclab {

namespace {

void readAmount(const Json& value, const Place& at, std::uint32_t most, std::uint32_t& into) {
    assign(into, readInteger<std::uint32_t>(value, at, 1, most));
}

Json amountJson(std::uint32_t value) { return value == 0 ? Json() : Json(value); }

constexpr auto kKeepAliveFields = std::to_array<Field<KeepAlive>>({
    {"idle_s", Sentence::MeansKeepIdle, false,
     [](auto& value, auto& at, auto& to) { readAmount(value, at, limits::kKeepAliveSeconds, to.idleS); },
     [](auto& from) { return amountJson(from.idleS); }},
    {"interval_s", Sentence::MeansKeepInterval, false,
     [](auto& value, auto& at, auto& to) { readAmount(value, at, limits::kKeepAliveSeconds, to.intervalS); },
     [](auto& from) { return amountJson(from.intervalS); }},
    {"probes", Sentence::MeansKeepProbes, false,
     [](auto& value, auto& at, auto& to) { readAmount(value, at, limits::kKeepAliveProbes, to.probes); },
     [](auto& from) { return amountJson(from.probes); }},
});

void readKeepAlive(const Json& value, const Place& at, LinkSpec& into) {
    KeepAlive keep;
    readObject(value, at, keepAliveFields(), keep);
    if (value.is_object()) into.tcp.keepAlive = keep;
}

Json keepAliveJson(const LinkSpec& from) {
    if (!from.tcp.keepAlive) return {};
    return writeObject(*from.tcp.keepAlive, keepAliveFields());
}

void readBuffer(const Json& value, const Place& at, std::optional<std::uint64_t>& into) {
    if (const auto bytes = readInteger<std::uint64_t>(value, at, 1, limits::kBufferBytes)) into = *bytes;
}

constexpr auto kTcpFields = std::to_array<Field<LinkSpec>>({
    {"nagle", Sentence::MeansNagle, false,
     [](auto& value, auto& at, auto& to) { assign(to.tcp.nagle, readBool(value, at)); },
     [](auto& from) { return from.tcp.nagle ? Json(true) : Json(); }},
    {"delayed_ack", Sentence::MeansDelayedAck, false,
     [](auto& value, auto& at, auto& to) { assign(to.tcp.delayedAck, readBool(value, at)); },
     [](auto& from) { return from.tcp.delayedAck ? Json() : Json(false); }},
    {"keep_alive", Sentence::MeansKeepAlive, false, readKeepAlive, keepAliveJson},
    {"congestion", Sentence::MeansCongestion, false,
     [](auto& value, auto& at, auto& to) { assign(to.tcp.congestion, readText(value, at, limits::kCongestionBytes)); },
     [](auto& from) { return from.tcp.congestion.empty() ? Json() : Json(from.tcp.congestion); }},
    {"send_buffer_bytes", Sentence::MeansSendBuffer, false,
     [](auto& value, auto& at, auto& to) { readBuffer(value, at, to.tcp.sendBufferBytes); },
     [](auto& from) { return optionalJson(from.tcp.sendBufferBytes); }},
    {"receive_buffer_bytes", Sentence::MeansReceiveBuffer, false,
     [](auto& value, auto& at, auto& to) { readBuffer(value, at, to.tcp.receiveBufferBytes); },
     [](auto& from) { return optionalJson(from.tcp.receiveBufferBytes); }},
    {"writes_per_message", Sentence::MeansWrites, false,
     [](auto& value, auto& at, auto& to) {
         assign(to.tcp.writes, readInteger<std::uint32_t>(value, at, 1, limits::kWritesPerMessage));
     },
     [](auto& from) { return from.tcp.writes == 1 ? Json() : Json(from.tcp.writes); }},
});

}  // namespace

std::span<const Field<KeepAlive>> keepAliveFields() { return kKeepAliveFields; }
std::span<const Field<LinkSpec>> tcpFields() { return kTcpFields; }

}  // namespace ipclab
