// What waiting for its clients costs a server on this machine, measured when asked for: every strategy a curve against
// the number of connections, as a chart of one figure at a time; beside it what could not be measured, with the reason.
#pragma once

#include "runs/waiting_run.h"
#include "window/measuring_dialog.h"

class QComboBox;

namespace ipclab {

class WaitingDialog : public MeasuringDialog {
    Q_OBJECT
public:
    explicit WaitingDialog(QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* figure() const { return m_figure; }
    [[nodiscard]] QLabel* skipped() const { return m_skipped; }
    // What the next measurement is to be, but for the repeats; for tests a short one.
    void setOptions(WaitingOptions options) { m_options = std::move(options); }

private:
    void start() override;
    void stop() override { m_run.stop(); }
    [[nodiscard]] std::size_t rowCount() const override { return m_run.rows().size(); }
    [[nodiscard]] std::string csv() const override { return waitingCsv(m_run.rows()); }
    [[nodiscard]] Texts texts() const override;
    void retranslateParts() override;
    void showRows() override;
    void showSkipped();

    WaitingRun m_run;
    WaitingOptions m_options;
    QComboBox* m_figure;
    QLabel* m_skipped;
};

}  // namespace ipclab
