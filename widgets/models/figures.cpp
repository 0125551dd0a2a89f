#include "models/figures.h"

#include <algorithm>
#include <cmath>

#include "plot/units.h"

namespace ipclab {

QString noFigure() { return QString(QChar(0x2013)); }

QString countText(std::uint64_t count) {
    QString text = QString::number(count);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QLatin1Char(','));
    return text;
}

QString rateText(double perSecond) { return formatQuantity(perSecond, QString()); }

// What rounds to nothing has no sign.
QString secondsText(double seconds, int decimals) {
    const bool isNothing = std::abs(seconds) < 0.5 * std::pow(10, -decimals);
    return QString::number(isNothing ? 0 : seconds, 'f', decimals);
}

QString percentText(double share) { return QString::number(share * 100, 'f', 1); }

QString bytesText(std::uint64_t bytes) { return formatQuantity(static_cast<double>(bytes), QStringLiteral("B")); }

QString durationText(std::int64_t nanoseconds) {
    return nanoseconds <= 0 ? noFigure() : formatQuantity(static_cast<double>(nanoseconds), QStringLiteral("ns"));
}

QString figureText(const MaybeQuantity& value, QuantityUnit unit) {
    if (!value) return noFigure();
    const double number = asDouble(*value);
    switch (unit) {
        case QuantityUnit::Byte:
            return formatQuantity(number, QStringLiteral("B"));
        case QuantityUnit::BytePerSecond:
            return formatQuantity(number, QStringLiteral("B/s"));
        case QuantityUnit::Second:
            return formatQuantity(number, QStringLiteral("s"));
        case QuantityUnit::Nanosecond:
            return durationText(static_cast<std::int64_t>(number));
        case QuantityUnit::Share:
            return percentText(number) + QStringLiteral(" %");
        case QuantityUnit::MessagePerSecond:
        case QuantityUnit::PerSecond:
            return rateText(number);
        case QuantityUnit::Number:
        case QuantityUnit::Messages:
        case QuantityUnit::Depth:
            break;
    }
    const bool whole = std::holds_alternative<std::int64_t>(*value) && number >= 0;
    return whole ? countText(static_cast<std::uint64_t>(number)) : rateText(number);
}

QString clockText(double seconds) {
    const auto tenths = static_cast<long long>(std::floor(std::max(seconds, 0.0) * 10));
    const long long minutes = tenths / 600;
    return QStringLiteral("%1:%2.%3")
        .arg(minutes, 2, 10, QLatin1Char('0'))
        .arg(tenths / 10 % 60, 2, 10, QLatin1Char('0'))
        .arg(tenths % 10);
}

}  // namespace ipclab
