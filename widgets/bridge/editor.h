// What may be done to the document that is open: every edit of canvas, inspector and menus goes through here, can be
// undone and redone, and is checked as `ipclab check` would check it. Turning a knob is one edit, however many values
// it passes.
//
// GUI thread only.
#pragma once

#include <QObject>
#include <QUndoStack>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/edits.h"
#include "document/revision.h"

namespace ipclab {

class PreviewSource;
struct FieldInfo;

class Editor : public QObject {
    Q_OBJECT
public:
    explicit Editor(QObject* parent = nullptr);
    ~Editor() override;

    // Another document: what was done to the former one is forgotten.
    void open(PreviewSource& source);

    [[nodiscard]] const Document& document() const;
    // Of everything since the document was opened. Clean: as it was opened or saved last.
    [[nodiscard]] QUndoStack& undoStack() { return m_stack; }

    // what: as it stands behind "Undo", "Add a process". An edit that changes nothing is none.
    void apply(const Edit& edit, const QString& what);
    // As setField() of document/edits.h; the problem is for the field that was to be set, which keeps its value.
    std::optional<Problem> setField(const Part& part, std::string_view field, const nlohmann::ordered_json& value,
                                    const QString& what);
    // The same, where a person has typed or chosen the value in the field: entered() tells of it.
    std::optional<Problem> enterField(const Part& part, std::string_view field, const nlohmann::ordered_json& value,
                                      const QString& what);
    // Back to how it was opened or saved last, which can be undone.
    void revert();
    // It has been saved as it is.
    void setSaved();

    // What holds in this part where the document does not say, as document/field_list.h has it; of the experiment what
    // its user has chosen.
    [[nodiscard]] nlohmann::ordered_json usualOf(const Part& part, const FieldInfo& field) const;
    void setUsual(ObserveLevel observe, double sampleHz);

    // Of the document as it is now, in the order of `check`.
    [[nodiscard]] std::vector<Problem> problems();
    // Those of a part; their pointers begin at the part ("/rate_per_s").
    [[nodiscard]] std::vector<Problem> problemsOf(const Part& part);

signals:
    // The document, and what is wrong with it, may be another: after an edit, an undo, a redo, an opening.
    void edited();
    void usualChanged();
    // A field has taken what a person has typed or chosen in it.
    void entered(const ipclab::Part& part, const std::string& field);

private:
    class Command;
    void take(const Edit& edit, const Edit& undo, const QByteArray& control);
    void replay(const Edit& edit);

    PreviewSource* m_source = nullptr;
    std::unique_ptr<Revision> m_revision;  // made when it is first asked
    QUndoStack m_stack;
    QString m_what;  // of the edit that is being applied
    std::vector<Problem> m_known;
    ObserveLevel m_usualObserve = kUsualObserve;
    double m_usualSampleHz = kUsualSampleHz;
    bool m_behind = false;     // the document has taken an edit that has not come here yet
    bool m_replaying = false;  // an undo or redo is what changes the document
};

}  // namespace ipclab
