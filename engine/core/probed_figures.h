// Figures that the system tells of a link's descriptors, from whoever asks for them to the result: a line of
// probed_figures.def each, and nothing on the way knows which they are.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace ipclab {

enum class ProbedFigure : std::uint8_t {
#define PROBED(figure, at, several) figure,
#include "core/probed_figures.def"
#undef PROBED
};

inline constexpr std::size_t kProbedFigures = 0
#define PROBED(figure, at, several) +1
#include "core/probed_figures.def"
#undef PROBED
    ;

// Nothing: this descriptor does not tell it, or has not been asked.
using ProbedFigures = std::array<std::optional<std::int64_t>, kProbedFigures>;

auto& entryOf(auto& figures, ProbedFigure figure) { return figures[static_cast<std::size_t>(figure)]; }

enum class ProbedAt : std::uint8_t { Senders, Receivers };

// Adds what one end told to what others have; what is not asked of such ends is passed over.
void addProbed(const ProbedFigures& told, ProbedAt end, ProbedFigures& all);

// In the shared segment: written by the launcher, read by anybody. What was known once stays.
struct ProbedSlot {
    std::atomic<std::uint32_t> known;  // a bit a figure
    std::array<std::atomic<std::int64_t>, kProbedFigures> values;

    void store(const ProbedFigures& figures);
    [[nodiscard]] ProbedFigures load() const;
};
static_assert(sizeof(ProbedSlot) <= 128, "two cache lines: make it three where this is too small");

}  // namespace ipclab
