#include "plot/plain_tip.h"

#include <QTextDocument>

#include "core/markup.h"

namespace ipclab {

QString markupText(const QString& text) { return QString::fromStdString(markupText(text.toStdString())); }

QString plainTip(const QString& text) {
    if (!Qt::mightBeRichText(text)) return text;
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(markupText(text));
}

}  // namespace ipclab
