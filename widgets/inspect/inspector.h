// The right side of the window: the page of what is selected on the canvas. Only the page that is seen is kept fresh.
#pragma once

#include <QWidget>
#include <optional>

#include "bridge/selection.h"
#include "inspect/refused_input.h"
#include "runs/run_source.h"

class QStackedWidget;

namespace ipclab {

class Editor;
class ExperimentPage;
class LinkPage;
class PartPage;
class ProcessInspector;
class ProcessPage;

class Inspector : public QWidget {
    Q_OBJECT
public:
    // editor: nullptr where nothing can be edited.
    explicit Inspector(RunSource& source, QWidget* parent = nullptr, Editor* editor = nullptr);

    void setSelection(const Selection& selection);
    // The first field that is seen with something typed that is not taken.
    [[nodiscard]] std::optional<RefusedInput> refused() const;
    // It gets the focus, where it can be seen.
    static void pointAt(const RefusedInput& refused);
    [[nodiscard]] ProcessPage* processPage() const;
    [[nodiscard]] ProcessInspector* process() const { return m_process; }
    [[nodiscard]] LinkPage* linkPage() const { return m_link; }
    [[nodiscard]] ExperimentPage* experimentPage() const { return m_experiment; }
    [[nodiscard]] PartPage* partPage() const { return m_part; }
    [[nodiscard]] QSize sizeHint() const override { return {288, 480}; }

signals:
    // What a field has refused is typed there no more.
    void settled();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void viewChanged();
    void showSelected();
    void nameAreas();

    [[nodiscard]] bool isInDocument() const;
    void edited();
    void documentOpened();

    RunSource& m_source;
    Editor* m_editor;
    QStackedWidget* m_pages;
    ExperimentPage* m_experiment;
    ProcessInspector* m_process;
    LinkPage* m_link;
    PartPage* m_part;
    Selection m_selection;
    std::optional<std::uint32_t> m_place;  // of what is selected, in the run that is shown
    enum Page : std::uint8_t { OfExperiment, OfProcess, OfLink, OfPart };
    Page m_page = OfExperiment;
};

}  // namespace ipclab
