// An address space as blocks of a picture: neighbours of one kind made one, tiny guards folded into the block above
// them, the huge unused stretches between as gaps; and where each block stands in a column of a given height. Pure
// functions.
//
// To scale, with a floor: each block is one line high and above that in proportion to its size, so that nothing
// vanishes beside something a thousand times larger, and what grows is seen to grow.
#pragma once

#include <vector>

#include "observe/address_space.h"

namespace ipclab {

struct AddressBlock {
    std::uint64_t start = 0, end = 0;
    bool gap = false;  // nothing is mapped there
    Section section = Section::Anonymous;
    std::size_t first = 0, last = 0;  // of AddressSpace::ranges
    SectionSum sum;                   // of the ranges in it
    bool guarded = false;             // a guard page lies below it

    double topPx = 0, heightPx = 0;
};

// From the highest address to the lowest, of the processes' half. Gaps of less than kLeastGapBytes are not told.
inline constexpr std::uint64_t kLeastGapBytes = 1U << 20;
[[nodiscard]] std::vector<AddressBlock> blocksOf(const AddressSpace& space);

struct BlockHeights {
    double linePx = 17;
    double gapPx = 15;
    double spacePx = 2;  // between blocks
};

[[nodiscard]] double leastHeight(const std::vector<AddressBlock>& blocks, const BlockHeights& heights);
// Gives each block its place. Returns how many bytes a pixel stands for, beyond a block's first line; 0: there was no
// room for more than lines.
double layOut(std::vector<AddressBlock>& blocks, const BlockHeights& heights, double heightPx);

}  // namespace ipclab
