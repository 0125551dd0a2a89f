// What the command palette offers, one row each: everything that can be done, opened or shown from the window, with
// what it is called in the language of the interface and in English, where it stands, its keys, and why it cannot be
// had now.
#pragma once

#include <QAbstractListModel>
#include <QIcon>
#include <QStringList>
#include <functional>
#include <vector>

namespace ipclab {

struct Command {
    QString id;  // the same in every language and after every start
    QString title;
    QString english;
    QString where;      // "File ▸ Open recent", "Experiment"
    QString keys;       // "Ctrl+Shift+P"
    QString reason;     // why not, of one that is not enabled; may be empty
    QStringList words;  // else that it is found by
    QIcon icon;
    bool enabled = true;
    bool checked = false;
    std::function<void()> act;
};

class CommandList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, WhereRole, KeysRole, ReasonRole, EnabledRole, CheckedRole };

    using QAbstractListModel::QAbstractListModel;

    // Those of lastUsed, ids with the newest first, come first.
    void setCommands(std::vector<Command> commands, const QStringList& lastUsed);
    [[nodiscard]] const std::vector<Command>& commands() const { return m_commands; }
    [[nodiscard]] const Command& at(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Command> m_commands;
};

}  // namespace ipclab
