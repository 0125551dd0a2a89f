// The inspector's page when nothing is selected: what the experiment is, its properties, what the run warned of.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class Editor;
class FactList;
class FiguresSection;
class PartList;
class PropertiesSection;
class SharedSection;

class ExperimentPage : public QWidget {
    Q_OBJECT
public:
    // editor: nullptr where nothing can be edited.
    ExperimentPage(const RunSource& source, Editor* editor, QWidget* parent = nullptr);
    void refresh();
    void retranslate();

    [[nodiscard]] PropertiesSection* properties() const { return m_properties; }
    [[nodiscard]] PartList* steps() const { return m_steps; }
    [[nodiscard]] PartList* sharedObjects() const { return m_objects; }

signals:
    // The page of a step or shared object is wanted.
    void partChosen(const ipclab::Part& part);

private:
    enum Fact { Row, Processes, Links, Steps, Duration, Observe, Hertz, Seed };
    void showFacts(const Experiment& experiment);
    void showWarnings();
    void showFigures();

    const RunSource& m_source;
    const bool m_editable;
    QLabel* m_name;
    QLabel* m_summary;
    FactList* m_facts;
    PropertiesSection* m_properties;
    PartList* m_objects;
    PartList* m_steps;
    SharedSection* m_shared;
    QLabel* m_hint;
    QLabel* m_warningsHeading;
    QLabel* m_warnings;
    FiguresSection* m_figures;
};

}  // namespace ipclab
