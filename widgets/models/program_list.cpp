#include "models/program_list.h"

#include <QMimeData>
#include <algorithm>

#include "bridge/words.h"
#include "models/search_query.h"
#include "plot/plain_tip.h"
#include "programs/registry.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString endsOf(const ProgramInfo& info) {
    if (info.shares) return ProgramList::tr("works on a shared object");
    if (info.sends.atMost != 0 && info.receives.atMost != 0) return ProgramList::tr("sends and receives");
    if (info.sends.atMost != 0) return ProgramList::tr("sends");
    return info.receives.atMost != 0 ? ProgramList::tr("receives") : ProgramList::tr("has no links");
}

QString inUtf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString idOf(const ProgramInfo& info) { return inUtf8(info.id); }

}  // namespace

// Any executable first: it is the one that a name would not be searched for.
ProgramList::ProgramList(QString mimeType, QObject* parent)
    : QAbstractListModel(parent),
      m_mimeType(std::move(mimeType)),
      m_programs(allPrograms().begin(), allPrograms().end()) {
    std::ranges::stable_partition(m_programs, [](const Program* program) { return program->info().foreign; });
}

int ProgramList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_programs.size());
}

QVariant ProgramList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ProgramInfo& info = m_programs.at(static_cast<std::size_t>(index.row()))->info();
    const QString summary = translated("program", info.summary);
    switch (role) {
        case Qt::DisplayRole:
            return Words::program(info.id);
        case IdRole:
            return idOf(info);
        case SummaryRole:
            return summary;
        case IsGroupRole:
            return false;
        case EndsRole:
            return endsOf(info);
        case SearchNamesRole:
            return QStringList{Words::program(info.id), inUtf8(info.name), idOf(info)};
        case SearchTextsRole:
            return QStringList{summary, inUtf8(info.summary)};
        case Qt::ToolTipRole:
            return plainTip(tr("%1\n%2 (%3)").arg(summary, idOf(info), endsOf(info)));
        case Qt::AccessibleDescriptionRole:
            return tr("%1 (%2)").arg(summary, endsOf(info));
        default:
            return {};
    }
}

Qt::ItemFlags ProgramList::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

QMimeData* ProgramList::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    auto* data = new QMimeData;
    data->setData(m_mimeType, indexes.first().data(IdRole).toString().toLatin1());
    return data;
}

void ProgramList::retranslate() {
    if (!m_programs.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

}  // namespace ipclab
