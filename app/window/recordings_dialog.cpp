#include "window/recordings_dialog.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTabWidget>

#include "bridge/words.h"
#include "compare/recordings_charts.h"
#include "compare/recordings_table.h"
#include "models/word_filter.h"
#include "plot/chart_export.h"
#include "recording/on_demand.h"
#include "runs/said.h"
#include "window/page_parts.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

constexpr QSize kPenSize{40, 12};
constexpr int kArrivedMs = 100;

QString nameOfRecording(const RecordedFrames& recording) {
    const QString begun = QString::fromStdString(recording.recordedAt());
    const QDateTime at = QDateTime::fromString(begun, Qt::ISODate).toLocalTime();
    const Experiment& document = recording.outline().document;
    QString name = Words::local(document.name);
    if (name.isEmpty()) name = QString::fromStdString(document.id);
    const QString when = at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return name.isEmpty() ? when : QStringLiteral("%1, %2").arg(name, when);
}

}  // namespace

RecordingsDialog::RecordingsDialog(QWidget* parent) : QDialog(parent) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    makeParts();
    layOut();
    connectParts();
    retranslate();
    resize(1120, 800);
}

RecordingsDialog::~RecordingsDialog() { m_filled->clear(); }

void RecordingsDialog::makeParts() {
    m_charts = new ChartPage(this);
    m_filled = std::make_unique<RecordingsCharts>(*m_charts);
    m_empty = makeMutedLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_table = new RecordingsTable(this);
    m_filter = new WordFilter(this);
    m_filter->setSourceModel(m_table);
    m_view = new TableView(this);
    m_view->setModel(m_filter);
    m_view->makeSortable();
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_explanation = new QLabel(this);
    m_explanation->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setIconSize(kPenSize);
    m_add = new QPushButton(this);
    m_add->setMenu(new QMenu(m_add));
    m_remove = new QPushButton(this);
    m_alignLabel = new QLabel(this);
    m_alignedAt = new QComboBox(this);
    m_alignedAt->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_alignLabel->setBuddy(m_alignedAt);
    m_zero = new QPushButton(this);
    m_differences = makeMutedLabel(this);
    m_differences->setWordWrap(true);
    m_search = new QLineEdit(this);
    m_search->setClearButtonEnabled(true);
    m_tabs = new QTabWidget(this);
    m_status = makeMutedLabel(this);
    m_save = new QPushButton(this);
    m_copy = new QPushButton(this);
    m_copyTable = new QPushButton(this);
    m_close = new QPushButton(this);
    for (QPushButton* button : {m_add, m_remove, m_zero, m_save, m_copy, m_copyTable, m_close})
        button->setAutoDefault(false);
}

void RecordingsDialog::layOut() {
    auto* totals = new QWidget(this);
    QVBoxLayout* ofTotals = bareColumn(totals);
    ofTotals->addWidget(m_search);
    ofTotals->addWidget(m_view, 1);
    auto* charts = new QWidget(this);
    QVBoxLayout* ofCharts = bareColumn(charts);
    ofCharts->addWidget(m_empty, 1);
    ofCharts->addWidget(m_charts, 1);
    m_tabs->addTab(charts, QString());
    m_tabs->addTab(totals, QString());
    m_tabs->setDocumentMode(true);
    m_list->setFixedHeight(fontMetrics().height() * 5);

    QVBoxLayout* column = bareColumn(this);
    column->addLayout(headRow({m_explanation, m_add, m_remove}));
    column->addWidget(m_list);
    column->addLayout(headRow({m_differences, m_alignLabel, m_alignedAt, m_zero}));
    column->addWidget(m_tabs, 1);
    column->addLayout(footRow({m_status, m_save, m_copy, m_copyTable, m_close}));
    QWidget* before = m_add;
    for (QWidget* next : std::initializer_list<QWidget*>{m_remove, m_list, m_alignedAt, m_zero, m_tabs, m_save, m_copy,
                                                         m_copyTable, m_close}) {
        setTabOrder(before, next);
        before = next;
    }
}

void RecordingsDialog::connectParts() {
    connect(m_add->menu(), &QMenu::aboutToShow, this, &RecordingsDialog::fillAddMenu);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_list->currentRow() >= 0) remove(static_cast<std::size_t>(m_list->currentRow()));
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_remove->setEnabled(row >= 0);
        m_zero->setEnabled(row >= 0);
    });
    m_arrived.setSingleShot(true);
    m_arrived.setInterval(kArrivedMs);
    connect(&m_arrived, &QTimer::timeout, this, &RecordingsDialog::showArrived);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RecordingsDialog::showTotals);
    connect(m_alignedAt, &QComboBox::activated, this, &RecordingsDialog::align);
    connect(m_zero, &QPushButton::clicked, this, &RecordingsDialog::takeMarker);
    connect(m_search, &QLineEdit::textChanged, m_filter, &WordFilter::setWords);
    connect(m_charts, &ChartPage::exportWanted, this, &RecordingsDialog::askSave);
    connect(m_charts, &ChartPage::removeWanted, m_charts,
            [this](TimeChart* chart) { m_charts->setChartShown(chart, false); });
    connect(m_save, &QPushButton::clicked, this, [this] { askSave(nullptr); });
    connect(m_copy, &QPushButton::clicked, this, &RecordingsDialog::copyPicture);
    connect(m_copyTable, &QPushButton::clicked, this, [this] {
        m_table->show(m_runs);
        settle();
        m_table->refresh(m_runs);
        m_view->copyAll();
        m_status->setText(tr("Copied: %1 rows").arg(m_filter->rowCount()));
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

void RecordingsDialog::fillAddMenu() {
    QMenu* menu = m_add->menu();
    menu->clear();
    connect(menu->addAction(tr("&File…")), &QAction::triggered, this, &RecordingsDialog::askFiles);
    menu->addSeparator();
    for (const RecordingOffer& offer : m_offers ? m_offers() : QList<RecordingOffer>())
        connect(menu->addAction(offer.text), &QAction::triggered, this, [this, path = offer.path] { add(path); });
}

void RecordingsDialog::askFiles() {
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Recordings to compare"), {}, tr("Recordings (*.ipclab)"));
    for (const QString& path : paths) add(path);
}

bool RecordingsDialog::add(const QString& path) {
    if (m_runs.runs.size() == AlignedRuns::kMost) {
        m_status->setText(tr("No more than %1 are compared at once.").arg(AlignedRuns::kMost));
        return false;
    }
    try {
        m_recordings.push_back(std::make_unique<RecordingOnDemand>(path.toStdString(), [this] {
            QMetaObject::invokeMethod(this, &RecordingsDialog::takeArrived, Qt::QueuedConnection);
        }));
    } catch (const std::exception& error) {
        m_status->setText(tr("It cannot be compared: %1").arg(said(std::string_view(error.what()))));
        return false;
    }
    const RecordingOnDemand& recording = *m_recordings.back();
    const RecordedFrames& frames = recording.frames();
    m_runs.runs.push_back({nameOfRecording(frames), &recording.history(), frames.host(), frames.complete(), 0});
    m_status->clear();
    showRuns();
    m_list->setCurrentRow(m_list->count() - 1);
    return true;
}

void RecordingsDialog::remove(std::size_t run) {
    m_filled->clear();
    m_runs.runs.erase(m_runs.runs.begin() + static_cast<std::ptrdiff_t>(run));
    m_recordings.erase(m_recordings.begin() + static_cast<std::ptrdiff_t>(run));
    showRuns();
}

void RecordingsDialog::takeArrived() {
    bool more = false;
    for (std::size_t i = 0; i < m_recordings.size(); ++i) {
        more = m_recordings[i]->takeArrived() || more;
        if (const std::string why = m_recordings[i]->takeFailure(); !why.empty())
            m_status->setText(
                tr("Something of %1 cannot be read: %2").arg(m_runs.title(i), said(std::string_view(why))));
    }
    if (more && !m_arrived.isActive()) m_arrived.start();
}

void RecordingsDialog::showArrived() {
    m_charts->showDetail();
    if (m_view->isVisible()) m_table->refresh(m_runs);
}

// Asked for they are read; so not before they are seen.
void RecordingsDialog::showTotals() {
    if (m_tabs->currentIndex() == 0) return;
    m_table->show(m_runs);
    m_view->growColumns();
}

bool RecordingsDialog::settle() {
    m_filled->finish();
    for (const auto& recording : m_recordings) recording->wait();
    takeArrived();
    const bool more = m_arrived.isActive();
    m_arrived.stop();
    if (more) showArrived();
    return more;
}

// The moment under marker A, as it was in the run that is chosen.
void RecordingsDialog::takeMarker() {
    const auto run = static_cast<std::size_t>(m_list->currentRow());
    const auto marker = m_charts->axis()->marker(Marker::A);
    if (!marker) {
        m_status->setText(tr("Put marker A there first: click into a chart where it is to be, then press A."));
        return;
    }
    std::vector<Nanoseconds> zeros;  // of the others, as they are aligned now
    for (std::size_t i = 0; i < m_runs.runs.size(); ++i) zeros.push_back(m_runs.zeroOf(i));
    const Nanoseconds chosen = *marker - m_runs.shiftOf(run);
    for (std::size_t i = 0; i < m_runs.runs.size(); ++i) m_runs.runs[i].byHandNs = i == run ? chosen : zeros[i];
    m_runs.alignment = {RunAlignment::At::ByHand, EventKind::Unknown, {}};
    showRuns();
    m_list->setCurrentRow(static_cast<int>(run));
    m_status->setText(tr("%1 counts from there now.").arg(AlignedRuns::letter(run)));
}

void RecordingsDialog::align() {
    const auto choices = m_runs.choices();
    const auto chosen = static_cast<std::size_t>(m_alignedAt->currentIndex());
    if (chosen >= choices.size()) return;
    m_runs.alignment = choices[chosen].alignment;
    showRuns();
}

void RecordingsDialog::showRuns() {
    fillAlignments();
    fillList();
    m_filled->show(m_runs);
    showTotals();
    const QStringList different = m_runs.notTheSame();
    m_differences->setText(m_runs.runs.size() < 2 ? QString()
                           : different.isEmpty()  ? tr("The same machine, kernel, observer level and experiment.")
                                                  : different.join(QLatin1Char(' ')));
    const bool any = !m_runs.runs.empty();
    m_empty->setVisible(!any);
    m_charts->setVisible(any);
    for (QPushButton* button : {m_save, m_copy, m_copyTable}) button->setEnabled(any);
}

// A choice that not all have any more is the start again.
void RecordingsDialog::fillAlignments() {
    const auto choices = m_runs.choices();
    m_alignedAt->clear();
    int current = -1;
    for (const AlignedRuns::Choice& choice : choices) {
        m_alignedAt->addItem(choice.text);
        if (choice.alignment == m_runs.alignment) current = m_alignedAt->count() - 1;
    }
    if (current < 0) m_runs.alignment = {};
    m_alignedAt->setCurrentIndex(std::max(current, 0));
}

void RecordingsDialog::fillList() {
    const int current = m_list->currentRow();
    m_list->clear();
    for (std::size_t i = 0; i < m_runs.runs.size(); ++i)
        m_list->addItem(new QListWidgetItem(penOf(i), m_runs.title(i)));
    m_list->setCurrentRow(std::min(std::max(current, 0), m_list->count() - 1));
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_zero->setEnabled(m_list->currentRow() >= 0);
}

// As the curves of the run are drawn.
QIcon RecordingsDialog::penOf(std::size_t run) const {
    QPixmap picture(kPenSize * devicePixelRatio());
    picture.setDevicePixelRatio(devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(QPen(ChartTheme::of(palette()).curve(static_cast<int>(run)), 2, dashOf(run)));
    painter.drawLine(0, kPenSize.height() / 2, kPenSize.width(), kPenSize.height() / 2);
    return QIcon(picture);
}

QString RecordingsDialog::caption() const {
    QStringList lines;
    for (std::size_t i = 0; i < m_runs.runs.size(); ++i) lines << m_runs.title(i);
    return QStringLiteral("%1. %2: %3. %4")
        .arg(lines.join(QStringLiteral("; ")), tr("Aligned at"), m_alignedAt->currentText(), m_differences->text());
}

void RecordingsDialog::askSave(const TimeChart* chart) {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), QStringLiteral("recordings.png"),
                                                      QStringLiteral("PNG, SVG, PDF (*.png *.svg *.pdf)"));
    if (!path.isEmpty()) savePicture(path, chart);
}

bool RecordingsDialog::savePicture(const QString& path, const TimeChart* chart) {
    PictureOptions options;
    options.title = tr("Recordings compared");
    options.caption = caption();
    const auto save = [&] {
        return chart != nullptr ? ChartPicture(*chart).save(path, options, said)
                                : ChartPicture(*m_charts).save(path, options, said);
    };
    m_filled->finish();
    QString problem = save();
    if (settle()) problem = save();  // with what was not there yet
    m_status->setText(problem.isEmpty() ? tr("Saved %1").arg(path)
                                        : tr("The chart could not be saved: %1").arg(problem));
    return problem.isEmpty();
}

void RecordingsDialog::copyPicture() {
    PictureOptions options;
    options.title = tr("Recordings compared");
    options.caption = caption();
    settle();
    const QString problem = ChartPicture(*m_charts).copy(options, PaintedPicture::CopyAs::Pixels);
    m_status->setText(problem.isEmpty() ? tr("The charts are on the clipboard as a picture.") : problem);
}

void RecordingsDialog::retranslate() {
    setWindowTitle(tr("Recordings compared"));
    m_explanation->setText(
        tr("Runs that were recorded, on one time axis. Each has a colour and a dash of its own; differences and ratios "
           "are to run A, and what is better is yours to say."));
    m_add->setText(tr("&Add"));
    m_add->setToolTip(tr("One more recording: a file, the run that is shown, or one of the last"));
    m_remove->setText(tr("&Remove"));
    m_remove->setToolTip(tr("Takes the chosen recording out of the comparison; its file stays"));
    m_list->setAccessibleName(tr("Recordings that are compared"));
    m_list->setToolTip(tr("The recordings that are compared, each with the line it is drawn with"));
    m_alignLabel->setText(tr("A&ligned at"));
    m_alignedAt->setAccessibleName(tr("Aligned at"));
    m_alignedAt->setToolTip(tr("The moment of each run from which the common time counts"));
    m_zero->setText(tr("&Marker A is its zero"));
    m_zero->setToolTip(tr("The chosen recording counts from where marker A stands; do it in each"));
    m_search->setPlaceholderText(tr("Search quantities"));
    m_search->setAccessibleName(tr("Search quantities"));
    m_search->setToolTip(tr("Rows with these words"));
    m_view->setAccessibleName(tr("Totals of the recordings"));
    m_view->setEmptyText(tr("Add recordings to compare what became of them."));
    m_empty->setText(
        tr("Nothing to compare yet. Add takes recordings from files, the run that is shown, or one of the last runs."));
    m_tabs->setTabText(0, tr("Charts"));
    m_tabs->setTabText(1, tr("Totals"));
    m_save->setText(tr("Save chart…"));
    m_copy->setText(tr("Copy charts"));
    m_copy->setToolTip(tr("The charts as a picture, to the clipboard"));
    m_copyTable->setText(tr("Copy table"));
    m_copyTable->setToolTip(
        tr("The totals as text that spreadsheets take; a right click in the table has other formats"));
    m_close->setText(tr("Close"));
    showRuns();
}

void RecordingsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) fillList();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
