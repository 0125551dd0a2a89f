// The claims of textbooks and course notes, each measured here by a button: beside the table of mechanisms. What others
// do meanwhile disturbs it, so nothing is drawn while a claim is measured but its progress.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "runs/claims/claim_plan.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

namespace ipclab {

class ClaimTable;
class TableView;

class ClaimsPage : public QWidget {
    Q_OBJECT
public:
    explicit ClaimsPage(QWidget* parent = nullptr);
    ~ClaimsPage() override;

    [[nodiscard]] ClaimTable* model() const { return m_model; }
    [[nodiscard]] TableView* table() const { return m_view; }
    [[nodiscard]] QTextBrowser* details() const { return m_details; }
    [[nodiscard]] QPushButton* measureButton(int row) const { return m_buttons[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QPushButton* measureAllButton() const { return m_all; }
    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    [[nodiscard]] bool isMeasuring() const { return m_plan != nullptr; }
    void setRepeats(unsigned repeats) { m_repeats = repeats; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void measure(std::vector<const Claim*> claims);
    void takeResults();
    void conclude(bool complete);
    void showDetails();
    void showButtons();
    void fitButtons();
    void copy();
    void retranslate();

    ClaimTable* m_model;
    TableView* m_view;
    QTextBrowser* m_details;
    QLabel* m_explanation;
    QLabel* m_status;
    QProgressBar* m_progress;
    QPushButton* m_all;
    QPushButton* m_stop;
    QPushButton* m_copy;
    std::vector<QPushButton*> m_buttons;  // by row
    unsigned m_repeats = 7;
    std::unique_ptr<ClaimPlan> m_plan;
    std::unique_ptr<Batch> m_batch;  // last: it ends before its plan
    std::size_t m_taken = 0;
};

}  // namespace ipclab
