#include "inspect/address_blocks.h"

#include <algorithm>

namespace ipclab {
namespace {

// The kernel's half of the addresses, where at most a page for very old programs (vsyscall) is to be seen.
constexpr std::uint64_t kUpperHalf = 1ULL << 63;
constexpr std::uint64_t kSmallGuardBytes = 64U << 10;
constexpr std::uint64_t kTogetherBytes = 64U << 10;
constexpr std::uint64_t kLibrariesTogetherBytes = 4U << 20;

bool belongTogether(const AddressBlock& below, const AddressRange& range) {
    if (below.gap || below.section != range.section) return false;
    const std::uint64_t distance = range.mapping.start - below.end;
    return distance <= (range.section == Section::Library ? kLibrariesTogetherBytes : kTogetherBytes);
}

void add(SectionSum& sum, const MemoryMapping& mapping) {
    ++sum.mappings;
    sum.size += mapping.size();
    sum.resident += mapping.resident;
    sum.proportional += mapping.proportional;
    sum.privateBytes += mapping.privateBytes();
    sum.sharedBytes += mapping.sharedBytes();
    sum.swapped += mapping.swapped;
}

double leastOf(const AddressBlock& block, const BlockHeights& heights) {
    return (block.gap ? heights.gapPx : heights.linePx) + heights.spacePx;
}

// Address space held in reserve is shown, but takes no room from what is used.
double weightOf(const AddressBlock& block) {
    return block.gap || block.section == Section::Guard ? 0 : static_cast<double>(block.sum.size);
}

}  // namespace

std::vector<AddressBlock> blocksOf(const AddressSpace& space) {
    std::vector<AddressBlock> blocks;
    bool guard = false;
    for (std::size_t at = 0; at < space.ranges.size(); ++at) {
        const AddressRange& range = space.ranges[at];
        if (range.mapping.start >= kUpperHalf) break;
        if (range.section == Section::Guard && range.mapping.size() <= kSmallGuardBytes) {
            guard = true;
            continue;
        }
        if (blocks.empty() || !belongTogether(blocks.back(), range)) {
            const std::uint64_t from = blocks.empty() ? 0 : blocks.back().end;
            if (!blocks.empty() && range.mapping.start - from >= kLeastGapBytes)
                blocks.push_back({.start = from, .end = range.mapping.start, .gap = true, .sum = {}});
            blocks.push_back({.start = range.mapping.start, .section = range.section, .first = at, .sum = {}});
        }
        AddressBlock& block = blocks.back();
        block.end = range.mapping.end;
        block.last = at;
        block.guarded = block.guarded || guard;
        guard = false;
        add(block.sum, range.mapping);
    }
    std::ranges::reverse(blocks);
    return blocks;
}

double leastHeight(const std::vector<AddressBlock>& blocks, const BlockHeights& heights) {
    double sum = 0;
    for (const AddressBlock& block : blocks) sum += leastOf(block, heights);
    return sum;
}

double layOut(std::vector<AddressBlock>& blocks, const BlockHeights& heights, double heightPx) {
    double weights = 0;
    for (const AddressBlock& block : blocks) weights += weightOf(block);
    const double spare = std::max(0.0, heightPx - leastHeight(blocks, heights));
    double top = 0;
    for (AddressBlock& block : blocks) {
        const double share = weights > 0 ? spare * weightOf(block) / weights : 0;
        block.topPx = top;
        block.heightPx = leastOf(block, heights) - heights.spacePx + share;
        top += block.heightPx + heights.spacePx;
    }
    return spare > 0 && weights > 0 ? weights / spare : 0;
}

}  // namespace ipclab
