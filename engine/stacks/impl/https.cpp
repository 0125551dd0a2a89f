// HTTP/1.1 over TLS 1.3: RFC 9110, by Boost.Beast and OpenSSL.
#include "stacks/beast/http_side.h"
#include "stacks/beast/tls.h"

namespace ipclab {

const Stack& httpsStack() {
    static const Stack stack{
        .id = "https",
        .connect = [](const StackPlace& place) { return connectHttp(place, plainHttp(), tlsClient(place.token)); },
        .serve =
            [](const StackPlace& place, UniqueFd listener) {
                return serveHttp(place, std::move(listener), plainHttp(), tlsServer(place.token));
            },
    };
    return stack;
}

}  // namespace ipclab
