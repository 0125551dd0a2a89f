#pragma once

#include "window/settings_page.h"

class QListWidget;
class QPushButton;

namespace ipclab {

class TableColumns;

// Which columns the tables have: a table is chosen, and below it what is seen of it.
class ColumnsPage : public SettingsPage {
    Q_OBJECT
public:
    ColumnsPage(PreferencesInForce& preferences, std::vector<TableColumns*> tables, QWidget* parent);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void showValues() override;
    // As they were at first, of all tables.
    void reset();

private:
    [[nodiscard]] TableColumns& chosen() const;
    void fill();

    std::vector<TableColumns*> m_tables;
    Row m_table;
    QListWidget* m_list;
    Row m_columns;
    QPushButton* m_reset;
};

}  // namespace ipclab
