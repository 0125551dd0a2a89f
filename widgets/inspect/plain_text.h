// What the kernel's files say, as the tables show it.
#pragma once

#include <QString>
#include <cstdint>
#include <string_view>

namespace ipclab {

inline QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
inline QString hex(std::uint64_t value) { return QStringLiteral("0x%1").arg(value, 0, 16); }

}  // namespace ipclab
