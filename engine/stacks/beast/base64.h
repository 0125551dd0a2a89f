// Base64 (RFC 4648, section 4): bytes as text, where text is all that can be carried.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ipclab {

void appendBase64(std::span<const std::byte> bytes, std::string& to);
// False: it is none. Replaces what was in `to`.
[[nodiscard]] bool fromBase64(std::string_view text, std::string& to);

}  // namespace ipclab
