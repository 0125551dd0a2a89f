// The fields of one part, or of one end of a link, to be edited: those that concern it, or are set though they do not.
// What a field refuses, and what validation has against it, stands under the field.
#pragma once

#include <QWidget>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "bridge/editor.h"
#include "document/field_list.h"
#include "inspect/refused_input.h"

class QGridLayout;
class QLabel;
class QToolButton;

namespace ipclab {

class FieldInput;

class FieldForm : public QWidget {
    Q_OBJECT
public:
    // Has none of the fields that are edited elsewhere.
    using Elsewhere = std::function<bool(std::string_view field)>;

    FieldForm(Editor& editor, Elsewhere elsewhere, QWidget* parent = nullptr);
    ~FieldForm() override;

    // What was typed for the last one and not taken is forgotten. The part is in the document.
    void setPart(const Part& part);
    void setEnd(const EndOfLink& end);
    // As the document has it; problems: those of the part, their pointers begin there.
    void refresh(const std::vector<Problem>& problems);
    void retranslate();
    // What is being typed counts as entered.
    void finish();
    // The first that is seen with something typed that is not taken.
    [[nodiscard]] std::optional<RefusedInput> refused() const;

    // Of the last refresh: what has no field here to stand under.
    [[nodiscard]] const std::vector<Problem>& leftOver() const { return m_leftOver; }
    [[nodiscard]] FieldInput* input(std::string_view field) const;
    [[nodiscard]] QLabel* problemLabel(std::string_view field) const;
    [[nodiscard]] QToolButton* resetButton(std::string_view field) const;
    [[nodiscard]] QToolButton* sectionButton(FieldSection section) const;

signals:
    // What a field has refused is typed there no more.
    void settled();

private:
    struct Row;
    struct Section;
    void setFields(std::span<const FieldInfo> fields);
    void addRow(const FieldInfo& field);
    void placeRow(const Row& row);
    void addSection(FieldSection which);
    void enter(Row& row, const nlohmann::ordered_json& value);
    void showRow(Row& row, const nlohmann::ordered_json& values, std::vector<const Problem*>& problems);
    void showProblem(Row& row);
    void showSections();
    void name(Row& row);
    static void tip(const Row& row);
    [[nodiscard]] bool isShown(const FieldInfo& field, const nlohmann::ordered_json& value) const;
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] std::string before() const;

    Editor& m_editor;
    Elsewhere m_elsewhere;
    Part m_part;
    std::optional<EndOfLink> m_end;
    std::span<const FieldInfo> m_fields;
    std::vector<std::unique_ptr<Row>> m_rows;
    std::map<FieldSection, std::unique_ptr<Section>> m_sections;
    std::vector<Problem> m_leftOver;
    QGridLayout* m_grid;
    int m_nextRow = 0;  // of the grid
};

}  // namespace ipclab
