#include "sweep/kept_sweep.h"

#include <algorithm>

#include "core/wall_clock.h"
#include "export/result_json.h"
#include "sweep/sweep_report.h"

namespace ipclab {

KeptSweep KeptSweep::begin(SweepOptions options, const std::filesystem::path& path) {
    KeptSweep kept{std::make_unique<Sweep>(std::move(options)), std::nullopt, hostJson(readHostFacts()), utcNow()};
    const bool isSound = exitStatus(kept.sweep->problems()) == 0;
    if (isSound && !path.empty()) kept.file.emplace(path, *kept.sweep, kept.host);
    return kept;
}

KeptSweep KeptSweep::open(const std::filesystem::path& path, std::optional<unsigned> repeats) {
    SweepFile file = SweepFile::open(path);
    SweepOptions options = file.options();
    options.repeats = repeats.value_or(options.repeats);
    KeptSweep kept{std::make_unique<Sweep>(std::move(options)), std::nullopt, file.host(), file.startedAt()};
    if (exitStatus(kept.sweep->problems()) != 0) return kept;
    if (repeats) file.setRepeats(*repeats);
    file.restore(*kept.sweep);
    kept.file = std::move(file);
    return kept;
}

std::size_t KeptSweep::measureAgain(std::span<const std::size_t> figures) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sweep->cells().size(); ++i) {
        if (!isDoubtful(sweep->cells()[i], figures)) continue;
        ++count;
        ++sweep->cell(i).attempt;
        if (file) file->beginAttempt(*sweep, i);
    }
    return count;
}

void KeptSweep::saveAs(const std::filesystem::path& path) const {
    SweepFile copy(path, *sweep, host);
    copy.keepAll(*sweep, startedAt);
}

std::size_t KeptSweep::doubtful(std::span<const std::size_t> figures) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(sweep->cells(), [&](const SweepCell& cell) { return isDoubtful(cell, figures); }));
}

std::size_t KeptSweep::unfinished() const {
    return static_cast<std::size_t>(std::ranges::count_if(sweep->cells(), [&](const SweepCell& cell) {
        return cell.skipped.empty() && cell.counted().size() < sweep->options().repeats;
    }));
}

}  // namespace ipclab
