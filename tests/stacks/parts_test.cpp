// The parts some stacks are made of: Base64, the frames of WebSocket, the certificates of a run.
#include "served.h"
#include "stacks/beast/base64.h"
#include "stacks/beast/http_side.h"
#include "stacks/beast/tls.h"
#include "stacks/beast/ws_frames.h"

namespace ipclab::test {

namespace {

std::string encoded(std::string_view text) {
    std::string out;
    appendBase64(std::as_bytes(std::span(text)), out);
    return out;
}

// The vectors of RFC 4648, section 10.
TEST(Base64, IsThatOfTheRfc) {
    const std::pair<std::string_view, std::string_view> vectors[] = {{"", ""},
                                                                     {"f", "Zg=="},
                                                                     {"fo", "Zm8="},
                                                                     {"foo", "Zm9v"},
                                                                     {"foob", "Zm9vYg=="},
                                                                     {"fooba", "Zm9vYmE="},
                                                                     {"foobar", "Zm9vYmFy"}};
    for (const auto& [text, code] : vectors) {
        EXPECT_EQ(encoded(text), code);
        std::string back;
        EXPECT_TRUE(fromBase64(code, back));
        EXPECT_EQ(back, text);
    }
    std::string none;
    for (const std::string_view wrong : {"Zg=", "Zm9*", "====", "Z===", "Zg==Zg=="})
        EXPECT_FALSE(fromBase64(wrong, none)) << wrong;
}

std::vector<std::byte> bytesOf(std::initializer_list<unsigned> values) {
    std::vector<std::byte> bytes;
    for (const unsigned value : values) bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

TEST(WsFrames, EndWhereTheirMessageEnds) {
    const auto whole = bytesOf({0x82, 0x03, 1, 2, 3, 0x82});
    const WsMessageEnd end = findWsMessageEnd(whole, 100);
    EXPECT_EQ(end.step, StackStep::Done);
    EXPECT_EQ(end.frameBytes, 5U);
    EXPECT_EQ(end.messageBytes, 3U);
    for (std::size_t have = 0; have < 5; ++have)
        EXPECT_EQ(findWsMessageEnd(std::span(whole).first(have), 100).step, StackStep::Later);
    // A ping, and a message in two frames, masked.
    const auto parts = bytesOf({0x89, 0x01, 9, 0x02, 0x81, 0, 0, 0, 0, 7, 0x80, 0x81, 0, 0, 0, 0, 8});
    EXPECT_EQ(findWsMessageEnd(parts, 2).frameBytes, parts.size());
    EXPECT_EQ(findWsMessageEnd(parts, 2).messageBytes, 2U);
    EXPECT_EQ(findWsMessageEnd(parts, 1).step, StackStep::Corrupt);
    EXPECT_EQ(findWsMessageEnd(bytesOf({0x88, 0x00}), 100).step, StackStep::Gone);
}

TEST(WsFrames, LongerThanTheLinkCarriesAreKnownByTheirHeader) {
    const auto fourGigabytes = bytesOf({0x82, 0x7f, 0, 0, 0, 1, 0, 0, 0, 0});
    EXPECT_EQ(findWsMessageEnd(fourGigabytes, 1U << 24).step, StackStep::Corrupt);
    EXPECT_EQ(findWsMessageEnd(bytesOf({0x89, 0x7e, 1, 0}), 1U << 24).step, StackStep::Corrupt) << "a long ping";
}

// What a client says of a server with a certificate of this authority; empty: it was served.
std::string met(const CertificateTerms& terms, const std::string& authority = {}) {
    Served served("https");
    const auto wires = tlsServer(authority.empty() ? served.place.token : authority, terms);
    served.server = serveHttp(served.place, std::move(served.listener), plainHttp(), wires);
    const auto client = connectHttp(served.place, plainHttp(), tlsClient(served.place.token));
    try {
        return served.deliver(*client, stampedMessage(100, 1)) ? "" : "not served";
    } catch (const std::system_error& error) {
        return error.what();
    }
}

TEST(Certificates, OfTheRunAreTakenAndNoOthers) {
    if (findStack("https") == nullptr) GTEST_SKIP() << "not built in";
    EXPECT_EQ(met({}), "");
    EXPECT_THAT(met({.fromS = -7200, .untilS = -3600}), ::testing::HasSubstr("certificate has expired"));
    EXPECT_THAT(met({.fromS = 3600, .untilS = 7200}), ::testing::HasSubstr("not yet valid"));
    EXPECT_THAT(met({.address = "127.0.0.2"}), ::testing::HasSubstr("IP address mismatch"));
    EXPECT_THAT(met({}, "00112233445566778899aabbccddeeff"), ::testing::HasSubstr("certificate was refused"));
}

}  // namespace

}  // namespace ipclab::test
