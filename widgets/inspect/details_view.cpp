#include "inspect/details_view.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "inspect/control_rows.h"
#include "inspect/detail_table.h"
#include "inspect/look_page.h"
#include "inspect/memory_page.h"
#include "inspect/part_rows.h"
#include "models/figures.h"
#include "plot/chart_theme.h"

namespace ipclab {

DetailsView::DetailsView(const RunSource& source, ProcessWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_watch(watch),
      m_status(new QLabel(this)),
      m_parts(new QStackedWidget(this)),
      m_memory(new MemoryPage(this)),
      m_control(addTable(false, ControlRows::Value, ControlRows::Source, 460)),
      m_threads(addTable(true, 1, -1, 0)),
      m_descriptors(addTable(true, 2, 4, 560)),
      m_limits(addTable(false, 0, 3, 460)),
      m_look(new LookPage(source, watch, this)) {
    // Paths differ at their end.
    for (DetailTable* table : {m_control, m_descriptors}) table->setTextElideMode(Qt::ElideMiddle);
    m_status->setWordWrap(true);
    m_status->setProperty("kind", QStringLiteral("muted"));
    m_status->setContentsMargins(12, 4, 12, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_status);
    column->addWidget(m_parts, 1);
    column->addStretch(0);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_memory, m_control, m_threads, m_descriptors, m_limits, m_look})
        m_parts->addWidget(part);
    connect(&watch, &ProcessWatch::snapshotTaken, this, [this](std::uint32_t process) {
        if (process == m_process) refresh();
    });
    retranslate();
}

DetailTable* DetailsView::addTable(bool sortable, int elastic, int firstWide, int wideFromPx) {
    auto* table = new DetailTable(sortable ? DetailTable::Sorting::ByColumn : DetailTable::Sorting::Fixed, this);
    table->setElastic(elastic);
    table->setWideColumns(firstWide, wideFromPx);
    return table;
}

QString DetailsView::partName(Part part) {
    switch (part) {
        case Part::Memory:
            return tr("Memory");
        case Part::Control:
            return tr("Control");
        case Part::Threads:
            return tr("Threads");
        case Part::Descriptors:
            return tr("Files");
        case Part::Limits:
            return tr("Limits");
        case Part::Registers:
            return tr("Registers");
    }
    return {};
}

QString DetailsView::partTip(Part part) {
    switch (part) {
        case Part::Memory:
            return tr("The address space: its sections from high to low addresses, and what of them is in memory.");
        case Part::Control:
            return tr("The process control block: what the kernel keeps of it, each field with its source.");
        case Part::Threads:
            return tr("The threads of the process, what each does and what it has used.");
        case Part::Descriptors:
            return tr("Open descriptors and what they lead to.");
        case Part::Limits:
            return tr("Resource limits, and the signals that are not left to their default.");
        case Part::Registers:
            return tr("Registers of the processor and the call chain of a thread.");
    }
    return {};
}

void DetailsView::retranslate() {
    m_control->setAccessibleName(tr("Process control block"));
    m_threads->setAccessibleName(tr("Threads of the process"));
    m_descriptors->setAccessibleName(tr("Descriptors of the process"));
    m_limits->setAccessibleName(tr("Limits and signals of the process"));
    m_control->rows()->setColumns(ControlRows::columns());
    m_threads->rows()->setColumns(PartRows::threadColumns());
    m_descriptors->rows()->setColumns(PartRows::descriptorColumns());
    m_limits->rows()->setColumns(PartRows::limitColumns());
    m_memory->retranslate();
    m_look->retranslate();
    m_shown.reset();
    refresh();
}

void DetailsView::setProcess(std::uint32_t process) {
    m_process = process;
    m_look->setProcess(process);
    m_shown.reset();
    refresh();
}

void DetailsView::setPart(Part part) {
    m_parts->setCurrentIndex(static_cast<int>(part));
    m_shown.reset();
    refresh();
}

DetailsView::Part DetailsView::part() const { return static_cast<Part>(m_parts->currentIndex()); }

QString DetailsView::status() const { return m_status->text(); }

QString DetailsView::countNote(const ProcessDetails& details) const {
    if (part() == Part::Threads && details.threads && details.threadCount > details.threads->size())
        return tr(" · the first %1 of %2").arg(details.threads->size()).arg(details.threadCount);
    if (part() == Part::Descriptors && details.descriptors && details.descriptorCount > details.descriptors->size())
        return tr(" · the first %1 of %2").arg(details.descriptors->size()).arg(details.descriptorCount);
    return {};
}

void DetailsView::showStatus(const ProcessWatch::Snapshot& snapshot, bool alive) {
    const auto& processes = m_source.view().processes;
    const bool launched = m_process < processes.size() && processes[m_process].pid != 0;
    if (snapshot && alive) {
        m_status->setText(tr("Live · reading it took %1").arg(durationText(snapshot->costNs)) + countNote(*snapshot));
    } else if (snapshot) {
        const double at = std::max(0.0, m_source.view().sinceStartS(snapshot->takenNs));
        m_status->setText(tr("It has ended. This is how it was at %1.").arg(clockText(at)) + countNote(*snapshot));
    } else if (alive) {
        m_status->setText(tr("Reading …"));
    } else {
        m_status->setText(launched ? tr("It ended before it was looked at. Select a process while it runs.")
                                   : tr("Run the experiment: what is inside a process can be seen while it lives."));
    }
}

void DetailsView::showPart(const ProcessWatch::Snapshot& snapshot, bool past) {
    const ProcessDetails& details = *snapshot;
    const bool dark = ChartTheme::of(palette()).dark;
    const auto why = [](const std::string& reason) {
        return reason.empty() ? QString() : tr("Not to be seen: %1").arg(ControlRows::reasonText(reason));
    };
    switch (part()) {
        case Part::Memory:
            m_memory->show(snapshot, past);
            break;
        case Part::Control:
            m_control->show(ControlRows::rows(details), past);
            break;
        case Part::Threads:
            m_threads->setEmptyText(why(details.threads.reason));
            m_threads->show(PartRows::threads(details, dark), past);
            break;
        case Part::Descriptors:
            m_descriptors->setEmptyText(why(details.descriptors.reason));
            m_descriptors->show(PartRows::descriptors(details, m_source.descriptorEnds(m_process), m_source.view()),
                                past);
            break;
        case Part::Limits:
            m_limits->show(PartRows::limitsAndSignals(details), past);
            break;
        case Part::Registers:
            m_look->refresh();
            break;
    }
}

// What to do then stands in the middle.
void DetailsView::showEmpty(bool empty) {
    m_parts->setVisible(!empty);
    m_status->setAlignment(empty ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_status, empty ? 1 : 0);
}

void DetailsView::refresh() {
    if (!isVisible()) return;
    const auto snapshot = m_watch.snapshot(m_process);
    const bool alive = m_watch.isAlive(m_process);
    showStatus(snapshot, alive);
    showEmpty(snapshot == nullptr);
    // Asked several times a second; there is something new when there is another snapshot.
    const bool same = snapshot == m_shown && m_shownPast != alive && part() != Part::Registers;
    if (!snapshot || same) return;
    m_shown = snapshot;
    m_shownPast = !alive;
    showPart(snapshot, !alive);
}

void DetailsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_shown.reset();
    refresh();
}

// Icons are painted for a light or a dark ground.
void DetailsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    m_shown.reset();
    refresh();
}

}  // namespace ipclab
