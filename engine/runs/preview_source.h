// The document that is open, shown as a run of it would be before anything was measured: what it says is the settings
// of the next run.
#pragma once

#include <QByteArray>
#include <optional>

#include "document/document.h"
#include "runs/run_control.h"
#include "runs/run_source.h"

namespace ipclab {

class PreviewSource : public RunSource, private ProcessSettings {
    Q_OBJECT
public:
    explicit PreviewSource(Experiment experiment, QObject* parent = nullptr);

    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] const Experiment& experiment() const override { return m_document.experiment(); }
    [[nodiscard]] const RunData& view() const override { return m_view; }
    [[nodiscard]] const PartIds& ids() const override { return m_document.ids(); }
    [[nodiscard]] const PartIds& viewIds() const override { return m_viewIds; }
    [[nodiscard]] Run::State state() const override { return Run::State::Idle; }
    [[nodiscard]] ProcessSettings* settings() override { return this; }

    // Does it to the document, and returns what undoes it (document/edits.h makes them).
    Edit apply(const Edit& edit);
    // True once anything differs from the document as it was opened, or saved.
    [[nodiscard]] bool isEdited() const { return experiment() != m_opened.experiment(); }
    // As it is now it is what revert() goes back to.
    void setSaved() { m_opened = m_document; }
    void revert();
    void setDuration(std::optional<Nanoseconds> duration);
    // usual: what holds here where the document does not say.
    void setObserve(ObserveLevel level, ObserveLevel usual = kUsualObserve);

signals:
    // The document has taken an edit, and what undoes it. control: the field of the file that one of the setters has
    // set, so that turning a knob is one edit and not twenty; else empty.
    void edited(const ipclab::Edit& edit, const ipclab::Edit& undo, const QByteArray& control);

private:
    [[nodiscard]] const ProgramSettings& program(std::uint32_t process) const override;
    [[nodiscard]] int nice(std::uint32_t process) const override;
    [[nodiscard]] const std::vector<unsigned>& cpus(std::uint32_t process) const override;
    void setRate(std::uint32_t process, double messagesPerSecond) override;
    void setWork(std::uint32_t process, Nanoseconds workNs) override;
    void setMessageBytes(std::uint32_t process, std::uint32_t bytes) override;
    void setNetwork(std::uint32_t process, const NetworkConditions& conditions) override;
    void setNice(std::uint32_t process, int nice) override;
    void setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) override;

    template <typename Change>
    void set(std::uint32_t process, const char* field, Change change);
    template <typename Change>
    void replaceView(Change change);
    void changeHead(const Experiment& head, const char* field);
    Edit move(const Edit& edit);
    // What the document says of a process of the view: of equal ones the same.
    [[nodiscard]] const ProcessSpec& specOf(std::uint32_t process) const;

    Document m_document;
    Document m_opened;
    RunData m_view;
    PartIds m_viewIds;
};

}  // namespace ipclab
