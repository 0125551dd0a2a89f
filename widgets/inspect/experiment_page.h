// The inspector's page when nothing is selected: what the experiment is, its properties, what the run warned of.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class FactList;
class FiguresSection;
class SharedSection;

class ExperimentPage : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentPage(const RunSource& source, QWidget* parent = nullptr);
    void refresh();
    void retranslate();

private:
    enum Fact { Row, Processes, Links, Steps, Duration, Observe, Hertz, Seed };
    void showFacts(const Experiment& experiment);
    void showWarnings();
    void showFigures();

    const RunSource& m_source;
    QLabel* m_name;
    QLabel* m_summary;
    FactList* m_facts;
    SharedSection* m_shared;
    QLabel* m_hint;
    QLabel* m_warningsHeading;
    QLabel* m_warnings;
    FiguresSection* m_figures;
};

}  // namespace ipclab
