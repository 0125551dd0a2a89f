#include "runs/preview_source.h"

#include "document/machine.h"
#include "runs/preview.h"

namespace ipclab {

PreviewSource::PreviewSource(Experiment experiment, QObject* parent)
    : RunSource(parent), m_experiment(std::move(experiment)), m_opened(m_experiment), m_view(previewOf(m_experiment)) {}

void PreviewSource::revert() {
    emit viewAboutToChange();
    m_experiment = m_opened;
    m_view = previewOf(m_experiment);
    emit viewChanged();
    emit settingsChanged();
}

void PreviewSource::setDuration(std::optional<Nanoseconds> duration) {
    if (m_experiment.durationNs == duration) return;
    m_experiment.durationNs = duration;
    emit settingsChanged();
}

void PreviewSource::setObserve(ObserveLevel level) {
    if (m_experiment.observe == level) return;
    m_experiment.observe = level;
    emit settingsChanged();
}

const ProgramSettings& PreviewSource::program(std::uint32_t process) const {
    return m_experiment.processes.at(process).settings;
}

int PreviewSource::nice(std::uint32_t process) const {
    return m_experiment.processes.at(process).nice.value_or(ownNice());
}

const std::vector<unsigned>& PreviewSource::cpus(std::uint32_t process) const {
    return m_experiment.processes.at(process).cpus;
}

template <typename Change>
void PreviewSource::edit(std::uint32_t process, Change change) {
    if (process < m_experiment.processes.size()) change(m_experiment.processes[process]);
    emit settingsChanged();
}

void PreviewSource::setRate(std::uint32_t process, double messagesPerSecond) {
    edit(process, [&](ProcessSpec& spec) { spec.settings.ratePerSecond = messagesPerSecond; });
}

void PreviewSource::setWork(std::uint32_t process, Nanoseconds workNs) {
    edit(process, [&](ProcessSpec& spec) { spec.settings.workNs = workNs; });
}

void PreviewSource::setMessageBytes(std::uint32_t process, std::uint32_t bytes) {
    edit(process, [&](ProcessSpec& spec) { spec.settings.messageBytes = bytes; });
}

void PreviewSource::setNice(std::uint32_t process, int nice) {
    edit(process, [&](ProcessSpec& spec) {
        const std::optional<int>& opened = m_opened.processes.at(process).nice;
        spec.nice = nice == opened.value_or(ownNice()) ? opened : nice;  // back where it was: no edit
    });
}

void PreviewSource::setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) {
    edit(process, [&](ProcessSpec& spec) { spec.cpus = cpus; });
}

}  // namespace ipclab
