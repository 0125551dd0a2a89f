// The inspector's page of a process: who it is, its state and where that is known from, what it has used, its controls.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class Editor;
class FactList;
class FiguresSection;
struct ProcessTotals;
class ProcessControls;
class PropertiesSection;

class ProcessPage : public QWidget {
    Q_OBJECT
public:
    // editor: nullptr where nothing can be edited.
    ProcessPage(RunSource& source, Editor* editor, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void refresh();
    void retranslate();
    [[nodiscard]] ProcessControls* controls() const { return m_controls; }
    [[nodiscard]] PropertiesSection* properties() const { return m_properties; }

private:
    enum Fact { Program, Launch, Pid, Parent, Started, Source };
    enum Total { Running, Ready, Waiting, User, System, Descendants, Switches, Memory, Iterations };
    void showState(const ProcessData& process);
    void showIdentity(const ProcessData& process);
    void showTotals(const ProcessData& process);
    void showWords(const ProcessData& process);
    void showProperties();
    [[nodiscard]] static QString shareText(const std::optional<double>& seconds, const ProcessTotals& totals);

    RunSource& m_source;
    std::uint32_t m_process = 0;
    QLabel* m_name;
    QLabel* m_guide;
    QLabel* m_swatch;
    QLabel* m_state;
    QLabel* m_reason;
    QLabel* m_words;  // the last ones of a command that ended badly
    FactList* m_identity;
    QLabel* m_totalsHeading;
    FactList* m_totals;
    ProcessControls* m_controls;
    PropertiesSection* m_properties;
    int m_shownState = -1;
    std::vector<bool> m_controlled;  // which fields have a control of their own
    FiguresSection* m_figures;
};

}  // namespace ipclab
