#include "lab_views/lab_shelf.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <atomic>

#include "bridge/words.h"
#include "exercises/lab_session.h"
#include "models/preset_tree.h"
#include "models/search_list.h"
#include "plot/plain_tip.h"
#include "plot/units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kIdRole = PresetTree::IdRole;
constexpr int kPathRole = Qt::UserRole + 40;  // of one of the user's own

// Short, and each with what the others of its topic build on.
constexpr std::array<std::string_view, 3> kToStartWith{"p12-forks", "m2-three-buffers", "m11-race"};

std::size_t placeOf(const LabHead& lab) {
    return static_cast<std::size_t>(std::ranges::find(kToStartWith, lab.id) - kToStartWith.begin());
}

QString topicOf(const LabHead& lab) {
    if (placeOf(lab) < kToStartWith.size()) return LabShelf::tr("Start here");
    const char letter = lab.rows.empty() ? '?' : lab.rows.front().front();
    switch (letter) {
        case 'P':
            return LabShelf::tr("Processes");
        case 'M':
            return LabShelf::tr("Messages");
        case 'C':
            return LabShelf::tr("Mechanisms");
        case 'R':
            return LabShelf::tr("Clients and servers");
        default:
            return LabShelf::tr("Further exercises");
    }
}

QString progressText(const std::optional<LabProgress>& progress) {
    if (!progress) return {};
    const QString points = plainDigits(progress->points, 4) + QLatin1Char('/') + plainDigits(progress->most, 4);
    return progress->complete ? QStringLiteral("✓ ") + points : points;
}

QString minutesText(const LabHead& lab) { return LabShelf::tr("%1 min").arg(lab.minutes); }

QString factsOf(const LabHead& lab, const std::optional<LabProgress>& progress) {
    const QString facts = minutesText(lab), text = progressText(progress);
    return text.isEmpty() ? facts : facts + QStringLiteral(" · ") + text;
}

// Beside the second line of a title there is room for one of them.
QString shortFactsOf(const LabHead& lab, const std::optional<LabProgress>& progress) {
    return progress ? progressText(progress) : minutesText(lab);
}

// By its title in either language, its id or its row; then by what it is for.
void setSearched(QStandardItem& row, const LabHead& lab) {
    const auto both = [](const LocalText& text) {
        QStringList all{Words::local(text)};
        for (const auto& [language, words] : text) all << QString::fromStdString(words);
        return all;
    };
    QStringList names = both(lab.title);
    names << QString::fromStdString(lab.id);
    for (const auto& of : lab.rows) names << QString::fromStdString(of);
    row.setData(names, SearchNamesRole);
    row.setData(both(lab.objective), SearchTextsRole);
}

}  // namespace

struct LabShelf::Reading {
    std::vector<std::filesystem::path> paths;
    std::atomic<bool> isOutdated = false;
};

LabShelf::LabShelf(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_list(new WithoutTypeAhead<QTreeView>),
      m_rows(new QStandardItemModel(this)),
      m_found(new SearchList(m_list, m_rows, {.choosesFirst = false}, this)),
      m_open(new QPushButton(this)),
      m_openMenu(new QMenu(this)),
      m_foot(new QLabel(this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("library"));
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setRootIsDecorated(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_foot->setWordWrap(true);
    m_foot->setProperty("kind", QStringLiteral("muted"));
    m_foot->setContentsMargins(12, 8, 12, 12);
    m_open->setMenu(m_openMenu);
    auto* opening = new QHBoxLayout;
    opening->setContentsMargins(12, 8, 12, 0);
    opening->addWidget(m_open, 1);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_found, 1);
    column->addLayout(opening);
    column->addWidget(m_foot);
    connect(m_openMenu, &QMenu::aboutToShow, this, [this] {
        m_openMenu->clear();
        connect(m_openMenu->addAction(tr("From a &folder…")), &QAction::triggered, this, &LabShelf::folderWanted);
        connect(m_openMenu->addAction(tr("From a &zip archive…")), &QAction::triggered, this, &LabShelf::archiveWanted);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &LabShelf::askRemove);
    connect(m_list, &QAbstractItemView::activated, this, &LabShelf::open);
    connect(m_list, &QAbstractItemView::clicked, this, &LabShelf::open);
    connect(m_found, &SearchList::entered, this, &LabShelf::open);
    connect(m_found, &SearchList::filtered, m_list, &QTreeView::expandAll);
    retranslate();
}

LabShelf::~LabShelf() {
    if (m_reading) m_reading->isOutdated = true;
}

QLineEdit* LabShelf::search() const { return m_found->field(); }

void LabShelf::open(const QModelIndex& index) {
    if (const QString path = index.data(kPathRole).toString(); !path.isEmpty()) return emit ownLabChosen(path);
    if (const QString id = index.data(kIdRole).toString(); !id.isEmpty()) emit labChosen(id);
}

QStandardItem* LabShelf::topic(const QString& title) {
    auto* topic = new QStandardItem(title);
    topic->setSelectable(false);
    topic->setData(true, PresetTree::IsGroupRole);
    m_rows->appendRow(topic);
    return topic;
}

// A topic says how many of its exercises are done.
void LabShelf::fill() {
    struct Topic {
        QStandardItem* item = nullptr;
        int done = 0, all = 0;
    };
    const int scrolled = m_list->verticalScrollBar()->value();
    m_rows->clear();
    QMap<QString, Topic> topics;
    int done = 0, all = 0;
    std::vector<LabHead> labs = allLabHeads();
    std::ranges::stable_sort(labs, {}, placeOf);
    for (const LabHead& lab : labs) {
        auto& of = topics[topicOf(lab)];
        if (of.item == nullptr) of.item = topic(topicOf(lab));
        const auto progress = m_labs.progressOf(lab.id);
        const int isDone = progress && progress->complete ? 1 : 0;
        of.done += isDone;
        done += isDone;
        ++of.all;
        ++all;
        const QString facts = factsOf(lab, progress);
        auto* row = new QStandardItem(Words::local(lab.title));
        row->setData(QString::fromStdString(lab.id), kIdRole);
        row->setData(facts, PresetTree::SummaryRole);
        row->setData(shortFactsOf(lab, progress), PresetTree::kFactsRole);
        setSearched(*row, lab);
        row->setToolTip(plainTip(Words::local(lab.title) + QLatin1Char('\n') + Words::local(lab.objective) +
                                 QLatin1Char('\n') + facts));
        of.item->appendRow(row);
    }
    for (const Topic& of : topics)
        of.item->setText(tr("%1 · done: %2 of %3").arg(of.item->text()).arg(of.done).arg(of.all));
    addOwn();
    m_list->expandAll();
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(scrolled);
    m_foot->setText(tr("%1 of %2 exercises done. What you do is kept; one file is handed in.").arg(done).arg(all));
}

// By the names of their files until they are read, or as they were found the last time.
void LabShelf::addOwn() {
    auto paths = m_labs.ownLabs().paths();
    if (m_reading) m_reading->isOutdated = true;
    m_reading.reset();
    if (paths.empty()) return;
    auto* own = topic(tr("Your own"));
    for (const auto& path : paths) {
        auto* row = new QStandardItem(QFile::decodeName(path.filename().c_str()));
        row->setData(QFile::decodeName(path.c_str()), kPathRole);
        row->setData(tr("It is being read…"), PresetTree::SummaryRole);
        own->appendRow(row);
        if (const auto known = m_ownRead.find(path); known != m_ownRead.end()) fillRow(*row, known->second);
    }
    readOwn(std::move(paths));
}

// Told to the application, which waits for its threads when it ends: the list may go at any moment.
void LabShelf::readOwn(std::vector<std::filesystem::path> paths) {
    m_reading = std::make_shared<Reading>();
    m_reading->paths = std::move(paths);
    auto* application = QCoreApplication::instance();
    QThreadPool::globalInstance()->start([reading = m_reading, self = QPointer(this), application] {
        for (const auto& path : reading->paths) {
            if (reading->isOutdated) return;
            QMetaObject::invokeMethod(
                application,
                [reading, self, own = OwnLabs::readHead(path)] {
                    if (self && self->m_reading == reading) self->showOwn(own);
                },
                Qt::QueuedConnection);
        }
    });
}

void LabShelf::showOwn(const OwnLab& own) {
    m_ownRead.insert_or_assign(own.path, own);
    const auto found = m_rows->match(m_rows->index(0, 0), kPathRole, QFile::decodeName(own.path.c_str()), 1,
                                     Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.empty()) fillRow(*m_rows->itemFromIndex(found.front()), own);
}

void LabShelf::fillRow(QStandardItem& row, const OwnLab& own) const {
    const auto progress = m_labs.progressOf(own);
    const QString problem = own.problem.empty() ? QString() : tr("cannot be read");
    const QString facts = problem.isEmpty() ? factsOf(own.head, progress) : problem;
    row.setText(Words::local(own.head.title));
    setSearched(row, own.head);
    row.setData(facts, PresetTree::SummaryRole);
    row.setData(problem.isEmpty() ? shortFactsOf(own.head, progress) : problem, PresetTree::kFactsRole);
    row.setToolTip(plainTip(QDir::toNativeSeparators(QFile::decodeName(own.path.c_str())) + QLatin1Char('\n') +
                            (own.problem.empty() ? facts : said(own.problem))));
}

void LabShelf::askRemove(const QPoint& at) {
    const QString path = m_list->indexAt(at).data(kPathRole).toString();
    if (path.isEmpty()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Remove from this list")), &QAction::triggered, this,
            [this, path] { emit removeWanted(path); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void LabShelf::retranslate() {
    m_found->setTexts({tr("Search exercises"), tr("Search exercises"), tr("Exercises"),
                       tr("No exercise matches. Clear the search to see all of them.")});
    m_open->setText(tr("Open an exercise…"));
    m_open->setToolTip(tr("One of your own: a folder with lab.json and its texts, or a zip archive of one"));
    if (isVisible()) fill();
}

void LabShelf::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

// Nothing is read while nobody looks.
void LabShelf::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

}  // namespace ipclab
