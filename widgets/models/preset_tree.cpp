#include "models/preset_tree.h"

#include "bridge/words.h"
#include "models/search_query.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

// The internal id of a preset's index is its group's row + 1; of a group's index it is 0.
constexpr quintptr kGroup = 0;

QString english(const LocalText& text) {
    const std::string_view english = textIn(text, "en");
    return QString::fromUtf8(english.data(), static_cast<qsizetype>(english.size()));
}

}  // namespace

PresetTree::PresetTree(std::vector<Preset> presets, QObject* parent) : QAbstractItemModel(parent) {
    for (Kind kind : {Kind::Start, Kind::Processes, Kind::Messages, Kind::Mechanisms, Kind::Servers, Kind::More}) {
        Group group{kind, {}};
        for (Preset& preset : presets) {
            if (kindOf(preset) == kind) group.presets.push_back(preset);
        }
        if (!group.presets.empty()) m_groups.push_back(std::move(group));
    }
}

PresetTree::Kind PresetTree::kindOf(const Preset& preset) {
    // The three to begin with: one queue in balance, one that fills, one that is always empty.
    for (std::string_view id : {"first", "slow-consumer", "fast-consumer"}) {
        if (preset.id == id) return Kind::Start;
    }
    if (!preset.row || preset.row->empty()) return Kind::More;
    switch (preset.row->front()) {
        case 'P':
            return Kind::Processes;
        case 'M':
            return Kind::Messages;
        case 'C':
            return Kind::Mechanisms;
        case 'R':
            return Kind::Servers;
        default:
            return Kind::More;
    }
}

QString PresetTree::groupName(Kind kind) {
    switch (kind) {
        case Kind::Start:
            return tr("Start here");
        case Kind::Processes:
            return tr("Processes");
        case Kind::Messages:
            return tr("Messages");
        case Kind::Mechanisms:
            return tr("Mechanisms");
        case Kind::Servers:
            return tr("Servers");
        case Kind::More:
            return tr("Pipelines and groups");
    }
    return {};
}

QModelIndex PresetTree::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kGroup);
}

QModelIndex PresetTree::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kGroup) return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kGroup);
}

int PresetTree::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroup) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].presets.size());
}

int PresetTree::columnCount(const QModelIndex&) const { return 1; }

const Preset* PresetTree::presetAt(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kGroup) return nullptr;
    return &m_groups[index.internalId() - 1].presets[static_cast<std::size_t>(index.row())];
}

QVariant PresetTree::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Preset* preset = presetAt(index);
    if (role == IsGroupRole) return preset == nullptr;
    if (preset == nullptr) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        return role == Qt::DisplayRole ? QVariant(groupName(group.kind)) : QVariant();
    }
    if (role == Qt::DisplayRole) return Words::local(preset->name);
    if (role == Qt::ToolTipRole)
        return plainTip(Words::local(preset->name) + QLatin1Char('\n') + Words::local(preset->summary));
    if (role == SummaryRole || role == Qt::AccessibleDescriptionRole) {
        return Words::local(preset->summary);
    }
    if (role == SearchNamesRole)
        return QStringList{Words::local(preset->name), english(preset->name), QString::fromStdString(preset->id)};
    if (role == SearchTextsRole) return QStringList{Words::local(preset->summary), english(preset->summary)};
    return role == IdRole ? QVariant(QString::fromStdString(preset->id)) : QVariant();
}

Qt::ItemFlags PresetTree::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    return presetAt(index) == nullptr ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QModelIndex PresetTree::find(const QString& id) const {
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            if (index(row, 0, parent).data(IdRole).toString() == id) return index(row, 0, parent);
        }
    }
    return {};
}

void PresetTree::retranslate() {
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        emit dataChanged(parent, parent);
        emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent));
    }
}

}  // namespace ipclab
