#include "serving/front_door.h"

namespace ipclab {

FrontDoor::FrontDoor(std::span<const Listener> listeners, ServingLoop& loop) : m_loop(loop) {
    loop.listen(listeners, [this](int fd) { m_entries.push_back({fd, POLLIN, 0}); });
}

}  // namespace ipclab
