#include "serving/front_door.h"

namespace ipclab {

FrontDoor::FrontDoor(std::span<const Listener> listeners, ServingLoop& loop) : m_loop(loop) {
    for (const Listener& listener : listeners) {
        makeNonBlocking(listener.fd);
        if (!listener.datagrams || loop.table().openDatagrams(listener.fd, loop.counts()) != nullptr)
            m_entries.push_back({listener.fd, POLLIN, 0});
    }
}

}  // namespace ipclab
