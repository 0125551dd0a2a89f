#include "window/palette_panel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "canvas/canvas_hand.h"
#include "models/program_list.h"
#include "window/preset_delegate.h"

namespace ipclab {
namespace {

// Letters are keys of the charts; there is a field to search with.
class PaletteList : public QListView {
public:
    using QListView::QListView;
    void keyboardSearch(const QString&) override {}
};

}  // namespace

PalettePanel::PalettePanel(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit(this)),
      m_list(new PaletteList(this)),
      m_nothing(new QLabel(this)),
      m_about(new QLabel(this)),
      m_add(new QPushButton(this)),
      m_programs(new ProgramList(QLatin1String(kProgramMime), this)),
      m_filter(new ProgramFilter(this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    for (QLabel* label : {m_nothing, m_about}) {
        label->setProperty("kind", QStringLiteral("muted"));
        label->setWordWrap(true);
    }
    // The list stands still while one goes through it.
    m_about->setMinimumHeight(4 * m_about->fontMetrics().height());
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_nothing->setContentsMargins(12, 8, 12, 8);
    m_nothing->hide();
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_add->setIcon(themedIcon(QStringLiteral("new")));
    m_filter->setSourceModel(m_programs);
    m_list->setObjectName(QStringLiteral("library"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new PresetDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->addWidget(m_search);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(6);
    foot->addWidget(m_about);
    foot->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::filter);
    connect(m_list, &QListView::activated, this, &PalettePanel::add);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PalettePanel::showChosen);
    connect(m_add, &QPushButton::clicked, this, [this] { add(m_list->currentIndex()); });
    retranslate();
}

void PalettePanel::add(const QModelIndex& index) {
    if (index.isValid()) emit addWanted(index.data(ProgramList::IdRole).toString());
}

void PalettePanel::filter(const QString& text) {
    m_filter->setText(text);
    const bool found = m_filter->rowCount() > 0;
    if (found && !text.isEmpty()) m_list->setCurrentIndex(m_filter->index(0, 0));
    m_nothing->setVisible(!found);
    showChosen();
}

// All of it, which a row has no room for.
void PalettePanel::showChosen() {
    const QModelIndex index = m_list->currentIndex();
    m_add->setEnabled(index.isValid());
    m_about->setText(index.isValid() ? index.data(ProgramList::SummaryRole).toString() + QLatin1Char('\n') +
                                           index.data(ProgramList::EndsRole).toString()
                                     : tr("Drag a program onto the canvas, or press Enter on it."));
}

// From the field straight to what was found: Down goes there, Return adds the first.
bool PalettePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_search || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_filter->index(0, 0));
            m_list->setFocus();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!m_search->text().isEmpty()) add(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            if (m_search->text().isEmpty()) break;
            m_search->clear();
            return true;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void PalettePanel::retranslate() {
    m_search->setPlaceholderText(tr("Search programs"));
    m_search->setAccessibleName(tr("Search the programs"));
    m_list->setAccessibleName(tr("Programs to add"));
    m_nothing->setText(tr("No program matches. Clear the search to see all of them."));
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
