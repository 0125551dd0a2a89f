// How well one colour stands out from another, as WCAG 2.1 counts it: 1 … 21. Text needs 4.5, what is drawn 3.
#pragma once

#include <QColor>

namespace ipclab {

inline constexpr double kReadableContrast = 4.5, kVisibleContrast = 3;

[[nodiscard]] double contrast(const QColor& color, const QColor& ground);
// The colour, made darker on a light ground and lighter on a dark one until it stands out so far.
[[nodiscard]] QColor standingOut(QColor color, const QColor& ground, double least);

}  // namespace ipclab
