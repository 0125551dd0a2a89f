// An append-only array in fixed chunks, addressed by an index that counts from the first element ever appended.
// Why not std::vector: doubling copies hundreds of megabytes in the middle of a frame, and the oldest chunk
// could not be given back. Single-threaded.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace ipclab {

template <class T, std::size_t kShift = 12>
class ChunkedArray {
public:
    static constexpr std::size_t kChunk = std::size_t{1} << kShift;

    ChunkedArray() = default;
    ChunkedArray(const ChunkedArray& other)
        : m_firstChunk(other.m_firstChunk), m_first(other.m_first), m_end(other.m_end) {
        for (std::size_t i = m_first; i < m_end; i += kChunk) {
            const std::span<const T> chunk = other.stretch(i, m_end);
            m_chunks.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
            std::ranges::copy(chunk, m_chunks.back().get());
        }
    }
    ChunkedArray& operator=(const ChunkedArray& other) {
        if (this != &other) *this = ChunkedArray(other);
        return *this;
    }
    ChunkedArray(ChunkedArray&&) noexcept = default;
    ChunkedArray& operator=(ChunkedArray&&) noexcept = default;
    ~ChunkedArray() = default;

    [[nodiscard]] std::size_t firstIndex() const { return m_first; }
    [[nodiscard]] std::size_t endIndex() const { return m_end; }
    [[nodiscard]] std::size_t size() const { return m_end - m_first; }
    [[nodiscard]] bool empty() const { return m_end == m_first; }

    // index must lie in [firstIndex(), endIndex()).
    const T& operator[](std::size_t index) const {
        assert(index >= m_first && index < m_end);
        return m_chunks[(index >> kShift) - m_firstChunk][index & (kChunk - 1)];
    }
    T& operator[](std::size_t index) {
        assert(index >= m_first && index < m_end);
        return m_chunks[(index >> kShift) - m_firstChunk][index & (kChunk - 1)];
    }
    const T& back() const { return (*this)[m_end - 1]; }

    // The elements from index on that lie next to one another, at most until `end`.
    std::span<const T> stretch(std::size_t index, std::size_t end) const {
        const std::size_t inChunk = index & (kChunk - 1);
        if (index >= end) return {};
        assert(index >= m_first && end <= m_end);
        return {m_chunks[(index >> kShift) - m_firstChunk].get() + inChunk, std::min(kChunk - inChunk, end - index)};
    }

    void push(const T& value) {
        if ((m_end >> kShift) - m_firstChunk == m_chunks.size()) {
            m_chunks.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
        }
        m_chunks.back()[m_end & (kChunk - 1)] = value;
        ++m_end;
    }

    // Gives back the oldest chunk; only full chunks may be dropped. Indices of the rest stay as they were.
    void dropFirstChunk() {
        assert(m_end - m_first >= kChunk);
        m_chunks.erase(m_chunks.begin());
        ++m_firstChunk;
        m_first = m_firstChunk << kShift;
    }

private:
    std::vector<std::unique_ptr<T[]>> m_chunks;
    std::size_t m_firstChunk = 0;
    std::size_t m_first = 0;
    std::size_t m_end = 0;
};

// The first index in [low, high) for which before(index) is false, high if there is none. before must be true up
// to some index and false from there on. Looks near hint first: cost grows with the logarithm of the distance.
template <class Before>
std::size_t partitionNear(std::size_t low, std::size_t high, std::size_t hint, Before before) {
    if (low >= high) return high;
    if (hint < low) hint = low;
    if (hint >= high) hint = high - 1;
    std::size_t reach = 1;
    if (before(hint)) {
        low = hint + 1;
        while (low < high && low + reach < high && before(low + reach)) {
            low += reach + 1;
            reach *= 2;
        }
        if (low + reach < high) high = low + reach + 1;
    } else {
        high = hint;
        while (low < high && reach < high - low && !before(high - reach)) {
            high -= reach;
            reach *= 2;
        }
        if (reach < high - low) low = high - reach + 1;
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (before(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

}  // namespace ipclab
