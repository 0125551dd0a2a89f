// What every table of the window can do with its rows besides showing them: Ctrl+C and a context menu copy those that
// are selected, or all, as text for a spreadsheet, or as CSV, Markdown or LaTeX; Ctrl+A selects all.
#pragma once

#include <QObject>
#include <functional>

#include "models/table_text.h"

class QAbstractItemView;
class QHeaderView;
class QMenu;

namespace ipclab {

class RowsPicture;

class RowCopier : public QObject {
    Q_OBJECT
public:
    // Of a table or tree, which may then be selected row by row; of a picture all of it is copied.
    RowCopier(QAbstractItemView* view, QHeaderView* header);
    RowCopier(QWidget* widget, const RowsPicture* picture);

    // Put before the rest of the menu each time it is shown.
    void setMore(std::function<void(QMenu*)> more) { m_more = std::move(more); }
    void copySelected(TableFormat format) const;
    void copyAll(TableFormat format) const;
    // As the context menu has it; the caller's.
    [[nodiscard]] QMenu* makeMenu();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void filterWanted();

private:
    [[nodiscard]] TableText textOf(const QModelIndexList& rows) const;
    [[nodiscard]] QModelIndexList allRows() const;
    [[nodiscard]] QModelIndexList selectedRows() const;
    void addFormats(QMenu* menu, const QString& title, bool enabled, void (RowCopier::*copyAs)(TableFormat) const);
    void addRowsBelow(const QModelIndex& parent, QModelIndexList& rows) const;
    void copy(const TableText& text, TableFormat format) const;

    QWidget* m_widget;
    QAbstractItemView* m_view = nullptr;
    QHeaderView* m_header = nullptr;
    const RowsPicture* m_picture = nullptr;
    std::function<void(QMenu*)> m_more;
};

}  // namespace ipclab
