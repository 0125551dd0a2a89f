#include <openssl/x509.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <nlohmann/json.hpp>

#include "bare_stacks.h"
#include "stacks/beast/base64.h"

namespace ipclab::bench {

namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;

// What stands in a body; the same both ways.
struct Codec {
    std::function<std::string(const std::string&message)> asked, answered;
    std::function<std::string(const std::string& body)> read;
};

Codec plain() {
    const auto same = [](const std::string& text) { return text; };
    return {same, same, same};
}

std::string inBase64(const std::string& message) {
    std::string text;
    appendBase64(std::as_bytes(std::span(message)), text);
    return text;
}

Codec jsonRpc() {
    using Json = nlohmann::json;
    return {
        .asked =
            [](const std::string& message) {
                return Json{
                    {"jsonrpc", "2.0"}, {"method", "deliver"}, {"params", {{"message", inBase64(message)}}}, {"id", 1}}
                    .dump();
            },
        .answered =
            [](const std::string& message) {
                return Json{{"jsonrpc", "2.0"}, {"result", inBase64(message)}, {"id", 1}}.dump();
            },
        .read =
            [](const std::string& body) {
                const Json json = Json::parse(body);
                const Json& text = json.contains("params") ? json["params"]["message"] : json["result"];
                std::string message;
                if (!fromBase64(text.get_ref<const std::string&>(), message)) ::_exit(1);
                return message;
            }};
}

template <typename Message, typename Stream>
std::string readBody(Stream& stream, boost::beast::flat_buffer& buffer) {
    Message message;
    http::read(stream, buffer, message);
    return std::move(message.body());
}

template <typename Stream>
void serve(Stream& stream, const Work& work, Pattern pattern, Result& result, const Codec& codec) {
    boost::beast::flat_buffer buffer;
    const auto serveOne = [&] {
        const std::string asked = codec.read(readBody<http::request<http::string_body>>(stream, buffer));
        http::response<http::string_body> response(http::status::ok, 11);
        response.body() = codec.answered(pattern == Pattern::OneWay ? std::string() : asked);
        response.prepare_payload();
        http::write(stream, response);
    };
    if (pattern == Pattern::OneWay) return timeReceiving(work, result, serveOne);
    for (std::uint64_t i = 0; i < work.messages; ++i) serveOne();
}

template <typename Stream>
void ask(Stream& stream, const Work& work, Pattern pattern, Result& result, const Codec& codec) {
    const std::vector<std::byte> bytes = makeMessage(work.sizeBytes);
    const std::string message(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    boost::beast::flat_buffer buffer;
    const auto askOne = [&] {
        http::request<http::string_body> request(http::verb::post, "/messages", 11);
        request.set(http::field::host, "127.0.0.1");
        request.set(http::field::content_type, "application/octet-stream");
        request.body() = codec.asked(message);
        request.prepare_payload();
        http::write(stream, request);
        codec.read(readBody<http::response<http::string_body>>(stream, buffer));
    };
    if (pattern == Pattern::RoundTrip) return timeReceiving(work, result, askOne);
    for (std::uint64_t i = 0; i < work.messages; ++i) askOne();
}

// The server of a one-way measurement has the clock, the client of the other.
double both(const Work& work, Pattern pattern, Result& result, const std::function<void(tcp::socket)>& server,
            const std::function<void(tcp::socket)>& client) {
    net::io_context here;
    tcp::acceptor acceptor(here, tcp::endpoint(net::ip::address_v4::loopback(), 0));
    const auto serving = [&] {
        net::io_context context;
        tcp::socket socket(context, tcp::v4(), acceptor.accept().release());
        socket.set_option(tcp::no_delay(true));
        server(std::move(socket));
    };
    const auto asking = [&] {
        net::io_context context;
        tcp::socket socket(context);
        socket.connect(acceptor.local_endpoint());
        socket.set_option(tcp::no_delay(true));
        client(std::move(socket));
    };
    return pattern == Pattern::OneWay ? inTwoProcesses(work, result, asking, serving)
                                      : inTwoProcesses(work, result, serving, asking);
}

double overTcp(const Work& work, Pattern pattern, Result& result, const Codec& codec) {
    return both(
        work, pattern, result, [&](tcp::socket socket) { serve(socket, work, pattern, result, codec); },
        [&](tcp::socket socket) { ask(socket, work, pattern, result, codec); });
}

void useNewCertificate(net::ssl::context& context) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    SSL_CTX_use_certificate(context.native_handle(), certificate);
    SSL_CTX_use_PrivateKey(context.native_handle(), key);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

}  // namespace

double bareHttp(const Work& work, Pattern pattern, Result& result) { return overTcp(work, pattern, result, plain()); }
double bareJsonRpc(const Work& work, Pattern pattern, Result& result) {
    return overTcp(work, pattern, result, jsonRpc());
}

double bareHttps(const Work& work, Pattern pattern, Result& result) {
    const auto server = [&](tcp::socket socket) {
        net::ssl::context context(net::ssl::context::tlsv13_server);
        useNewCertificate(context);
        net::ssl::stream<tcp::socket> stream(std::move(socket), context);
        stream.handshake(net::ssl::stream_base::server);
        serve(stream, work, pattern, result, plain());
    };
    const auto client = [&](tcp::socket socket) {
        net::ssl::context context(net::ssl::context::tlsv13_client);
        net::ssl::stream<tcp::socket> stream(std::move(socket), context);
        stream.handshake(net::ssl::stream_base::client);
        ask(stream, work, pattern, result, plain());
    };
    return both(work, pattern, result, server, client);
}

}  // namespace ipclab::bench
