// JSON-RPC 2.0 over HTTP: a call is an object with a method, parameters and a number, its answer one with the result
// and the same number. JSON knows text alone, so the bytes of a message travel as Base64.
#include <nlohmann/json.hpp>

#include "stacks/beast/base64.h"
#include "stacks/beast/http_side.h"

namespace ipclab {

namespace {

using Json = nlohmann::json;

std::string base64Of(std::span<const std::byte> message) {
    std::string text;
    appendBase64(message, text);
    return text;
}

std::span<const std::byte> textInto(std::string& room, const Json& json) {
    room = json.dump();
    return std::as_bytes(std::span(room));
}

std::span<const std::byte> writeCall(std::span<const std::byte> message, std::uint64_t number, std::string& room) {
    return textInto(
        room,
        {{"jsonrpc", "2.0"}, {"method", "deliver"}, {"params", {{"message", base64Of(message)}}}, {"id", number}});
}

std::span<const std::byte> writeResult(std::span<const std::byte> message, std::uint64_t number, std::string& room) {
    return textInto(room, {{"jsonrpc", "2.0"}, {"result", base64Of(message)}, {"id", number}});
}

// Nothing: it is no object of JSON-RPC 2.0 with a number.
Json parse(std::span<const std::byte> body) {
    const auto* const text = reinterpret_cast<const char*>(body.data());
    Json json = Json::parse(text, text + body.size(), nullptr, false);
    const bool isOne = json.is_object() && json.value("jsonrpc", Json()) == "2.0" && json.contains("id") &&
                       json["id"].is_number_unsigned();
    return isOne ? json : Json();
}

bool decode(const Json& text, std::span<const std::byte>& message, std::string& room) {
    if (!text.is_string() || !fromBase64(text.get_ref<const std::string&>(), room)) return false;
    message = std::as_bytes(std::span(room));
    return true;
}

bool readCall(std::span<const std::byte> body, std::span<const std::byte>& message, std::uint64_t& number,
              std::string& room) {
    const Json json = parse(body);
    if (json.is_null() || json.value("method", Json()) != "deliver") return false;
    number = json["id"];
    const Json params = json.value("params", Json());
    return params.is_object() && decode(params.value("message", Json()), message, room);
}

bool readResult(std::span<const std::byte> body, std::span<const std::byte>& message, std::uint64_t& number,
                std::string& room) {
    const Json json = parse(body);
    if (json.is_null()) return false;
    number = json["id"];
    return decode(json.value("result", Json()), message, room);
}

const HttpDialect& jsonRpc() {
    static const HttpDialect dialect{
        .target = "/rpc",
        .contentType = "application/json",
        .refusal = R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null})",
        .bodyLimit = [](std::uint64_t messageBytes) { return (messageBytes + 2) / 3 * 4 + 512; },
        .request = writeCall,
        .answer = writeResult,
        .readRequest = readCall,
        .readAnswer = readResult};
    return dialect;
}

std::unique_ptr<Wire> plainWire(UniqueFd socket) { return std::make_unique<Wire>(std::move(socket)); }

}  // namespace

const Stack& jsonRpcStack() {
    static const Stack stack{
        .id = "json-rpc",
        .connect = [](const StackPlace& place) { return connectHttp(place, jsonRpc(), plainWire); },
        .serve = [](const StackPlace& place,
                    UniqueFd listener) { return serveHttp(place, std::move(listener), jsonRpc(), plainWire); },
    };
    return stack;
}

}  // namespace ipclab
