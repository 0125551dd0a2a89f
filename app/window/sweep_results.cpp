#include "window/sweep_results.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

#include "compare/matrix_view.h"
#include "compare/sweep_session.h"
#include "compare/sweep_table.h"
#include "compare/sweep_words.h"
#include "models/word_filter.h"
#include "window/page_parts.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

constexpr int kPages = 5;
constexpr int kRefreshMs = 300;
constexpr int kSavedWidth = 1000;

void fitToWords(QComboBox* box) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
}

}  // namespace

SweepResults::SweepResults(SweepSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_tabs(new QTabBar(this)),
      m_figureLabel(new QLabel(this)),
      m_baselineLabel(new QLabel(this)),
      m_alongLabel(new QLabel(this)),
      m_acrossLabel(new QLabel(this)),
      m_figure(new QComboBox(this)),
      m_baseline(new QComboBox(this)),
      m_along(new QComboBox(this)),
      m_across(new QComboBox(this)),
      m_asRatio(new QCheckBox(this)),
      m_logValue(new QCheckBox(this)),
      m_logAcross(new QCheckBox(this)),
      m_stack(new QStackedWidget(this)),
      m_model(new SweepTable(this)),
      m_filter(new WordFilter(this)),
      m_table(new TableView(this)),
      m_view(new MatrixView(this)),
      m_scroll(new QScrollArea(this)),
      m_verdict(new QLabel(this)) {
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->makeSortable();
    m_scroll->setWidget(m_view);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_table);
    for (int i = 0; i < kPages; ++i) m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (QCheckBox* box : {m_logValue, m_logAcross}) box->setChecked(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setContentsMargins(16, 8, 16, 8);
    m_verdict->setMinimumHeight(m_verdict->fontMetrics().height() * 3 + 16);
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QVBoxLayout* column = bareColumn(this);
    column->addWidget(makeChoices());
    column->addWidget(m_stack, 1);
    column->addWidget(m_verdict);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRefreshMs);
    connect(&m_soon, &QTimer::timeout, this, &SweepResults::refresh);
    connect(&session, &SweepSession::opened, this, &SweepResults::takeSweep);
    connect(&session, &SweepSession::progressed, this, [this] {
        if (!m_soon.isActive()) m_soon.start();
    });
    connect(&session, &SweepSession::finished, this, &SweepResults::refresh);
    connect(m_tabs, &QTabBar::currentChanged, this, &SweepResults::show);
    for (QComboBox* box : {m_figure, m_baseline, m_along, m_across})
        connect(box, &QComboBox::activated, this, &SweepResults::takeChoices);
    for (QCheckBox* box : {m_asRatio, m_logValue, m_logAcross})
        connect(box, &QCheckBox::toggled, this, &SweepResults::show);
    m_scroll->installEventFilter(this);
    connect(m_view, &MatrixView::cellChosen, this, &SweepResults::chooseCell);
    m_view->setTips([this](std::size_t cell) { return cellText(cell); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) chooseCell(static_cast<std::size_t>(m_filter->mapToSource(index).row()));
    });
    retranslate();
}

QWidget* SweepResults::makeChoices() {
    auto* choices = new QWidget(this);
    auto* first = new QHBoxLayout;
    auto* second = new QHBoxLayout;
    for (const auto& [label, box] : {std::pair{m_figureLabel, m_figure}, {m_baselineLabel, m_baseline}}) {
        label->setBuddy(box);
        fitToWords(box);
        first->addWidget(label);
        first->addWidget(box, 1);
    }
    first->addWidget(m_asRatio);
    second->addWidget(m_tabs);
    second->addStretch(1);
    for (const auto& [label, box] : {std::pair{m_alongLabel, m_along}, {m_acrossLabel, m_across}}) {
        label->setBuddy(box);
        fitToWords(box);
        second->addWidget(label);
        second->addWidget(box);
    }
    second->addWidget(m_logValue);
    second->addWidget(m_logAcross);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(16, 10, 16, 6);
    column->addLayout(first);
    column->addLayout(second);
    return choices;
}

void SweepResults::showPage(Page page) { m_tabs->setCurrentIndex(page); }
SweepResults::Page SweepResults::page() const { return static_cast<Page>(m_tabs->currentIndex()); }

void SweepResults::wantFigure(const std::string& figure) { m_wanted = figure; }

MatrixForm SweepResults::form() const {
    switch (page()) {
        case Progress:
            return MatrixForm::Repeats;
        case Table:
        case Bars:
            return MatrixForm::Bars;
        case Curves:
            return MatrixForm::Lines;
        case Map:
            break;
    }
    return MatrixForm::HeatMap;
}

void SweepResults::takeSweep() {
    m_figuresSeen = 0;
    m_cell.reset();
    m_figure->clear();
    fillBaselines();
    fillAxes();
    m_tabs->setTabEnabled(Curves, canBe(m_session.sweep(), MatrixForm::Lines));
    fillFigures();
    takeChoices();
}

// Those one asks for first, then the others by their names; what was chosen stays chosen.
void SweepResults::fillFigures() {
    const Sweep& sweep = m_session.sweep();
    if (sweep.figures().size() == m_figuresSeen) return;
    m_figuresSeen = sweep.figures().size();
    const QVariant before = m_figure->currentData();
    m_figure->clear();
    std::vector<std::size_t> usual = usualFigures(sweep.figures());
    if (const auto wanted = findFigure(sweep.figures(), m_wanted); wanted && !m_wanted.empty()) {
        std::erase(usual, *wanted);
        usual.insert(usual.begin(), *wanted);
    }
    const auto add = [&](std::size_t place) {
        m_figure->addItem(SweepWords::figure(sweep.figures()[place]), static_cast<qulonglong>(place));
    };
    for (const std::size_t place : usual) add(place);
    std::vector<std::pair<QString, std::size_t>> others;
    for (std::size_t place = 0; place < sweep.figures().size(); ++place) {
        if (std::ranges::find(usual, place) == usual.end())
            others.emplace_back(SweepWords::figure(sweep.figures()[place]), place);
    }
    std::ranges::sort(others, [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    if (!usual.empty() && !others.empty()) m_figure->insertSeparator(m_figure->count());
    for (const auto& other : others) add(other.second);
    m_figure->setCurrentIndex(before.isValid() ? std::max(m_figure->findData(before), 0) : 0);
}

// The first value that has others beside it is one to compare with.
void SweepResults::fillBaselines() {
    m_baseline->clear();
    m_baseline->addItem(tr("none"), -1);
    const auto& axes = m_session.sweep().options().axes;
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        if (axes[axis].values.size() < 2) continue;
        for (std::size_t value = 0; value < axes[axis].values.size(); ++value)
            m_baseline->addItem(
                QStringLiteral("%1: %2").arg(SweepWords::axis(axes[axis].path), SweepWords::value(axes[axis], value)),
                QPoint(static_cast<int>(axis), static_cast<int>(value)));
    }
    m_baseline->setCurrentIndex(std::min(1, m_baseline->count() - 1));
}

void SweepResults::fillAxes() {
    const Sweep& sweep = m_session.sweep();
    for (QComboBox* box : {m_along, m_across}) {
        box->clear();
        for (const SweepAxis& axis : sweep.options().axes) box->addItem(SweepWords::axis(axis.path));
    }
    const MatrixChoice usual = usualChoice(sweep, MatrixForm::HeatMap);
    m_along->setCurrentIndex(static_cast<int>(usual.along));
    m_across->setCurrentIndex(static_cast<int>(usual.across));
}

void SweepResults::takeChoices() {
    if (!m_session.hasSweep()) return;
    m_slice.reset();
    if (m_figure->count() > 0) {
        std::optional<SweepBaseline> baseline;
        if (m_baseline->currentIndex() > 0) {
            const QPoint chosen = m_baseline->currentData().toPoint();
            baseline = SweepBaseline{static_cast<std::size_t>(chosen.x()), static_cast<std::size_t>(chosen.y())};
        }
        const auto figure = static_cast<std::size_t>(m_figure->currentData().toULongLong());
        m_slice = std::make_shared<SweepSlice>(m_session.sweep(), figure, baseline);
    }
    m_model->setSlice(m_slice);
    m_table->growColumns();
    show();
}

void SweepResults::refresh() {
    if (!m_session.hasSweep()) return;
    fillFigures();
    if (!m_slice) return takeChoices();
    m_slice->refresh();
    m_model->refresh();
    if (!m_session.isMeasuring()) m_filter->again();
    m_table->growColumns();
    show();
}

void SweepResults::show() {
    const bool any = m_session.hasSweep();
    m_stack->setCurrentWidget(page() == Table ? static_cast<QWidget*>(m_table) : m_scroll);
    const bool curves = page() == Curves, map = page() == Map || page() == Progress;
    for (QWidget* box : {static_cast<QWidget*>(m_logValue), static_cast<QWidget*>(m_logAcross)})
        box->setVisible(curves);
    const auto varies = [](const SweepAxis& axis) { return axis.values.size() > 1; };
    const bool several = any && std::ranges::count_if(m_session.sweep().options().axes, varies) > 1;
    for (QWidget* box : {static_cast<QWidget*>(m_alongLabel), static_cast<QWidget*>(m_along)})
        box->setVisible(several && page() != Table);
    for (QWidget* box : {static_cast<QWidget*>(m_acrossLabel), static_cast<QWidget*>(m_across)})
        box->setVisible(several && (curves || map));
    m_asRatio->setEnabled(m_baseline->currentIndex() > 0);
    m_alongLabel->setText(curves ? tr("Curves") : map ? tr("Rows") : tr("Bars"));
    m_acrossLabel->setText(curves ? tr("Against") : tr("Columns"));
    showPicture();
    showVerdict();
}

MatrixPicture SweepResults::pictureOf(MatrixForm form, int width) const {
    MatrixChoice choice = usualChoice(m_session.sweep(), form);
    if (m_along->currentIndex() >= 0) choice.along = static_cast<std::size_t>(m_along->currentIndex());
    const auto across = static_cast<std::size_t>(std::max(m_across->currentIndex(), 0));
    // Curves need numbers below.
    if (form != MatrixForm::Lines || numbersOf(m_session.sweep().options().axes[across])) choice.across = across;
    choice.asRatio = m_asRatio->isChecked();
    choice.logValue = m_logValue->isChecked();
    choice.logAcross = m_logAcross->isChecked();
    const auto measured = m_session.plan() != nullptr ? m_session.plan()->cellNumber() : std::nullopt;
    const QString caption = SweepWords::caption(m_session.sweep(), m_session.host(), m_session.startedAt());
    // How far it is can be told before anything is known.
    if (!m_slice) return matrixPicture(SweepSlice(m_session.sweep(), 0), choice, width, caption, measured);
    return matrixPicture(*m_slice, choice, width, caption, measured);
}

// Beside the scroll bar, whether it is there or not: else it would come and go with the height that follows from it.
int SweepResults::pictureWidth() const {
    return m_scroll->contentsRect().width() - m_scroll->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

bool SweepResults::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll && event->type() == QEvent::Resize) showPicture();
    return QWidget::eventFilter(watched, event);
}

void SweepResults::showPicture() {
    const bool drawn = m_session.hasSweep() && page() != Table && (m_slice || page() == Progress);
    m_view->setPicture(drawn ? pictureOf(form(), pictureWidth()) : MatrixPicture());
    m_view->setChosen(m_cell);
}

MatrixPicture SweepResults::pictureShown() const { return pictureOf(form(), kSavedWidth); }

void SweepResults::chooseCell(std::size_t cell) {
    m_cell = cell;
    m_view->setChosen(cell);
    showVerdict();
}

// "fifo, 4 KiB: 512k messages/s (500k … 530k), 6 repeats."
QString SweepResults::cellText(std::size_t cell) const {
    const Sweep& sweep = m_session.sweep();
    const SweepCell& of = sweep.cells()[cell];
    const QString name = SweepWords::cell(sweep, of);
    if (!of.skipped.empty()) return tr("%1: not measured. %2").arg(name, SweepWords::skipped(of));
    const auto count = static_cast<int>(of.counted().size());
    if (!m_slice || !m_slice->entry(cell).summary)
        return tr("%1: %2 of %3 repeats.").arg(name).arg(count).arg(sweep.options().repeats);
    const SweepFigure& figure = sweep.figures()[m_slice->figure()];
    const Estimate& estimate = m_slice->entry(cell).summary->estimate;
    const auto number = [&](double value) { return SweepWords::number(value, figure); };
    return tr("%1: %2 (%3 … %4), the median of %n repeat(s).", nullptr, count)
        .arg(name, number(estimate.median), number(estimate.low), number(estimate.high));
}

void SweepResults::showVerdict() {
    if (!m_session.hasSweep() || !m_cell || *m_cell >= m_session.sweep().cells().size()) {
        m_verdict->setText(m_session.hasSweep() ? tr("Choose a row, or a cell of the map, to read what it says.")
                                                : QString());
        return;
    }
    QStringList lines{cellText(*m_cell)};
    if (m_slice && m_session.sweep().cells()[*m_cell].skipped.empty())
        lines << SweepWords::verdict(*m_slice, *m_cell) << SweepWords::doubt(*m_slice, *m_cell);
    lines.removeAll(QString());
    m_verdict->setText(lines.join(QLatin1Char('\n')));
}

SweepReading SweepResults::reading() const {
    SweepReading reading{.figures = usualFigures(m_session.sweep().figures()),
                         .baseline = std::nullopt,
                         .host = m_session.host(),
                         .startedAt = m_session.startedAt()};
    if (!m_slice) return reading;
    reading.baseline = m_slice->baseline();
    std::erase(reading.figures, m_slice->figure());
    reading.figures.insert(reading.figures.begin(), m_slice->figure());
    return reading;
}

void SweepResults::retranslate() {
    m_tabs->setTabText(Progress, tr("Progress"));
    m_tabs->setTabText(Table, tr("Table"));
    m_tabs->setTabText(Bars, tr("Bars"));
    m_tabs->setTabText(Curves, tr("Curves"));
    m_tabs->setTabText(Map, tr("Map"));
    m_tabs->setTabToolTip(Progress, tr("A dot for each repeat: what is done, and what is to come"));
    m_tabs->setTabToolTip(Curves, tr("Needs a property that is varied by numbers"));
    m_tabs->setAccessibleName(tr("How the sweep is shown"));
    m_figureLabel->setText(tr("Figure"));
    m_figure->setAccessibleName(tr("Figure that is shown"));
    m_figure->setToolTip(
        tr("Any figure of the runs: rates, percentiles of latency, times of the processor and others"));
    m_baselineLabel->setText(tr("Baseline"));
    m_baseline->setAccessibleName(tr("What the others are compared with"));
    m_baseline->setToolTip(tr("Each cell is compared with the one that differs from it in this alone"));
    m_asRatio->setText(tr("As ratio to it"));
    m_asRatio->setToolTip(tr("Charts show how many times the baseline's figure each is"));
    m_along->setAccessibleName(tr("What bars, curves or rows are"));
    m_along->setToolTip(m_along->accessibleName());
    m_across->setAccessibleName(tr("What columns are, or what curves are drawn against"));
    m_across->setToolTip(m_across->accessibleName());
    m_logValue->setText(tr("Log figure"));
    m_logValue->setToolTip(tr("The axis of the figure is logarithmic"));
    m_logAcross->setText(tr("Log below"));
    m_logAcross->setToolTip(tr("The axis below is logarithmic"));
    m_table->setAccessibleName(tr("Table of what was measured"));
    m_table->setEmptyText(tr("Nothing measured yet."));
    m_view->setAccessibleName(tr("Picture of what was measured"));
    m_view->setEmptyText(
        tr("Say on the left what is compared, and press Measure. Medians with their 95 % intervals stand here as a "
           "table, as bars, as curves and as a map, while they are measured."));
    m_verdict->setAccessibleName(tr("What was measured of the chosen cell"));
    m_model->retranslate();
    if (m_session.hasSweep()) {
        const int baseline = m_baseline->currentIndex(), along = m_along->currentIndex(),
                  across = m_across->currentIndex(), figure = m_figure->currentIndex();
        fillBaselines();
        fillAxes();
        m_figuresSeen = 0;
        fillFigures();
        m_baseline->setCurrentIndex(baseline);
        m_along->setCurrentIndex(along);
        m_across->setCurrentIndex(across);
        if (figure >= 0 && m_figure->currentIndex() < 0) m_figure->setCurrentIndex(figure);
    }
    show();
}

void SweepResults::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
