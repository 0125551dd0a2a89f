#include "launcher/own_session.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "core/unique_fd.h"

namespace ipclab {

OwnSession::OwnSession() {
    if (::setsid() >= 0) return;
    ::setpgid(0, 0);
    m_settled = true;  // the session is not the launcher's alone
}

void OwnSession::lower() {
    if (m_settled) return;
    const UniqueFd file(::open("/proc/self/autogroup", O_WRONLY | O_CLOEXEC));
    const std::string nice = std::to_string(kNice);
    m_settled = !file || ::write(file.get(), nice.data(), nice.size()) >= 0 || errno != EAGAIN;
}

}  // namespace ipclab
