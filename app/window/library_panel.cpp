#include "window/library_panel.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "models/preset_tree.h"
#include "models/search_list.h"
#include "window/preset_delegate.h"

namespace ipclab {

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent),
      m_tree(new WithoutTypeAhead<QTreeView>),
      m_open(new QPushButton(this)),
      m_mechanisms(new QPushButton(this)),
      m_presets(new PresetTree(allPresets(), this)),
      m_list(new SearchList(m_tree, m_presets, {.choosesFirst = false}, this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_open->setIcon(themedIcon(QStringLiteral("open")));
    m_mechanisms->setIcon(themedIcon(QStringLiteral("table")));
    m_tree->setObjectName(QStringLiteral("library"));
    m_tree->setItemDelegate(new PresetDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setItemsExpandable(false);
    m_tree->expandAll();

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(6);
    foot->addWidget(m_mechanisms);
    foot->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addLayout(foot);

    // A vanished row moves the current one; that is nobody's choice.
    connect(m_list, &SearchList::filtering, this, [this] { m_quiet = true; });
    connect(m_list, &SearchList::filtered, this, [this] {
        m_quiet = false;
        m_tree->expandAll();
        showOpen();
    });
    connect(m_list, &SearchList::entered, this, [this](const QModelIndex& index) {
        m_tree->setFocus();
        m_tree->setCurrentIndex(index);
    });
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

QLineEdit* LibraryPanel::search() const { return m_list->field(); }

QString LibraryPanel::idAt(const QModelIndex& index) const { return index.data(PresetTree::IdRole).toString(); }

void LibraryPanel::setCurrent(const QString& presetId) {
    m_openId = presetId;
    showOpen();
}

void LibraryPanel::showOpen() {
    m_quiet = true;
    const QModelIndex index = m_list->filter()->mapFromSource(m_presets->find(m_openId));
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
    } else {
        m_tree->selectionModel()->clear();
    }
    m_quiet = false;
}

void LibraryPanel::retranslate() {
    m_list->setTexts({tr("Search experiments"), tr("Search the library"), tr("Library of experiments"),
                      tr("No experiment matches. Clear the search to see all of them.")});
    m_open->setText(tr("Open file…"));
    m_open->setToolTip(tr("Opens an experiment (*.ipclab.json)  (Ctrl+O)"));
    m_mechanisms->setText(tr("Compare mechanisms…"));
    m_mechanisms->setToolTip(
        tr("Which is fastest here, with messages of which size: measured, with error bars and a verdict  (Ctrl+B)"));
    m_presets->retranslate();
}

void LibraryPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
