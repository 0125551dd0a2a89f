#include "bridge/editor.h"

#include <QDeadlineTimer>
#include <QUndoCommand>
#include <cassert>

#include <nlohmann/json.hpp>

#include "document/field_list.h"
#include "results/words.h"
#include "runs/preview_source.h"

namespace ipclab {

namespace {

// Values of one knob that come one after the other so soon are one edit.
constexpr int kOneTurnMs = 1000;

std::string pointerTo(const Part& part, std::size_t index) {
    switch (part.kind) {
        case Part::Kind::Process:
            return "/processes/" + std::to_string(index);
        case Part::Kind::Link:
            return "/links/" + std::to_string(index);
        case Part::Kind::Shared:
            return "/shared/" + std::to_string(index);
        case Part::Kind::Step:
            return "/steps/" + std::to_string(index);
        case Part::Kind::None:
            break;
    }
    return {};
}

bool isOfAPart(const std::string& pointer) {
    return pointer.starts_with("/processes/") || pointer.starts_with("/links/") || pointer.starts_with("/shared/") ||
           pointer.starts_with("/steps/");
}

}  // namespace

// Made when its edit has been applied already: the first redo() does nothing.
class Editor::Command : public QUndoCommand {
public:
    Command(Editor& editor, const QString& what, Edit edit, Edit undo, QByteArray control)
        : QUndoCommand(what),
          m_editor(editor),
          m_edit(std::move(edit)),
          m_undo(std::move(undo)),
          m_control(std::move(control)),
          m_turn(kOneTurnMs) {}

    void undo() override { m_editor.replay(m_undo); }
    void redo() override {
        if (std::exchange(m_done, true)) m_editor.replay(m_edit);
    }
    [[nodiscard]] int id() const override { return m_control.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const Command&>(*other);
        if (next.m_control != m_control || next.m_edit.touched() != m_edit.touched() || m_turn.hasExpired())
            return false;
        m_edit = next.m_edit;  // it sets the same part whole
        m_turn.setRemainingTime(kOneTurnMs);
        return true;
    }

private:
    Editor& m_editor;
    Edit m_edit, m_undo;
    QByteArray m_control;
    QDeadlineTimer m_turn;
    bool m_done = false;
};

Editor::Editor(QObject* parent) : QObject(parent) {}
Editor::~Editor() = default;

void Editor::open(PreviewSource& source) {
    if (m_source != nullptr) disconnect(m_source, nullptr, this, nullptr);
    m_revision.reset();
    m_source = &source;
    m_stack.clear();
    m_behind = false;
    connect(m_source, &RunSource::viewAboutToChange, this, [this] {
        static_cast<void>(problems());
        m_behind = true;
    });
    connect(m_source, &PreviewSource::edited, this, &Editor::take);
    emit edited();
}

const Document& Editor::document() const {
    assert(m_source != nullptr);
    return m_source->document();
}

void Editor::apply(const Edit& edit, const QString& what) {
    if (edit.isEmpty()) return;
    m_what = what;
    m_source->apply(edit);
    m_what.clear();
}

std::optional<Problem> Editor::setField(const Part& part, std::string_view field, const nlohmann::ordered_json& value,
                                        const QString& what) {
    FieldEdit result = ipclab::setField(document(), part, field, value);
    if (!result.problem) apply(result.edit, what);
    return std::move(result.problem);
}

std::optional<Problem> Editor::enterField(const Part& part, std::string_view field,
                                          const nlohmann::ordered_json& value, const QString& what) {
    auto problem = setField(part, field, value, what);
    if (!problem) emit entered(part, std::string(field));
    return problem;
}

void Editor::revert() {
    m_what = tr("Revert");
    m_source->revert();
    m_what.clear();
}

void Editor::setSaved() {
    m_source->setSaved();
    m_stack.setClean();
}

// While an edit is told of, views may ask before it has come here: they hear what was, and of the edit in a moment.
nlohmann::ordered_json Editor::usualOf(const Part& part, const FieldInfo& field) const {
    if (part.kind == Part::Kind::None && field.name == "observe") return id(m_usualObserve);
    if (part.kind == Part::Kind::None && field.name == "sample_hz") return m_usualSampleHz;
    return usualValue(document(), part, field);
}

void Editor::setUsual(ObserveLevel observe, double sampleHz) {
    m_usualObserve = observe;
    m_usualSampleHz = sampleHz;
    emit usualChanged();
}

std::vector<Problem> Editor::problems() {
    if (m_behind) return m_known;
    if (m_revision == nullptr) m_revision = std::make_unique<Revision>(document());
    return m_known = m_revision->problems();
}

std::vector<Problem> Editor::problemsOf(const Part& part) {
    std::vector<Problem> of;
    const auto index = part.kind == Part::Kind::None ? 0 : document().ids().indexOf(part);
    if (!index) return of;
    const std::string pointer = pointerTo(part, *index);
    for (Problem& problem : problems()) {
        const bool whole = part.kind == Part::Kind::None && !isOfAPart(problem.pointer);
        const bool inside = part.kind != Part::Kind::None && problem.pointer.starts_with(pointer) &&
                            (problem.pointer.size() == pointer.size() || problem.pointer[pointer.size()] == '/');
        if (!whole && !inside) continue;
        problem.pointer.erase(0, pointer.size());
        of.push_back(std::move(problem));
    }
    return of;
}

// The document has taken it: from here, from a knob, or from an undo.
void Editor::take(const Edit& edit, const Edit& undo, const QByteArray& control) {
    m_behind = false;
    if (m_revision != nullptr) m_revision->update(edit);
    if (!m_replaying) {
        const QString what = m_what.isEmpty() ? tr("Change %1").arg(QString::fromUtf8(control)) : m_what;
        m_stack.push(new Command(*this, what, edit, undo, control));
    }
    emit edited();
}

void Editor::replay(const Edit& edit) {
    m_replaying = true;
    m_source->apply(edit);
    m_replaying = false;
}

}  // namespace ipclab
