// Looking through the queues by words, and taking them out as text.
#include <algorithm>

#include "states/queue_view.h"

namespace ipclab {

void QueueView::setWords(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    refresh();
}

int QueueView::countIn(const QueueRows& queues) {
    int count = 0;
    for (const QueueRow& row : queues.rows) count += static_cast<int>(row.members.size());
    return count;
}

int QueueView::countShown() const { return countIn(m_queues); }

// Those whose own name or whose queue's has the words; a queue without any of them is not drawn.
void QueueView::keepMatching() {
    if (m_words.isEmpty()) return;
    for (QueueRow& row : m_queues.rows) {
        const QString name = nameOf(row);
        std::erase_if(row.members, [&](const QueueMember& member) {
            return !hasWords(name + QLatin1Char(' ') + chipText(member), m_words);
        });
    }
    std::erase_if(m_queues.rows, [](const QueueRow& row) { return row.members.empty(); });
}

TableText QueueView::tableText() const {
    TableText table{{tr("Queue"), tr("Length"), tr("Process"), tr("PID"), tr("Share of the last second [%]")}, {}};
    for (const QueueRow& row : m_queues.rows) {
        for (const QueueMember& member : row.members) {
            table.rows << QStringList{nameOf(row), QString::number(row.length, 'f', 2),
                                      QString::fromStdString(member.name), QString::number(member.pid),
                                      QString::number(member.share * 100, 'f', 1)};
        }
    }
    return table;
}

}  // namespace ipclab
