#include "inspect/byte_text.h"

#include <QRegularExpression>
#include <array>
#include <cmath>
#include <utility>

namespace ipclab {
namespace {

constexpr double kMostBytesExactly = 9007199254740992.0;  // 2^53: beyond it a double skips some

// By letters in either case: nobody types kB and KB with different intent.
constexpr std::array<std::pair<const char*, double>, 17> kByteUnits{{{"", 1},
                                                                     {"b", 1},
                                                                     {"byte", 1},
                                                                     {"bytes", 1},
                                                                     {"바이트", 1},
                                                                     {"kib", 1024.0},
                                                                     {"mib", 1024.0 * 1024},
                                                                     {"gib", 1024.0 * 1024 * 1024},
                                                                     {"키비바이트", 1024.0},
                                                                     {"메비바이트", 1024.0 * 1024},
                                                                     {"기비바이트", 1024.0 * 1024 * 1024},
                                                                     {"kb", 1e3},
                                                                     {"mb", 1e6},
                                                                     {"gb", 1e9},
                                                                     {"킬로바이트", 1e3},
                                                                     {"메가바이트", 1e6},
                                                                     {"기가바이트", 1e9}}};

}  // namespace

std::optional<std::uint64_t> bytesFromText(const QString& text) {
    static const QRegularExpression written(QStringLiteral("^\\s*(\\d+(?:\\.\\d+)?)\\s*(\\p{L}*)\\s*$"));
    const QRegularExpressionMatch match = written.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const QString unit = match.captured(2).toLower();
    for (const auto& [name, factor] : kByteUnits) {
        if (unit != QString::fromUtf8(name)) continue;
        const double bytes = match.captured(1).toDouble() * factor;
        const bool whole = bytes == std::floor(bytes) && bytes <= kMostBytesExactly;
        return whole ? std::optional(static_cast<std::uint64_t>(bytes)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace ipclab
