// A sweep and the file it is kept in, if it is: what is begun, opened again, gone on with and measured anew, by the
// command line and by the window.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "sweep/sweep_file.h"

namespace ipclab {

struct KeptSweep {
    std::unique_ptr<Sweep> sweep;
    std::optional<SweepFile> file;
    nlohmann::ordered_json host;  // where it was begun
    std::string startedAt;

    // What is wrong with the document or an axis is in its problems(); nothing is kept then. path: of a new file, which
    // must not be there; empty: none. Throws as SweepFile does.
    static KeptSweep begin(SweepOptions options, const std::filesystem::path& path);
    // repeats: as many as were asked for then, where nothing is said. Its problems() are as above.
    static KeptSweep open(const std::filesystem::path& path, std::optional<unsigned> repeats = std::nullopt);

    // Cells that are doubtful in the first figure begin anew: how many.
    std::size_t measureAgain(std::span<const std::size_t> figures);
    [[nodiscard]] std::size_t doubtful(std::span<const std::size_t> figures) const;
    // All of it as another file, which must not be there. Throws as SweepFile does.
    void saveAs(const std::filesystem::path& path) const;
    // Cells that are still to be measured.
    [[nodiscard]] std::size_t unfinished() const;
};

}  // namespace ipclab
