// HTTP/1.1 by Boost.Beast: RFC 9112.
#include "stacks/beast/http_side.h"

namespace ipclab {

const Stack& httpStack() {
    static const auto plainWire = [](UniqueFd socket) { return std::make_unique<Wire>(std::move(socket)); };
    static const Stack stack{
        .id = "http",
        .connect = [](const StackPlace& place) { return connectHttp(place, plainHttp(), plainWire); },
        .serve = [](const StackPlace& place,
                    UniqueFd listener) { return serveHttp(place, std::move(listener), plainHttp(), plainWire); },
    };
    return stack;
}

}  // namespace ipclab
