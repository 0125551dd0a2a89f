#include "bridge/kept_steps.h"

#include "results/steered_steps.h"

namespace ipclab {

Edit keepSteps(const RunSource& shown, const Document& document) {
    Edit edit;
    std::size_t place = document.experiment().steps.size();
    PartId further = 0;
    for (SteeredStep& steered : steeredSteps(shown.view())) {
        const Part part = shown.partAt(steered.kind, steered.index);
        const ProcessSpec* process = part.kind == Part::Kind::Process ? document.process(part.id) : nullptr;
        const LinkSpec* link = part.kind == Part::Kind::Link ? document.link(part.id) : nullptr;
        if (process == nullptr && link == nullptr) continue;
        if (process != nullptr) steered.step.process = process->name;
        if (link != nullptr) steered.step.link = link->name;
        edit.changes.emplace_back(
            InsertPart{document.newPart(Part::Kind::Step, further++), place++, std::move(steered.step)});
    }
    return edit;
}

}  // namespace ipclab
