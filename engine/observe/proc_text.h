// Reading the small text files the kernel offers, and numbers out of them. What a file holds is never trusted: a parser
// says nullopt for anything it does not understand. Any thread; nothing here throws but std::bad_alloc.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace ipclab {

inline constexpr std::uint64_t kKiB = 1024;  // what the kernel's files call kB

// The whole file (at most limitBytes), or nullopt with errno set.
[[nodiscard]] std::optional<std::string> readFile(const std::string& path, std::size_t limitBytes = 4U << 20);
// Its first line without the newline, or nullopt with errno set.
[[nodiscard]] std::optional<std::string> readLine(const std::string& path);

// The descriptor's content from its beginning into `buffer` (reused, grown when needed). False with errno set.
[[nodiscard]] bool readAgain(int fd, std::string& buffer, std::size_t limitBytes = 4U << 20);

[[nodiscard]] std::string_view trimmed(std::string_view text);

// The next word, blanks skipped; "" at the end. `text` moves on.
[[nodiscard]] std::string_view nextWord(std::string_view& text);
// The next line without its newline; `text` moves on.
[[nodiscard]] std::string_view nextLine(std::string_view& text);

// The whole word must be a number that fits.
template <typename Integer>
[[nodiscard]] std::optional<Integer> parseInteger(std::string_view word, int base = 10) {
    Integer value{};
    const char* end = word.data() + word.size();
    const auto [at, error] = std::from_chars(word.data(), end, value, base);
    if (word.empty() || error != std::errc{} || at != end) return std::nullopt;
    return value;
}

}  // namespace ipclab
