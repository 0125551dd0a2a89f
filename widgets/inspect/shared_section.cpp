#include "inspect/shared_section.h"

#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "inspect/fact_list.h"
#include "inspect/section.h"
#include "models/figures.h"
#include "sync/registry.h"

namespace ipclab {

SharedSection::SharedSection(const RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_heading(sectionHeading(this)), m_facts(new FactList(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_heading);
    column->addWidget(m_facts);
    retranslate();
}

void SharedSection::retranslate() {
    m_heading->setText(tr("Shared"));
    refresh();
}

void SharedSection::refresh() {
    const RunData& run = m_source.view();
    const auto count = static_cast<int>(run.shared.size());
    while (m_rows < count) {
        m_facts->addFact();
        ++m_rows;
    }
    for (int row = 0; row < m_rows; ++row) {
        m_facts->setRowShown(row, row < count);
        if (row >= count) continue;
        showObject(row, run.shared[static_cast<std::size_t>(row)]);
    }
    setVisible(count > 0);
}

void SharedSection::showObject(int row, const SharedData& shared) {
    const QString sync = shared.sync == "none" ? tr("no synchronisation") : Words::primitive(shared.sync);
    const Primitive* primitive = findPrimitive(shared.sync);
    m_facts->setName(row, QStringLiteral("%1\n%2").arg(QString::fromStdString(shared.name), sync),
                     primitive == nullptr ? QString() : Words::tip("primitive", primitive->info().note));
    m_facts->setValue(row, figuresOf(shared));
}

QString SharedSection::figuresOf(const SharedData& shared) const {
    const SharedFigures& figures = shared.figures;
    QStringList lines;
    switch (shared.kind) {
        case SharedKind::Counter:
            lines << tr("counter: %1 after %2 updates").arg(countText(figures.value), countText(figures.allRounds()));
            lines << tr("updates lost: %1").arg(countText(shared.lost()));
            break;
        case SharedKind::HandOff:
            lines << tr("token: passed on %1 times").arg(countText(figures.allRounds()));
            if (shared.waits.count > 0) {
                lines << tr("one hand-off: p50 %1, p99 %2")
                             .arg(durationText(shared.waits.p50), durationText(shared.waits.p99));
            }
            break;
        case SharedKind::Barrier:
            lines << tr("barrier: %1 phases").arg(countText(figures.fewestRounds()));
            lines << tr("passed too early: %1").arg(countText(figures.early));
            break;
    }
    lines << tr("waits for its lock: %1").arg(countText(figures.lockWaits));
    const auto nameOf = [&](std::uint32_t process) {
        return QString::fromStdString(m_source.view().experiment.processes[process].name);
    };
    if (shared.holderDied) {
        lines << tr("%1 died holding the lock").arg(nameOf(*shared.holderDied));
    } else if (figures.holder && m_source.view().endNs == 0) {
        lines << tr("held by %1").arg(nameOf(*figures.holder));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace ipclab
