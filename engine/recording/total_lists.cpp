#include "recording/total_lists.h"

#include <nlohmann/json.hpp>

#include "recording/total_values.h"

namespace ipclab {

namespace {

using Json = nlohmann::json;

constexpr const char* kHex = "0123456789abcdef";

Json addressJson(const SocketName& name) {
    std::string hex;
    for (std::size_t i = 0; i < std::min<std::size_t>(name.length, name.bytes.size()); ++i) {
        const auto byte = static_cast<unsigned char>(name.bytes[i]);
        hex += {kHex[byte >> 4U], kHex[byte & 15U]};
    }
    return {name.family, name.port, name.cut, hex};
}

unsigned digit(char c) {
    const auto place = std::string_view(kHex).find(c);
    if (place == std::string_view::npos) refuse("an address holds what is no byte");
    return static_cast<unsigned>(place);
}

// The element at this place of a list that has as many as that.
const Json& element(const Json& list, std::size_t place, std::size_t all) {
    if (!list.is_array() || list.size() != all) refuse("its list holds what is none of its kind");
    return list[place];
}

SocketName addressOf(const Json& json) {
    SocketName name;
    name.family = numberIn<std::uint16_t>(element(json, 0, 4));
    name.port = numberIn<std::uint16_t>(json[1]);
    name.cut = numberIn<std::uint16_t>(json[2]);
    if (!json[3].is_string()) refuse("an address is no text");
    const auto hex = json[3].get<std::string>();
    if (hex.size() % 2 != 0 || hex.size() / 2 > name.bytes.size()) refuse("an address is too long");
    name.length = static_cast<std::uint16_t>(hex.size() / 2);
    for (std::size_t i = 0; i < name.length; ++i)
        name.bytes[i] = static_cast<char>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    return name;
}

ConnectionReading connectionOf(const Json& json) {
    ConnectionReading connection;
    connection.slot = numberIn<std::uint32_t>(element(json, 0, 13));
    connection.generation = numberIn<std::uint32_t>(json[1]);
    const auto state = numberIn<std::uint32_t>(json[2]);
    if (state >= kConnectionStateCount) refuse("a connection is in no state there is");
    connection.state = static_cast<ConnectionState>(state);
    connection.peerPid = numberIn<std::int32_t>(json[3]);
    connection.openedNs = numberIn<Nanoseconds>(json[4]);
    connection.endedNs = numberIn<Nanoseconds>(json[5]);
    connection.messagesSent = numberIn<std::uint64_t>(json[6]);
    connection.messagesReceived = numberIn<std::uint64_t>(json[7]);
    connection.bytesSent = numberIn<std::uint64_t>(json[8]);
    connection.bytesReceived = numberIn<std::uint64_t>(json[9]);
    if (!json[10].is_null()) connection.waitingBytes = numberIn<std::uint64_t>(json[10]);
    connection.local = addressOf(json[11]);
    connection.peer = addressOf(json[12]);
    return connection;
}

CallData callOf(const Json& json) {
    CallData call;
    call.process = numberIn<std::uint32_t>(element(json, 0, 6));
    call.reading.id = numberIn<std::uint64_t>(json[1]);
    call.reading.issuedNs = numberIn<Nanoseconds>(json[2]);
    call.reading.executedNs = numberIn<Nanoseconds>(json[3]);
    call.reading.answeredNs = numberIn<Nanoseconds>(json[4]);
    call.reading.executions = numberIn<std::uint32_t>(json[5]);
    return call;
}

}  // namespace

std::string connectionsText(const std::vector<ConnectionReading>& connections) {
    Json list = Json::array();
    for (const ConnectionReading& c : connections) {
        list.push_back({c.slot, c.generation, static_cast<std::uint32_t>(c.state), c.peerPid, c.openedNs, c.endedNs,
                        c.messagesSent, c.messagesReceived, c.bytesSent, c.bytesReceived,
                        c.waitingBytes ? Json(*c.waitingBytes) : Json(), addressJson(c.local), addressJson(c.peer)});
    }
    return list.dump();
}

std::vector<ConnectionReading> connectionsOf(const std::string& text) {
    std::vector<ConnectionReading> connections;
    for (const Json& each : list(text)) connections.push_back(connectionOf(each));
    return connections;
}

std::string callsText(const std::vector<CallData>& calls) {
    Json list = Json::array();
    for (const auto& [process, call] : calls) {
        list.push_back({process, call.id, call.issuedNs, call.executedNs, call.answeredNs, call.executions});
    }
    return list.dump();
}

std::vector<CallData> callsOf(const std::string& text) {
    std::vector<CallData> calls;
    for (const Json& each : list(text)) calls.push_back(callOf(each));
    return calls;
}

std::string waitObjectsText(const WaitObjects& objects) {
    Json list = Json::array({objects.samples()});
    for (const WaitObjects::Count& count : objects.counts())
        list.push_back(
            {static_cast<std::uint32_t>(count.waiting.reason), count.waiting.link, count.all, count.withOthers});
    return list.dump();
}

WaitObjects waitObjectsOf(const std::string& text) {
    const Json all = list(text);
    if (all.empty()) return {};
    std::vector<WaitObjects::Count> counts;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto reason = numberIn<std::uint32_t>(element(all[i], 0, 4));
        if (reason >= kWaitReasonCount) continue;  // a newer program's
        counts.push_back({{static_cast<WaitReason>(reason), numberIn<std::uint32_t>(all[i][1])},
                          numberIn<std::uint64_t>(all[i][2]),
                          numberIn<std::uint64_t>(all[i][3])});
    }
    return {std::move(counts), numberIn<std::uint64_t>(all[0])};
}

}  // namespace ipclab
