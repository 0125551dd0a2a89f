#include "models/task_tree.h"

#include <QGuiApplication>
#include <QPalette>
#include <algorithm>

#include "bridge/words.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/state_palette.h"

namespace ipclab {

TaskTree::TaskTree(const RunSource& source, QObject* parent) : QAbstractItemModel(parent), m_source(source) {
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        beginResetModel();
        m_nodes.clear();
        m_root = {};
        m_launcher = nullptr;
        m_byPid.clear();
        m_byTask.clear();
        m_ancestors = 0;
        endResetModel();
    });
    connect(&source, &RunSource::viewChanged, this, &TaskTree::refresh);
    connect(&source, &RunSource::figuresDue, this, &TaskTree::refresh);
    refresh();
}

void TaskTree::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

void TaskTree::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
}

void TaskTree::refresh() {
    if (!m_shown) return;
    addAncestors();
    addNew();
    moveAdopted();
    // Cells of rows that are out of sight cost nothing: views ask only for what they show.
    for (const Node& node : m_nodes) {
        if (!node.children.empty())
            emit dataChanged(indexOf(node.children.front()), indexOf(node.children.back(), ColumnCount - 1));
    }
    if (!m_root.children.empty())
        emit dataChanged(indexOf(m_root.children.front()), indexOf(m_root.children.back(), ColumnCount - 1));
}

// From process 1 down to this program, and the launcher below it.
void TaskTree::addAncestors() {
    const RunData& data = run();
    if (m_launcher != nullptr || data.launcherPid == 0) return;
    Node* above = &m_root;
    for (std::size_t i = data.ancestors.size(); i-- > 0;) {
        Node& node = m_nodes.emplace_back();
        node.ancestor = i;
        node.pid = data.ancestors[i].pid;
        append(&node, above, true);
        above = &node;
    }
    m_launcher = &m_nodes.emplace_back();
    m_launcher->pid = data.launcherPid;
    m_byPid[data.launcherPid] = m_launcher;
    append(m_launcher, above, true);
}

void TaskTree::addNew() {
    const RunData& data = run();
    if (m_launcher == nullptr) return;
    while (m_byTask.size() < data.tasks.size()) {
        const TaskData& task = data.tasks[m_byTask.size()];
        if (!task.isThread() && task.pid == data.launcherPid) {
            m_launcher->task = m_byTask.size();
            m_byTask.push_back(m_launcher);
            continue;
        }
        Node& node = m_nodes.emplace_back();
        node.task = m_byTask.size();
        node.pid = task.pid;
        m_byTask.push_back(&node);
        append(&node, parentFor(task), true);
        if (!task.isThread()) m_byPid[task.pid] = &node;
    }
}

TaskTree::Node* TaskTree::newestOf(std::int32_t pid) const {
    const auto found = m_byPid.find(pid);
    return found == m_byPid.end() ? nullptr : found->second;
}

TaskTree::Node* TaskTree::parentFor(const TaskData& task) {
    Node* parent = newestOf(task.isThread() ? task.pid : task.parent);
    return parent != nullptr ? parent : m_launcher;
}

void TaskTree::moveAdopted() {
    const RunData& data = run();
    for (std::size_t i = 0; i < m_byTask.size(); ++i) {
        const TaskData& task = data.tasks[i];
        Node* node = m_byTask[i];
        if (task.isThread() || node == m_launcher || task.parent == 0 || node->parent->pid == task.parent) continue;
        Node* to = newestOf(task.parent);
        if (to == nullptr || to == node->parent || to == node) continue;
        std::vector<Node*>& siblings = node->parent->children;
        const auto at = std::ranges::find(siblings, node);
        const int row = static_cast<int>(at - siblings.begin());
        if (!beginMoveRows(indexOf(node->parent), row, row, indexOf(to), static_cast<int>(to->children.size())))
            continue;
        siblings.erase(at);
        to->children.push_back(node);
        node->parent = to;
        endMoveRows();
    }
}

void TaskTree::append(Node* node, Node* parent, bool tell) {
    const int row = static_cast<int>(parent->children.size());
    if (tell) beginInsertRows(indexOf(parent), row, row);
    node->parent = parent;
    parent->children.push_back(node);
    if (tell) endInsertRows();
}

QModelIndex TaskTree::indexOf(const Node* node, int column) const {
    if (node == nullptr || node == &m_root || node->parent == nullptr) return {};
    const auto& siblings = node->parent->children;
    const auto row = std::ranges::find(siblings, node) - siblings.begin();
    return createIndex(static_cast<int>(row), column, const_cast<Node*>(node));
}

QModelIndex TaskTree::indexOf(std::uint32_t process) const {
    for (std::size_t i = 0; i < m_byTask.size(); ++i) {
        const TaskData& task = run().tasks[i];
        if (!task.isThread() && task.process == process) return indexOf(m_byTask[i]);
    }
    return {};
}

QModelIndex TaskTree::index(int row, int column, const QModelIndex& parent) const {
    const Node* above = parent.isValid() ? nodeOf(parent) : &m_root;
    if (row < 0 || column < 0 || column >= ColumnCount || row >= static_cast<int>(above->children.size())) return {};
    return createIndex(row, column, above->children[static_cast<std::size_t>(row)]);
}

QModelIndex TaskTree::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int TaskTree::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() && parent.column() != 0) return 0;
    const Node* above = parent.isValid() ? nodeOf(parent) : &m_root;
    return static_cast<int>(above->children.size());
}

int TaskTree::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant TaskTree::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const bool figure = section == Pid || section == Born || section == Lived;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const std::array<QString, ColumnCount> titles{tr("Process"), tr("PID"),      tr("State"),     tr("Waits for"),
                                                  tr("Made by"), tr("Born [s]"), tr("Lived [s]"), tr("Ended")};
    const std::array<QString, ColumnCount> tips{
        tr("Its name in the experiment, or as the kernel knows it (at most 15 bytes)."),
        tr("The number the kernel gave it; of a thread its own (gettid)."),
        tr("Now, as observed from outside."),
        tr("What the process itself says, or else what the kernel tells of the call it sleeps in."),
        tr("fork, and exec where another program was put in its place; from the kernel's task records."),
        tr("After the start of the run; – where its birth was not recorded."),
        tr("From its birth to its end."),
        tr("Its exit status, which only its parent learns: shown where that is the launcher.")};
    if (role == Qt::DisplayRole) return titles[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole) return tips[static_cast<std::size_t>(section)];
    return {};
}

ProcessState TaskTree::stateOf(const TaskData& task) const {
    if (task.process && !task.isThread()) return run().processes[*task.process].state;
    return task.state;
}

QVariant TaskTree::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Node& node = *nodeOf(index);
    const TaskData* task = node.task ? &run().tasks[*node.task] : nullptr;
    const bool known = task != nullptr && &node != m_launcher;
    switch (role) {
        case Qt::DisplayRole:
            return text(node, index.column());
        case Qt::ToolTipRole:
            if (known && index.column() == State) return StatePalette::description(stateOf(*task));
            return plainTip(text(node, index.column()));
        case Qt::TextAlignmentRole:
            return headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
        case Qt::DecorationRole:
            if (index.column() != State || !known) return {};
            return StatePalette::icon(stateOf(*task), ChartTheme::of(QGuiApplication::palette()).dark);
        case Qt::ForegroundRole: {
            const bool over = !known || (!task->isAlive() && stateOf(*task) != ProcessState::Zombie);
            return over ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText)) : QVariant();
        }
        case SortRole:
            return sortKey(node, index.column());
        case ProcessRole:
            return known && task->process ? QVariant(*task->process) : QVariant();
        default:
            return {};
    }
}

QString TaskTree::text(const Node& node, int column) const {
    if (node.task && &node != m_launcher) return taskText(run().tasks[*node.task], column);
    if (column == Pid) return QString::number(node.pid);
    if (column != Name) return {};
    if (&node == m_launcher) return tr("ipclab-launcher");
    return QString::fromStdString(run().ancestors[*node.ancestor].name);
}

QVariant TaskTree::sortKey(const Node& node, int column) const {
    if (column == Pid) return text(node, Pid).toInt();
    if (!node.task || (column != Born && column != Lived)) return {};
    const TaskData& task = run().tasks[*node.task];
    const Nanoseconds end = task.endedNs != 0 ? task.endedNs : run().sampledNs;
    return qlonglong{column == Born ? task.bornNs : end - task.bornNs};
}

QString TaskTree::wayUp() const {
    QStringList names;
    for (const Node* node = m_launcher; node != nullptr && node != &m_root; node = node->parent)
        names.prepend(QStringLiteral("%1 %2").arg(text(*node, Name)).arg(node->pid));
    return names.join(QStringLiteral(" › "));
}

QString TaskTree::taskText(const TaskData& task, int column) const {
    const RunData& data = run();
    const Nanoseconds end = task.endedNs != 0 ? task.endedNs : data.sampledNs;
    switch (column) {
        case Name:
            if (task.process && !task.isThread()) return QString::fromStdString(data.processes[*task.process].name);
            return QString::fromStdString(task.name);
        case Pid:
            return QString::number(task.isThread() ? task.tid : task.pid);
        case State:
            return StatePalette::name(stateOf(task));
        case WaitsFor:
            return Words::waitsFor(task, data);
        case MadeBy:
            return madeBy(task);
        case Born:
            return task.birthSeen && data.startNs != 0 ? secondsText(data.sinceStartS(task.bornNs)) : noFigure();
        case Lived:
            return task.birthSeen && end > task.bornNs ? secondsText(toSeconds(end - task.bornNs)) : noFigure();
        case Ended:
            return endingOf(task);
        default:
            return {};
    }
}

QString TaskTree::madeBy(const TaskData& task) const {
    if (task.isThread()) return task.tid == task.pid ? tr("first thread") : tr("thread");
    if (task.process) return Words::launch(run().processes[*task.process].launch);
    if (task.execs.empty()) return tr("fork");
    return tr("fork, exec %1").arg(QString::fromStdString(task.execs.back().name));
}

QString TaskTree::endingOf(const TaskData& task) const {
    if (task.isAlive()) return {};
    if (task.isThread()) return tr("ended");
    if (task.exit) return Words::exit(*task.exit);
    if (stateOf(task) == ProcessState::Zombie) return tr("not waited for yet");
    return tr("its parent knows how");
}

}  // namespace ipclab
