#include "stacks/beast/tls.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

template <auto Free>
struct Freeing {
    void operator()(auto* object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;
using Derivation = std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>>;
using Session = std::unique_ptr<SSL, Freeing<SSL_free>>;
using Context = std::shared_ptr<SSL_CTX>;

std::string reason() {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

void need(bool done, const char* what) {
    if (!done) throw std::runtime_error(std::string(what) + ": " + reason());
}

template <typename Pointer>
Pointer made(Pointer pointer, const char* what) {
    need(pointer != nullptr, what);
    return pointer;
}

const unsigned char* lettersOf(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// --- the run as an authority -------------------------------------------------------------------------------------

Key authorityKey(const std::string& token) {
    const Derivation hkdf(made(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), "HKDF"));
    static const std::string info = "ipclab certificate authority of a run";
    std::array<unsigned char, 32> secret{};
    std::size_t length = secret.size();
    need(EVP_PKEY_derive_init(hkdf.get()) > 0 && EVP_PKEY_CTX_set_hkdf_md(hkdf.get(), EVP_sha256()) > 0 &&
             EVP_PKEY_CTX_set1_hkdf_key(hkdf.get(), lettersOf(token), static_cast<int>(token.size())) > 0 &&
             EVP_PKEY_CTX_add1_hkdf_info(hkdf.get(), lettersOf(info), static_cast<int>(info.size())) > 0 &&
             EVP_PKEY_derive(hkdf.get(), secret.data(), &length) > 0,
         "HKDF");
    return Key(made(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, secret.data(), length), "Ed25519 key"));
}

void setName(X509_NAME* name, const char* text) {
    need(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(text), -1, -1, 0),
         "a name");
}

void addExtension(X509* to, X509* issuer, int id, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, to, nullptr, nullptr, 0);
    const Extension extension(made(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()), "an extension"));
    need(X509_add_ext(to, extension.get(), -1), "an extension");
}

constexpr const char* kAuthority = "ipclab, this run alone";

Certificate unsignedCertificate(const char* subject, EVP_PKEY* key, long serial, const CertificateTerms& terms) {
    Certificate certificate(made(X509_new(), "a certificate"));
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), terms.fromS);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), terms.untilS);
    setName(X509_get_subject_name(certificate.get()), subject);
    X509_NAME* issuer = X509_get_issuer_name(certificate.get());
    setName(issuer, kAuthority);
    need(X509_set_pubkey(certificate.get(), key), "a public key");
    return certificate;
}

Certificate authority(EVP_PKEY* key) {
    Certificate certificate = unsignedCertificate(kAuthority, key, 1, {});
    addExtension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign");
    need(X509_sign(certificate.get(), key, nullptr) > 0, "X509_sign");
    return certificate;
}

Context makeContext(const SSL_METHOD* method) {
    Context context(made(SSL_CTX_new(method), "SSL_CTX_new"), Freeing<SSL_CTX_free>());
    need(SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION), "TLS 1.3");
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_num_tickets(context.get(), 0);  // every run has a fresh key: nobody comes back
    return context;
}

// --- bytes over a session ----------------------------------------------------------------------------------------

class TlsWire final : public Wire {
public:
    TlsWire(const Context& context, UniqueFd socket, bool isServer)
        : Wire(std::move(socket)), m_context(context), m_session(made(SSL_new(context.get()), "SSL_new")) {
        BIO* bio = made(BIO_new(method()), "BIO_new");
        BIO_set_data(bio, this);
        BIO_set_init(bio, 1);
        SSL_set_bio(m_session.get(), bio, bio);
        isServer ? SSL_set_accept_state(m_session.get()) : SSL_set_connect_state(m_session.get());
    }

    ssize_t read(std::span<std::byte> into, StackPatience patience) override {
        m_patience = patience;
        m_errno = EAGAIN;
        ERR_clear_error();
        const int got = SSL_read(m_session.get(), into.data(), static_cast<int>(into.size()));
        m_patience = StackPatience::None;
        return got > 0 ? got : failed(got);
    }

    // As few records as they fit into; each is written by itself.
    ssize_t write(std::span<const iovec> pieces) override {
        m_joined.clear();
        for (const iovec& piece : pieces) m_joined.append(static_cast<const char*>(piece.iov_base), piece.iov_len);
        ssize_t written = 0;
        while (static_cast<std::size_t>(written) < m_joined.size()) {
            m_errno = EAGAIN;
            ERR_clear_error();
            const std::size_t left = m_joined.size() - static_cast<std::size_t>(written);
            const int put = SSL_write(m_session.get(), m_joined.data() + written, static_cast<int>(left));
            m_writesOnceRead = put <= 0 && SSL_want_read(m_session.get());
            if (put > 0) {
                written += put;
                continue;
            }
            if (failed(put) == 0) errno = EPIPE;
            return written > 0 ? written : -1;
        }
        return written;
    }

    bool holdsBytes() const override { return SSL_pending(m_session.get()) > 0; }
    bool writesOnceRead() const override { return m_writesOnceRead; }

private:
    // As read(2) has it: 0 the end, or -1 and errno.
    ssize_t failed(int result) {
        const int error = SSL_get_error(m_session.get(), result);
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
            errno = m_errno;
            return -1;
        }
        const long verified = SSL_get_verify_result(m_session.get());
        if (verified != X509_V_OK) {
            throwErrno(EACCES,
                       std::string("the server's certificate was refused: ") + X509_verify_cert_error_string(verified));
        }
        return 0;
    }

    static const BIO_METHOD* method() {
        static const std::unique_ptr<BIO_METHOD, Freeing<BIO_meth_free>> method = [] {
            std::unique_ptr<BIO_METHOD, Freeing<BIO_meth_free>> made(
                BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "ipclab"));
            BIO_meth_set_read(made.get(), &TlsWire::receive);
            BIO_meth_set_write(made.get(), &TlsWire::send);
            BIO_meth_set_ctrl(made.get(),
                              [](BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1L : 0L; });
            return made;
        }();
        return method.get();
    }

    int moved(BIO* bio, ssize_t count, int retryFlag) {
        BIO_clear_retry_flags(bio);
        ++m_systemCalls;
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            m_errno = errno;
            BIO_set_flags(bio, retryFlag | BIO_FLAGS_SHOULD_RETRY);
        }
        return static_cast<int>(count);
    }
    static int receive(BIO* bio, char* into, int size) {
        auto& wire = *static_cast<TlsWire*>(BIO_get_data(bio));
        const int flags = wire.m_patience == StackPatience::MayWait ? 0 : MSG_DONTWAIT;
        return wire.moved(bio, ::recv(wire.fd(), into, static_cast<std::size_t>(size), flags), BIO_FLAGS_READ);
    }
    static int send(BIO* bio, const char* from, int size) {
        auto& wire = *static_cast<TlsWire*>(BIO_get_data(bio));
        const ssize_t sent = ::send(wire.fd(), from, static_cast<std::size_t>(size), MSG_DONTWAIT | MSG_NOSIGNAL);
        return wire.moved(bio, sent, BIO_FLAGS_WRITE);
    }

    Context m_context;
    Session m_session;
    std::string m_joined;
    StackPatience m_patience = StackPatience::None;
    int m_errno = EAGAIN;
    bool m_writesOnceRead = false;
};

}  // namespace

std::function<std::unique_ptr<Wire>(UniqueFd)> tlsServer(const std::string& token, const CertificateTerms& terms) {
    const Key signing = authorityKey(token);
    const Certificate issuer = authority(signing.get());
    const Key key(made(EVP_EC_gen("P-256"), "a P-256 key"));
    const Certificate certificate = unsignedCertificate("localhost", key.get(), 2, terms);
    addExtension(certificate.get(), issuer.get(), NID_subject_alt_name, "IP:" + terms.address + ",DNS:localhost");
    addExtension(certificate.get(), issuer.get(), NID_ext_key_usage, "serverAuth");
    need(X509_sign(certificate.get(), signing.get(), nullptr) > 0, "X509_sign");
    const Context context = makeContext(TLS_server_method());
    need(SSL_CTX_use_certificate(context.get(), certificate.get()) > 0, "the server's certificate");
    need(SSL_CTX_use_PrivateKey(context.get(), key.get()) > 0, "the server's key");
    return [context](UniqueFd socket) { return std::make_unique<TlsWire>(context, std::move(socket), true); };
}

std::function<std::unique_ptr<Wire>(UniqueFd)> tlsClient(const std::string& token) {
    const Key signing = authorityKey(token);
    const Certificate issuer = authority(signing.get());
    const Context context = makeContext(TLS_client_method());
    need(X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), issuer.get()), "the run's authority");
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    need(X509_VERIFY_PARAM_set1_ip_asc(SSL_CTX_get0_param(context.get()), "127.0.0.1"), "the server's address");
    return [context](UniqueFd socket) { return std::make_unique<TlsWire>(context, std::move(socket), false); };
}

}  // namespace ipclab
