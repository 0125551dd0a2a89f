#include "export/endpoints_json.h"

#include <nlohmann/json.hpp>

#include "document/json_values.h"
#include "export/quantities_json.h"
#include "export/seconds_json.h"
#include "results/words.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

// Messages of a command are counted by nobody.
Json connectionJson(const RunData& data, const ConnectionReading& connection, bool counted) {
    const auto count = [&](std::uint64_t value) { return counted ? Json(value) : Json(); };
    return {{"slot", connection.slot},
            {"use", connection.generation},
            {"state", id(connection.state)},
            {"local", orNull(connection.local.text())},
            {"peer", orNull(connection.peer.text())},
            {"peer_pid", connection.peerPid == 0 ? Json() : Json(connection.peerPid)},
            {"opened_s", secondsOrNull(data, connection.openedNs)},
            {"ended_s", secondsOrNull(data, connection.endedNs)},
            {"messages", {{"sent", count(connection.messagesSent)}, {"received", count(connection.messagesReceived)}}},
            {"bytes", {{"sent", count(connection.bytesSent)}, {"received", count(connection.bytesReceived)}}},
            {"waiting_bytes", connection.waitingBytes ? Json(*connection.waitingBytes) : Json()}};
}

}  // namespace

Json endpointsJson(const RunData& data, std::uint32_t index) {
    Json list = Json::array();
    const LinkData& link = data.links[index];
    for (std::uint32_t place = 0; place < link.ports.size(); ++place) {
        const PortData& port = link.ports[place];
        const ProcessData& process = data.processes[port.process];
        Json& json = list.emplace_back(Json{{"process", process.name},
                                            {"role", id(port.role)},
                                            {"connection_counts", port.hasConnections ? Json::object() : Json()},
                                            {"serving", port.serves ? Json::object() : Json()},
                                            {"connections", port.hasConnections ? Json::array() : Json()}});
        addQuantities(json, data, {QuantityOwner::End, index, place});
        for (const ConnectionReading& connection : port.connections) {
            if (connection.state != ConnectionState::Free && port.hasConnections)
                json["connections"].push_back(connectionJson(data, connection, !process.foreign));
        }
    }
    return list;
}

Json callsJson(const RunData& data, const LinkData& link) {
    if (!link.calls) return {};
    const CallsData& calls = *link.calls;
    const auto executed = [&](std::uint64_t value) { return calls.executionsKnown ? Json(value) : Json(); };
    Json newest = Json::array();
    for (const CallData& call : calls.newest) {
        newest.push_back({{"process", data.processes[call.process].name},
                          {"id", call.reading.id},
                          {"issued_s", secondsOrNull(data, call.reading.issuedNs)},
                          {"executed_s", secondsOrNull(data, call.reading.executedNs)},
                          {"answered_s", secondsOrNull(data, call.reading.answeredNs)},
                          {"executions", executed(call.reading.executions)}});
    }
    return {{"newest", std::move(newest)}};
}

Json waitsForJson(const RunData& data, const ProcessData& process) {
    Json list = Json::array();
    for (const WaitObject& object : process.waitsFor.objects()) {
        const bool lock = object.waiting.reason == WaitReason::Lock;
        const std::uint32_t on = object.waiting.link;
        const bool isLink = !lock && on < data.links.size();
        const bool isShared = lock && on < data.shared.size();
        list.push_back({{"because", id(object.waiting.reason)},
                        {"link", isLink ? Json(data.links[on].name) : Json()},
                        {"shared", isShared ? Json(data.shared[on].name) : Json()},
                        {"share", object.share},
                        {"with_others", object.withOthers}});
    }
    return list;
}

}  // namespace ipclab
