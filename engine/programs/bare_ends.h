// The ends of a bare loop: what a programmer would write for one sender and one receiver with the same system calls on
// the same kernel objects, and nothing of the laboratory's: no header, no check, no counters, no time limits, no peers
// that come and go. Opened from the wiring of a link whose own ends are open already, so that whatever has to be done
// first (connecting, sizes of buffers, permissions) has been done.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "programs/worker_plan.h"

namespace ipclab {

class WorkerContext;

class BareOut {
public:
    virtual ~BareOut() = default;
    // So many messages. False: nobody takes them any more.
    virtual bool send(unsigned count) = 0;
    // The receiver learns that there will be no more, before the ends are closed, and after it.
    virtual void sayLast() {}
    virtual void closed() {}
};

class BareIn {
public:
    virtual ~BareIn() = default;
    // At most so many messages; fewer: that was the last.
    virtual std::uint64_t receive(std::uint64_t most) = 0;
};

// Why there is no bare loop over this mechanism; empty: there is one.
[[nodiscard]] std::string_view whyNoBareLoop(std::string_view mechanism);

// Memory of a link that is nothing but memory, mapped once more; empty for every other. Before its ends are opened,
// which take its descriptor.
struct BareMemory {
    std::shared_ptr<void> pages;
    explicit operator bool() const { return pages != nullptr; }
};
[[nodiscard]] BareMemory mapBareMemory(const PortPlan& port);

// descriptor: of the link's own end. Throws std::system_error; there is a bare loop over it.
[[nodiscard]] std::unique_ptr<BareOut> makeBareOut(const WorkerContext& worker, const PortPlan& port, int descriptor,
                                                   const BareMemory& memory);
[[nodiscard]] std::unique_ptr<BareIn> makeBareIn(const WorkerContext& worker, const PortPlan& port, int descriptor,
                                                 const BareMemory& memory);

}  // namespace ipclab
