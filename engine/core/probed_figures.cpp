#include "core/probed_figures.h"

#include <algorithm>

namespace ipclab {

namespace {

enum class Several : std::uint8_t { Sum, Largest };

struct Rule {
    ProbedAt at;
    Several several;
};

constexpr std::array<Rule, kProbedFigures> kRules{{
#define PROBED(figure, at, several) {ProbedAt::at, Several::several},
#include "core/probed_figures.def"
#undef PROBED
}};

}  // namespace

void addProbed(const ProbedFigures& told, ProbedAt end, ProbedFigures& all) {
    for (std::size_t i = 0; i < kProbedFigures; ++i) {
        if (!told[i] || kRules[i].at != end) continue;
        const std::int64_t before = all[i].value_or(0);
        all[i] = kRules[i].several == Several::Sum ? before + *told[i] : std::max(before, *told[i]);
    }
}

void ProbedSlot::store(const ProbedFigures& figures) {
    std::uint32_t bits = known.load(std::memory_order_relaxed);
    for (std::size_t i = 0; i < kProbedFigures; ++i) {
        if (!figures[i]) continue;
        values[i].store(*figures[i], std::memory_order_relaxed);
        bits |= 1U << i;
    }
    known.store(bits, std::memory_order_release);
}

ProbedFigures ProbedSlot::load() const {
    ProbedFigures figures;
    const std::uint32_t bits = known.load(std::memory_order_acquire);
    for (std::size_t i = 0; i < kProbedFigures; ++i) {
        if ((bits >> i & 1U) != 0) figures[i] = values[i].load(std::memory_order_relaxed);
    }
    return figures;
}

}  // namespace ipclab
