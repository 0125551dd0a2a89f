#include "observe/address_space.h"

#include <gtest/gtest.h>

#include <random>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

const std::string kFigures =
    "Size:                  8 kB\nKernelPageSize:        4 kB\nRss:                   %R kB\nPss:                   3 "
    "kB\n"
    "Shared_Clean:          1 kB\nShared_Dirty:          2 kB\nPrivate_Clean:         3 kB\nPrivate_Dirty:         4 "
    "kB\n"
    "Swap:                  5 kB\nTHPeligible:           0\nVmFlags: rd mr mw me %F\n";

std::string mapping(const std::string& firstLine, int residentKiB = 8, const std::string& flags = "") {
    std::string figures = kFigures;
    figures.replace(figures.find("%R"), 2, std::to_string(residentKiB));
    figures.replace(figures.find("%F"), 2, flags);
    return firstLine + "\n" + figures;
}

const std::string kProgram =
    mapping("55e30faf6000-55e30faf8000 r--p 00000000 fe:00 248056                     /usr/bin/my prog") +
    mapping("55e30faf8000-55e30fafd000 r-xp 00002000 fe:00 248056                     /usr/bin/my prog") +
    mapping("55e30fafd000-55e30faff000 r--p 00007000 fe:00 248056                     /usr/bin/my prog") +
    mapping("55e30fb00000-55e30fb01000 rw-p 00009000 fe:00 248056                     /usr/bin/my prog") +
    mapping("55e30fb01000-55e30fb03000 rw-p 00000000 00:00 0 ") +
    mapping("55e31aaaa000-55e31aacb000 rw-p 00000000 00:00 0                          [heap]", 100) +
    mapping("7f3600000000-7f3600021000 rw-p 00000000 00:00 0 ") +
    mapping("7f3600021000-7f3604000000 ---p 00000000 00:00 0 ", 0) +
    mapping("7f3670000000-7f3670001000 ---p 00000000 00:00 0 ", 0) +
    mapping("7f3670001000-7f3670801000 rw-p 00000000 00:00 0 ") +
    mapping("7f3670900000-7f3670910000 rw-s 00000000 00:01 4711                       /dev/shm/ipclab.7 a") +
    mapping("7f3670910000-7f3670911000 rw-s 00000000 00:01 9                          /memfd:ring (deleted)") +
    mapping("7f3670911000-7f3670912000 rw-s 00000000 00:01 32769                      /SYSV00001234 (deleted)") +
    mapping("7f3670912000-7f3670913000 rw-s 00000000 00:01 5                          /dev/zero (deleted)") +
    mapping("7f3670920000-7f3670930000 r--p 00000000 fe:00 77                         /usr/share/locale.archive") +
    mapping("7f36709cd000-7f36709f3000 r--p 00000000 fe:00 99                         /usr/lib/libc.so.6") +
    mapping("7f36709f3000-7f3670b48000 r-xp 00026000 fe:00 99                         /usr/lib/libc.so.6") +
    mapping("7f3670ba1000-7f3670ba3000 rw-p 001d3000 fe:00 99                         /usr/lib/libc.so.6") +
    mapping("7f3670ba3000-7f3670bb0000 rw-p 00000000 00:00 0 ") +
    mapping("7ffe2c3b4000-7ffe2c3d5000 rw-p 00000000 00:00 0                          [stack]", 20, "gd ac") +
    mapping("7ffe2c3e0000-7ffe2c3e4000 r--p 00000000 00:00 0                          [vvar]") +
    mapping("7ffe2c3e4000-7ffe2c3e6000 r-xp 00000000 00:00 0                          [vdso]") +
    mapping("ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]", 0);

std::vector<Section> sectionsOf(const AddressSpace& space) {
    std::vector<Section> sections;
    for (const AddressRange& range : space.ranges) sections.push_back(range.section);
    return sections;
}

TEST(Smaps, EveryMappingIsReadWithItsFigures) {
    const auto mappings = parseSmaps(kProgram);
    ASSERT_TRUE(mappings);
    ASSERT_EQ(mappings->size(), 23U);
    const MemoryMapping& text = (*mappings)[1];
    EXPECT_EQ(text.start, 0x55e30faf8000U);
    EXPECT_EQ(text.size(), 0x5000U);
    EXPECT_EQ(text.permissions(), "r-xp");
    EXPECT_EQ(text.offset, 0x2000U);
    EXPECT_EQ(text.inode, 248056U);
    EXPECT_EQ(text.name, "/usr/bin/my prog");
    EXPECT_EQ(text.resident, 8U << 10);
    EXPECT_EQ(text.proportional, 3U << 10);
    EXPECT_EQ(text.sharedBytes(), 3U << 10);
    EXPECT_EQ(text.privateBytes(), 7U << 10);
    EXPECT_EQ(text.swapped, 5U << 10);
    EXPECT_FALSE(text.growsDown);
    EXPECT_TRUE((*mappings)[19].growsDown);
    EXPECT_EQ(mappings->back().start, 0xffffffffff600000U);
}

TEST(Smaps, MappingsAreToldApartBySection) {
    using enum Section;
    const StackPointer known{4712, 0x7f3670800ff0};
    const AddressSpace space = classify(*parseSmaps(kProgram), "/usr/bin/my prog", {&known, 1});
    const std::vector<Section> expected{Constants, Text,        Constants, Data,   Bss,    Heap,   Anonymous,  Guard,
                                        Guard,     ThreadStack, Shared,    Shared, Shared, Shared, MappedFile, Library,
                                        Library,   Library,     Library,   Stack,  Kernel, Kernel, Kernel};
    EXPECT_EQ(sectionsOf(space), expected);
    EXPECT_EQ(space.ranges[9].thread, 4712);
    EXPECT_EQ(space.of(Heap).resident, 100U << 10);
    EXPECT_EQ(space.of(Library).mappings, 4U);
    EXPECT_EQ(space.whole.mappings, 23U);
    std::uint64_t sum = 0;
    for (const SectionSum& part : space.sums) sum += part.size;
    EXPECT_EQ(sum, space.whole.size);
}

TEST(Smaps, AThreadsStackIsKnownByItsGuardWhereTheThreadRuns) {
    const StackPointer running{4712, 0};
    const AddressSpace one = classify(*parseSmaps(kProgram), "/usr/bin/my prog", {&running, 1});
    EXPECT_EQ(one.ranges[9].section, Section::ThreadStack);
    EXPECT_EQ(one.ranges[9].thread, 0);
    const AddressSpace none = classify(*parseSmaps(kProgram), "/usr/bin/my prog");
    EXPECT_EQ(none.ranges[9].section, Section::Anonymous) << "a process without threads has no thread's stack";
}

TEST(Smaps, NamesAreForPeople) {
    const auto mappings = *parseSmaps(kProgram);
    EXPECT_EQ(shortName(mappings[1]), "my prog");
    EXPECT_EQ(shortName(mappings[4]), "");
    EXPECT_EQ(shortName(mappings[10]), "/dev/shm/ipclab.7 a");
    EXPECT_EQ(shortName(mappings[11]), "memfd ring");
    EXPECT_EQ(shortName(mappings[12]), "System V segment 32769, key 0x00001234");
    EXPECT_EQ(shortName(mappings[13]), "");
    EXPECT_EQ(shortName(mappings[15]), "libc.so.6");
    EXPECT_EQ(shortName(mappings[19]), "[stack]");
}

TEST(Smaps, TextsThatAreNoneAreRefusedAndCutOnesKeepTheirBeginning) {
    for (const char* text : {"", "\n", "x", "55-44 r--p 0 0:0 0", "1000-2000 rwp 0 0:0 0", "1000-2000 r--p x 0:0 0",
                             "1000-2000 r--p 0 00 0", "1000-2000", "-", "g000-h000 r--p 0 0:0 0 x"})
        EXPECT_FALSE(parseSmaps(text)) << text;
    const auto cut =
        parseSmaps("1000-2000 r--p 0 0:0 0 \nRss: 4 kB\nPss: x kB\nSwap: 99999999999999999999 kB\n2000-30");
    ASSERT_TRUE(cut);
    ASSERT_EQ(cut->size(), 1U);
    EXPECT_EQ(cut->front().resident, 4096U);
    EXPECT_EQ(cut->front().swapped, 0U);
    const auto backwards = parseSmaps("3000-4000 r--p 0 0:0 0 \n1000-2000 r--p 0 0:0 0 \n");
    ASSERT_TRUE(backwards);
    EXPECT_EQ(backwards->size(), 1U) << "never in an order that the picture could not draw";
}

TEST(Smaps, NoBytesMakeItMisbehave) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        std::string text = seed % 2 == 0 ? kProgram : readFile("/proc/self/smaps").value_or(kProgram);
        for (int i = 0; i < 60; ++i) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
            if (auto mappings = parseSmaps(text)) {
                const AddressSpace space = classify(std::move(*mappings), "/usr/bin/my prog");
                for (std::size_t at = 1; at < space.ranges.size(); ++at)
                    ASSERT_LE(space.ranges[at - 1].mapping.end, space.ranges[at].mapping.start);
            }
        }
    }
}

}  // namespace
}  // namespace ipclab
