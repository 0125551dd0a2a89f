// TLS for one run, by OpenSSL. Nobody signs certificates for a loopback port that lives for seconds, so each run is its
// own authority: its key follows from the run's secret token (HKDF), so that both sides know it and no file carries it.
// The server makes itself a fresh key and a certificate, signed by that authority, for 127.0.0.1 and localhost and for
// a day; the client trusts this authority alone and checks as browsers do. A certificate that has expired, is for
// another name or of another authority is refused.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "stacks/beast/wire.h"

namespace ipclab {

struct CertificateTerms {
    long fromS = -60, untilS = 24L * 3600;  // seconds from now
    std::string address = "127.0.0.1";
};

// Each makes wires for connections of its side. Throws std::runtime_error with OpenSSL's reason.
std::function<std::unique_ptr<Wire>(UniqueFd)> tlsServer(const std::string& token, const CertificateTerms& terms = {});
// A wire whose server's certificate was refused throws std::system_error (EACCES) with the reason when it is used.
std::function<std::unique_ptr<Wire>(UniqueFd)> tlsClient(const std::string& token);

}  // namespace ipclab
