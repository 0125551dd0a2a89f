// The programs that a process can be of, to add to the experiment: dragged onto the canvas, or by a double click, Enter
// or the button. A search field finds them by name, by what they do or by id.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace ipclab {

class ProgramList;
class SearchList;

class PalettePanel : public QWidget {
    Q_OBJECT
public:
    explicit PalettePanel(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* search() const;
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }

signals:
    void addWanted(const QString& programId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void add(const QModelIndex& index);
    void showChosen();

    QListView* m_list;
    QLabel* m_about;
    QPushButton* m_add;
    ProgramList* m_programs;
    SearchList* m_search;
};

}  // namespace ipclab
