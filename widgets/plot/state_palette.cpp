#include "plot/state_palette.h"

#include <QLineF>
#include <QPainter>
#include <QPixmap>
#include <array>
#include <cmath>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/contrast.h"

namespace ipclab {
namespace {

struct Look {
    QRgb light, dark;
    Qt::BrushStyle pattern;
};

// In the order of ProcessState.
constexpr std::array<Look, kProcessStateCount> kLooks{{
    {0xfff0e442, 0xffe0d540, Qt::VerPattern},        // new
    {0xffe69f00, 0xffe69f00, Qt::BDiagPattern},      // ready
    {0xff1aab80, 0xff1aab80, Qt::SolidPattern},      // running
    {0xffa9d8f5, 0xff2f5f80, Qt::HorPattern},        // waiting: the ground most lanes stand on, so the quietest
    {0xffcc79a7, 0xffcc79a7, Qt::DiagCrossPattern},  // stopped
    {0xffd55e00, 0xffe0691a, Qt::CrossPattern},      // zombie
    {0xffb4b8be, 0xff565c65, Qt::FDiagPattern},      // terminated
    {0xff4d94cc, 0xff5fa3da, Qt::Dense6Pattern},     // ready or running: all that sampling can tell
    {0xfff3cf85, 0xffa87f2c, Qt::Dense5Pattern},     // ready, its beginning estimated: a paler ready
    {0xff0072b2, 0xff2277b0, Qt::Dense4Pattern},     // switching
}};

StateStyle makeStyle(std::size_t index, bool dark) {
    const Look& look = kLooks[index];
    StateStyle style;
    style.fill = QColor::fromRgb(dark ? look.dark : look.light);
    style.line = style.fill.darker(index == static_cast<std::size_t>(ProcessState::Waiting) ? 108 : 122);
    const QColor black(0x14, 0x17, 0x1a), white(Qt::white);
    style.ink = contrast(black, style.fill) > contrast(white, style.fill) ? black : white;
    const QColor plot = (dark ? ChartTheme::darkTheme() : ChartTheme::light()).plot;
    style.edge = standingOut(style.fill, plot, kVisibleContrast);
    style.pattern = look.pattern;
    style.letter = QLatin1Char(kProcessStateNames[index].letter);
    if (style.letter == QLatin1Char('-')) style.letter = QChar(0x2013);
    return style;
}

// Every fourth line of a hatch, counted from the painter's zero so that neighbouring shapes match and an 8 × 8 tile
// repeats. As lines and not as a brush: what reads SVG and PDF knows few of Qt's patterns.
void addHatch(std::vector<QLineF>& lines, const QRectF& rect, Qt::BrushStyle pattern) {
    constexpr double kStep = 4;
    const auto firstAt = [](double from) { return std::ceil(from / kStep) * kStep; };
    if (pattern == Qt::HorPattern || pattern == Qt::CrossPattern) {
        for (double y = firstAt(rect.top()); y < rect.bottom(); y += kStep)
            lines.emplace_back(rect.left(), y + 0.5, rect.right(), y + 0.5);
    }
    if (pattern == Qt::VerPattern || pattern == Qt::CrossPattern) {
        for (double x = firstAt(rect.left()); x < rect.right(); x += kStep)
            lines.emplace_back(x + 0.5, rect.top(), x + 0.5, rect.bottom());
    }
    // Rising lines x + y = c, falling lines x − y = c, cut to the rectangle.
    if (pattern == Qt::BDiagPattern || pattern == Qt::DiagCrossPattern) {
        for (double c = firstAt(rect.left() + rect.top()); c < rect.right() + rect.bottom(); c += kStep) {
            const double from = std::max(rect.left(), c - rect.bottom()), to = std::min(rect.right(), c - rect.top());
            if (to > from) lines.emplace_back(from, c - from, to, c - to);
        }
    }
    if (pattern == Qt::FDiagPattern || pattern == Qt::DiagCrossPattern) {
        for (double c = firstAt(rect.left() - rect.bottom()); c < rect.right() - rect.top(); c += kStep) {
            const double from = std::max(rect.left(), c + rect.top()), to = std::min(rect.right(), c + rect.bottom());
            if (to > from) lines.emplace_back(from, from - c, to, to - c);
        }
    }
    if (pattern == Qt::Dense6Pattern) {
        for (double y = firstAt(rect.top()); y + 1 <= rect.bottom(); y += kStep) {
            for (double x = firstAt(rect.left()); x + 2 <= rect.right(); x += kStep)
                lines.emplace_back(x, y + 0.5, x + 2, y + 0.5);
        }
    }
    // Rising dashes, and standing ones.
    if (pattern == Qt::Dense5Pattern || pattern == Qt::Dense4Pattern) {
        const double lean = pattern == Qt::Dense5Pattern ? 2 : 0;
        for (double y = firstAt(rect.top()); y + 2 <= rect.bottom(); y += kStep) {
            for (double x = firstAt(rect.left()); x + lean + 1 <= rect.right(); x += kStep)
                lines.emplace_back(x + 0.5, y + 2, x + 0.5 + lean, y);
        }
    }
}

using Styles = std::array<StateStyle, kProcessStateCount>;

Styles makeStyles(bool dark) {
    Styles styles;
    for (std::size_t i = 0; i < styles.size(); ++i) styles[i] = makeStyle(i, dark);
    return styles;
}

}  // namespace

const StateStyle& StatePalette::style(ProcessState state, bool dark) {
    static const Styles lightStyles = makeStyles(false);
    static const Styles darkStyles = makeStyles(true);
    return (dark ? darkStyles : lightStyles)[static_cast<std::size_t>(state)];
}

QString StatePalette::name(ProcessState state) {
    switch (state) {
        case ProcessState::New:
            return tr("new");
        case ProcessState::Ready:
            return tr("ready");
        case ProcessState::Running:
            return tr("running");
        case ProcessState::Waiting:
            return tr("waiting");
        case ProcessState::Stopped:
            return tr("stopped");
        case ProcessState::Zombie:
            return tr("zombie");
        case ProcessState::Terminated:
            return tr("terminated");
        case ProcessState::Runnable:
            return tr("ready or running");
        case ProcessState::ReadyEstimated:
            return tr("ready, estimated");
        case ProcessState::Switching:
            return tr("switching");
    }
    return {};
}

QString StatePalette::description(ProcessState state) {
    switch (state) {
        case ProcessState::New:
            return tr("Being created: it has not run yet.");
        case ProcessState::Ready:
            return tr("Could run, but every processor it may use is busy with others.");
        case ProcessState::Running:
            return tr("Executing instructions on a processor.");
        case ProcessState::Waiting:
            return tr("Cannot go on before something happens: data, a lock, a time, a child.");
        case ProcessState::Stopped:
            return tr("Stopped by a signal or a debugger; goes on when told to.");
        case ProcessState::Zombie:
            return tr("Has ended, but its parent has not yet asked for its exit status.");
        case ProcessState::Terminated:
            return tr("Has ended, and its parent knows how.");
        case ProcessState::Runnable:
            return tr("Ready or running: sampling cannot tell the two apart.");
        case ProcessState::ReadyEstimated:
            return tr(
                "Woken and not yet on a processor. The kernel tells how long this was in all the waits of a moment "
                "together (run delay); when it began in each of them is estimated.");
        case ProcessState::Switching:
            return tr(
                "The processor is between two processes: the one before has left, the next one does not run yet. "
                "This is what a context switch costs.");
    }
    return {};
}

void StatePalette::paint(QPainter& painter, const QRectF& rect, ProcessState state, bool dark) {
    const StateStyle& look = style(state, dark);
    painter.fillRect(rect, look.fill);
    if (look.pattern == Qt::SolidPattern) return;
    std::vector<QLineF> lines;
    addHatch(lines, rect, look.pattern);
    painter.save();
    const bool diagonal = look.pattern != Qt::HorPattern && look.pattern != Qt::VerPattern;
    painter.setRenderHint(QPainter::Antialiasing, diagonal);
    painter.setPen(QPen(look.line, 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.restore();
}

void StatePalette::paintSwatch(QPainter& painter, const QRectF& rect, ProcessState state, bool dark) {
    paint(painter, rect, state, dark);
    const StateStyle& look = style(state, dark);
    painter.save();
    QFont font = painter.font();
    font.setPixelSize(std::max(static_cast<int>(rect.height() * 0.72), 7));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(look.ink);
    painter.drawText(rect, Qt::AlignCenter, QString(look.letter));
    painter.restore();
}

QIcon StatePalette::icon(ProcessState state, bool dark, int sizePx) {
    QIcon icon;
    for (int scale : {1, 2}) {
        QPixmap pixmap(sizePx * scale, sizePx * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paintSwatch(painter, QRectF(pixmap.rect()), state, dark);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        icon.addPixmap(pixmap);
    }
    return icon;
}

}  // namespace ipclab
