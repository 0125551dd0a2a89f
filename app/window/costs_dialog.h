// What processes cost on this machine, measured when asked for: making one in every way against the parent's memory, as
// a chart, and switching from one to another, as a table.
#pragma once

#include "runs/cost_run.h"
#include "window/measuring_dialog.h"

class QTableWidget;

namespace ipclab {

class CostsDialog : public MeasuringDialog {
    Q_OBJECT
public:
    explicit CostsDialog(QWidget* parent = nullptr);

    [[nodiscard]] QTableWidget* switches() const { return m_switches; }

private:
    void start() override;
    void stop() override { m_run.stop(); }
    [[nodiscard]] std::size_t rowCount() const override;
    [[nodiscard]] std::string csv() const override;
    [[nodiscard]] Texts texts() const override;
    void retranslateParts() override;
    void showRows() override;
    void prepareSwitches();
    void showSwitches();
    [[nodiscard]] static QString methodName(const std::string& id);
    [[nodiscard]] static QString figureText(const std::optional<CostFigure>& figure);

    CostRun m_run;
    QTableWidget* m_switches;
};

}  // namespace ipclab
