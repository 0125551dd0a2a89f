#include "inspect/field_form.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "bridge/icons.h"
#include "inspect/field_input.h"
#include "inspect/field_words.h"
#include "inspect/plain_text.h"
#include "plot/plain_tip.h"
#include "runs/said.h"

namespace ipclab {
namespace {

using Json = nlohmann::ordered_json;

enum GridColumn { NameColumn, InputColumn, ResetColumn };

// "capacity/bytes" in an object of objects.
Json valueAt(const Json& object, std::string_view way) {
    const std::string token(way.substr(0, way.find('/')));
    if (!object.is_object() || !object.contains(token)) return {};
    return token.size() == way.size() ? object.at(token) : valueAt(object.at(token), way.substr(token.size() + 1));
}

bool isAt(const std::string& pointer, const std::string& field) {
    return pointer.starts_with("/" + field) && (pointer.size() == field.size() + 1 || pointer[field.size() + 1] == '/');
}

QString marked(const Problem& problem) {
    const QString text = said(problem.message);
    return problem.severity == Severity::Warning ? QStringLiteral("⚠ ") + text : text;
}

}  // namespace

struct FieldForm::Row {
    const FieldInfo& field;
    QLabel* name;
    FieldInput* input;
    QToolButton* reset;
    QLabel* problem;
    bool shown = false;
    bool set = false;
    QString refusal{};  // of what is typed
    QString found{};    // by validation
    bool warns = false;
};

// A heading that folds what is below it.
struct FieldForm::Section {
    QToolButton* heading = nullptr;
    bool open = false;
};

FieldForm::FieldForm(Editor& editor, Elsewhere elsewhere, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_elsewhere(std::move(elsewhere)), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnMinimumWidth(NameColumn, 92);
    m_grid->setColumnMinimumWidth(ResetColumn, 24);  // the fields stand below one another, with one or without
    m_grid->setColumnStretch(NameColumn, 3);
    m_grid->setColumnStretch(InputColumn, 4);  // names may take two lines, what is chosen has one
}

FieldForm::~FieldForm() = default;

std::string FieldForm::before() const { return m_end ? pathOf(*m_end) + "/" : std::string(); }

void FieldForm::setPart(const Part& part) {
    finish();
    m_part = part;
    m_end.reset();
    setFields(fieldList(part.kind));
}

void FieldForm::setEnd(const EndOfLink& end) {
    m_part = {Part::Kind::Link, end.link};
    m_end = end;
    setFields(endFieldList());
}

void FieldForm::setFields(std::span<const FieldInfo> fields) {
    if (m_fields.data() != fields.data()) {
        m_fields = fields;
        m_rows.clear();
        m_sections.clear();
        qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
        m_nextRow = 0;
        for (std::size_t i = 0; i < kFieldSections; ++i) {
            const auto section = static_cast<FieldSection>(i);
            for (const FieldInfo& field : fields) {
                if (field.section != section) continue;
                if (section != FieldSection::Main && !m_sections.contains(section)) addSection(section);
                addRow(field);
            }
        }
        retranslate();
    }
    for (const auto& row : m_rows) {
        row->input->forget();
        row->refusal.clear();
    }
}

void FieldForm::addRow(const FieldInfo& field) {
    auto* name = new QLabel(this);
    auto* input = FieldInput::make(field, this);
    auto* reset = new QToolButton(this);
    auto* problem = new QLabel(this);
    m_rows.push_back(std::unique_ptr<Row>(new Row{field, name, input, reset, problem}));
    Row& row = *m_rows.back();
    name->setWordWrap(true);
    name->setBuddy(input->field());
    reset->setProperty("kind", QStringLiteral("small"));
    reset->setText(QStringLiteral("↺"));
    reset->setFixedSize(24, 24);
    problem->setWordWrap(true);
    problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem->setFocusPolicy(Qt::NoFocus);
    placeRow(row);
    for (QWidget* widget : std::initializer_list<QWidget*>{name, input, reset, problem}) widget->hide();
    connect(input, &FieldInput::entered, this, [this, &row](const Json& value) { enter(row, value); });
    connect(input, &FieldInput::returned, this, [this, &row] {
        row.refusal.clear();
        showProblem(row);
        emit settled();
    });
    connect(reset, &QToolButton::clicked, this, [this, &row] {
        row.input->forget();
        enter(row, nullptr);
        row.input->field()->setFocus();
    });
}

void FieldForm::placeRow(const Row& row) {
    const int at = m_nextRow;
    if (row.input->isWide()) {
        const bool named = row.input->takesName(QString());
        m_grid->addWidget(row.name, at, NameColumn, 1, 2);
        m_grid->addWidget(row.input, named ? at : at + 1, NameColumn, 1, 2);
    } else {
        m_grid->addWidget(row.name, at, NameColumn);
        m_grid->addWidget(row.input, at, InputColumn);
    }
    m_grid->addWidget(row.reset, at, ResetColumn, row.input->isWide() ? Qt::AlignTop : Qt::AlignVCenter);
    m_grid->addWidget(row.problem, at + 2, NameColumn, 1, 3);
    m_nextRow += 3;
}

void FieldForm::addSection(FieldSection which) {
    auto* heading = new QToolButton(this);
    heading->setProperty("kind", QStringLiteral("fold"));
    heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading->setCheckable(true);
    heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_grid->addWidget(heading, m_nextRow++, NameColumn, 1, 3);
    auto section = std::make_unique<Section>();
    section->heading = heading;
    connect(heading, &QToolButton::toggled, this, [this, at = section.get()](bool open) {
        at->open = open;
        showSections();
    });
    m_sections.emplace(which, std::move(section));
}

// A field may be left after its part has gone.
bool FieldForm::isThere() const {
    const Document& document = m_editor.document();
    if (m_part.kind == Part::Kind::None) return true;
    if (!document.ids().indexOf(m_part)) return false;
    if (!m_end) return true;
    const LinkSpec& link = *document.link(m_part.id);
    return m_end->index < (m_end->side == LinkSide::From ? link.senders : link.receivers).size();
}

void FieldForm::enter(Row& row, const Json& value) {
    if (!isThere()) return;
    const auto problem =
        m_editor.enterField(m_part, before() + row.field.name, value, tr("Change %1").arg(FieldWords::label(row.field)));
    row.refusal = problem ? marked(*problem) : QString();
    if (!problem) row.input->forget();
    showProblem(row);
}

bool FieldForm::isShown(const FieldInfo& field, const Json& value) const {
    if (m_elsewhere && m_elsewhere(field.name)) return false;
    if (!value.is_null()) return true;
    return m_end ? concerns(m_editor.document(), *m_end, field.name)
                 : concerns(m_editor.document(), m_part, field.name);
}

void FieldForm::refresh(const std::vector<Problem>& problems) {
    const Document& document = m_editor.document();
    const Json values = m_end ? fieldsOf(document, *m_end) : fieldsOf(document, m_part);
    std::vector<const Problem*> open;
    for (const Problem& problem : problems) open.push_back(&problem);
    for (const auto& row : m_rows) showRow(*row, values, open);
    m_leftOver.clear();
    for (const Problem* problem : open) m_leftOver.push_back(*problem);
    showSections();
}

void FieldForm::showRow(Row& row, const Json& values, std::vector<const Problem*>& problems) {
    const Document& document = m_editor.document();
    const Json value = valueAt(values, row.field.name);
    row.shown = isShown(row.field, value);
    row.set = !value.is_null();
    row.found.clear();
    if (!row.shown) return;
    row.warns = true;
    std::erase_if(problems, [&](const Problem* problem) {
        if (!isAt(problem->pointer, row.field.name)) return false;
        row.found += (row.found.isEmpty() ? QString() : QStringLiteral("\n")) + marked(*problem);
        row.warns = row.warns && problem->severity == Severity::Warning;
        return true;
    });
    row.input->setChoices(FieldWords::choices(row.field, document, m_part));
    row.input->setValue(value, m_editor.usualOf(m_part, row.field));
    tip(row);
}

void FieldForm::showProblem(Row& row) {
    const QString text = row.refusal.isEmpty() ? row.found : row.refusal;
    const QString kind = row.refusal.isEmpty() && row.warns ? QStringLiteral("muted") : QStringLiteral("alarm");
    if (row.problem->property("kind") != kind) {
        row.problem->setProperty("kind", kind);
        row.problem->style()->unpolish(row.problem);
        row.problem->style()->polish(row.problem);
    }
    if (row.problem->text() != text) row.problem->setText(text);
    row.input->field()->setAccessibleDescription(text);
    row.problem->setVisible(!text.isEmpty() && row.input->isVisibleTo(this));
}

// A folded section opens by itself where something in it is wrong.
void FieldForm::showSections() {
    for (const auto& [which, section] : m_sections) {
        bool any = false, wrong = false;
        for (const auto& row : m_rows) {
            if (row->field.section != which || !row->shown) continue;
            any = true;
            wrong = wrong || !row->found.isEmpty() || !row->refusal.isEmpty();
        }
        section->heading->setVisible(any);
        if (wrong) section->open = true;
        const QSignalBlocker quiet(section->heading);
        section->heading->setChecked(section->open);
        section->heading->setArrowType(section->open ? Qt::DownArrow : Qt::RightArrow);
    }
    for (const auto& row : m_rows) {
        const auto section = m_sections.find(row->field.section);
        const bool visible = row->shown && (section == m_sections.end() || section->second->open);
        const bool named = row->input->isWide() && row->input->takesName(FieldWords::label(row->field));
        row->name->setVisible(visible && !named);
        row->input->setVisible(visible);
        row->reset->setVisible(visible && row->set && !row->field.required);
        showProblem(*row);
    }
}

void FieldForm::name(Row& row) {
    const QString label = FieldWords::label(row.field);
    row.name->setText(label);
    row.input->takesName(label);
    row.input->field()->setAccessibleName(label);
    row.name->setToolTip(FieldWords::tip(row.field));
    tip(row);
    const QString reset = tr("Set %1 back to what is usual").arg(label);
    row.reset->setToolTip(reset);
    row.reset->setAccessibleName(reset);
}

// With what has no room in the field.
void FieldForm::tip(const Row& row) {
    const QString whole = row.input->whole();
    const QString first = whole.isEmpty() ? QString() : QStringLiteral("<p><b>%1</b></p>").arg(markupText(whole));
    const QString tip = first + FieldWords::tip(row.field);
    if (row.input->field()->toolTip() != tip) row.input->field()->setToolTip(tip);
}

void FieldForm::retranslate() {
    for (const auto& row : m_rows) name(*row);
    for (const auto& [which, section] : m_sections) {
        section->heading->setText(FieldWords::sectionTitle(which));
        section->heading->setToolTip(tr("Shows or hides these fields"));
        section->heading->setAccessibleName(FieldWords::sectionTitle(which));
    }
}

void FieldForm::finish() {
    for (const auto& row : m_rows) {
        if (row->shown && row->input->field()->hasFocus()) row->input->finish();
    }
}

std::optional<RefusedInput> FieldForm::refused() const {
    for (const auto& row : m_rows) {
        if (!row->refusal.isEmpty() && row->input->isVisible())
            return RefusedInput{FieldWords::label(row->field), row->refusal, row->input->field()};
    }
    return std::nullopt;
}

FieldInput* FieldForm::input(std::string_view field) const {
    const auto row = std::ranges::find_if(m_rows, [&](const auto& one) { return one->field.name == field; });
    return row == m_rows.end() ? nullptr : (*row)->input;
}

QLabel* FieldForm::problemLabel(std::string_view field) const {
    const auto row = std::ranges::find_if(m_rows, [&](const auto& one) { return one->field.name == field; });
    return row == m_rows.end() ? nullptr : (*row)->problem;
}

QToolButton* FieldForm::resetButton(std::string_view field) const {
    const auto row = std::ranges::find_if(m_rows, [&](const auto& one) { return one->field.name == field; });
    return row == m_rows.end() ? nullptr : (*row)->reset;
}

QToolButton* FieldForm::sectionButton(FieldSection section) const {
    const auto found = m_sections.find(section);
    return found == m_sections.end() ? nullptr : found->second->heading;
}

}  // namespace ipclab
