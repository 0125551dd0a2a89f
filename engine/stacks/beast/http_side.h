// HTTP's two sides over any wire (beast/wire.h). A message is the body of a POST, its receipt or answer the response.
// What else is written in a body, JSON-RPC for one, is the dialect's.
#pragma once

#include <functional>
#include <memory>

#include "stacks/beast/wire.h"

namespace ipclab {

// Of a body. Each may return what it was given.
struct HttpDialect {
    std::string_view target;       // "/messages"
    std::string_view contentType;  // "application/octet-stream"
    std::string_view refusal;      // the body where a request was none
    // How much longer than the message a body may be.
    std::uint64_t (*bodyLimit)(std::uint64_t messageBytes) = nullptr;
    // Into `room` where it becomes something else; the result is valid as long as room and the bytes.
    std::span<const std::byte> (*request)(std::span<const std::byte> message, std::uint64_t number, std::string& room);
    std::span<const std::byte> (*answer)(std::span<const std::byte> message, std::uint64_t number, std::string& room);
    // Back again. False: it is none. `number` is that of the request, for its answer.
    bool (*readRequest)(std::span<const std::byte> body, std::span<const std::byte>& message, std::uint64_t& number,
                        std::string& room);
    bool (*readAnswer)(std::span<const std::byte> body, std::span<const std::byte>& message, std::uint64_t& number,
                       std::string& room);
};

// The body is the message.
const HttpDialect& plainHttp();

using WireMaker = std::function<std::unique_ptr<Wire>(UniqueFd socket)>;

// nullptr: nobody listens.
std::unique_ptr<StackClient> connectHttp(const StackPlace& place, const HttpDialect& dialect, const WireMaker& make);
std::unique_ptr<StackServer> serveHttp(const StackPlace& place, UniqueFd listener, const HttpDialect& dialect,
                                       const WireMaker& make);

}  // namespace ipclab
