#pragma once

#include <QTableView>

namespace ipclab {

// A table of the window: whole rows, no grid, rows as high as a line of text needs, columns that can be sorted. What is
// copied is what is selected, with the header, in columns that a spreadsheet takes.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);
    void setEmptyText(const QString& text);
    // Wide enough for the header and what is in the rows now; never narrower than before.
    void growColumns();
    // Of the model's columns the first so many are seen; the others can be chosen in a menu of the header.
    void setChosenColumns(int count);
    // Its head, two rows and the scroll bar below.
    [[nodiscard]] QSize minimumSizeHint() const override;
    // All rows, whatever is selected.
    void copyAll() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showColumnMenu(const QPoint& at);
    void copyRows(const QList<int>& rows) const;

    QString m_emptyText;
};

}  // namespace ipclab
