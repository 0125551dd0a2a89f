// Measures, fonts and colours of a printed report. Lengths are in twentieths of a point, fine enough for text to be set
// without rounding.
#pragma once

#include <QColor>
#include <QFont>
#include <QSizeF>

#include "report/pdf_writer.h"

namespace ipclab::page {

inline constexpr double kPt = 20;
inline constexpr int kUnitsPerInch = 72 * 20;
inline constexpr double kMarginSide = 57 * kPt, kMarginTop = 62 * kPt, kMarginBottom = 62 * kPt;
inline constexpr double kBodyPt = 9.8, kSmallPt = 8.2, kTablePt = 8.4, kLeastTablePt = 6.6, kCodePt = 7.2;
inline constexpr double kLineFactor = 1.46;  // height of a line, of its font's size

inline const QColor kInk{0x1d, 0x21, 0x27}, kQuiet{0x5b, 0x63, 0x6e}, kRule{0xc4, 0xc8, 0xce}, kPale{0xf4, 0xf5, 0xf7};
inline const QColor kAccent{0x1b, 0x5f, 0xa8}, kGood{0x1f, 0x7a, 0x4d}, kBad{0xb3, 0x2b, 0x2b}, kOpen{0x9a, 0x68, 0x00};

QSizeF sizeOf(Paper paper);  // of the whole sheet
QFont font(double pt, QFont::Weight weight = QFont::Normal);
QFont mono(double pt);

}  // namespace ipclab::page
