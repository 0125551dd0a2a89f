#include "inspect/call_steps_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "inspect/call_lanes.h"
#include "inspect/detail_table.h"
#include "inspect/step_bytes.h"
#include "models/figures.h"
#include "runs/said.h"

namespace ipclab {

CallStepsView::CallStepsView(const RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_pairBox(new QComboBox(this)),
      m_back(new QToolButton(this)),
      m_on(new QToolButton(this)),
      m_which(new QLabel(this)),
      m_lanes(new CallLanes(this)),
      m_table(new DetailTable(DetailTable::Sorting::Fixed, this)),
      m_bytes(new StepBytes(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_lanes);
    column->addWidget(makeBody(), 1);
    connect(m_lanes, &CallLanes::chosen, this, &CallStepsView::chooseStep);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!m_quiet && index.isValid()) chooseStep(static_cast<std::size_t>(index.row()));
    });
    connect(m_pairBox, &QComboBox::currentIndexChanged, this, [this] {
        if (m_quiet) return;
        m_held.reset();
        showCall();
    });
    connect(m_back, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { go(1); });
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        m_pairs.clear();
        m_held.reset();
    });
    connect(&source, &RunSource::viewChanged, this, &CallStepsView::refresh);
    connect(&source, &RunSource::figuresDue, this, &CallStepsView::refresh);
    retranslate();
}

QWidget* CallStepsView::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 4, 12, 0);
    row->setSpacing(6);
    m_back->setArrowType(Qt::LeftArrow);
    m_on->setArrowType(Qt::RightArrow);
    m_which->setTextFormat(Qt::PlainText);
    row->addWidget(m_pairBox);
    row->addWidget(m_back);
    row->addWidget(m_on);
    row->addWidget(m_which, 1);
    return head;
}

QWidget* CallStepsView::makeBody() {
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_bytes);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setHandleWidth(1);
    both->setChildrenCollapsible(false);
    both->addWidget(m_table);
    both->addWidget(scroll);
    both->setStretchFactor(0, 0);
    both->setStretchFactor(1, 1);
    both->setSizes({420, 500});
    return both;
}

void CallStepsView::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

void CallStepsView::retranslate() {
    m_back->setToolTip(tr("The call before."));
    m_on->setToolTip(tr("The next call; after the last one the newest is followed."));
    m_back->setAccessibleName(tr("Call before"));
    m_on->setAccessibleName(tr("Next call"));
    m_pairBox->setAccessibleName(tr("Client and server"));
    m_pairBox->setToolTip(tr("Whose call is shown"));
    m_table->rows()->setColumns({{QStringLiteral("#"), {}, true},
                                 {tr("By")},
                                 {tr("Step")},
                                 {tr("Begins"), tr("After the first step of the call began."), true},
                                 {tr("Takes"), {}, true},
                                 {tr("Bytes"), {}, true}});
    m_table->setElastic(2);
    m_table->setEmptyText(tr("Run it: the steps of the newest call appear here."));
    refresh();
}

const CallPair* CallStepsView::pair() const {
    const auto index = static_cast<std::size_t>(std::max(m_pairBox->currentIndex(), 0));
    return index < m_pairs.size() ? &m_pairs[index] : nullptr;
}

const TakenCall* CallStepsView::call() const {
    const CallPair* shown = pair();
    if (shown == nullptr) return nullptr;
    return &shown->calls[std::min(m_held.value_or(shown->calls.size()), shown->calls.size() - 1)];
}

QString CallStepsView::nameOf(std::uint32_t process) const {
    const auto& processes = m_source.view().experiment.processes;
    return process < processes.size() ? QString::fromStdString(processes[process].name) : QString();
}

void CallStepsView::refresh() {
    if (!m_shown) return;
    m_pairs = callPairs(m_source.view());
    fillPairs();
    showCall();
}

void CallStepsView::fillPairs() {
    QStringList names;
    for (const CallPair& each : m_pairs) names << nameOf(each.client) + QStringLiteral(" → ") + nameOf(each.server);
    QStringList shown;
    for (int i = 0; i < m_pairBox->count(); ++i) shown << m_pairBox->itemText(i);
    m_pairBox->setVisible(names.size() > 1);
    if (names == shown) return;
    m_quiet = true;
    const int chosen = std::max(m_pairBox->currentIndex(), 0);
    m_pairBox->clear();
    m_pairBox->addItems(names);
    m_pairBox->setCurrentIndex(std::min(chosen, m_pairBox->count() - 1));
    m_quiet = false;
}

void CallStepsView::showCall() {
    const TakenCall* shown = call();
    m_back->setEnabled(shown != nullptr);
    m_on->setEnabled(shown != nullptr && m_held.has_value());
    std::vector<DetailRow> rows;
    if (shown == nullptr) {
        m_which->clear();
        m_lanes->clear();
        m_bytes->clear();
        m_table->show(std::move(rows), false);
        return;
    }
    m_which->setText(m_held ? tr("call %1").arg(shown->number) : tr("call %1, the newest").arg(shown->number));
    for (std::size_t i = 0; i < shown->steps.size(); ++i) {
        const TakenStep& step = shown->steps[i];
        rows.push_back({QString::number(i + 1),
                        {{QString::number(i + 1)},
                         {nameOf(step.server ? pair()->server : pair()->client)},
                         {translated("fact", step.step)},
                         {i == 0 ? QStringLiteral("0") : durationText(step.beginNs - shown->steps.front().beginNs)},
                         {durationText(step.endNs - step.beginNs)},
                         {step.sizeBytes == 0 ? noFigure() : countText(step.sizeBytes)}},
                        false});
    }
    m_quiet = true;
    m_table->show(std::move(rows), false);
    m_quiet = false;
    m_lanes->show(*shown, nameOf(pair()->client), nameOf(pair()->server));
    chooseStep(std::min(m_step, shown->steps.size() - 1));
}

void CallStepsView::go(int by) {
    const CallPair* shown = pair();
    if (shown == nullptr) return;
    const std::size_t last = shown->calls.size() - 1, now = m_held.value_or(last);
    if (by > 0 && now >= last) {
        m_held.reset();
    } else {
        m_held = by > 0 ? now + 1 : now - std::min<std::size_t>(now, 1);
    }
    showCall();
}

void CallStepsView::chooseCall(std::size_t number) {
    m_held = number;
    showCall();
}

void CallStepsView::chooseStep(std::size_t step) {
    const TakenCall* shown = call();
    if (shown == nullptr || step >= shown->steps.size()) return;
    m_step = step;
    m_lanes->setChosen(step);
    m_bytes->show(shown->steps[step]);
    m_quiet = true;
    m_table->selectRow(static_cast<int>(step));
    m_quiet = false;
}

}  // namespace ipclab
