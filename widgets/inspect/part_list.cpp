#include "inspect/part_list.h"

#include <nlohmann/json.hpp>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "bridge/words.h"
#include "inspect/field_words.h"
#include "inspect/plain_text.h"
#include "inspect/section.h"
#include "programs/registry.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kMostRows = 8;

QString settingsOf(const Document& document, const Part& part) {
    const auto fields = fieldsOf(document, part);
    QStringList settings;
    for (const FieldInfo& field : fieldList(Part::Kind::Step)) {
        const bool itself = field.required || field.kind.names != NameOf::Nothing;  // what it is done to
        if (!fields.contains(field.name) || itself) continue;
        const QString value = FieldWords::text(fields.at(field.name));
        const QString unit = text(field.kind.unit);
        settings << QStringLiteral("%1 %2%3").arg(
            translated("field", field.label), value,
            unit.startsWith(QLatin1Char('/')) || unit.isEmpty() ? unit : QLatin1Char(' ') + unit);
    }
    return settings.join(QStringLiteral(", "));
}

std::string freeName(const Experiment& experiment, std::string_view wanted) {
    for (int number = 1;; ++number) {
        const std::string name = number == 1 ? std::string(wanted) : std::string(wanted) + "-" + std::to_string(number);
        if (std::ranges::find(experiment.shared, name, &SharedSpec::name) == experiment.shared.end()) return name;
    }
}

// Of those that work on a shared object and have none yet; the kind is theirs.
SharedSpec newShared(const Experiment& experiment) {
    SharedSpec shared;
    shared.sync = "futex";
    std::optional<SharedKind> kind;
    for (const ProcessSpec& process : experiment.processes) {
        const Program* program = findProgram(process.program);
        const bool taken = std::ranges::any_of(experiment.shared, [&](const SharedSpec& other) {
            return std::ranges::find(other.processes, process.name) != other.processes.end();
        });
        if (program == nullptr || !program->info().shares || taken) continue;
        if (kind && kind != program->info().shares) continue;
        kind = program->info().shares;
        shared.processes.push_back(process.name);
    }
    shared.kind = kind.value_or(SharedKind::Counter);
    if (shared.processes.empty() && !experiment.processes.empty())
        shared.processes.push_back(experiment.processes.front().name);
    shared.name = freeName(experiment, "shared");
    return shared;
}

// After the last one, of its process.
Step newStep(const Experiment& experiment) {
    Step step;
    step.action = StepAction::Pause;
    if (!experiment.processes.empty()) step.process = experiment.processes.front().name;
    step.atNs = kNsPerSecond;
    for (const Step& other : experiment.steps) {
        if (other.atNs < step.atNs) continue;
        step.atNs = other.atNs + kNsPerSecond;
        step.process = other.process;
    }
    return step;
}

}  // namespace

QString partText(const Document& document, const Part& part) {
    if (part.kind == Part::Kind::Shared) return text(document.shared(part.id)->name);
    const Step& step = *document.step(part.id);
    const QString at = QLocale().toString(toSeconds(step.atNs), 'g', 6);
    const QString done = step.action == StepAction::Set
                             ? settingsOf(document, part)
                             : FieldWords::word(fieldsOf(document, part).at("do").get<std::string>());
    return PartList::tr("%1 s  %2: %3").arg(at, text(step.link.empty() ? step.process : step.link), done);
}

PartList::PartList(Editor* editor, Part::Kind kind, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_kind(kind),
      m_heading(sectionHeading(this)),
      m_list(new QListWidget(this)),
      m_add(new QPushButton(this)) {
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_list);
    column->addWidget(m_add);
    connect(m_list, &QListWidget::itemActivated, this, &PartList::choose);
    connect(m_list, &QListWidget::itemClicked, this, &PartList::choose);
    connect(m_add, &QPushButton::clicked, this, &PartList::add);
    setVisible(m_editor != nullptr);
    if (m_editor != nullptr)
        connect(m_editor, &Editor::edited, this, [this] {
            m_stale = true;
            refresh();
        });
    retranslate();
}

void PartList::retranslate() {
    const bool steps = m_kind == Part::Kind::Step;
    m_heading->setText(steps ? tr("Steps") : tr("Shared objects"));
    m_heading->setToolTip(steps ? tr("What is done to processes while it runs, at its time.")
                                : tr("What processes share in memory, and what synchronises them."));
    m_list->setAccessibleName(m_heading->text());
    m_list->setToolTip(tr("Return or a click opens its properties, Delete removes it."));
    m_add->setText(steps ? tr("Add step") : tr("Add object"));
    m_add->setAccessibleName(m_add->text());
    m_add->setToolTip(steps ? tr("Adds a step after the last one and opens its properties.")
                            : tr("Adds a shared object and opens its properties."));
    m_stale = true;
    refresh();
}

std::vector<Part> PartList::inOrder() const {
    const Document& document = m_editor->document();
    std::vector<Part> parts;
    for (const PartId id : document.ids().of(m_kind)) parts.push_back({m_kind, id});
    if (m_kind == Part::Kind::Step)
        std::ranges::stable_sort(parts, {}, [&](const Part& part) { return document.step(part.id)->atNs; });
    return parts;
}

std::optional<Part> PartList::current() const {
    const int row = m_list->currentRow();
    return row < 0 ? std::nullopt : std::optional(m_parts.at(static_cast<std::size_t>(row)));
}

void PartList::refresh() {
    if (m_editor == nullptr || !m_stale || !isVisible()) return;
    m_stale = false;
    const std::optional<Part> marked = current();
    const QSignalBlocker quiet(m_list);
    fill();
    const auto row = marked ? std::ranges::find(m_parts, *marked) : m_parts.end();
    m_list->setCurrentRow(row == m_parts.end() ? -1 : static_cast<int>(row - m_parts.begin()));
    m_list->setVisible(!m_parts.empty());
}

// The first one of each, by where it stands in the document.
std::map<std::string, std::string, std::less<>> PartList::problems() const {
    const std::string list = m_kind == Part::Kind::Step ? "/steps/" : "/shared/";
    std::map<std::string, std::string, std::less<>> first;
    for (const Problem& problem : m_editor->problems()) {
        if (!problem.pointer.starts_with(list)) continue;
        const std::string index = problem.pointer.substr(list.size());
        first.try_emplace(index.substr(0, index.find('/')), problem.message);
    }
    return first;
}

void PartList::fill() {
    m_parts = inOrder();
    m_list->clear();
    const auto first = problems();
    for (const Part& part : m_parts) {
        const QString text = partText(m_editor->document(), part);
        auto* item = new QListWidgetItem(text, m_list);
        item->setToolTip(text);
        const auto problem = first.find(std::to_string(m_editor->document().ids().indexOf(part).value()));
        if (problem == first.end()) continue;
        item->setText(QStringLiteral("⚠ ") + text);
        item->setToolTip(text + QLatin1Char('\n') + said(problem->second));
    }
    const int rows = std::min(m_list->count(), kMostRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), 18) + 2 * m_list->frameWidth() + 2);
}

void PartList::choose() {
    if (const auto part = current()) emit chosen(*part);
}

void PartList::add() {
    const Document& document = m_editor->document();
    const bool step = m_kind == Part::Kind::Step;
    const Part part = document.newPart(m_kind);
    const Element element = step ? Element(newStep(document.experiment())) : Element(newShared(document.experiment()));
    m_editor->apply(addPart(document, element), step ? tr("Add a step") : tr("Add a shared object"));
    emit chosen(part);
}

void PartList::remove() {
    const auto part = current();
    if (!part) return;
    const int row = m_list->currentRow();
    m_editor->apply(removePart(m_editor->document(), *part),
                    m_kind == Part::Kind::Step ? tr("Remove a step") : tr("Remove a shared object"));
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
}

void PartList::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

bool PartList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        remove();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace ipclab
