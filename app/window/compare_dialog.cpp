#include "window/compare_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "compare/sweep_session.h"
#include "compare/sweep_words.h"
#include "observe/busy_machine.h"
#include "runs/said.h"
#include "sweep/sweep_report.h"
#include "window/matrix_builder.h"
#include "window/page_parts.h"
#include "window/settings.h"
#include "window/sweep_files.h"
#include "window/sweep_guard.h"
#include "window/sweep_results.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

constexpr int kPlanMs = 250;
constexpr int kBusyMs = 2000;

void setPrimary(QPushButton* button, bool primary) {
    const QString kind = primary ? QStringLiteral("primary") : QString();
    if (button->property("kind").toString() == kind) return;
    button->setProperty("kind", kind);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

}  // namespace

CompareDialog::CompareDialog(WindowSettings& settings, QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_session(new SweepSession(this)),
      m_guard(new SweepGuard(*m_session, this)),
      m_builder(new MatrixBuilder(this)),
      m_results(new SweepResults(*m_session, this)),
      m_planLabel(new QLabel(this)),
      m_fileLabel(makeMutedLabel(this)),
      m_busy(new QLabel(this)),
      m_status(makeMutedLabel(this)),
      m_progress(makeThinProgress(this)),
      m_measure(new QPushButton(this)),
      m_again(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_saveChart(new QPushButton(this)),
      m_saveData(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_report(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    for (QPushButton* button : {m_measure, m_again, m_open, m_saveChart, m_saveData, m_copy, m_report, m_close})
        button->setAutoDefault(false);
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(kPlanMs);
    m_busySoon.setInterval(kBusyMs);
    m_permission = [](const auto&, const auto& begin, const auto&) { begin({}); };
    layOut();
    connectParts();
    retranslate();
}

CompareDialog::~CompareDialog() {
    m_session->disconnect();  // what measures ends after what shows it
}

void CompareDialog::layOut() {
    for (QLabel* label : {m_planLabel, m_fileLabel, m_busy}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_busy->setProperty("kind", QStringLiteral("alarm"));
    m_busy->hide();
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(16, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_builder, 1);
    column->addWidget(m_planLabel);
    column->addWidget(m_busy);
    column->addWidget(m_measure);
    column->addWidget(m_again);
    column->addWidget(m_fileLabel);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setHandleWidth(1);
    both->setChildrenCollapsible(false);
    both->addWidget(left);
    both->addWidget(m_results);
    both->setStretchFactor(1, 1);
    both->setSizes({320, 880});
    QVBoxLayout* whole = bareColumn(this);
    whole->addWidget(m_progress);
    whole->addWidget(both, 1);
    whole->addLayout(footRow({m_status, m_open, m_saveChart, m_saveData, m_copy, m_report, m_close}));
    resize(1200, 740);
}

void CompareDialog::connectParts() {
    connect(m_builder, &MatrixBuilder::changed, this, [this] {
        m_isChanged = true;
        showButtons();
        m_planSoon.start();
    });
    connect(&m_busySoon, &QTimer::timeout, this, &CompareDialog::tellBusy);
    connect(&m_planSoon, &QTimer::timeout, this, &CompareDialog::tellPlan);
    connect(m_measure, &QPushButton::clicked, this, &CompareDialog::measureOrStop);
    connect(m_again, &QPushButton::clicked, this, &CompareDialog::measureAgain);
    connect(m_session, &SweepSession::progressed, this, &CompareDialog::tellProgress);
    connect(m_session, &SweepSession::finished, this, &CompareDialog::conclude);
    connect(m_open, &QPushButton::clicked, this, &CompareDialog::askOpen);
    connect(m_saveChart, &QPushButton::clicked, this, &CompareDialog::askSaveChart);
    connect(m_saveData, &QPushButton::clicked, this, &CompareDialog::askSaveData);
    connect(m_report, &QPushButton::clicked, this, [this] { emit reportWanted(m_session->path()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_results->table()->copyAll();
        tell(tr("Copied: %n row(s)", nullptr, static_cast<int>(m_session->sweep().cells().size())));
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

void CompareDialog::setDocument(const Document& document) { m_builder->setDocument(document); }

void CompareDialog::compareMechanisms() { m_builder->setSource(MatrixBuilder::Source::OneWay); }

void CompareDialog::compareDocument() { m_builder->setSource(MatrixBuilder::Source::OpenExperiment); }

void CompareDialog::tell(const QString& text) { m_status->setText(text); }

CompareDialog::Next CompareDialog::next() const {
    if (m_session->isMeasuring()) return Next::Stop;
    return !m_isChanged && m_session->unfinished() > 0 ? Next::GoOn : Next::Begin;
}

void CompareDialog::measureOrStop() {
    switch (next()) {
        case Next::Stop:
            return m_session->stop();
        case Next::GoOn:
            return start();
        case Next::Begin:
            return begin();
    }
}

void CompareDialog::begin() {
    auto options = m_builder->options();
    if (!options) return tell(m_builder->problem());
    m_results->wantFigure(m_builder->firstFigure());
    if (const QString problem = m_session->begin(*std::move(options), freshFile()); !problem.isEmpty())
        return tell(problem);
    m_isChanged = false;
    if (!m_session->path().isEmpty()) m_settings.addRecentFile(m_session->path());
    m_results->showPage(SweepResults::Progress);
    start();
}

// A file, or a document, from elsewhere can name commands to run.
void CompareDialog::start() {
    std::vector<Experiment> cells;
    for (const SweepCell& cell : m_session->sweep().cells()) {
        if (cell.skipped.empty()) cells.push_back(cell.experiment);
    }
    if (cells.empty()) {
        showButtons();
        return tell(
            tr("None of it can be measured here: %1").arg(SweepWords::skipped(m_session->sweep().cells().front())));
    }
    const auto begin = [this](SweepRunner runner) {
        m_session->start(std::move(runner));
        tellProgress();
        showButtons();
    };
    m_permission(cells, begin, [this](const QString& why) {
        tell(why);
        showButtons();
    });
}

void CompareDialog::measureAgain() {
    const std::vector<std::size_t> figures = m_results->reading().figures;
    if (m_session->measureAgain(figures) > 0) start();
}

void CompareDialog::conclude(bool complete) {
    const std::size_t doubtful = m_session->doubtful(m_results->reading().figures);
    QString text = complete ? tr("Measured.") : tr("Stopped. What is measured stays, and can be gone on with.");
    if (!m_session->notKept().isEmpty())
        text = tr("It could not be kept, so it was stopped: %1").arg(m_session->notKept());
    if (doubtful > 0)
        text += QLatin1Char(' ') + tr("%n cell(s) are marked: their repeats disagree, or other work disturbed them.",
                                      nullptr, static_cast<int>(doubtful));
    tell(text);
    if (complete && m_results->page() == SweepResults::Progress) m_results->showPage(SweepResults::Bars);
    showButtons();
}

QString CompareDialog::timeText(double seconds) {
    if (seconds < 90) return tr("%1 s").arg(static_cast<int>(seconds) + 1);
    const int minutes = static_cast<int>(seconds / 60 + 0.5);
    if (minutes < 90) return tr("%1 min").arg(minutes);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

// "20 cells × 6 repeats = 120 runs, about 3 min".
QString CompareDialog::planText() const {
    auto options = m_builder->options();
    if (!options) return m_builder->problem();
    Sweep sweep(*std::move(options));
    if (exitStatus(sweep.problems()) != 0) return problemText(sweep);
    const auto cells = std::ranges::count_if(sweep.cells(), [](const SweepCell& cell) { return cell.skipped.empty(); });
    const SweepPlan plan(sweep, {});
    QString text = tr("%1 cells × %2 repeats = %3 runs, about %4")
                       .arg(QString::number(cells), QString::number(sweep.options().repeats),
                            QString::number(cells * static_cast<qsizetype>(sweep.options().repeats)),
                            timeText(toSeconds(plan.expectedNs(0))));
    const auto skipped = static_cast<qsizetype>(sweep.cells().size()) - cells;
    if (skipped == 0) return text;
    const auto first = std::ranges::find_if(sweep.cells(), [](const SweepCell& cell) { return !cell.skipped.empty(); });
    return text + QLatin1Char('\n') +
           tr("%n cell(s) cannot be measured here. %1: %2", nullptr, static_cast<int>(skipped))
               .arg(SweepWords::cell(sweep, *first), SweepWords::skipped(*first));
}

void CompareDialog::tellPlan() {
    if (m_session->isMeasuring()) return;
    m_planLabel->setText(m_isChanged ? planText() : QString());
    showButtons();
}

// What disturbs a measurement is named before it; while one goes on nobody looks, since looking takes time too.
void CompareDialog::tellBusy() {
    if (m_session->isMeasuring()) {
        m_busy->hide();
        return m_watch.reset();
    }
    if (m_watch != nullptr) {
        const MachineActivity activity = m_watch->activity();
        QString text = said(activityText(activity));
        text[0] = text[0].toUpper();
        m_busy->setText(text);
        m_busy->setVisible(activity.isBusy());
    }
    m_watch = std::make_unique<ActivityWatch>();
}

void CompareDialog::tellProgress() {
    const SweepPlan* plan = m_session->plan();
    if (plan == nullptr || plan->cell() == nullptr) return;
    m_progress->setRange(0, static_cast<int>(std::max(1U, plan->all())));
    m_progress->setValue(static_cast<int>(plan->done()));
    QString text = tr("%1 of %2: %3")
                       .arg(QString::number(plan->done() + 1), QString::number(plan->all()),
                            SweepWords::cell(m_session->sweep(), *plan->cell()));
    if (plan->warmsUp()) text += QLatin1Char(' ') + tr("(warming up, thrown away)");
    tell(text + QStringLiteral(" · ") + tr("about %1 left").arg(timeText(toSeconds(m_session->leftNs()))));
}

void CompareDialog::showButtons() {
    const bool measuring = m_session->isMeasuring();
    const bool any = m_session->hasSweep() && !m_session->sweep().figures().empty();
    const std::size_t doubtful =
        any && !measuring && m_session->unfinished() == 0 ? m_session->doubtful(m_results->reading().figures) : 0;
    setPrimary(m_measure, !measuring);
    m_measure->setText(measuring ? tr("Stop") : next() == Next::GoOn ? tr("Go on measuring") : tr("Measure"));
    m_measure->setEnabled(measuring || next() == Next::GoOn || m_builder->problem().isEmpty());
    m_again->setText(tr("Measure %n marked cell(s) again", nullptr, static_cast<int>(doubtful)));
    m_again->setVisible(doubtful > 0);
    m_builder->setEnabled(!measuring);
    m_progress->setVisible(measuring);
    m_open->setEnabled(!measuring);
    for (QPushButton* button : {m_saveChart, m_saveData, m_copy}) button->setEnabled(any && !measuring);
    m_report->setEnabled(any && !measuring && !m_session->path().isEmpty());
    m_fileLabel->setText(m_session->hasSweep() && !m_session->path().isEmpty()
                             ? tr("Kept in %1").arg(QFileInfo(m_session->path()).fileName())
                             : QString());
    m_fileLabel->setToolTip(QDir::toNativeSeparators(m_session->path()));
}

bool CompareDialog::openSweep(const QString& path) {
    if (m_session->isMeasuring()) {
        tell(tr("Stop what is measured before you open another."));
        return false;
    }
    if (const QString problem = m_session->open(path); !problem.isEmpty()) {
        tell(tr("%1 cannot be opened: %2").arg(QDir::toNativeSeparators(path), problem));
        return false;
    }
    m_isChanged = false;
    m_planLabel->clear();
    m_settings.addRecentFile(path);
    const std::size_t unfinished = m_session->unfinished();
    tell(unfinished == 0 ? tr("Opened %1.").arg(QFileInfo(path).fileName())
                         : tr("Opened %1. %n cell(s) are not measured to the end: it can be gone on with.", nullptr,
                              static_cast<int>(unfinished))
                               .arg(QFileInfo(path).fileName()));
    m_results->showPage(unfinished == 0 ? SweepResults::Bars : SweepResults::Progress);
    showButtons();
    return true;
}

// In the folder that is the user's alone; the oldest go.
QString CompareDialog::freshFile() const { return freshSweepFile(m_settings.privateFolder()); }

void CompareDialog::retranslate() {
    setWindowTitle(tr("Sweep and compare"));
    m_measure->setToolTip(tr("Runs every cell so often as is said, the repeats of all cells in turn"));
    m_again->setToolTip(tr("They begin anew; what they gave stays in the file and counts no more"));
    m_open->setText(tr("Open…"));
    m_open->setToolTip(tr("A sweep that was kept (*.sweep), to look at or to go on with"));
    m_saveChart->setText(tr("Save chart…"));
    m_saveChart->setToolTip(tr("What is shown, as PNG, SVG or PDF"));
    m_report->setText(tr("Report…"));
    m_report->setToolTip(tr("A report of this sweep to hand in, as HTML or PDF"));
    m_saveData->setText(tr("Save data…"));
    m_saveData->setToolTip(tr("The table as CSV or JSON, or the sweep itself, to be opened here again"));
    m_copy->setText(tr("Copy table"));
    m_copy->setToolTip(tr("All rows with their titles, for a spreadsheet; more in the table's own menu"));
    m_close->setText(tr("Close"));
    m_progress->setAccessibleName(tr("Progress of measuring"));
    if (!m_session->hasSweep()) tell(tr("Nothing measured yet. Other work on this machine disturbs what is measured."));
    tellPlan();
    showButtons();
}

void CompareDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    m_watch = std::make_unique<ActivityWatch>();
    m_busySoon.start();
    tellPlan();
}

void CompareDialog::hideEvent(QHideEvent* event) {
    QDialog::hideEvent(event);
    m_busySoon.stop();
}

// Whoever closes the window, by whatever way.
void CompareDialog::reject() {
    m_guard->before(SweepGuard::Wish::Close, this, [this] { QDialog::reject(); });
}

void CompareDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
