#include "window/hint_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ipclab {

HintBar::HintBar(QWidget* parent) : QWidget(parent), m_dismiss(new QPushButton(this)) {
    setObjectName(QStringLiteral("hint"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(20);
    for (QLabel*& hint : m_hints) {
        hint = new QLabel(this);
        hint->setWordWrap(true);
        hint->setTextFormat(Qt::RichText);
        row->addWidget(hint, 1);
    }
    row->addWidget(m_dismiss, 0, Qt::AlignVCenter);
    connect(m_dismiss, &QPushButton::clicked, this, &HintBar::dismissed);
    retranslate();
}

void HintBar::retranslate() {
    const QString form = QStringLiteral("<b>%1</b> %2");
    m_hints[0]->setText(form.arg(tr("1 · Press Run."), tr("Real processes start, and the charts move.")));
    m_hints[1]->setText(
        form.arg(tr("2 · Click a program."), tr("Change its rate while it runs, and watch the queue.")));
    m_hints[2]->setText(
        form.arg(tr("3 · Space freezes the charts."), tr("The wheel zooms, dragging pans, End follows again.")));
    m_dismiss->setText(tr("Got it"));
    m_dismiss->setToolTip(tr("Hides these hints for good; the Help menu shows them again."));
}

void HintBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
