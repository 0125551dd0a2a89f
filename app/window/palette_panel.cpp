#include "window/palette_panel.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "canvas/canvas_hand.h"
#include "models/program_list.h"
#include "models/search_list.h"
#include "window/preset_delegate.h"

namespace ipclab {

PalettePanel::PalettePanel(QWidget* parent)
    : QWidget(parent),
      m_list(new WithoutTypeAhead<QListView>),
      m_about(new QLabel(this)),
      m_add(new QPushButton(this)),
      m_programs(new ProgramList(QLatin1String(kProgramMime), this)),
      m_search(new SearchList(m_list, m_programs, {}, this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_about->setProperty("kind", QStringLiteral("muted"));
    m_about->setWordWrap(true);
    // The list stands still while one goes through it.
    m_about->setMinimumHeight(4 * m_about->fontMetrics().height());
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_add->setIcon(themedIcon(QStringLiteral("new")));
    m_list->setObjectName(QStringLiteral("library"));
    m_list->setItemDelegate(new PresetDelegate(m_list));
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(6);
    foot->addWidget(m_about);
    foot->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_search, 1);
    column->addLayout(foot);

    connect(m_search, &SearchList::filtered, this, &PalettePanel::showChosen);
    connect(m_search, &SearchList::entered, this, &PalettePanel::add);
    connect(m_list, &QListView::activated, this, &PalettePanel::add);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PalettePanel::showChosen);
    connect(m_add, &QPushButton::clicked, this, [this] { add(m_list->currentIndex()); });
    retranslate();
}

QLineEdit* PalettePanel::search() const { return m_search->field(); }

void PalettePanel::add(const QModelIndex& index) {
    if (index.isValid()) emit addWanted(index.data(ProgramList::IdRole).toString());
}

// All of it, which a row has no room for.
void PalettePanel::showChosen() {
    const QModelIndex index = m_list->currentIndex();
    m_add->setEnabled(index.isValid());
    m_about->setText(index.isValid() ? index.data(ProgramList::SummaryRole).toString() + QLatin1Char('\n') +
                                           index.data(ProgramList::EndsRole).toString()
                                     : tr("Drag a program onto the canvas, or press Enter on it."));
}

void PalettePanel::retranslate() {
    m_search->setTexts({tr("Search programs"), tr("Search the programs"), tr("Programs to add"),
                        tr("No program matches. Clear the search to see all of them.")});
    m_add->setText(tr("Add to the experiment"));
    m_add->setToolTip(tr("Adds a process of this program"));
    m_programs->retranslate();
    showChosen();
}

void PalettePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
