#include "canvas/canvas_editing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include "bridge/words.h"
#include "canvas/canvas_places.h"
#include "canvas/new_process.h"
#include "document/fragment_text.h"
#include "document/groups.h"
#include "runs/said.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

// What a program takes up, in half lines: what would cover another stands below it.
constexpr int kWide = 24, kHigh = 11;

QString linesOf(const std::vector<Problem>& problems) {
    constexpr std::size_t kMost = 4;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(problems.size(), kMost); ++i) {
        const Problem& problem = problems[i];
        const QString where = problem.line == 0 ? QString() : CanvasEditing::tr("Line %1: ").arg(problem.line);
        lines << where + said(problem.message);
    }
    if (problems.size() > kMost) lines << QStringLiteral("…");
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

CanvasEditing::CanvasEditing(CanvasView& view, Editor& editor, QObject* parent)
    : QObject(parent), m_view(view), m_editor(editor) {
    view.setEditable(true);
    connect(&editor, &Editor::edited, this, &CanvasEditing::documentEdited);
    documentEdited();
}

// Several edits may come at once; what is wrong is asked when they are done.
void CanvasEditing::documentEdited() {
    noteMechanism();
    if (std::exchange(m_problemsDue, true)) return;
    QMetaObject::invokeMethod(this, &CanvasEditing::showProblems, Qt::QueuedConnection);
}

void CanvasEditing::noteMechanism() {
    const Document& document = m_editor.document();
    std::map<PartId, std::string> now;
    for (const PartId id : document.ids().of(Kind::Link)) {
        const std::string& mechanism = document.link(id)->mechanism;
        const auto before = m_mechanisms.find(id);
        if (before != m_mechanisms.end() && before->second != mechanism) m_mechanism = mechanism;
        now.emplace(id, mechanism);
    }
    m_mechanisms = std::move(now);
}

void CanvasEditing::showProblems() {
    m_problemsDue = false;
    std::map<Selection, PartProblems> marks;
    const PartIds& ids = m_editor.document().ids();
    for (const Problem& problem : m_editor.problems()) {
        for (const auto& [list, kind] : {std::pair("/processes/", Kind::Process), std::pair("/links/", Kind::Link)}) {
            const std::string_view start(list);
            if (!problem.pointer.starts_with(start)) continue;
            const std::size_t index = std::strtoul(problem.pointer.c_str() + start.size(), nullptr, 10);
            if (index >= ids.of(kind).size()) continue;
            PartProblems& of = marks[ids.at(kind, index)];
            of.isGrave = of.isGrave || problem.severity != Severity::Warning;
            of.sentences << said(problem.message);
        }
    }
    m_view.setProblems(std::move(marks));
}

Arranged CanvasEditing::arranged() const { return {m_editor.document(), m_view.arrangement(), m_view.metrics()}; }

bool CanvasEditing::isPlacedByHand() const { return ipclab::isPlacedByHand(m_editor.document().experiment()); }

// --- adding -----------------------------------------------------------------------------------------------------

void CanvasEditing::addProgram(std::string_view programId, std::optional<QPointF> at) {
    auto process = newProcess(programId);
    if (!process) return;
    const QString what = tr("Add %1").arg(Words::program(programId));
    Edit edit;
    if (at && !m_view.showsTiles()) {
        edit = placeParts(arranged(), {});  // the others stay where they are
        process->place = placeAt(m_view.toLayout(*at), m_view.arrangement(), m_view.metrics());
    }
    edit.then(ipclab::paste(m_editor.document(), Fragment{{std::move(*process)}, {}, {}, {}}));
    m_editor.apply(edit, what);
    selectInserted(edit);
}

void CanvasEditing::selectInserted(const Edit& edit) {
    std::vector<Selection> parts;
    for (const Change& change : edit.changes) {
        const auto* insert = std::get_if<InsertPart>(&change);
        const bool isShown =
            insert != nullptr && (insert->part.kind == Kind::Process || insert->part.kind == Kind::Link);
        if (isShown) parts.push_back(insert->part);
    }
    // A program last, so that it is the one that is looked at.
    std::ranges::stable_partition(parts, [](const Selection& part) { return part.kind == Kind::Link; });
    if (!parts.empty()) m_view.setSelected(std::move(parts));
}

std::unique_ptr<LinkProposals> CanvasEditing::proposals() const {
    return std::make_unique<LinkProposals>(m_editor.document(), m_mechanism);
}

void CanvasEditing::link(const LinkProposal& proposal) {
    if (proposal.edit.isEmpty()) return;
    if (proposal.mechanism.empty()) return m_editor.apply(proposal.edit, tr("Add an end"));
    m_editor.apply(proposal.edit, tr("Draw a link"));
    selectInserted(proposal.edit);
}

// --- copying ----------------------------------------------------------------------------------------------------

QString CanvasEditing::copiedText() const {
    return QString::fromStdString(writeFragment(copyOf(m_editor.document(), m_view.selected())));
}

void CanvasEditing::copySelected() {
    if (hasSelection()) QGuiApplication::clipboard()->setText(copiedText());
}

void CanvasEditing::cutSelected() {
    if (!hasSelection()) return;
    copySelected();
    m_editor.apply(removal(), tr("Cut"));
}

void CanvasEditing::paste() { pasteText(QGuiApplication::clipboard()->text()); }

bool CanvasEditing::pasteText(const QString& text) {
    const QString what = tr("This cannot be pasted as parts of an experiment.");
    if (text.trimmed().isEmpty()) {
        emit refused(what, tr("The clipboard holds no text. Copy parts of the canvas, or of a file."));
        return false;
    }
    ReadFragment read = readFragment(text.toStdString());
    if (worst(read.problems) == Severity::Error) {
        emit refused(what, linesOf(read.problems));
        return false;
    }
    insert(std::move(read.fragment), tr("Paste"));
    return true;
}

void CanvasEditing::duplicateSelected() {
    if (hasSelection()) insert(copyOf(m_editor.document(), m_view.selected()), tr("Duplicate"));
}

void CanvasEditing::insert(Fragment fragment, const QString& what) {
    settle(fragment);
    const Edit edit = ipclab::paste(m_editor.document(), std::move(fragment));
    m_editor.apply(edit, what);
    selectInserted(edit);
}

// Places of their own beside what is there; none where nothing else has one.
void CanvasEditing::settle(Fragment& fragment) const {
    const Experiment& experiment = m_editor.document().experiment();
    const bool byHand = experiment.processes.empty() || isPlacedByHand();
    const auto covers = [](const CanvasPlace& a, const CanvasPlace& b) {
        return std::abs(a.x - b.x) < kWide && std::abs(a.y - b.y) < kHigh;
    };
    const auto isTaken = [&](const CanvasPlace& place) {
        return std::ranges::any_of(experiment.processes,
                                   [&](const ProcessSpec& one) { return one.place && covers(*one.place, place); });
    };
    int down = 0;
    while (std::ranges::any_of(fragment.processes, [&](const ProcessSpec& one) {
        return one.place && isTaken({one.place->x, one.place->y + down});
    }))
        down += kHigh;
    const auto move = [&](std::optional<CanvasPlace>& place) {
        if (place) place = byHand ? std::optional(CanvasPlace{place->x, place->y + down}) : std::nullopt;
    };
    for (ProcessSpec& process : fragment.processes) move(process.place);
    for (LinkSpec& link : fragment.links) move(link.place);
}

// --- removing, selecting, arranging -----------------------------------------------------------------------------

// Each from what the others have left.
Edit CanvasEditing::removal() const {
    Document left = m_editor.document();
    Edit all;
    for (const Part& part : m_view.selected()) {
        if (!left.ids().indexOf(part)) continue;
        Edit one = removePart(left, part);
        left.apply(one);
        all.then(std::move(one));
    }
    return all;
}

void CanvasEditing::removeSelected() {
    if (hasSelection()) m_editor.apply(removal(), tr("Delete"));
}

void CanvasEditing::selectAll() {
    std::vector<Selection> all;
    for (const Kind kind : {Kind::Link, Kind::Process}) {
        for (const PartId id : m_editor.document().ids().of(kind)) all.push_back({kind, id});
    }
    m_view.setSelected(std::move(all));
}

// --- groups -----------------------------------------------------------------------------------------------------

std::optional<std::uint32_t> CanvasEditing::copies() const {
    const std::vector<Selection>& parts = m_view.selected();
    const bool one = parts.size() == 1 && parts.front().kind == Kind::Process;
    const ProcessSpec* process = one ? m_editor.document().process(parts.front().id) : nullptr;
    return process == nullptr ? std::nullopt : std::optional(process->copies);
}

void CanvasEditing::setCopies(std::uint32_t copies) {
    if (!this->copies()) return;
    ProcessSpec process = *m_editor.document().process(m_view.selection().id);
    const QString what = process.copies == 1 ? tr("Make a group") : tr("Change a group");
    process.copies = copies;
    m_editor.apply(replacePart(m_editor.document(), m_view.selection(), std::move(process)), what);
}

void CanvasEditing::ungroupSelected() {
    if (copies().value_or(1) == 1) return;
    const Selection first = m_view.selection();
    const Edit edit = ungroup(m_editor.document(), first.id);
    m_editor.apply(edit, tr("Ungroup"));
    std::vector<Selection> members{first};
    for (const Change& change : edit.changes) {
        const auto* inserted = std::get_if<InsertPart>(&change);
        if (inserted != nullptr && inserted->part.kind == Kind::Process) members.push_back(inserted->part);
    }
    m_view.setSelected(std::move(members));
}

void CanvasEditing::moveSelected(const QPointF& byInLayout) {
    if (!m_view.showsTiles()) m_editor.apply(moveParts(arranged(), m_view.selected(), byInLayout), tr("Move"));
}

void CanvasEditing::align(Alignment alignment) {
    if (!m_view.showsTiles()) m_editor.apply(alignParts(arranged(), m_view.selected(), alignment), tr("Align"));
}

void CanvasEditing::arrangeAutomatically() {
    m_editor.apply(ipclab::arrangeAutomatically(m_editor.document()), tr("Arrange automatically"));
}

}  // namespace ipclab
