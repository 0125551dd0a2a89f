#include "window/guide_window.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "models/search_list.h"
#include "window/guide_text.h"
#include "window/guide_view.h"
#include "window/settings.h"

namespace ipclab {
namespace {

constexpr int kPageRole = Qt::UserRole;
constexpr double kLeastScale = 0.6, kMostScale = 2.5;
const auto kGeometryKey = QStringLiteral("guide/geometry");
const auto kColumnsKey = QStringLiteral("guide/columns");
const auto kScaleKey = QStringLiteral("guide/scale");
const auto kFirstPage = QStringLiteral("first-steps");

// Of Markdown what is read: not where its links lead.
QString readText(QString markdown) {
    static const QRegularExpression unread(QStringLiteral("\\]\\([^)]*\\)|\\{#[^}]*\\}"));
    return markdown.remove(unread);
}

}  // namespace

GuideWindow::GuideWindow(Guide guide, WindowSettings& settings, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_guide(std::move(guide)),
      m_settings(settings),
      m_contents(new WithoutTypeAhead<QTreeView>),
      m_search(new SearchList(m_contents, &m_pages, {}, this)),
      m_view(new GuideView(this)),
      m_columns(new QSplitter(this)) {
    m_back = makeAction("chevron-left", {"Alt+Left"}, &GuideWindow::goBack);
    m_forward = makeAction("chevron-right", {"Alt+Right"}, &GuideWindow::goForward);
    m_smaller = makeAction("zoom-out", {"Ctrl+-"}, &GuideWindow::reduceText);
    m_larger = makeAction("zoom-in", {"Ctrl++", "Ctrl+="}, &GuideWindow::enlargeText);
    m_usual = makeAction("", {"Ctrl+0"}, &GuideWindow::usualText);
    setObjectName(QStringLiteral("guide"));
    m_contents->setObjectName(QStringLiteral("library"));
    m_contents->setHeaderHidden(true);
    m_contents->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_contents->setTextElideMode(Qt::ElideRight);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(makeSide());
    m_columns->addWidget(m_view);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({270, 690});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_columns);
    resize(960, 720);
    restoreGeometry(settings.bytes(kGeometryKey));
    m_columns->restoreState(settings.bytes(kColumnsKey));
    if (const double scale = settings.bytes(kScaleKey).toDouble(); scale >= kLeastScale && scale <= kMostScale)
        m_view->setTextScale(scale);
    connectParts();
    retranslate();
}

QWidget* GuideWindow::makeSide() {
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("sidebar"));
    side->setAttribute(Qt::WA_StyledBackground);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 8, 8, 0);
    for (QAction* action : {m_back, m_forward, m_smaller, m_larger}) {
        auto* button = new QToolButton(side);
        button->setDefaultAction(action);
        button->setProperty("kind", QStringLiteral("flat"));
        button->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(button);
        if (action == m_forward) bar->addStretch(1);
    }
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_search, 1);
    return side;
}

void GuideWindow::connectParts() {
    connect(m_view, &QTextBrowser::anchorClicked, this, &GuideWindow::follow);
    connect(m_search, &SearchList::filtering, this, [this] {
        m_quiet = true;
        fillTexts();
    });
    connect(m_search, &SearchList::filtered, this, [this](const QString& text) {
        m_quiet = false;
        text.isEmpty() ? markCurrent() : m_contents->expandAll();
    });
    const auto choose = [this](const QModelIndex& index) {
        if (const QString id = index.data(kPageRole).toString(); !m_quiet && !id.isEmpty()) visit({id, {}});
    };
    connect(m_search, &SearchList::entered, this, choose);
    connect(m_contents, &QTreeView::clicked, this, choose);
    connect(m_contents->selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
}

QLineEdit* GuideWindow::search() const { return m_search->field(); }

QAction* GuideWindow::makeAction(const char* icon, std::initializer_list<const char*> keys,
                                 void (GuideWindow::*slot)()) {
    auto* action = new QAction(this);
    if (*icon != '\0') action->setIcon(themedIcon(QString::fromLatin1(icon)));
    QList<QKeySequence> sequences;
    for (const char* key : keys) sequences << QKeySequence(QString::fromLatin1(key));
    action->setShortcuts(sequences);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void GuideWindow::fillContents() {
    m_quiet = true;
    m_pages.clear();
    m_textsKnown = false;
    for (const GuideChapter& chapter : m_guide.chapters()) {
        auto* head = new QStandardItem(chapter.title);
        head->setFlags(Qt::ItemIsEnabled);
        for (const GuidePage& page : chapter.pages) {
            auto* item = new QStandardItem(page.title);
            item->setData(page.id, kPageRole);
            item->setData(QStringList{page.title, page.english, page.id.section(QLatin1Char('/'), -1)},
                          SearchNamesRole);
            item->setToolTip(page.title);
            head->appendRow(item);
        }
        m_pages.appendRow(head);
    }
    m_quiet = false;
}

// Every word of every page: only once somebody searches.
void GuideWindow::fillTexts() {
    if (m_textsKnown) return;
    m_textsKnown = true;
    const QSignalBlocker quiet(m_pages);  // nobody searches by the old words
    for (int row = 0; row < m_pages.rowCount(); ++row) {
        const QStandardItem* head = m_pages.item(row);
        for (int child = 0; child < head->rowCount(); ++child) {
            const QString id = head->child(child)->data(kPageRole).toString();
            QStringList texts{readText(m_guide.markdown(id))};
            if (GuideText::language() != QLatin1String("en")) texts << readText(Guide::englishText(id));
            head->child(child)->setData(texts, SearchTextsRole);
        }
    }
}

void GuideWindow::showPlace(const QString& place) {
    GuidePlace there = GuidePlace::of(place);
    if (!m_guide.has(there.page)) there = {kFirstPage, {}};
    visit(there);
}

void GuideWindow::follow(const QUrl& link) {
    const QString text = link.toString();
    if (text.startsWith(QLatin1String("try:"))) return emit experimentWanted(text.mid(4));
    if (text.startsWith(QLatin1Char('#'))) return visit({page(), text.mid(1)});
    showPlace(text);
}

void GuideWindow::visit(const GuidePlace& place) {
    if (m_at >= 0 && m_visited[m_at].page == place.page && m_visited[m_at].section == place.section)
        return display(place);
    m_visited = m_visited.mid(0, m_at + 1);
    m_visited << place;
    m_at = static_cast<int>(m_visited.size()) - 1;
    display(place);
}

void GuideWindow::go(int steps) {
    if (m_at + steps < 0 || m_at + steps >= m_visited.size()) return;
    m_at += steps;
    display(m_visited[m_at]);
}

void GuideWindow::display(const GuidePlace& place) {
    m_view->showPage(m_guide.markdown(place.page), search()->text().split(QLatin1Char(' '), Qt::SkipEmptyParts));
    m_view->goTo(place.section);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_visited.size());
    markCurrent();
}

// In the contents, where it can be seen.
void GuideWindow::markCurrent() {
    const bool before = m_quiet;
    m_quiet = true;
    for (const QModelIndex& chapter :
         m_pages.match(m_pages.index(0, 0), kPageRole, page(), 1, Qt::MatchExactly | Qt::MatchRecursive)) {
        const QModelIndex shown = m_search->filter()->mapFromSource(chapter);
        if (!shown.isValid()) continue;
        m_contents->expand(shown.parent());
        m_contents->setCurrentIndex(shown);
        m_contents->scrollTo(shown);
    }
    m_quiet = before;
}

void GuideWindow::scaleBy(double factor) {
    const double scale = factor == 0 ? 1 : std::clamp(m_view->textScale() * factor, kLeastScale, kMostScale);
    m_view->setTextScale(scale);
    m_settings.setBytes(kScaleKey, QByteArray::number(scale));
}

void GuideWindow::retranslate() {
    setWindowTitle(tr("Guide — ipclab"));
    m_search->setTexts({tr("Search the guide"), tr("Search every page of the guide"), tr("Contents of the guide"),
                        tr("No page has these words. Clear the search to see all of them.")});
    m_view->setAccessibleName(tr("Page of the guide"));
    const auto name = [](QAction* action, const QString& text) {
        action->setText(text);
        action->setToolTip(QStringLiteral("%1  (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
    };
    name(m_back, tr("Back"));
    name(m_forward, tr("Forward"));
    name(m_smaller, tr("Smaller text"));
    name(m_larger, tr("Larger text"));
    name(m_usual, tr("Text of the usual size"));
    fillContents();
    if (const QString text = search()->text(); !text.isEmpty()) {
        fillTexts();
        m_search->filter()->setText(text);
        m_contents->expandAll();
    }
    if (m_at >= 0) display(m_visited[m_at]);
}

void GuideWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void GuideWindow::closeEvent(QCloseEvent* event) {
    m_settings.setBytes(kGeometryKey, saveGeometry());
    m_settings.setBytes(kColumnsKey, m_columns->saveState());
    QWidget::closeEvent(event);
}

}  // namespace ipclab
