// Chooses what else is charted: a chart of the list that is not shown, or any quantity that is kept over time
// (results/quantities.def), found by a word of its title or meaning, of each owner, of all together or of one. Stays
// open until it is closed.
#pragma once

#include <QDialog>

#include "run_charts/chart_list.h"
#include "run_charts/quantity_choice.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace ipclab {

class ChartsPanel;

class AddChartDialog : public QDialog {
    Q_OBJECT
public:
    explicit AddChartDialog(ChartsPanel& charts, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] QComboBox* of() const { return m_of; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    // Nothing: none is marked.
    [[nodiscard]] std::optional<QuantityChoice> choice() const;
    [[nodiscard]] std::optional<RunChart> readyChart() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void fillOf();
    static QString ownerName(QuantityOwner owner);
    void showMeaning();
    void add();
    void retranslate();

    ChartsPanel& m_charts;
    QLineEdit* m_search;
    QListView* m_list;
    QStandardItemModel* m_quantities;
    QSortFilterProxyModel* m_filter;
    QLabel* m_meaning;
    QLabel* m_ofLabel;
    QComboBox* m_of;
    QPushButton* m_add;
    QPushButton* m_close;
};

}  // namespace ipclab
