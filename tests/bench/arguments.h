// The arguments of a benchmark program, checked before anything is measured.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string_view>
#include <type_traits>

namespace ipclab::bench {

inline constexpr int kWrongUsage = 2;

// The number that the whole text is; nothing where it is none or does not lie between these.
template <typename Number>
[[nodiscard]] std::optional<Number> numberIn(std::string_view text, std::type_identity_t<Number> least,
                                             std::type_identity_t<Number> most) {
    Number value{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    const bool inRange = value >= least && value <= most;  // what is not a number is not
    return error == std::errc{} && stop == end && inRange ? std::optional(value) : std::nullopt;
}

// [REPEATS [WHAT [SIZE]]], as the benchmarks of links and of stacks have them.
struct BenchArguments {
    int repeats = 0;
    std::string_view only{};      // empty: all
    std::uint32_t sizeBytes = 0;  // 0: each that is usual
};

// Nothing where one of them is wrong: which is said on standard error, before the usage.
template <typename KnowsName, typename KnowsSize>
[[nodiscard]] std::optional<BenchArguments> readArguments(int argc, char** argv, int usualRepeats, KnowsName knowsName,
                                                          KnowsSize knowsSize, const char* usage) {
    const auto wrong = [&](const char* what, const char* given) -> std::optional<BenchArguments> {
        std::fprintf(stderr, "%s: %s\n%s\n", what, given, usage);
        return std::nullopt;
    };
    BenchArguments all{.repeats = usualRepeats};
    if (argc > 4) return wrong("one argument too many", argv[4]);
    if (argc > 1) {
        const auto repeats = numberIn<int>(argv[1], 1, 1000);
        if (!repeats) return wrong("REPEATS is a number from 1 to 1000, not", argv[1]);
        all.repeats = *repeats;
    }
    if (argc > 2) {
        all.only = argv[2];
        if (!knowsName(all.only)) return wrong("nothing here is called", argv[2]);
    }
    if (argc > 3) {
        const auto size = numberIn<std::uint32_t>(argv[3], 1, UINT32_MAX);
        if (!size || !knowsSize(*size)) return wrong("no SIZE in bytes that can be measured", argv[3]);
        all.sizeBytes = *size;
    }
    return all;
}

}  // namespace ipclab::bench
