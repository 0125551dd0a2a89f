#include "runs/run_source.h"

#include "protocol/messages.h"
#include "runs/run_control.h"

namespace ipclab {

bool RunSource::isActive() const {
    const Run::State now = state();
    return now == Run::State::Starting || now == Run::State::Running || now == Run::State::Stopping;
}

Nanoseconds RunSource::now() const {
    const RunData& run = view();
    return run.endNs != 0 ? run.endNs : run.sampledNs;
}

bool RunSource::canSignal(std::uint32_t process) {
    const RunControl* steering = control();
    return steering != nullptr && steering->canSignal(process);
}

}  // namespace ipclab
