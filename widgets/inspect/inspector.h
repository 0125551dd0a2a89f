// The right side of the window: the page of what is selected on the canvas. Only the page that is seen is kept fresh.
#pragma once

#include <QWidget>
#include <optional>

#include "bridge/selection.h"
#include "runs/run_source.h"

class QStackedWidget;

namespace ipclab {

class ExperimentPage;
class LinkPage;
class ProcessInspector;
class ProcessPage;

class Inspector : public QWidget {
    Q_OBJECT
public:
    explicit Inspector(RunSource& source, QWidget* parent = nullptr);

    void setSelection(const Selection& selection);
    [[nodiscard]] ProcessPage* processPage() const;
    [[nodiscard]] ProcessInspector* process() const { return m_process; }
    [[nodiscard]] QSize sizeHint() const override { return {288, 480}; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void viewChanged();
    void showSelected();
    QWidget* scrolled(QWidget* page);

    RunSource& m_source;
    QStackedWidget* m_pages;
    ExperimentPage* m_experiment;
    ProcessInspector* m_process;
    LinkPage* m_link;
    Selection m_selection;
    std::optional<std::uint32_t> m_place;  // of what is selected, in the run that is shown
    Selection::Kind m_page = Selection::Kind::None;
};

}  // namespace ipclab
