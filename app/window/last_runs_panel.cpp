#include "window/last_runs_panel.h"

#include <QDateTime>
#include <QFile>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/words.h"
#include "models/figures.h"
#include "models/preset_tree.h"
#include "plot/plain_tip.h"
#include "runs/last_runs.h"
#include "window/preset_delegate.h"

namespace ipclab {
namespace {

constexpr int kPathRole = PresetTree::IdRole;
constexpr std::size_t kReadsAtOnce = 2;  // the window goes on meanwhile

class RunsTree : public QTreeView {
public:
    using QTreeView::QTreeView;
    void keyboardSearch(const QString&) override {}  // letters are keys of the charts
};

QString whenOf(const KeptRun& run) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(run.recordedAt), Qt::ISODate).toLocalTime();
    if (!at.isValid()) return QString::fromStdString(run.recordedAt);
    const bool today = at.date() == QDate::currentDate();
    return at.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace

LastRunsPanel::LastRunsPanel(LastRuns* runs, QWidget* parent)
    : QWidget(parent),
      m_runs(runs),
      m_list(new RunsTree(this)),
      m_rows(new QStandardItemModel(this)),
      m_nothing(new QLabel(this)),
      m_foot(new QLabel(this)),
      m_clear(new QPushButton(this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("library"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PresetDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setIndentation(0);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    for (QLabel* label : {m_nothing, m_foot}) {
        label->setProperty("kind", QStringLiteral("muted"));
        label->setWordWrap(true);
    }
    m_nothing->setContentsMargins(12, 8, 12, 8);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(6);
    foot->addWidget(m_foot);
    foot->addWidget(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_list, &QAbstractItemView::clicked, this, [this] {
        const bool selects = QGuiApplication::keyboardModifiers().testAnyFlags(Qt::ControlModifier | Qt::ShiftModifier);
        if (!selects) chooseCurrent();
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu* menu = makeMenu();
        if (menu == nullptr) return;
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_clear, &QPushButton::clicked, this, &LastRunsPanel::askClear);
    if (m_runs != nullptr) connect(m_runs, &LastRuns::changed, this, &LastRunsPanel::fill);
    retranslate();
}

QString LastRunsPanel::footText() const { return m_foot->text(); }

QString LastRunsPanel::currentPath() const { return m_list->currentIndex().data(kPathRole).toString(); }

// From the top.
QStringList LastRunsPanel::selectedPaths() const {
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList paths;
    for (const QModelIndex& row : rows) paths << row.data(kPathRole).toString();
    return paths.isEmpty() ? QStringList{currentPath()} : paths;
}

// Nothing is read while nobody looks.
void LastRunsPanel::fill() {
    if (!isVisible()) return;
    const QString current = currentPath();
    m_rows->clear();
    std::uint64_t bytes = 0;
    if (m_runs != nullptr) {
        const LastRuns::Listing listing = m_runs->list(kReadsAtOnce);
        if (!listing.whole) QTimer::singleShot(0, this, &LastRunsPanel::fill);
        for (const KeptRun& run : listing.runs) {
            bytes += run.bytes;
            const QString name = Words::local(run.name);
            auto* row = new QStandardItem(name.isEmpty() ? tr("Untitled") : name);
            QStringList mechanisms;
            for (const std::string& id : run.mechanisms) mechanisms << QString::fromStdString(id);
            QStringList facts{whenOf(run), run.isGoingOn   ? tr("goes on")
                                           : !run.complete ? tr("cut off")
                                                           : tr("%1 s").arg(QString::number(run.durationS, 'f', 1))};
            if (!mechanisms.isEmpty()) facts << mechanisms.join(QStringLiteral(", "));
            facts << bytesText(run.bytes);
            row->setData(facts.join(QStringLiteral(" · ")), PresetTree::SummaryRole);
            row->setData(QString::fromStdString(run.path.string()), kPathRole);
            row->setData(true, PresetDelegate::kOneLineRole);
            row->setToolTip(plainTip(row->text() + QLatin1Char('\n') + facts.join(QLatin1Char('\n'))));
            row->setEnabled(!run.isGoingOn);
            m_rows->appendRow(row);
            if (row->data(kPathRole).toString() == current) m_list->setCurrentIndex(row->index());
        }
        m_foot->setText(tr("%1 of at most %2 runs, %3 of %4. Beyond that the oldest go.")
                            .arg(m_rows->rowCount())
                            .arg(m_runs->limits().runs)
                            .arg(bytesText(bytes), bytesText(m_runs->limits().bytes)));
    }
    m_nothing->setVisible(m_rows->rowCount() == 0);
    m_clear->setEnabled(m_rows->rowCount() > 0);
}

void LastRunsPanel::chooseCurrent() {
    if (const QString path = currentPath(); !path.isEmpty()) emit runChosen(path);
}

void LastRunsPanel::removeCurrent() {
    if (const QString path = currentPath(); !path.isEmpty()) m_runs->remove(path.toStdString());
}

QMenu* LastRunsPanel::makeMenu() {
    if (currentPath().isEmpty()) return nullptr;
    auto* menu = new QMenu(this);
    menu->addAction(tr("&Open this run"), this, &LastRunsPanel::chooseCurrent);
    menu->addAction(tr("&Save as a recording…"), this, [this] { emit saveWanted(currentPath()); });
    const QStringList selected = selectedPaths();
    menu->addAction(selected.size() > 1 ? tr("&Compare these runs") : tr("&Compare this run…"), this,
                    [this, selected] { emit compareWanted(selected); });
    menu->addSeparator();
    menu->addAction(tr("&Delete this run"), this, &LastRunsPanel::removeCurrent)->setShortcut(QKeySequence::Delete);
    return menu;
}

void LastRunsPanel::askClear() {
    auto* question = new QMessageBox(QMessageBox::Question, tr("Delete the last runs"),
                                     tr("Delete all runs that are kept?"), QMessageBox::Cancel, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Recordings you have saved elsewhere stay."));
    const QPushButton* clear = question->addButton(tr("Delete them"), QMessageBox::DestructiveRole);
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    connect(question, &QMessageBox::finished, this, [this, question, clear] {
        if (question->clickedButton() == clear) m_runs->clear();
    });
    question->open();
}

void LastRunsPanel::retranslate() {
    m_list->setAccessibleName(tr("Last runs"));
    m_nothing->setText(m_runs == nullptr
                           ? tr("Runs are not kept here: the folder for them cannot be used.")
                           : tr("Nothing was run yet. Each run is kept here by itself, to be opened again."));
    m_clear->setText(tr("Delete all…"));
    fill();
}

void LastRunsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void LastRunsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

void LastRunsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return chooseCurrent();
    if (event->key() == Qt::Key_Delete) return removeCurrent();
    QWidget::keyPressEvent(event);
}

}  // namespace ipclab
