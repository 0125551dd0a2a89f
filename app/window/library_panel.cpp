#include "window/library_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "models/preset_tree.h"
#include "window/preset_delegate.h"

namespace ipclab {
namespace {

// A letter typed here does not jump to an experiment, and so open it: letters are keys of the charts, and there is a
// field to search with.
class LibraryTree : public QTreeView {
public:
    using QTreeView::QTreeView;
    void keyboardSearch(const QString&) override {}
};

}  // namespace

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit(this)),
      m_tree(new LibraryTree(this)),
      m_nothing(new QLabel(this)),
      m_open(new QPushButton(this)),
      m_mechanisms(new QPushButton(this)),
      m_presets(new PresetTree(allPresets(), this)),
      m_filter(new PresetFilter(this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_nothing->setProperty("kind", QStringLiteral("muted"));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(12, 8, 12, 8);
    m_nothing->hide();
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_open->setIcon(themedIcon(QStringLiteral("open")));
    m_mechanisms->setIcon(themedIcon(QStringLiteral("table")));
    m_filter->setSourceModel(m_presets);
    m_tree->setObjectName(QStringLiteral("library"));
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new PresetDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setMouseTracking(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setItemsExpandable(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->expandAll();

    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(8);
    head->addWidget(m_search);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(6);
    foot->addWidget(m_mechanisms);
    foot->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_nothing);
    column->addWidget(m_tree, 1);
    column->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, &LibraryPanel::filter);
    connect(m_open, &QPushButton::clicked, this, &LibraryPanel::openFileWanted);
    connect(m_mechanisms, &QPushButton::clicked, this, &LibraryPanel::mechanismsWanted);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const QString id = idAt(index);
        if (!m_quiet && !id.isEmpty()) emit presetChosen(id);
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (const QString id = idAt(index); !id.isEmpty()) emit presetChosen(id);
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const QString id = idAt(index); !id.isEmpty()) emit presetRunWanted(id);
    });
    retranslate();
}

QString LibraryPanel::idAt(const QModelIndex& index) const { return index.data(PresetTree::IdRole).toString(); }

void LibraryPanel::setCurrent(const QString& presetId) {
    m_openId = presetId;
    showOpen();
}

void LibraryPanel::showOpen() {
    m_quiet = true;
    const QModelIndex index = m_filter->mapFromSource(m_presets->find(m_openId));
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
    } else {
        m_tree->selectionModel()->clear();
    }
    m_quiet = false;
}

void LibraryPanel::filter(const QString& text) {
    m_quiet = true;  // a vanished row moves the current one; that is nobody's choice
    m_filter->setText(text);
    m_quiet = false;
    m_tree->expandAll();
    showOpen();
    m_nothing->setVisible(m_filter->rowCount() == 0);
}

void LibraryPanel::chooseFirst() {
    m_tree->setFocus();
    if (m_filter->rowCount() > 0) m_tree->setCurrentIndex(m_filter->index(0, 0, m_filter->index(0, 0)));
}

// From the field straight to what was found: Down goes there, Return opens the first.
bool LibraryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Down:
                if (!m_tree->currentIndex().isValid()) chooseFirst();
                m_tree->setFocus();
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
                if (!m_search->text().isEmpty()) chooseFirst();
                return true;
            case Qt::Key_Escape:
                if (m_search->text().isEmpty()) break;
                m_search->clear();
                return true;
            default:
                break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search experiments"));
    m_search->setAccessibleName(tr("Search the library"));
    m_tree->setAccessibleName(tr("Library of experiments"));
    m_nothing->setText(tr("No experiment matches. Clear the search to see all of them."));
    m_open->setText(tr("Open file…"));
    m_mechanisms->setText(tr("Compare mechanisms…"));
    m_mechanisms->setToolTip(tr("Every mechanism with its traits and limits, to sort and filter  (Ctrl+M)"));
    m_presets->retranslate();
}

void LibraryPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
