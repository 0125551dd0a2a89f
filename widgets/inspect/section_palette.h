// How the sections of an address space look and are called everywhere: one colour and one pattern each, and always a
// name beside it, so that colour alone never carries the meaning.
#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QIcon>
#include <QRectF>

#include "observe/address_space.h"

class QPainter;

namespace ipclab {

class SectionPalette {
    Q_DECLARE_TR_FUNCTIONS(ipclab::SectionPalette)
public:
    static QColor color(Section section, bool dark);
    static QString name(Section section);
    static QString description(Section section);  // a sentence for tooltips
    static QIcon icon(Section section, bool dark, int sizePx = 14);

    // The ground of a block: what of it is not in memory.
    static void paintAbsent(QPainter& painter, const QRectF& rect, Section section, bool dark);
    static void paintPrivate(QPainter& painter, const QRectF& rect, Section section, bool dark);
    static void paintShared(QPainter& painter, const QRectF& rect, Section section, bool dark);
};

}  // namespace ipclab
