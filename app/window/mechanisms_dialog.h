// The table of all mechanisms and what they are: sorted by any column, filtered, with the details of the one chosen
// below it; and beside it, on a page of its own, what textbooks claim of them. A window beside the main one, so that it
// can be read while experiments run.
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace ipclab {

class ClaimsPage;
class MechanismFilter;
class MechanismTable;
class TableView;

class MechanismsDialog : public QDialog {
    Q_OBJECT
public:
    explicit MechanismsDialog(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QComboBox* family() const { return m_family; }
    [[nodiscard]] QComboBox* trait() const { return m_trait; }
    [[nodiscard]] QPushButton* compareButton() const { return m_compare; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] TableView* table() const { return m_view; }
    [[nodiscard]] QTextBrowser* details() const { return m_details; }
    [[nodiscard]] MechanismTable* model() const { return m_model; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] ClaimsPage* claims() const { return m_claims; }
    void showClaims();

signals:
    // What they do here is to be measured.
    void compareWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* layOutTable();
    void connectParts();
    void retranslate();
    void fillChoices();
    void showDetails();
    void showCount();
    void copy();

    MechanismTable* m_model;
    MechanismFilter* m_filter;
    QLineEdit* m_search;
    QComboBox* m_family;
    QComboBox* m_trait;
    TableView* m_view;
    QTextBrowser* m_details;
    QLabel* m_count;
    QPushButton* m_compare;
    QPushButton* m_copy;
    QPushButton* m_close;
    ClaimsPage* m_claims;
    QTabWidget* m_tabs;
};

}  // namespace ipclab
