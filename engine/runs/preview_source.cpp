#include "runs/preview_source.h"

#include "document/edits.h"
#include "document/groups.h"
#include "document/machine.h"

namespace ipclab {

PreviewSource::PreviewSource(Experiment experiment, QObject* parent)
    : RunSource(parent),
      m_document(std::move(experiment)),
      m_opened(m_document),
      m_view(RunData::of(m_document.experiment())),
      m_viewIds(expandedIds(m_document.experiment(), m_document.ids())) {}

template <typename Change>
void PreviewSource::replaceView(Change change) {
    emit viewAboutToChange();
    change();
    m_view = RunData::of(experiment());
    m_viewIds = expandedIds(experiment(), ids());
    emit viewChanged();
    emit settingsChanged();
}

Edit PreviewSource::apply(const Edit& edit) {
    if (edit.isOfPlacesAlone(m_document)) return move(edit);
    Edit undo;
    replaceView([&] { undo = m_document.apply(edit); });
    emit edited(edit, undo, {});
    return undo;
}

// Nothing of a run is another, wherever a part stands on the canvas.
Edit PreviewSource::move(const Edit& edit) {
    const Edit undo = m_document.apply(edit);
    m_view.document = experiment();
    m_view.experiment = expanded(m_view.document);
    emit experimentEdited();
    emit edited(edit, undo, {});
    emit settingsChanged();
    return undo;
}

void PreviewSource::revert() {
    if (const Edit back = replaceAll(m_document, m_opened); !back.isEmpty()) apply(back);
}

void PreviewSource::setDuration(std::optional<Nanoseconds> duration) {
    Experiment head = headOf(experiment());
    head.durationNs = duration;
    changeHead(head, "duration_s");
}

void PreviewSource::setObserve(ObserveLevel level, ObserveLevel usual) {
    Experiment head = headOf(experiment());
    const std::optional<ObserveLevel> before = m_opened.experiment().observe;
    head.observe = level == before.value_or(usual) ? before : level;  // back where it was: no edit
    changeHead(head, "observe/level");
}

// No part is another one: the views keep what they have.
void PreviewSource::changeHead(const Experiment& head, const char* field) {
    const Edit edit = replaceHead(m_document, head);
    if (edit.isEmpty()) return;
    const Edit undo = m_document.apply(edit);
    m_view.document = experiment();
    m_view.experiment = expanded(m_view.document);
    emit edited(edit, undo, field);
    emit settingsChanged();
}

const ProcessSpec& PreviewSource::specOf(std::uint32_t process) const {
    return *m_document.process(partAt(Part::Kind::Process, process).id);
}

const ProgramSettings& PreviewSource::program(std::uint32_t process) const { return specOf(process).settings; }

int PreviewSource::nice(std::uint32_t process) const { return specOf(process).nice.value_or(ownNice()); }

const std::vector<unsigned>& PreviewSource::cpus(std::uint32_t process) const { return specOf(process).cpus; }

template <typename Change>
void PreviewSource::set(std::uint32_t process, const char* field, Change change) {
    if (process < m_view.processes.size()) {
        const Part part = partAt(Part::Kind::Process, process);
        ProcessSpec spec = specOf(process);
        change(spec);
        const Edit edit = replacePart(m_document, part, spec);
        const Edit undo = m_document.apply(edit);
        m_view.document = experiment();
        m_view.experiment = expanded(m_view.document);
        if (!edit.isEmpty()) emit edited(edit, undo, field);
    }
    emit settingsChanged();
}

void PreviewSource::setRate(std::uint32_t process, double messagesPerSecond) {
    set(process, "rate_per_s", [&](ProcessSpec& spec) { spec.settings.ratePerSecond = messagesPerSecond; });
}

void PreviewSource::setWork(std::uint32_t process, Nanoseconds workNs) {
    set(process, "work_us", [&](ProcessSpec& spec) { spec.settings.workNs = workNs; });
}

void PreviewSource::setMessageBytes(std::uint32_t process, std::uint32_t bytes) {
    set(process, "message_bytes", [&](ProcessSpec& spec) { spec.settings.messageBytes = bytes; });
}

void PreviewSource::setNetwork(std::uint32_t process, const NetworkConditions& conditions) {
    set(process, "loss", [&](ProcessSpec& spec) { spec.settings.network = conditions; });
}

void PreviewSource::setNice(std::uint32_t process, int nice) {
    set(process, "nice", [&](ProcessSpec& spec) {
        const ProcessSpec* opened = m_opened.process(partAt(Part::Kind::Process, process).id);
        const std::optional<int> before = opened != nullptr ? opened->nice : std::nullopt;
        spec.nice = nice == before.value_or(ownNice()) ? before : nice;  // back where it was: no edit
    });
}

void PreviewSource::setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) {
    set(process, "cpus", [&](ProcessSpec& spec) { spec.cpus = cpus; });
}

}  // namespace ipclab
