// The library: presets in groups, each with its name and a line about it, in the language of the interface; found by
// those in English as well, and by its id (models/search_query.h).
#pragma once

#include <QAbstractItemModel>
#include <vector>

#include "runs/presets.h"

namespace ipclab {

class PresetTree : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, SummaryRole, IsGroupRole };
    // What must be seen beside a name of two lines, too.
    static constexpr int kFactsRole = Qt::UserRole + 21;

    explicit PresetTree(std::vector<Preset> presets, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex find(const QString& id) const;
    void retranslate();

private:
    enum class Kind { Start, Processes, Messages, Mechanisms, Servers, More };
    struct Group {
        Kind kind;
        std::vector<Preset> presets;
    };
    static Kind kindOf(const Preset& preset);
    static QString groupName(Kind kind);
    [[nodiscard]] const Preset* presetAt(const QModelIndex& index) const;

    std::vector<Group> m_groups;
};

}  // namespace ipclab
