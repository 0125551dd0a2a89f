#include "inspect/bytes_tab.h"

#include <QScrollArea>
#include <algorithm>

#include "inspect/call_steps_view.h"
#include "inspect/representation_view.h"

namespace ipclab {
namespace {

bool hasProgram(const Experiment& experiment, std::string_view program) {
    return std::ranges::find(experiment.processes, program, &ProcessSpec::program) != experiment.processes.end();
}

}  // namespace

BytesTab::BytesTab(const RunSource& source, QWidget* parent)
    : QStackedWidget(parent),
      m_representation(new RepresentationView(source)),
      m_callSteps(new CallStepsView(source, this)) {
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_representation);
    addWidget(scroll);
    addWidget(m_callSteps);
}

bool BytesTab::isWantedBy(const Experiment& experiment) {
    return hasProgram(experiment, "representation") || hasProgram(experiment, "call-steps-client");
}

void BytesTab::choose(const Experiment& experiment) {
    setCurrentIndex(hasProgram(experiment, "representation") ? 0 : 1);
    setShown(m_shown);
}

void BytesTab::setShown(bool shown) {
    m_shown = shown;
    m_representation->setShown(shown && currentIndex() == 0);
    m_callSteps->setShown(shown && currentIndex() == 1);
}

void BytesTab::retranslate() {
    setAccessibleName(tr("Bytes and what they are"));
    m_representation->retranslate();
    m_callSteps->retranslate();
}

}  // namespace ipclab
