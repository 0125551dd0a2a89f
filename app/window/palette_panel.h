// The programs that a process can be of, to add to the experiment: dragged onto the canvas, or by a double click, Enter
// or the button. A search field finds them by name, by what they do or by id.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace ipclab {

class ProgramFilter;
class ProgramList;

class PalettePanel : public QWidget {
    Q_OBJECT
public:
    explicit PalettePanel(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }

signals:
    void addWanted(const QString& programId);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void filter(const QString& text);
    void add(const QModelIndex& index);
    void showChosen();

    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_nothing;
    QLabel* m_about;
    QPushButton* m_add;
    ProgramList* m_programs;
    ProgramFilter* m_filter;
};

}  // namespace ipclab
