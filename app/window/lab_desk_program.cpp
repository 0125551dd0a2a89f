// The student's own program on the bench: it is put into its node when it was compiled or chosen, and agreed to by that.
// An exercise can have nothing run that way: what is agreed to is one file in the student's own folder, known by its
// hash; any other command of that node is asked about as in every document.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "bridge/session.h"
#include "exercises/library.h"
#include "labs/lab_reader.h"
#include "window/lab_desk.h"

namespace ipclab {
namespace {

// It starts just what the exercise of that id does that comes with the program.
bool cameAlong(const Lab& lab, const LabStep& step) {
    const auto texts = embeddedLab(lab.id);
    const auto read = texts ? readLab(*texts, libraryPresets()) : LabReadResult();
    const LabStep* same = read.lab ? read.lab->step(step.id) : nullptr;
    const Experiment* ours = same != nullptr ? experimentOf(*read.lab, *same) : nullptr;
    const Experiment* its = experimentOf(lab, step);
    return ours != nullptr && its != nullptr && *ours == *its;
}

}  // namespace

void LabDesk::approveProgram() {
    const Lab& lab = m_labs.lab();
    if (cameAlong(lab, m_labs.step())) m_session.approvals().approve(*experimentOf(lab, m_labs.step()));
    const auto file = m_labs.programFile();
    if (!file || !m_labs.isProgramOurs()) return;
    ProcessSpec node;
    node.name = m_labs.step().program->process;
    node.program = "command";
    node.command = {file->string()};
    Experiment alone;
    alone.processes.push_back(std::move(node));
    m_session.approvals().approve(alone);
}

// In the experiment that is open, if that is the step's; else the step is opened anew.
void LabDesk::putProgram() {
    const auto file = m_labs.programFile();
    if (!file || m_session.isActive()) return;
    if (!m_labs.forbidden(m_session.experiment()).empty()) return showStep();
    approveProgram();
    const Document& document = m_session.editor().document();
    for (std::size_t i = 0; i < document.experiment().processes.size(); ++i) {
        if (document.experiment().processes[i].name != m_labs.step().program->process) continue;
        m_session.editor().setField(document.ids().at(Part::Kind::Process, i), "command",
                                    nlohmann::ordered_json::array({file->string()}),
                                    tr("Put your program into its node"));
        break;
    }
    m_labs.leave(m_session.experiment());
    m_session.editor().setSaved();  // it is kept with the work on the exercise
}

bool LabDesk::fillsNode() {
    if (!m_labs.programFile()) {
        emit told(tr("There is no program of yours yet."), tr("Write it under Your program, and compile it."));
        return false;
    }
    if (!isNodeFilled()) putProgram();
    return true;
}

bool LabDesk::isNodeFilled() const {
    const auto file = m_labs.programFile();
    const auto& node = *m_labs.step().program;
    return file && std::ranges::any_of(m_session.experiment().processes, [&](const ProcessSpec& process) {
        return process.name == node.process && process.command == std::vector<std::string>{file->string()};
    });
}

}  // namespace ipclab
