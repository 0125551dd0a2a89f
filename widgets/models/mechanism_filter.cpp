#include "core/csv_cell.h"
#include "links/registry.h"
#include "models/mechanism_table.h"

namespace ipclab {

MechanismFilter::MechanismFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(MechanismTable::SortRole);
    setSortLocaleAware(true);
}

void MechanismFilter::setText(const QString& text) {
    m_text = text.trimmed();
    invalidateFilter();
}

void MechanismFilter::setFamily(int family) {
    m_family = family;
    invalidateFilter();
}

void MechanismFilter::setTrait(Trait trait) {
    m_trait = trait;
    invalidateFilter();
}

QString MechanismFilter::traitName(Trait trait) {
    switch (trait) {
        case FullDuplex:
            return tr("Full duplex");
        case Unrelated:
            return tr("Between any processes");
        case OverNetwork:
            return tr("Over the network");
        case WholeMessages:
            return tr("Keeps whole messages");
        case ByPriority:
            return tr("Orders by priority");
        case ManyReceivers:
            return tr("Many receivers");
        case CanBePolled:
            return tr("Can be polled");
        case ForCommands:
            return tr("Usable by commands");
        case UserSynchronises:
            return tr("Synchronised by the processes");
        case OneCopyOrNone:
            return tr("At most one copy");
        case IsModel:
            return tr("Models of other systems");
        default:
            return tr("Any traits");
    }
}

namespace {

bool has(const MechanismInfo& info, MechanismFilter::Trait trait) {
    const Traits& traits = info.traits;
    switch (trait) {
        case MechanismFilter::FullDuplex:
            return traits.direction == Direction::FullDuplex;
        case MechanismFilter::Unrelated:
            return traits.kinship == Kinship::Any;
        case MechanismFilter::OverNetwork:
            return traits.reach == Reach::Network;
        case MechanismFilter::WholeMessages:
            return traits.boundaries == Boundaries::Messages;
        case MechanismFilter::ByPriority:
            return traits.ordering == Ordering::Priority;
        case MechanismFilter::ManyReceivers:
            return traits.manyReceivers;
        case MechanismFilter::CanBePolled:
            return traits.pollable;
        case MechanismFilter::ForCommands:
            return traits.descriptors;
        case MechanismFilter::UserSynchronises:
            return traits.synchroniser == Synchroniser::User;
        case MechanismFilter::OneCopyOrNone:
            return traits.copies <= 1;
        case MechanismFilter::IsModel:
            return !info.models.empty();
        default:
            return true;
    }
}

}  // namespace

bool MechanismFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto& table = *static_cast<const MechanismTable*>(sourceModel());
    const MechanismInfo& info = table.mechanism(row).info();
    if (m_family >= 0 && static_cast<int>(info.family) != m_family) return false;
    if (!has(info, m_trait)) return false;
    if (m_text.isEmpty()) return true;
    for (int column = 0; column < MechanismTable::ColumnCount; ++column) {
        if (table.index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive)) return true;
    }
    return false;
}

QString MechanismFilter::csv() const {
    QString text;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            const QString cell = row < 0 ? headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                                         : index(row, column).data().toString();
            cells << QString::fromStdString(csvCell(cell.toStdString()));
        }
        text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

}  // namespace ipclab
