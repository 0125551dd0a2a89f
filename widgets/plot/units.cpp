#include "plot/units.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/byte_units.h"

namespace ipclab {
namespace {

constexpr int kMostDecimals = 12;

struct Prefix {
    double size;
    const char* text;
};

constexpr std::array<Prefix, 4> kTime{{{1, " s"}, {1e-3, " ms"}, {1e-6, " µs"}, {1e-9, " ns"}}};
constexpr std::array<Prefix, 5> kBytes{
    {{1099511627776.0, " TiB"}, {1073741824.0, " GiB"}, {1048576.0, " MiB"}, {1024.0, " KiB"}, {1, " B"}}};
constexpr std::array<Prefix, 5> kDecimalBytes{{{1e12, " TB"}, {1e9, " GB"}, {1e6, " MB"}, {1e3, " kB"}, {1, " B"}}};
constexpr std::array<Prefix, 5> kCount{{{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};

double secondsPer(const QString& unit) {
    if (unit == QLatin1String("s")) return 1;
    if (unit == QLatin1String("ms")) return 1e-3;
    if (unit == QStringLiteral("µs") || unit == QLatin1String("us")) return 1e-6;
    if (unit == QLatin1String("ns")) return 1e-9;
    return 0;
}

template <std::size_t N>
const Prefix& prefixOf(double magnitude, const std::array<Prefix, N>& table) {
    for (const Prefix& prefix : table) {
        if (magnitude >= prefix.size * 0.99999) return prefix;
    }
    return table.back();
}

}  // namespace

QString plainNumber(double value, int decimals) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(value, 'f', decimals);
    if (text.startsWith(QLatin1Char('-'))) text[0] = QChar(0x2212);
    return text;
}

QString plainDigits(double value, int digits) {
    if (value == 0 || !std::isfinite(value)) return QLocale().toString(value, 'f', 0);
    const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    QString text = QLocale().toString(value, 'f', std::clamp(digits - before, 0, kMostDecimals));
    if (!text.contains(QLocale().decimalPoint())) return text;
    while (text.endsWith(QLocale().zeroDigit())) text.chop(1);
    if (text.endsWith(QLocale().decimalPoint())) text.chop(QLocale().decimalPoint().size());
    return text;
}

QString percentDigits(double share) {
    const double percent = share * 100;
    if (percent > 0 && percent < 0.1) return QLatin1Char('<') + QLocale().toString(0.1, 'f', 1);
    if (percent < 9.95) return plainDigits(percent, percent < 0.95 ? 1 : 2);
    return QLocale().toString(share < 1 ? std::min(std::round(percent), 99.0) : std::round(percent), 'f', 0);
}

bool isInBytes(const QString& unit) { return unit == QLatin1String("B") || unit == QLatin1String("B/s"); }

bool hasBinaryPrefixes(const QString& unit) { return isInBytes(unit) && byteUnits() == ByteUnits::Binary; }

UnitScale scaleFor(double magnitude, const QString& unit) {
    magnitude = std::abs(magnitude);
    if (const double seconds = secondsPer(unit); seconds > 0) {
        const Prefix& prefix = magnitude > 0 ? prefixOf(magnitude * seconds, kTime) : kTime.front();
        return {seconds / prefix.size, QString::fromUtf8(prefix.text), true};
    }
    if (isInBytes(unit)) {
        const Prefix& prefix = prefixOf(magnitude, byteUnits() == ByteUnits::Binary ? kBytes : kDecimalBytes);
        return {1 / prefix.size, QString::fromUtf8(prefix.text) + unit.mid(1), true};
    }
    if (unit == QLatin1String("%")) return {1, QStringLiteral(" %"), true};
    if (unit == QLatin1String("share")) return {100, QStringLiteral(" %"), true};
    const Prefix& prefix = prefixOf(magnitude, kCount);
    return {1 / prefix.size, QString::fromUtf8(prefix.text), false};
}

QString formatBare(double value, const QString& unit, int digits) {
    if (!std::isfinite(value)) return QString(QChar(0x2013));
    const UnitScale scale = scaleFor(value, unit);
    const double number = value * scale.factor;
    const bool whole = scale.factor == 1 && number == std::round(number);
    const int before = std::abs(number) >= 1 ? static_cast<int>(std::log10(std::abs(number)) + 1e-9) + 1 : 1;
    const int decimals = whole ? 0 : std::clamp(digits - before, 0, 6);
    return plainNumber(number, decimals) + scale.suffix;
}

QString formatQuantity(double value, const QString& unit, int digits) {
    const bool word = std::isfinite(value) && !unit.isEmpty() && !scaleFor(value, unit).namesUnit;
    const QString text = formatBare(value, unit, digits);
    return word ? text + QLatin1Char(' ') + unit : text;
}

QString withoutTrailingZeros(QString quantity) {
    static const QRegularExpression zeros(QStringLiteral("\\.?0+(?= |$)"));
    return quantity.contains(QLatin1Char('.')) ? quantity.replace(zeros, QString()) : quantity;
}

}  // namespace ipclab
