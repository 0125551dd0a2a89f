#include "window/command_list.h"

#include <algorithm>
#include <limits>

#include "models/search_query.h"

namespace ipclab {

void CommandList::setCommands(std::vector<Command> commands, const QStringList& lastUsed) {
    beginResetModel();
    m_commands = std::move(commands);
    const auto age = [&](const Command& command) {
        const auto at = lastUsed.indexOf(command.id);
        return at < 0 ? std::numeric_limits<qsizetype>::max() : at;
    };
    std::ranges::stable_sort(m_commands, {}, age);
    endResetModel();
}

const Command& CommandList::at(const QModelIndex& index) const {
    return m_commands.at(static_cast<std::size_t>(index.row()));
}

int CommandList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

QVariant CommandList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Command& command = at(index);
    switch (role) {
        case Qt::DisplayRole:
            return command.title;
        case Qt::AccessibleTextRole:
            return command.keys.isEmpty() ? command.title : tr("%1, %2").arg(command.title, command.keys);
        case Qt::AccessibleDescriptionRole:
            return command.enabled ? command.where : tr("Not now. %1").arg(command.reason);
        case IdRole:
            return command.id;
        case WhereRole:
            return command.where;
        case KeysRole:
            return command.keys;
        case ReasonRole:
            return command.reason;
        case Qt::DecorationRole:
            return command.icon;
        case EnabledRole:
            return command.enabled;
        case CheckedRole:
            return command.checked;
        case SearchNamesRole:
            return QStringList{command.title, command.english};
        case SearchTextsRole:
            return QStringList{command.where} + command.words;
        default:
            return {};
    }
}

}  // namespace ipclab
