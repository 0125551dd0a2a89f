// The inspector's page of a process: who it is, its state and where that is known from, what it has used, its controls.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class FactList;
class FiguresSection;
struct ProcessTotals;
class ProcessControls;

class ProcessPage : public QWidget {
    Q_OBJECT
public:
    explicit ProcessPage(RunSource& source, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void refresh();
    void retranslate();
    [[nodiscard]] ProcessControls* controls() const { return m_controls; }

private:
    enum Fact { Program, Launch, Pid, Parent, Started, Source };
    enum Total { Running, Ready, Waiting, User, System, Descendants, Switches, Memory, Iterations };
    void showState(const ProcessData& process);
    void showIdentity(const ProcessData& process);
    void showTotals(const ProcessData& process);
    void showWords(const ProcessData& process);
    [[nodiscard]] static QString shareText(const std::optional<double>& seconds, const ProcessTotals& totals);

    RunSource& m_source;
    std::uint32_t m_process = 0;
    QLabel* m_name;
    QLabel* m_swatch;
    QLabel* m_state;
    QLabel* m_reason;
    QLabel* m_words;  // the last ones of a command that ended badly
    FactList* m_identity;
    QLabel* m_totalsHeading;
    FactList* m_totals;
    ProcessControls* m_controls;
    int m_shownState = -1;
    FiguresSection* m_figures;
};

}  // namespace ipclab
