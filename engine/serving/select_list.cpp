#include "serving/select_list.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "core/error.h"

namespace ipclab {

SelectList::SelectList(ServingLoop& loop, std::span<const Listener> listeners) : m_loop(loop) {
    loop.listen(listeners, [this](int fd) {
        if (fd >= FD_SETSIZE) throwErrno(EINVAL, "select with descriptor " + std::to_string(fd));
        add(fd);
    });
}

void SelectList::add(int fd) {
    assert(fd < FD_SETSIZE);
    FD_SET(fd, &m_toRead);
    m_highest = std::max(m_highest, fd);
}

void SelectList::serve() {
    for (int fd = 0, end = limit(); fd < end; ++fd) {
        if (!FD_ISSET(fd, &m_readyToRead) && !FD_ISSET(fd, &m_readyToWrite)) continue;
        m_loop.serve(
            fd, [this](Conversation& conversation) { serve(conversation); },
            [this](const Conversation& opened) { add(opened.fd()); });
    }
}

void SelectList::serve(Conversation& conversation) {
    const int fd = conversation.fd();
    const Step step = m_loop.proceed(conversation, 1);
    FD_CLR(fd, &m_toRead);
    FD_CLR(fd, &m_toWrite);
    if (step != Step::Over) {
        FD_SET(fd, step == Step::Send ? &m_toWrite : &m_toRead);
        return;
    }
    m_loop.close(conversation);
    while (m_highest >= 0 && !FD_ISSET(m_highest, &m_toRead) && !FD_ISSET(m_highest, &m_toWrite)) --m_highest;
}

void serveBySelect(const StrategyInfo& info, std::span<const Listener> listeners, Service& service,
                   ServingControl& control, SelectCall& call) {
    ConversationTable table(service, control);
    ServingLoop loop(info, service, control, table);
    SelectList list(loop, listeners);
    while (call.goOn(loop)) {
        const auto looked = static_cast<std::uint64_t>(list.limit());
        if (loop.wait(looked, [&] { return call.wait(list, loop.timeoutNs()); }) > 0) list.serve();
    }
    table.drain(loop.counts());
}

}  // namespace ipclab
