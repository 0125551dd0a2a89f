#include "bridge/kept_steps.h"

#include "results/steered_steps.h"

namespace ipclab {

Edit keepSteps(const RunSource& shown, const Document& document) {
    Edit edit;
    std::size_t place = document.experiment().steps.size();
    PartId further = 0;
    for (SteeredStep& steered : steeredSteps(shown.view())) {
        const Part process = shown.partAt(Part::Kind::Process, steered.process);
        const ProcessSpec* now = document.process(process.id);
        if (now == nullptr) continue;
        steered.step.process = now->name;
        edit.changes.emplace_back(
            InsertPart{document.newPart(Part::Kind::Step, further++), place++, std::move(steered.step)});
    }
    return edit;
}

}  // namespace ipclab
