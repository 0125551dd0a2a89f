#include "window/filter_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "bridge/icons.h"

namespace ipclab {

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_count(new QLabel(this)), m_close(new QToolButton(this)) {
    m_field->setClearButtonEnabled(true);
    m_field->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_count->setProperty("kind", QStringLiteral("muted"));
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_close->setText(QString(QChar(0x2715)));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_close);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::wordsChanged);
    connect(m_close, &QToolButton::clicked, this, &FilterBar::close);
    retranslate();
    hide();
}

QString FilterBar::countText() const { return m_count->text(); }

void FilterBar::open(const QString& words) {
    const QSignalBlocker quiet(m_field);
    m_field->setText(words);
    show();
}

void FilterBar::close() {
    hide();
    m_field->clear();
    emit closed();
}

QString FilterBar::countOf(int shown, int all) { return shown == all ? QString() : tr("%1 of %2").arg(shown).arg(all); }

void FilterBar::showCount(int shown, int all) { m_count->setText(countOf(shown, all)); }

void FilterBar::retranslate() {
    m_field->setPlaceholderText(tr("Words to look for in this table"));
    m_field->setAccessibleName(tr("Filter this table"));
    m_field->setToolTip(m_field->accessibleName());
    m_close->setToolTip(tr("Show all rows (Esc)"));
    m_close->setAccessibleName(tr("Close the filter"));
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    const bool pressed = event->type() == QEvent::KeyPress;
    if (!pressed || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    close();
    return true;
}

}  // namespace ipclab
