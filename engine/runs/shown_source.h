// A source that shows another one and can be turned to the next: views keep their source while a document is opened,
// run, and run again.
#pragma once

#include "runs/run_source.h"

namespace ipclab {

class ShownSource : public RunSource {
    Q_OBJECT
public:
    explicit ShownSource(RunSource& source, QObject* parent = nullptr);

    // Another run of the document, or the document itself. The former source may go once this returns.
    void show(RunSource& source);
    // Something of another document.
    void showDocument(RunSource& source);

    [[nodiscard]] const Experiment& experiment() const override { return m_source->experiment(); }
    [[nodiscard]] const RunData& view() const override { return m_source->view(); }
    [[nodiscard]] const RunData& history() const override { return m_source->history(); }
    [[nodiscard]] std::shared_ptr<const RunData> whole() const override { return m_source->whole(); }
    [[nodiscard]] const SummedStates* sums(Nanoseconds fromNs, Nanoseconds toNs) const override {
        return m_source->sums(fromNs, toNs);
    }
    [[nodiscard]] bool sumsAreRead(Stretch stretch) const override { return m_source->sumsAreRead(stretch); }
    bool settle() override { return m_source->settle(); }
    [[nodiscard]] bool historyStays() const override { return m_source->historyStays(); }
    [[nodiscard]] const PartIds& ids() const override { return m_source->ids(); }
    [[nodiscard]] const PartIds& viewIds() const override { return m_source->viewIds(); }
    [[nodiscard]] Run::State state() const override { return m_source->state(); }
    [[nodiscard]] QString failure() const override { return m_source->failure(); }
    [[nodiscard]] Nanoseconds now() const override { return m_source->now(); }
    [[nodiscard]] ProcessSettings* settings() override { return m_source->settings(); }
    [[nodiscard]] RunControl* control() override { return m_source->control(); }
    [[nodiscard]] std::vector<DescriptorEnd> descriptorEnds(std::uint32_t process) const override {
        return m_source->descriptorEnds(process);
    }

private:
    void relay();

    RunSource* m_source;
};

}  // namespace ipclab
