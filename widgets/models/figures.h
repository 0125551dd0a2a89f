// Figures as tables and the inspector write them: one width for all digits, units that do not jump about, an en dash
// where nothing was measured.
#pragma once

#include <QString>
#include <cstdint>

#include "results/quantity.h"

namespace ipclab {

QString noFigure();                      // "–"
QString countText(std::uint64_t count);  // 1,234,567
QString rateText(double perSecond);      // 12.3k
QString secondsText(double seconds, int decimals = 3);
QString percentText(double share);               // 0 … 1, "12.3"
QString bytesText(std::uint64_t bytes);          // 64.0 KiB
QString durationText(std::int64_t nanoseconds);  // 4.50 µs; "–" for zero
QString clockText(double seconds);               // 00:12.4
// Of any quantity, with its unit.
QString figureText(const MaybeQuantity& value, QuantityUnit unit);

}  // namespace ipclab
