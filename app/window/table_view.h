#pragma once

#include <QTableView>

namespace ipclab {

class RowCopier;

// A table of the window: whole rows, no grid, rows as high as a line of text needs, columns that can be sorted.
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
    // All rows, whatever is selected, as a spreadsheet takes them.
    void copyAll() const;
    [[nodiscard]] RowCopier* copier() const { return m_copier; }
    // By a click on a header: up, down, and as it came again. The model is a WordFilter.
    void makeSortable();
    // What is new is followed while the end of the list is in sight and nothing is sorted.
    void followEnd();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showColumnMenu(const QPoint& at);
    void fitRows();

    RowCopier* m_copier;
    QString m_emptyText;
};

}  // namespace ipclab
