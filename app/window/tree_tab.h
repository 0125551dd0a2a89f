// The tree of the run's processes with its line above: it begins at the run's own processes, and one click shows the
// way up to process 1. What is unfolded and selected stays while it grows.
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>
#include <vector>

#include "bridge/selection.h"
#include "runs/run_source.h"

class QToolButton;
class QTreeView;

namespace ipclab {

class ElidedLabel;
class TaskTree;
class WordFilter;

class TreeTab : public QWidget {
    Q_OBJECT
public:
    explicit TreeTab(RunSource& source, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* view() const { return m_view; }
    [[nodiscard]] WordFilter* filter() const { return m_filter; }
    [[nodiscard]] QToolButton* wayUpButton() const { return m_wayUp; }
    void setSelection(const Selection& selection);
    void setShown(bool shown);
    void retranslate();

signals:
    void selectionChosen(const ipclab::Selection& selection);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void placeRoot();
    void unfold(const QModelIndex& row);
    [[nodiscard]] bool isFolded(const QModelIndex& row) const;
    void noteFolded(const QModelIndex& row, bool folded);
    void showWayUp();
    void rowChosen(const QModelIndex& index);
    void paintEmpty();

    RunSource& m_source;
    TaskTree* m_tree;
    WordFilter* m_filter;
    QTreeView* m_view;
    ElidedLabel* m_way;
    QToolButton* m_wayUp;
    std::vector<QPersistentModelIndex> m_folded;  // by a hand; of the tree itself, whatever is filtered
    bool m_quiet = false;
};

}  // namespace ipclab
