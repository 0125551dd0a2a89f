#include "window/focus_order.h"

#include <QWidget>
#include <algorithm>

namespace ipclab {

void orderFocus(const QList<QWidget*>& parts, const QList<QWidget*>& rows) {
    QList<QWidget*> chain;
    for (QWidget* part : parts) {
        QList<QWidget*> own;
        for (QWidget* next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain()) {
            if (part->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0 && !next->isWindow()) own << next;
        }
        if (rows.contains(part)) {
            std::ranges::stable_sort(own, {}, [part](const QWidget* one) { return one->mapTo(part, QPoint()).x(); });
        }
        chain << own;
    }
    for (qsizetype i = 1; i < chain.size(); ++i) QWidget::setTabOrder(chain[i - 1], chain[i]);
}

}  // namespace ipclab
