#include "inspect/memory_page.h"

#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "inspect/address_map.h"
#include "inspect/control_rows.h"
#include "inspect/detail_table.h"
#include "inspect/map_legend.h"
#include "inspect/part_rows.h"
#include "inspect/section_palette.h"
#include "models/figures.h"
#include "plot/chart_theme.h"

namespace ipclab {
namespace {

constexpr int kWidePx = 620;
constexpr int kWideSections = 3;        // of the sections' columns, those that are always there
constexpr int kSectionColumnsPx = 400;  // from here on there is room for all

}  // namespace

MemoryPage::MemoryPage(QWidget* parent)
    : QWidget(parent),
      m_total(new QLabel(this)),
      m_map(new AddressMap),
      m_scroll(new QScrollArea(this)),
      m_legend(new MapLegend(this)),
      m_block(new QLabel(this)),
      m_sections(new DetailTable(DetailTable::Sorting::Fixed, this)),
      m_mappings(new DetailTable(DetailTable::Sorting::ByColumn, this)),
      m_tables(new QSplitter(Qt::Vertical, this)),
      m_both(new QSplitter(Qt::Vertical, this)) {
    m_total->setWordWrap(true);
    m_block->setWordWrap(true);
    m_block->setProperty("kind", QStringLiteral("muted"));
    m_block->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_block->hide();
    m_scroll->setWidget(m_map);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_sections->setWideColumns(kWideSections, kSectionColumnsPx);
    m_mappings->setElastic(3, 200);
    m_sections->setElastic(0, 96);
    auto* picture = new QWidget(this);
    auto* column = new QVBoxLayout(picture);
    column->setContentsMargins(12, 0, 12, 4);
    column->setSpacing(4);
    column->addWidget(m_total);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_legend);
    column->addWidget(m_block);
    for (QSplitter* splitter : {m_tables, m_both}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    m_tables->addWidget(m_sections);
    m_tables->addWidget(m_mappings);
    m_both->addWidget(picture);
    m_both->addWidget(m_tables);
    m_both->setStretchFactor(0, 1);
    m_both->setStretchFactor(1, 0);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_both);
    connect(m_map, &AddressMap::blockSelected, this, &MemoryPage::describeBlock);
    m_mappings->hide();
    retranslate();
}

void MemoryPage::retranslate() {
    m_map->setAccessibleName(tr("Picture of the address space"));
    m_map->setToolTip(QString());
    m_sections->setAccessibleName(tr("Sections of the address space"));
    m_mappings->setAccessibleName(tr("Mappings of the address space"));
    m_sections->rows()->setColumns(PartRows::sectionColumns());
    m_mappings->rows()->setColumns(PartRows::mappingColumns());
    m_legend->update();
}

void MemoryPage::show(const std::shared_ptr<const ProcessDetails>& details, bool past) {
    m_details = details;
    m_past = past;
    m_map->show(details, past);
    if (!details || !details->memory) {
        m_total->setText(details ? tr("Not to be seen: %1").arg(ControlRows::reasonText(details->memory.reason))
                                 : QString());
        m_sections->show({}, past);
        m_mappings->show({}, past);
        describeBlock();
        return;
    }
    const AddressSpace& space = *details->memory;
    const bool dark = ChartTheme::of(palette()).dark;
    QString total =
        tr("%1 mapped, %2 of it in memory").arg(bytesText(space.whole.size), bytesText(space.whole.resident));
    if (space.truncated) total += QLatin1Char('\n') + tr("It has more mappings than are read here.");
    m_total->setText(total);
    m_total->setToolTip(m_map->scale() > 0
                            ? tr("Each block is one line high, and beyond that to scale: one pixel is %1.")
                                  .arg(bytesText(static_cast<std::uint64_t>(m_map->scale())))
                            : QString());
    const int before = m_sections->model()->rowCount();
    m_sections->show(PartRows::sections(space, dark), past);
    if (before == 0) arrange();
    if (m_wide) m_mappings->show(PartRows::mappings(space, dark), past);
    describeBlock();
}

void MemoryPage::describeBlock() {
    const int at = m_map->selected();
    const bool shown = at >= 0 && at < static_cast<int>(m_map->blocks().size()) && m_details && m_details->memory;
    m_block->setVisible(shown);
    if (!shown) return;
    const AddressBlock& block = m_map->blocks()[static_cast<std::size_t>(at)];
    m_block->setText(SectionPalette::name(block.section) + QLatin1Char('\n') + m_map->textOf(block));
}

void MemoryPage::arrange() {
    m_wide = width() >= kWidePx;
    m_both->setOrientation(m_wide ? Qt::Horizontal : Qt::Vertical);
    m_mappings->setVisible(m_wide);
    // One row more than there are now: a section may come.
    const int rows = m_sections->heightOfRows() + m_sections->verticalHeader()->defaultSectionSize();
    const int tables = std::min(rows, height() / 3);
    m_both->setSizes(m_wide ? QList<int>{width() * 2 / 5, width() * 3 / 5} : QList<int>{height() - tables, tables});
    if (m_wide) m_tables->setSizes({std::min(rows, height() / 2), height() - std::min(rows, height() / 2)});
    if (m_wide && m_details && m_details->memory)
        m_mappings->show(PartRows::mappings(*m_details->memory, ChartTheme::of(palette()).dark), m_past);
}

void MemoryPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool turned = (event->oldSize().width() >= kWidePx) != (width() >= kWidePx);
    if (turned || !event->oldSize().isValid() || event->oldSize().height() != height()) arrange();
}

}  // namespace ipclab
