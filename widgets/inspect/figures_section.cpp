#include "inspect/figures_section.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/quantity_words.h"
#include "inspect/fact_list.h"
#include "models/figures.h"

namespace ipclab {
namespace {

// fn(row, owner, quantity) for every figure of these.
template <typename Fn>
int forEachFigure(const std::vector<QuantityOf>& owners, Fn fn) {
    int row = 0;
    for (const QuantityOf& of : owners) {
        for (const Quantity& quantity : quantitiesOf(of.owner)) fn(row++, of, quantity);
    }
    return row;
}

}  // namespace

FiguresSection::FiguresSection(const RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_fold(new QToolButton(this)), m_facts(new FactList(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_facts);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_fold, &QToolButton::toggled, this, &FiguresSection::setUnfolded);
    setUnfolded(false);
}

void FiguresSection::setUnfolded(bool unfolded) {
    m_fold->setChecked(unfolded);
    m_fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_facts->setVisible(unfolded);
    refresh();
}

void FiguresSection::retranslate() {
    m_fold->setText(tr("All figures"));
    m_fold->setToolTip(tr("Everything that is measured of it; each name says in its tooltip how."));
    m_named = false;
    refresh();
}

void FiguresSection::setOwners(std::vector<QuantityOf> owners) {
    if (owners != m_owners) m_named = false;
    m_owners = std::move(owners);
    refresh();
}

// Of the first one a name is enough; of the others it says whose.
void FiguresSection::nameRows() {
    const RunData& run = m_source.view();
    const int rows = forEachFigure(m_owners, [&](int row, const QuantityOf& of, const Quantity& quantity) {
        if (row == m_rows) m_rows = m_facts->addFact() + 1;
        const QString title = QuantityWords::title(quantity);
        const QString whose = of == m_owners.front() ? QString() : QuantityWords::owner(run, of) + QStringLiteral(": ");
        m_facts->setName(row, whose + title, QuantityWords::tip(quantity));
        m_facts->setRowShown(row, true);
    });
    for (int row = rows; row < m_rows; ++row) m_facts->setRowShown(row, false);
    m_named = true;
}

void FiguresSection::refresh() {
    if (!m_fold->isChecked()) return;
    const RunData& run = m_source.view();
    std::erase_if(m_owners, [&](const QuantityOf& of) { return !exists(run, of); });
    if (!m_named) nameRows();
    forEachFigure(m_owners, [&](int row, const QuantityOf& of, const Quantity& quantity) {
        m_facts->setValue(row, figureText(quantity.now(run, of), unitOf(quantity, run, of)));
    });
}

}  // namespace ipclab
