// UTF-8 from outside: what is a character, and what may stand on a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

// How long a well-formed character begins here (Unicode, table 3-7); 0: none. Expects at < text.size().
std::size_t characterBytes(std::string_view text, std::size_t at);
// Where the first byte stands that belongs to no well-formed character; npos: nowhere.
std::size_t firstInvalidUtf8(std::string_view text);

// One line that cannot steer a terminal: a line's end or a tab becomes a space; other control characters, those that
// turn the direction of writing, and bytes that are no character become "?".
std::string printable(std::string_view utf8);

// At most this many bytes, cut at a character; "…" where it was longer.
std::string excerpt(std::string_view utf8, std::size_t mostBytes);

}  // namespace ipclab
