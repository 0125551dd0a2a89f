// What client and server of ONC RPC have in common: the generated message, how messages are encoded and decoded, and
// what their bytes are.
#pragma once

#include <array>
#include <vector>

#include "core/call_trace.h"
#include "link.h"
#include "stacks/stack.h"

namespace ipclab {

inline constexpr std::size_t kHeadBytes = 512;    // of a call or reply without its message: credentials have up to 400
inline constexpr std::size_t kCallBytes = 24;     // of a call in front of the credential
inline constexpr std::size_t kVerifierBytes = 8;  // of one that is empty

inline xdrproc_t messageXdr() { return reinterpret_cast<xdrproc_t>(xdr_IpclabMessage); }

inline char* chars(std::span<const std::byte> bytes) {
    return const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
}

// As xdr_void(3), which is no xdrproc_t.
inline bool_t xdrNothing(XDR*, ...) { return TRUE; }

// Decoded in place: libtirpc does not write into what it decodes.
inline XDR readerOf(std::span<const std::byte> bytes) {
    XDR xdrs;
    xdrmem_create(&xdrs, chars(bytes), static_cast<u_int>(bytes.size()), XDR_DECODE);
    return xdrs;
}

inline IpclabMessage messageOf(std::span<const std::byte> bytes) {
    return {.IpclabMessage_len = static_cast<u_int>(bytes.size()), .IpclabMessage_val = chars(bytes)};
}

inline std::span<const std::byte> bytesOf(const IpclabMessage& message) {
    return std::as_bytes(std::span(message.IpclabMessage_val, message.IpclabMessage_len));
}

// A decoded message, whose memory is libtirpc's.
class Decoded {
public:
    Decoded() = default;
    Decoded(const Decoded&) = delete;
    Decoded& operator=(const Decoded&) = delete;
    ~Decoded() { clear(); }

    void clear() {
        xdr_free(messageXdr(), &m_message);
        m_message = {};
    }
    void hold(const IpclabMessage& message) {
        clear();
        m_message = message;
    }
    IpclabMessage* get() { return &m_message; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytesOf(m_message); }

private:
    IpclabMessage m_message{};
};

// Where calls and replies are encoded.
class Encoder {
public:
    // write(XDR*) says whether it could. Empty: it could not.
    template <typename Write>
    std::span<const std::byte> encode(std::size_t messageBytes, Write write) {
        if (m_bytes.size() < messageBytes + kHeadBytes) m_bytes.resize(messageBytes + kHeadBytes);
        XDR xdrs;
        xdrmem_create(&xdrs, reinterpret_cast<char*>(m_bytes.data()), static_cast<u_int>(m_bytes.size()), XDR_ENCODE);
        if (!write(&xdrs)) return {};
        return std::span(m_bytes).first(xdr_getpos(&xdrs));
    }

private:
    std::vector<std::byte> m_bytes;
};

// What stands in a call in front of the arguments; credentialBytes: with its kind and length.
std::array<ByteMark, 8> callMarks(std::size_t credentialBytes);
std::array<ByteMark, 5> replyMarks();
// With the bytes of a message as XDR has them: its length, itself, and zeros up to a multiple of four.
std::vector<ByteMark> withMessage(std::span<const ByteMark> head, std::size_t messageBytes);

}  // namespace ipclab
