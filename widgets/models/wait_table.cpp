#include "models/wait_table.h"

#include <QFont>
#include <QGuiApplication>
#include <QStringList>
#include <algorithm>

#include "bridge/words.h"
#include "models/figures.h"
#include "models/word_filter.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

bool sameWait(const WaitRow& a, const WaitRow& b) {
    return a.process == b.process && a.waitsFor == b.waitsFor && a.waiting.packed() == b.waiting.packed();
}

}  // namespace

WaitTable::WaitTable(const RunSource& source, QObject* parent) : QAbstractTableModel(parent), m_source(source) {
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        beginResetModel();
        m_waits = {};
        endResetModel();
    });
    connect(&source, &RunSource::viewChanged, this, &WaitTable::refresh);
    connect(&source, &RunSource::figuresDue, this, &WaitTable::refresh);
    connect(&source, &RunSource::stateChanged, this, &WaitTable::refresh);
}

// A deadlock is looked for whether the table is seen or not: its tab says so.
void WaitTable::refresh() {
    if (!m_shown && m_source.view().deadlocked.empty() && !m_toldDeadlock) return;
    WaitRows now = waitRowsOf(m_source.view());
    const bool same = std::ranges::equal(now.rows, m_waits.rows, sameWait);
    if (!same) beginResetModel();
    m_waits = std::move(now);
    if (!same) endResetModel();
    if (same && !m_waits.rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    m_toldDeadlock = hasDeadlock();
    emit refreshed();
}

void WaitTable::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

int WaitTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_waits.rows.size());
}
int WaitTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant WaitTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Share ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return section == Process    ? tr("Who cannot go on.")
               : section == WaitsFor ? tr("What it needs, and who could give it.")
               : section == Because  ? tr("Why that is not there.")
                                     : tr("In how many of the samples of the last second it said so itself.");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Process:
            return tr("Process");
        case WaitsFor:
            return tr("Waits for");
        case Because:
            return tr("Because");
        default:
            return tr("Share [%]");
    }
}

QVariant WaitTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const WaitRow& row = m_waits.rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(row, index.column());
    if (role == Qt::ToolTipRole) return plainTip(text(row, index.column()));
    if (role == WordFilter::kSortRole) return index.column() == Share ? QVariant(row.share) : QVariant();
    if (role == Qt::ForegroundRole && row.deadlock) return ChartTheme::of(QGuiApplication::palette()).events[3];
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((index.column() == Share ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QString WaitTable::nameOf(std::uint32_t process) const {
    const auto& processes = m_source.view().processes;
    return process < processes.size() ? QString::fromStdString(processes[process].name) : tr("the holder of a lock");
}

QString WaitTable::because(const Waiting& waiting, const RunData& run) {
    const QString link =
        waiting.link < run.links.size() ? QString::fromStdString(run.links[waiting.link].name) : QString();
    const bool meets = waiting.link < run.links.size() && Words::isRendezvous(run.links[waiting.link]);
    if (waiting.reason == WaitReason::Stranded) {
        const auto bytes = waiting.strandedBytes();
        return bytes
                   ? tr("%n byte(s) wait unread, and nobody will be woken for them", nullptr, static_cast<int>(*bytes))
                   : tr("bytes wait unread, and nobody will be woken for them");
    }
    if (meets) return tr("%1 is a rendezvous").arg(link);
    if (waiting.reason == WaitReason::Full) return tr("%1 is full").arg(link);
    if (waiting.reason == WaitReason::Empty) return tr("%1 is empty").arg(link);
    return tr("a lock is held");
}

QString WaitTable::text(const WaitRow& row, int column) const {
    switch (column) {
        case Process:
            return nameOf(row.process);
        case WaitsFor:
            return row.waiting.reason == WaitReason::Stranded ? tr("nobody") : nameOf(row.waitsFor);
        case Because: {
            const QString one = because(row.waiting, m_source.view());
            const QString why = row.anyOf ? tr("%1 (one of several)").arg(one) : one;
            return row.deadlock ? tr("%1 (deadlock)").arg(why) : why;
        }
        default:
            return m_waits.past ? noFigure() : QString::number(qRound(row.share * 100));
    }
}

bool WaitTable::hasDeadlock() const { return std::ranges::any_of(m_waits.rows, &WaitRow::deadlock); }

// The members in the order of their waits, back to the first.
QString WaitTable::circle() const {
    QStringList names;
    for (const WaitRow& row : m_waits.rows) {
        if (row.deadlock && !names.contains(nameOf(row.process))) names << nameOf(row.process);
    }
    constexpr qsizetype kMostNames = 6;
    if (names.size() > kMostNames) names = names.mid(0, kMostNames) << QString(QChar(0x2026));
    if (!names.isEmpty()) names << names.first();
    return names.join(QStringLiteral(" → "));
}

QString WaitTable::summary() const {
    if (hasDeadlock()) {
        return m_waits.past ? tr("Deadlock during the run: %1").arg(circle()) : tr("Deadlock: %1").arg(circle());
    }
    const RunData& run = m_source.view();
    if (run.startNs == 0) return tr("Run the experiment to see who waits for whom.");
    if (run.endNs != 0) return tr("The run has ended; it met no deadlock.");
    if (m_waits.rows.empty()) return tr("Nobody waits for anybody.");
    return tr("No deadlock.");
}

void WaitTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit refreshed();
}

}  // namespace ipclab
