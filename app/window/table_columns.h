// Which columns of a table are seen: chosen in the menu of its header or in the settings, kept, and set back to those
// it had at first. One is always seen.
#pragma once

#include <QObject>
#include <QString>
#include <set>

class QTableView;

namespace ipclab {

class WindowSettings;

class TableColumns : public QObject {
    Q_OBJECT
public:
    // key: of the table in the settings, "processes". What is hidden now is hidden at first.
    TableColumns(QTableView* table, const QString& key, WindowSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] int count() const;
    // As the head of the column says, and what it tells more.
    [[nodiscard]] QString name(int column) const;
    [[nodiscard]] QString tip(int column) const;
    [[nodiscard]] bool isShown(int column) const;
    // The last one that is seen stays.
    void setShown(int column, bool shown);
    void reset();
    // What the table is for: "Table of processes".
    [[nodiscard]] QString title() const;

signals:
    void changed();

private:
    void restore();
    void keep();
    void showOnly(const std::set<int>& hidden);
    [[nodiscard]] int shownCount() const;

    QTableView* m_table;
    QString m_key;
    WindowSettings& m_settings;
    std::set<int> m_usuallyHidden;
    bool m_quiet = false;
};

}  // namespace ipclab
