// A number of bytes as people write it: "4096", "64 KiB", "12 MB".
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

namespace ipclab {

// Nothing where it is none, or not a whole number of bytes.
std::optional<std::uint64_t> bytesFromText(const QString& text);

}  // namespace ipclab
