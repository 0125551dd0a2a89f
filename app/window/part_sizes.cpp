#include "window/part_sizes.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSplitter>
#include <algorithm>

#include "plot/chart_stack.h"
#include "plot/time_chart.h"
#include "window/plain_text.h"

namespace ipclab {
namespace {

constexpr int kStepPx = 24;

// What the part gains the largest of the others gives, as far as it can.
bool resizePart(QSplitter& splitter, const QWidget* part, int byPx) {
    QList<int> sizes = splitter.sizes();
    const int index = splitter.indexOf(const_cast<QWidget*>(part));
    if (index < 0 || sizes.size() < 2) return false;
    int other = index == 0 ? 1 : 0;
    for (int i = 0; i < sizes.size(); ++i) {
        if (i != index && sizes[i] > sizes[other]) other = i;
    }
    sizes[index] = std::max(sizes[index] + byPx, 1);
    sizes[other] = std::max(sizes[other] - byPx, 1);
    splitter.setSizes(sizes);
    return true;
}

// A chart's own height, where it has the focus or a button of it has.
bool resizeChart(TimeChart* chart, int byPx) {
    for (QWidget* above = chart->parentWidget(); above != nullptr; above = above->parentWidget()) {
        auto* stack = qobject_cast<ChartStack*>(above);
        if (stack == nullptr) continue;
        stack->setHeightOf(chart, std::max(chart->height() + byPx, 1));
        return true;
    }
    return false;
}

}  // namespace

PartSizes::PartSizes(QWidget* window) : QObject(window), m_window(window), m_menu(new QMenu(window)) {
    const std::array keys{"Alt+Shift+Right", "Alt+Shift+Left", "Alt+Shift+Up", "Alt+Shift+Down"};
    for (int i = 0; i < Count; ++i) {
        auto* action = new QAction(window);
        m_actions[static_cast<std::size_t>(i)] = action;
        action->setShortcut(QKeySequence(QString::fromLatin1(keys[static_cast<std::size_t>(i)])));
        connect(action, &QAction::triggered, this, [this, i] { resize(static_cast<Direction>(i)); });
        window->addAction(action);
        m_menu->addAction(action);
    }
    retranslate();
}

void PartSizes::resize(Direction direction) {
    const bool across = direction == Wider || direction == Narrower;
    const int byPx = direction == Wider || direction == Higher ? kStepPx : -kStepPx;
    for (QWidget* part = m_window->focusWidget(); part != nullptr && part != m_window; part = part->parentWidget()) {
        auto* chart = qobject_cast<TimeChart*>(part);
        if (chart != nullptr && !across && resizeChart(chart, byPx)) return;
        auto* splitter = qobject_cast<QSplitter*>(part->parentWidget());
        if (splitter == nullptr || (splitter->orientation() == Qt::Horizontal) != across) continue;
        if (resizePart(*splitter, part, byPx)) return emit resized();
    }
}

void PartSizes::retranslate() {
    m_menu->setTitle(tr("Size of the &part with the focus"));
    const std::array texts{tr("&Wider"), tr("&Narrower"), tr("&Higher"), tr("&Lower")};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_actions[i]->setText(texts[i]);
        m_actions[i]->setToolTip(
            QStringLiteral("%1  (%2)")
                .arg(plainText(texts[i]), m_actions[i]->shortcut().toString(QKeySequence::NativeText)));
    }
}

}  // namespace ipclab
