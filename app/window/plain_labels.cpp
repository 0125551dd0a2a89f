#include "window/plain_labels.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>

namespace ipclab {

PlainLabels::PlainLabels(QObject* parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

// Tooltips are labels too (QTipLabel): who writes one decides (plot/plain_tip.h), as with a message box.
bool PlainLabels::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        auto* label = qobject_cast<QLabel*>(watched);
        const bool ours = label != nullptr && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel") &&
                          qobject_cast<QMessageBox*>(label->parentWidget()) == nullptr;
        if (ours) label->setTextFormat(Qt::PlainText);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace ipclab
