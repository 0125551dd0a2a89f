#include "models/event_list.h"

#include <QGuiApplication>
#include <QPalette>

#include "bridge/event_words.h"
#include "bridge/icons.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

QColor colorOf(EventWeight weight) {
    return ChartTheme::of(QGuiApplication::palette()).events[static_cast<std::size_t>(weight)];
}

QVariant iconOf(EventWeight weight) {
    if (weight == EventWeight::Failure) return coloredIcon(QStringLiteral("error"), colorOf(weight));
    if (weight == EventWeight::Warning) return coloredIcon(QStringLiteral("warning"), colorOf(weight));
    return {};
}

}  // namespace

EventList::EventList(const RunSource& source, QObject* parent) : QAbstractTableModel(parent), m_source(source) {
    m_rows = static_cast<int>(source.view().events.size());
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        beginResetModel();
        m_rows = 0;  // whoever asks before the end of the reset finds nothing, not what is gone
    });
    connect(&source, &RunSource::viewChanged, this, [this] {
        m_rows = static_cast<int>(m_source.view().events.size());
        endResetModel();
    });
    connect(&source, &RunSource::eventsGrew, this, &EventList::grow);
    connect(&source, &RunSource::figuresDue, this, &EventList::grow);
}

void EventList::grow() {
    const int rows = static_cast<int>(m_source.view().events.size());
    if (rows <= m_rows) return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

int EventList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int EventList::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((section == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole)
        return section == Time      ? tr("After everybody was ready and the run began.")
               : section == Process ? tr("Whose event it is; empty: of the whole run.")
                                    : tr("The guide says of each kind of event what it means.");
    if (role != Qt::DisplayRole) return {};
    return section == Time ? tr("Time [s]") : section == Process ? tr("Process") : tr("What happened");
}

QVariant EventList::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows) return {};
    const RunEvent& event = m_source.view().events[static_cast<std::size_t>(index.row())];
    const EventWeight weight = weightOf(event);
    if (role == Qt::DisplayRole) return text(event, index.column());
    if (role == Qt::ToolTipRole) return plainTip(text(event, index.column()));
    if (role == Qt::DecorationRole && index.column() == What) return iconOf(weight);
    if (role == Qt::ForegroundRole && weight != EventWeight::Note && index.column() == What) return colorOf(weight);
    if (role == SortRole) return index.column() == Time ? QVariant(qlonglong{event.atNs}) : QVariant();
    if (role == KindRole) return static_cast<int>(event.kind);
    if (role == WeightRole) return static_cast<int>(weight);
    if (role == OutputRole) return event.kind == EventKind::Output;
    if (role == ProcessRole) return event.process ? QVariant(*event.process) : QVariant();
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((index.column() == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QString EventList::text(const RunEvent& event, int column) const {
    const RunData& data = m_source.view();
    if (column == Time) {
        const Nanoseconds origin = data.startNs != 0 ? data.startNs : data.events.front().atNs;
        return QString::number(toSeconds(event.atNs - origin), 'f', 3);
    }
    if (column == What) return EventWords::text(event, data);
    return event.process && *event.process < data.processes.size()
               ? QString::fromStdString(data.processes[*event.process].name)
               : QString();
}

void EventList::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0) emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

bool OutputFilter::isCandidate(int row, const QModelIndex& parent) const {
    return sourceModel()->index(row, 0, parent).data(EventList::OutputRole).toBool();
}

void EventFilter::setLeastWeight(int weight) {
    m_leastWeight = weight;
    again();
}

void EventFilter::setProcess(std::optional<std::uint32_t> process) {
    m_process = process;
    again();
}

void EventFilter::setKind(std::optional<int> kind) {
    m_kind = kind;
    again();
}

bool EventFilter::isCandidate(int row, const QModelIndex& parent) const {
    const QModelIndex event = sourceModel()->index(row, 0, parent);
    if (event.data(EventList::WeightRole).toInt() < m_leastWeight) return false;
    if (m_kind && event.data(EventList::KindRole).toInt() != *m_kind) return false;
    const QVariant process = event.data(EventList::ProcessRole);
    return !m_process || (process.isValid() && process.toUInt() == *m_process);
}

}  // namespace ipclab
