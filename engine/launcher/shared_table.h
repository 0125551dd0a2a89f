// The shared objects of a run: made before anybody is forked, handed out as plans, told when a party is gone.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/run_directory.h"
#include "core/segment.h"
#include "document/experiment.h"
#include "programs/worker_plan.h"

namespace ipclab {

class SharedTable {
public:
    SharedTable(const Experiment& experiment, const Segment& segment) : m_experiment(experiment), m_segment(segment) {}

    // Throws std::system_error.
    void create(RunDirectory& names);

    [[nodiscard]] std::optional<SharedPlan> planOf(std::uint32_t process) const;

    // The process has ended and is not reaped yet: marks it gone in its objects. Returns those whose lock it held. The
    // others look up when they are interrupted.
    std::vector<std::uint32_t> processGone(std::uint32_t process, bool died);
    [[nodiscard]] std::vector<std::uint32_t> partnersOf(std::uint32_t process) const;

private:
    const Experiment& m_experiment;
    const Segment& m_segment;
    std::vector<std::unique_ptr<SyncObject>> m_objects;
};

}  // namespace ipclab
