// The palette: every registered program with its name, a line about it and what it sends and receives, in the language
// of the interface; found by those in English as well, and by its id. A row that is dragged carries the program's id.
#pragma once

#include <QAbstractListModel>
#include <vector>

namespace ipclab {

class Program;

class ProgramList : public QAbstractListModel {
    Q_OBJECT
public:
    // The first three as those of PresetTree, so that one delegate paints both.
    enum Role { IdRole = Qt::UserRole, SummaryRole, IsGroupRole, EndsRole };

    explicit ProgramList(QString mimeType, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override { return {m_mimeType}; }
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

    void retranslate();

private:
    QString m_mimeType;
    std::vector<const Program*> m_programs;
};

}  // namespace ipclab
