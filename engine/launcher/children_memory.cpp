// How much memory the program of a child had, and nobody else: what it was before an exec, and its children, are in
// what wait4(2) tells of it, and a process that has ended has no memory to look at.
#include <unistd.h>

#include <algorithm>

#include "launcher/children.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;

// Not the launcher's copy, nor the worker that is to become a command: that is executed when the report is closed.
bool Children::isItsProgram(std::uint32_t process) const {
    const Child& child = m_children[process];
    if (child.foreign) return !child.report;
    const auto phase = m_segment.processes()[process].phase.load(memory_order_acquire);
    return phase != static_cast<std::uint32_t>(Phase::Unborn);
}

void Children::lookAtMemoryOf(std::uint32_t process) {
    Child& child = m_children[process];
    if (child.pid == 0 || !isItsProgram(process)) return;
    if (!child.reader) child.reader.emplace(child.pid);
    const auto status = child.reader->status();
    if (!status || status->peakResidentBytes == 0) return;
    child.replaced = child.replaced || status->peakResidentBytes < child.peakBytes;  // in one program it only grows
    child.peakBytes = status->peakResidentBytes;
}

void Children::lookAtMemory(Nanoseconds now) {
    constexpr Nanoseconds kEveryNs = kNsPerSecond / 10;
    constexpr std::size_t kMostAtOnce = 64;  // a look takes some 15 µs
    if (now < m_nextMemoryNs) return;
    m_nextMemoryNs = now + kEveryNs;
    for (std::size_t i = 0; i < std::min(kMostAtOnce, m_children.size()); ++i) {
        m_nextMemory = (m_nextMemory + 1) % m_children.size();
        lookAtMemoryOf(static_cast<std::uint32_t>(m_nextMemory));
    }
}

// What the program itself had. ru_maxrss is the largest of that, of the launcher's copy it was before an exec and of
// the children it has waited for: it counts where it cannot be any of those. Else what the worker has told, or what was
// seen.
std::uint64_t Children::peakOf(std::uint32_t process, bool hasWaited, std::uint64_t largestBytes) const {
    constexpr std::uint64_t kCopyGrows = 1U << 20;  // between its fork and its exec
    const ProcessSpec& spec = m_experiment.processes[process];
    const std::uint64_t told = m_segment.processes()[process].peakBytes.load(memory_order_relaxed);
    if (told != 0) return told;
    if (m_children[process].replaced) return m_children[process].peakBytes;
    const bool forked = spec.launch == LaunchMethod::Fork || spec.launch == LaunchMethod::Exec;
    if (forked && !hasWaited) {
        if (spec.launch == LaunchMethod::Fork && !m_children[process].foreign) return largestBytes;
        const auto own = ProcessReader(::getpid()).status();
        if (own && largestBytes > own->peakResidentBytes + kCopyGrows) return largestBytes;
    }
    return m_children[process].peakBytes;
}

}  // namespace ipclab
