// What programs have told of bytes: the forms of a record, or the steps of calls, whichever the experiment has.
#pragma once

#include <QStackedWidget>

#include "runs/run_source.h"

namespace ipclab {

class CallStepsView;
class RepresentationView;

class BytesTab : public QStackedWidget {
    Q_OBJECT
public:
    explicit BytesTab(const RunSource& source, QWidget* parent = nullptr);

    // Has the experiment a program that tells of bytes?
    [[nodiscard]] static bool isWantedBy(const Experiment& experiment);
    // Brings what it has to the front.
    void choose(const Experiment& experiment);
    void setShown(bool shown);
    void retranslate();

    [[nodiscard]] RepresentationView* representation() const { return m_representation; }
    [[nodiscard]] CallStepsView* callSteps() const { return m_callSteps; }

private:
    RepresentationView* m_representation;
    CallStepsView* m_callSteps;
    bool m_shown = false;
};

}  // namespace ipclab
