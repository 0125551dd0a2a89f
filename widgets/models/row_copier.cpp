#include "models/row_copier.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>

#include "models/rows_picture.h"

namespace ipclab {

RowCopier::RowCopier(QAbstractItemView* view, QHeaderView* header)
    : QObject(view), m_widget(view), m_view(view), m_header(header) {
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->installEventFilter(this);
}

RowCopier::RowCopier(QWidget* widget, const RowsPicture* picture)
    : QObject(widget), m_widget(widget), m_picture(picture) {
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->setProperty("rows", true);  // the keys of a table are its own (window/chart_keys.h)
    widget->installEventFilter(this);
}

void RowCopier::addRowsBelow(const QModelIndex& parent, QModelIndexList& rows) const {
    const QAbstractItemModel& model = *m_view->model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows << index;
        addRowsBelow(index, rows);
    }
}

QModelIndexList RowCopier::allRows() const {
    QModelIndexList rows;
    addRowsBelow(m_view->rootIndex(), rows);
    return rows;
}

// In the order in which they are seen, not in that of the clicks.
QModelIndexList RowCopier::selectedRows() const {
    QModelIndexList rows = allRows();
    rows.removeIf([this](const QModelIndex& row) { return !m_view->selectionModel()->isSelected(row); });
    return rows;
}

TableText RowCopier::textOf(const QModelIndexList& rows) const {
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column)) columns << column;
    }
    return tableTextOf(*m_view->model(), rows, columns, m_view->rootIndex());
}

void RowCopier::copy(const TableText& text, TableFormat format) const {
    QGuiApplication::clipboard()->setText(text.as(format));
}

void RowCopier::copyAll(TableFormat format) const {
    copy(m_picture != nullptr ? m_picture->tableText() : textOf(allRows()), format);
}

void RowCopier::copySelected(TableFormat format) const {
    if (m_picture != nullptr) return copyAll(format);
    const QModelIndexList rows = selectedRows();
    if (!rows.isEmpty()) copy(textOf(rows), format);
}

void RowCopier::addFormats(QMenu* menu, const QString& title, bool enabled,
                           void (RowCopier::*copyAs)(TableFormat) const) {
    QMenu* formats = menu->addMenu(title);
    formats->setEnabled(enabled);
    const auto add = [&](const QString& text, TableFormat format) {
        formats->addAction(text, this, [this, copyAs, format] { (this->*copyAs)(format); });
    };
    add(tr("&CSV"), TableFormat::Csv);
    add(tr("&Markdown"), TableFormat::Markdown);
    add(tr("&LaTeX table"), TableFormat::Latex);
}

QMenu* RowCopier::makeMenu() {
    auto* menu = new QMenu(m_widget);
    if (m_more) m_more(menu);
    const auto add = [&](const QString& text, bool enabled, auto act, const QKeySequence& key = {}) {
        QAction* action = menu->addAction(text, this, act);
        action->setShortcut(key);
        action->setEnabled(enabled);
    };
    const bool filled = m_picture != nullptr ? m_picture->countShown() > 0 : m_view->model()->rowCount() > 0;
    if (m_picture == nullptr) {
        const bool chosen = m_view->selectionModel()->hasSelection();
        add(
            tr("&Copy rows"), chosen, [this] { copySelected(TableFormat::TabSeparated); }, QKeySequence::Copy);
        addFormats(menu, tr("Copy rows a&s"), chosen, &RowCopier::copySelected);
        menu->addSeparator();
        add(
            tr("Select &all"), filled, [this] { m_view->selectAll(); }, QKeySequence::SelectAll);
    }
    add(tr("Copy &whole table"), filled, [this] { copyAll(TableFormat::TabSeparated); });
    addFormats(menu, tr("Copy whole &table as"), filled, &RowCopier::copyAll);
    if (!isSignalConnected(QMetaMethod::fromSignal(&RowCopier::filterWanted))) return menu;
    menu->addSeparator();
    add(
        tr("&Filter…"), true, [this] { emit filterWanted(); }, QKeySequence::Find);
    return menu;
}

bool RowCopier::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu) {
        QMenu* menu = makeMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) {
        copySelected(TableFormat::TabSeparated);
    } else if (key->matches(QKeySequence::SelectAll) && m_view != nullptr) {
        m_view->selectAll();
    } else if (key->matches(QKeySequence::Find)) {
        emit filterWanted();
    } else {
        return QObject::eventFilter(watched, event);
    }
    return true;
}

}  // namespace ipclab
