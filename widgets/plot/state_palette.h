// How a process state looks everywhere: lanes, nodes, tables, legends, exports. Each has one colour (Okabe–Ito, safe
// for colour-blind eyes), one letter and one pattern, so that colour alone never carries the meaning.
#pragma once

#include <QBrush>
#include <QColor>
#include <QCoreApplication>
#include <QIcon>
#include <QString>

#include "core/process_state.h"

class QPainter;
class QRectF;

namespace ipclab {

struct StateStyle {
    QColor fill;
    QColor line;  // the pattern, a shade of the fill
    QColor ink;   // the letter, readable on the fill
    QColor edge;  // of a lane, where a pale fill alone would be lost on the plot
    Qt::BrushStyle pattern;
    QChar letter;
};

class StatePalette {
    Q_DECLARE_TR_FUNCTIONS(ipclab::StatePalette)
public:
    static const StateStyle& style(ProcessState state, bool dark);
    static QString name(ProcessState state);         // "running", translated
    static QString description(ProcessState state);  // a sentence for tooltips

    // Fill and pattern in one, for a shape of any size.
    static void paint(QPainter& painter, const QRectF& rect, ProcessState state, bool dark);
    // The same with the letter in its middle.
    static void paintSwatch(QPainter& painter, const QRectF& rect, ProcessState state, bool dark);
    static QIcon icon(ProcessState state, bool dark, int sizePx = 16);
};

}  // namespace ipclab
