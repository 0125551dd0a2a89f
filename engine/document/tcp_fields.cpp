// The fields of a link that TCP's choices are made by (links/tcp_choices.h).
#include "core/text.h"
#include "document/field_tables.h"

namespace ipclab {

namespace {

// 0 is what no document says: the system's.
template <auto Member>
constexpr Field<KeepAlive> amountField(std::string_view name, std::string_view label, Sentence meaning,
                                       std::uint32_t most, std::string_view unit) {
    auto field = wholeField<Member>(name, label, meaning, 1, most, unit).in(FieldSection::KeepAlive);
    field.value = [](const KeepAlive& from) { return from.*Member == 0 ? Json() : Json(from.*Member); };
    return field;
}

constexpr auto kKeepAliveFields = std::to_array<Field<KeepAlive>>({
    amountField<&KeepAlive::idleS>("idle_s", TEXT("field", "First probe after"), Sentence::MeansKeepIdle,
                                   limits::kKeepAliveSeconds, "s"),
    amountField<&KeepAlive::intervalS>("interval_s", TEXT("field", "Then every"), Sentence::MeansKeepInterval,
                                       limits::kKeepAliveSeconds, "s"),
    amountField<&KeepAlive::probes>("probes", TEXT("field", "Probes"), Sentence::MeansKeepProbes,
                                    limits::kKeepAliveProbes, {}),
});

template <auto Member>
constexpr auto tcpWay = in<&LinkSpec::tcp, Member>;

template <auto Member>
constexpr auto bufferField(std::string_view name, std::string_view label, Sentence meaning) {
    return wholeField<tcpWay<Member>>(name, label, meaning, 1, limits::kBufferBytes, "B").in(FieldSection::Tcp);
}

constexpr auto kTcpFields = std::to_array<Field<LinkSpec>>({
    booleanField<tcpWay<&TcpChoices::nagle>>("nagle", TEXT("field", "Nagle's algorithm"), Sentence::MeansNagle)
        .in(FieldSection::Tcp),
    booleanField<tcpWay<&TcpChoices::delayedAck>>("delayed_ack", TEXT("field", "Delayed acknowledgements"),
                                                  Sentence::MeansDelayedAck)
        .in(FieldSection::Tcp),
    objectField<tcpWay<&TcpChoices::keepAlive>, keepAliveFields>("keep_alive", TEXT("field", "Keep-alive"),
                                                                 Sentence::MeansKeepAlive, FieldSection::KeepAlive),
    textField<tcpWay<&TcpChoices::congestion>>("congestion", TEXT("field", "Congestion control"),
                                               Sentence::MeansCongestion, limits::kCongestionBytes, NameOf::Congestion)
        .in(FieldSection::Tcp),
    bufferField<&TcpChoices::sendBufferBytes>("send_buffer_bytes", TEXT("field", "Send buffer"),
                                              Sentence::MeansSendBuffer),
    bufferField<&TcpChoices::receiveBufferBytes>("receive_buffer_bytes", TEXT("field", "Receive buffer"),
                                                 Sentence::MeansReceiveBuffer),
    wholeField<tcpWay<&TcpChoices::writes>>("writes_per_message", TEXT("field", "Writes a message"),
                                            Sentence::MeansWrites, 1, limits::kWritesPerMessage)
        .in(FieldSection::Tcp),
});

}  // namespace

std::span<const Field<KeepAlive>> keepAliveFields() { return kKeepAliveFields; }
std::span<const Field<LinkSpec>> tcpFields() { return kTcpFields; }

}  // namespace ipclab
