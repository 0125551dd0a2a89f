#include "observe/address_space.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr std::uint64_t kLargestGuard = 64U << 10;

std::string_view withoutDeleted(std::string_view name) {
    constexpr std::string_view kDeleted = " (deleted)";
    if (name.ends_with(kDeleted)) name.remove_suffix(kDeleted.size());
    return name;
}

bool isSharedObject(std::string_view name) {
    const std::string_view file = name.substr(name.rfind('/') + 1);
    return file.ends_with(".so") || file.find(".so.") != std::string_view::npos;
}

bool isSharedMemory(const MemoryMapping& mapping) {
    const std::string_view name = mapping.name;
    return name.starts_with("/dev/shm/") || name.starts_with("/memfd:") || name.starts_with("/SYSV") ||
           name.starts_with("/dev/zero") || name.starts_with("[anon_shmem");
}

bool isKernels(std::string_view name) { return name.starts_with("[v") || name == "[uprobes]"; }

Section ofProgram(const MemoryMapping& mapping) {
    if (mapping.executable) return Section::Text;
    return mapping.writable ? Section::Data : Section::Constants;
}

class Classifier {
public:
    Classifier(std::string_view executable, std::span<const StackPointer> stackPointers)
        : m_executable(withoutDeleted(executable)), m_stackPointers(stackPointers) {}

    AddressRange next(MemoryMapping mapping) {
        AddressRange range{std::move(mapping), Section::Anonymous, 0};
        range.section = sectionOf(range.mapping, range.thread);
        m_previous = range.section;
        m_previousEnd = range.mapping.end;
        m_previousSize = range.mapping.size();
        return range;
    }

private:
    Section sectionOf(const MemoryMapping& mapping, std::int32_t& thread) {
        const std::string_view name = mapping.name;
        if (name == "[heap]") return Section::Heap;
        if (name.starts_with("[stack")) return Section::Stack;
        if (isKernels(name)) return Section::Kernel;
        if (!mapping.accessible()) return Section::Guard;
        if (isSharedMemory(mapping)) return Section::Shared;
        if (!m_executable.empty() && withoutDeleted(name) == m_executable) return ofProgram(mapping);
        if (isSharedObject(withoutDeleted(name))) return Section::Library;
        if (mapping.inode != 0) return Section::MappedFile;
        return mapping.shared ? Section::Shared : ofAnonymous(mapping, thread);
    }

    Section ofAnonymous(const MemoryMapping& mapping, std::int32_t& thread) {
        for (const StackPointer& pointer : m_stackPointers) {
            if (pointer.address < mapping.start || pointer.address >= mapping.end) continue;
            thread = pointer.thread;
            return Section::ThreadStack;
        }
        if (mapping.start != m_previousEnd || !mapping.name.empty() || !mapping.writable) return Section::Anonymous;
        if (m_previous == Section::Data || m_previous == Section::Bss) return Section::Bss;
        if (m_previous == Section::Library) return Section::Library;
        const bool behindGuard = m_previous == Section::Guard && m_previousSize <= kLargestGuard;
        return behindGuard && !m_stackPointers.empty() ? Section::ThreadStack : Section::Anonymous;
    }

    std::string_view m_executable;
    std::span<const StackPointer> m_stackPointers;
    Section m_previous = Section::Kernel;
    std::uint64_t m_previousEnd = 0, m_previousSize = 0;
};

void add(SectionSum& sum, const MemoryMapping& mapping) {
    ++sum.mappings;
    sum.size += mapping.size();
    sum.resident += mapping.resident;
    sum.proportional += mapping.proportional;
    sum.privateBytes += mapping.privateBytes();
    sum.sharedBytes += mapping.sharedBytes();
    sum.swapped += mapping.swapped;
}

}  // namespace

std::string_view id(Section section) {
    static constexpr std::array<std::string_view, kSectionCount> kIds{
        "text",        "constants", "data",         "bss",   "heap",   "anonymous", "shared",
        "mapped-file", "library",   "thread-stack", "stack", "kernel", "guard"};
    return kIds[static_cast<std::size_t>(section)];
}

AddressSpace classify(std::vector<MemoryMapping> mappings, std::string_view executable,
                      std::span<const StackPointer> stackPointers) {
    AddressSpace space;
    Classifier classifier(executable, stackPointers);
    space.ranges.reserve(mappings.size());
    for (MemoryMapping& mapping : mappings) {
        space.ranges.push_back(classifier.next(std::move(mapping)));
        const AddressRange& range = space.ranges.back();
        add(space.sums[static_cast<std::size_t>(range.section)], range.mapping);
        add(space.whole, range.mapping);
    }
    return space;
}

std::string shortName(const MemoryMapping& mapping) {
    const std::string_view name = withoutDeleted(mapping.name);
    constexpr std::string_view kMemfd = "/memfd:", kSystemV = "/SYSV";
    if (name.starts_with(kMemfd)) return "memfd " + std::string(name.substr(kMemfd.size()));
    if (name.starts_with(kSystemV))
        return "System V segment " + std::to_string(mapping.inode) + ", key 0x" +
               std::string(name.substr(kSystemV.size()));
    if (name.starts_with("/dev/zero")) return {};  // shared anonymous memory: the kernel's name for having none
    if (name.starts_with("/dev/shm/")) return std::string(name);
    if (name.starts_with('/')) return std::string(name.substr(name.rfind('/') + 1));
    return std::string(name);
}

}  // namespace ipclab
