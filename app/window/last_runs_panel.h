// The runs made last, the newest on top: name, when, how long, mechanism and size of each, to be opened again, saved as
// a file, compared or deleted. What is kept, and how much of it, stands below.
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace ipclab {

class LastRuns;

class LastRunsPanel : public QWidget {
    Q_OBJECT
public:
    // runs: nullptr where nothing is kept.
    explicit LastRunsPanel(LastRuns* runs, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] QPushButton* clearButton() const { return m_clear; }
    [[nodiscard]] QString footText() const;
    // As the context menu of a run has it; the caller's. Nothing chosen: nullptr.
    [[nodiscard]] QMenu* makeMenu();

signals:
    void runChosen(const QString& path);
    void saveWanted(const QString& path);
    void compareWanted(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void chooseCurrent();
    void removeCurrent();
    void askClear();
    void retranslate();
    [[nodiscard]] QString currentPath() const;
    [[nodiscard]] QStringList selectedPaths() const;

    LastRuns* m_runs;
    QTreeView* m_list;
    QStandardItemModel* m_rows;
    QLabel* m_nothing;
    QLabel* m_foot;
    QPushButton* m_clear;
};

}  // namespace ipclab
