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
    row->setContentsMargins(16, 1, 8, 1);
    row->setSpacing(18);
    for (QLabel*& hint : m_hints) {
        hint = new QLabel(this);
        hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row->addWidget(hint);
    }
    m_dismiss->setProperty("kind", QStringLiteral("small"));
    row->addWidget(m_dismiss, 0, Qt::AlignVCenter);
    connect(m_dismiss, &QPushButton::clicked, this, &HintBar::dismissed);
    retranslate();
}

void HintBar::retranslate() {
    auto* row = static_cast<QHBoxLayout*>(layout());
    const auto say = [&](std::size_t i, const QString& hint, const QString& more) {
        m_hints[i]->setText(hint);
        m_hints[i]->setToolTip(more);
        m_hints[i]->setAccessibleDescription(more);
        row->setStretch(static_cast<int>(i), m_hints[i]->sizeHint().width());  // none is cut while another has room
    };
    say(0, tr("1 · Press Run."), tr("Real processes start, and the charts move."));
    say(1, tr("2 · Click a program."), tr("Change its rate while it runs, and watch the queue."));
    say(2, tr("3 · Space freezes the charts."), tr("The wheel zooms, dragging pans, End follows again."));
    m_dismiss->setText(tr("Got it"));
    m_dismiss->setToolTip(tr("Hides these hints for good; the Help menu shows them again."));
}

void HintBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
