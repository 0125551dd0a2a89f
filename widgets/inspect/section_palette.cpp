#include "inspect/section_palette.h"

#include <QPainter>
#include <QPixmap>
#include <array>

namespace ipclab {
namespace {

struct Look {
    QRgb light, dark;
    Qt::BrushStyle pattern;
};

// In the order of Section; Okabe–Ito and shades of it, neighbours in memory far apart in lightness.
constexpr std::array<Look, kSectionCount> kLooks{{
    {0xff0072b2, 0xff4ba3dc, Qt::HorPattern},        // text
    {0xff56b4e9, 0xff8accf2, Qt::Dense6Pattern},     // constants
    {0xff009e73, 0xff2cc295, Qt::VerPattern},        // data
    {0xff7cc8ae, 0xff8fe0c4, Qt::Dense7Pattern},     // bss
    {0xffd55e00, 0xffe0691a, Qt::BDiagPattern},      // heap
    {0xffe69f00, 0xffe6a92e, Qt::FDiagPattern},      // anonymous
    {0xffcc79a7, 0xffd994ba, Qt::DiagCrossPattern},  // shared memory
    {0xff8c6d31, 0xffc2a15a, Qt::Dense5Pattern},     // mapped files
    {0xff7b7fa8, 0xff989cc8, Qt::CrossPattern},      // libraries
    {0xffb8860b, 0xfff0e442, Qt::Dense6Pattern},     // stacks of threads
    {0xffa3372b, 0xfff08070, Qt::VerPattern},        // stack
    {0xff6b7280, 0xff9aa2ad, Qt::Dense7Pattern},     // kernel
    {0xffb4b8be, 0xff565c65, Qt::BDiagPattern},      // no access
}};

const Look& lookOf(Section section) { return kLooks[static_cast<std::size_t>(section)]; }

}  // namespace

QColor SectionPalette::color(Section section, bool dark) {
    const Look& look = lookOf(section);
    return QColor::fromRgb(dark ? look.dark : look.light);
}

QString SectionPalette::name(Section section) {
    switch (section) {
        case Section::Text:
            return tr("Text");
        case Section::Constants:
            return tr("Constants");
        case Section::Data:
            return tr("Data");
        case Section::Bss:
            return tr("BSS");
        case Section::Heap:
            return tr("Heap");
        case Section::Anonymous:
            return tr("Anonymous");
        case Section::Shared:
            return tr("Shared memory");
        case Section::MappedFile:
            return tr("Mapped files");
        case Section::Library:
            return tr("Libraries");
        case Section::ThreadStack:
            return tr("Thread stacks");
        case Section::Stack:
            return tr("Stack");
        case Section::Kernel:
            return tr("Kernel pages");
        case Section::Guard:
            return tr("No access");
    }
    return {};
}

QString SectionPalette::description(Section section) {
    switch (section) {
        case Section::Text:
            return tr("The program's machine code.");
        case Section::Constants:
            return tr("The program's read-only data.");
        case Section::Data:
            return tr("The program's variables that begin with a value.");
        case Section::Bss:
            return tr("The program's variables that begin with zero.");
        case Section::Heap:
            return tr("What malloc and new hand out, by moving the program break (brk).");
        case Section::Anonymous:
            return tr("Memory without a file (mmap): large allocations, and what libraries keep for themselves.");
        case Section::Shared:
            return tr("Shared memory: POSIX, System V or memfd. Who else maps it sees what is written.");
        case Section::MappedFile:
            return tr("Files read and written as memory (mmap).");
        case Section::Library:
            return tr("Shared libraries and the dynamic linker: their code and their data.");
        case Section::ThreadStack:
            return tr("Stacks of the threads but the first.");
        case Section::Stack:
            return tr("The stack of the first thread. It grows towards lower addresses.");
        case Section::Kernel:
            return tr("Code and data the kernel lends (vdso, vvar), for system calls without a switch.");
        case Section::Guard:
            return tr("Nothing may be done there: guard pages, and addresses held in reserve.");
    }
    return {};
}

void SectionPalette::paintAbsent(QPainter& painter, const QRectF& rect, Section section, bool dark) {
    QColor ground = color(section, dark);
    ground.setAlphaF(dark ? 0.20F : 0.14F);
    painter.fillRect(rect, ground);
    QColor lines = color(section, dark);
    lines.setAlphaF(0.30F);
    painter.fillRect(rect, QBrush(lines, lookOf(section).pattern));
}

void SectionPalette::paintPrivate(QPainter& painter, const QRectF& rect, Section section, bool dark) {
    painter.fillRect(rect, color(section, dark));
}

void SectionPalette::paintShared(QPainter& painter, const QRectF& rect, Section section, bool dark) {
    QColor ground = color(section, dark);
    ground.setAlphaF(0.55F);
    painter.fillRect(rect, ground);
    painter.fillRect(rect, QBrush(dark ? QColor(0, 0, 0, 150) : QColor(255, 255, 255, 190), Qt::BDiagPattern));
}

QIcon SectionPalette::icon(Section section, bool dark, int sizePx) {
    QPixmap pixmap(sizePx * 2, sizePx * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF rect(1, 1, sizePx - 2, sizePx - 2);
    paintAbsent(painter, rect, section, dark);
    paintPrivate(painter, QRectF(rect.left(), rect.top(), rect.width() * 0.6, rect.height()), section, dark);
    painter.setPen(color(section, dark));
    painter.drawRect(rect);
    return QIcon(pixmap);
}

}  // namespace ipclab
