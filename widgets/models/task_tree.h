// The processes of a run as a tree: from process 1 by way of this program and the launcher to the processes of the
// document, their children and their threads. It grows as they are born; one whose parent ends moves to its new parent;
// who has ended stays, greyed, with how it ended.
//
// Rows are only ever added or moved, so that order, selection and what is unfolded stay while it grows.
#pragma once

#include <QAbstractItemModel>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "runs/run_source.h"

namespace ipclab {

class TaskTree : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Pid, State, WaitsFor, MadeBy, Born, Lived, Ended, ColumnCount };
    // ProcessRole: the process of the document it is, or whose thread.
    enum Role { SortRole = Qt::UserRole, ProcessRole };

    explicit TaskTree(const RunSource& source, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // The row of a process of the document; invalid where it is not there (yet).
    [[nodiscard]] QModelIndex indexOf(std::uint32_t process) const;
    // Whose children the processes of the document are; invalid before the first run.
    [[nodiscard]] QModelIndex launcherIndex() const { return indexOf(m_launcher); }
    // From process 1 to the launcher: "systemd 1 › ipclab 77 › ipclab-launcher 78"; empty before the first run.
    [[nodiscard]] QString wayUp() const;
    // Nothing is recomputed while the tree is not seen.
    void setShown(bool shown);
    void retranslate();

private:
    // Ancestors stand for processes above the launcher, of which nothing but the name is known.
    struct Node {
        Node* parent = nullptr;
        std::vector<Node*> children;
        std::optional<std::size_t> task;      // index in RunData::tasks
        std::optional<std::size_t> ancestor;  // in RunData::ancestors
        std::int32_t pid = 0;
    };

    void refresh();
    void addAncestors();
    void addNew();
    void moveAdopted();
    void append(Node* node, Node* parent, bool tell);
    [[nodiscard]] Node* parentFor(const TaskData& task);
    [[nodiscard]] Node* newestOf(std::int32_t pid) const;
    [[nodiscard]] QModelIndex indexOf(const Node* node, int column = 0) const;
    [[nodiscard]] static Node* nodeOf(const QModelIndex& index) { return static_cast<Node*>(index.internalPointer()); }

    [[nodiscard]] const RunData& run() const { return m_source.view(); }
    [[nodiscard]] QString text(const Node& node, int column) const;
    [[nodiscard]] QVariant sortKey(const Node& node, int column) const;
    [[nodiscard]] QString taskText(const TaskData& task, int column) const;
    [[nodiscard]] QString madeBy(const TaskData& task) const;
    [[nodiscard]] QString endingOf(const TaskData& task) const;
    [[nodiscard]] ProcessState stateOf(const TaskData& task) const;

    const RunSource& m_source;
    std::deque<Node> m_nodes;
    Node m_root;
    Node* m_launcher = nullptr;
    std::unordered_map<std::int32_t, Node*> m_byPid;  // the newest process with that number
    std::vector<Node*> m_byTask;
    std::size_t m_ancestors = 0;
    bool m_shown = true;
};

}  // namespace ipclab
