#include "models/search_list.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/icons.h"

namespace ipclab {
namespace {

constexpr int kPageRows = 8;

}  // namespace

SearchList::SearchList(QAbstractItemView* view, QAbstractItemModel* rows, const Ways& ways, QWidget* parent)
    : QWidget(parent),
      m_ways(ways),
      m_field(new QLineEdit(this)),
      m_view(view),
      m_nothing(new QLabel(this)),
      m_filter(new SearchFilter(ways.order, this)) {
    m_field->setClearButtonEnabled(true);
    m_field->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_nothing->setProperty("kind", QStringLiteral("muted"));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(12, 8, 12, 8);
    m_nothing->hide();
    m_filter->setSourceModel(rows);
    m_view->setModel(m_filter);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFrameShape(QFrame::NoFrame);
    if (ways.staysInField) m_view->setFocusPolicy(Qt::NoFocus);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->addWidget(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 1);
    connect(m_field, &QLineEdit::textChanged, this, &SearchList::find);
}

void SearchList::setTexts(const Texts& texts) {
    m_field->setPlaceholderText(texts.placeholder);
    m_field->setAccessibleName(texts.fieldName);
    m_field->setToolTip(texts.fieldName);
    m_view->setAccessibleName(texts.viewName);
    m_nothing->setText(texts.nothing);
}

void SearchList::find(const QString& text) {
    emit filtering();
    m_filter->setText(text);
    const QModelIndex first = m_filter->first();
    if (m_ways.choosesFirst && first.isValid() && (m_ways.staysInField || !text.isEmpty())) {
        m_view->setCurrentIndex(first);
        m_view->scrollToTop();
    }
    m_nothing->setVisible(!first.isValid());
    emit filtered(text);
}

void SearchList::enter() {
    const bool chosen = m_ways.choosesFirst && m_view->currentIndex().isValid();
    const QModelIndex index = chosen ? m_view->currentIndex() : m_filter->first();
    if (index.isValid() && (m_ways.staysInField || !m_field->text().isEmpty())) emit entered(index);
}

void SearchList::goToList() {
    m_view->setFocus();
    if (!m_view->currentIndex().isValid()) m_view->setCurrentIndex(m_filter->first());
}

void SearchList::step(int rows) {
    const int row = std::clamp(m_view->currentIndex().row() + rows, 0, std::max(m_filter->rowCount() - 1, 0));
    m_view->setCurrentIndex(m_filter->index(row, 0));
}

bool SearchList::takeKey(int key) {
    switch (key) {
        case Qt::Key_Down:
            m_ways.staysInField ? step(1) : goToList();
            return true;
        case Qt::Key_Up:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (!m_ways.staysInField) return false;
            step(key == Qt::Key_Up ? -1 : key == Qt::Key_PageUp ? -kPageRows : kPageRows);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            enter();
            return true;
        case Qt::Key_Escape:
            if (m_ways.staysInField || m_field->text().isEmpty()) return false;
            m_field->clear();
            return true;
        default:
            return false;
    }
}

bool SearchList::eventFilter(QObject* watched, QEvent* event) {
    const bool pressed = watched == m_field && event->type() == QEvent::KeyPress;
    if (pressed && takeKey(static_cast<QKeyEvent*>(event)->key())) return true;
    return QWidget::eventFilter(watched, event);
}

}  // namespace ipclab
