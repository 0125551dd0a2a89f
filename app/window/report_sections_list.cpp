#include "window/report_sections_list.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/icons.h"

namespace ipclab {
namespace {

constexpr int kPartRole = Qt::UserRole;

struct KeptPart {
    ReportPart part;
    bool checked;
};

// As the list wrote it; what is of another version is passed over.
std::vector<KeptPart> keptParts(const QString& kept) {
    std::vector<KeptPart> parts;
    for (const QString& word : kept.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const bool off = word.startsWith(QLatin1Char('-'));
        if (const auto part = reportPartOf(off ? word.mid(1) : word)) parts.push_back({*part, !off});
    }
    return parts;
}

}  // namespace

ReportSectionsList::ReportSectionsList(QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_up(new QToolButton(this)), m_down(new QToolButton(this)) {
    m_list->setProperty("kind", QStringLiteral("checks"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_up->setIcon(themedIcon(QStringLiteral("chevron-up")));
    m_down->setIcon(themedIcon(QStringLiteral("chevron-down")));
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    for (QToolButton* button : {m_up, m_down}) {
        button->setProperty("kind", QStringLiteral("flat"));
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    const auto tell = [this] {
        if (!m_filling) emit changed();
    };
    connect(m_list, &QListWidget::itemChanged, this, tell);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, tell);
    retranslate();
}

void ReportSectionsList::show(const ReportTemplate& chosen, ReportOf what, const QString& kept) {
    m_filling = true;
    m_list->clear();
    std::vector<KeptPart> parts = keptParts(kept);
    const auto has = [&](ReportPart part) { return std::ranges::find(parts, part, &KeptPart::part) != parts.end(); };
    const bool asUsual = parts.empty();
    for (const ReportPart part : chosen.parts)
        if (!has(part)) parts.push_back({part, asUsual});
    for (const ReportPartInfo& info : reportParts())
        if (!has(info.part)) parts.push_back({info.part, false});
    for (const KeptPart& part : parts)
        if (infoOf(part.part).isOf(what)) add(part.part, part.checked);
    m_list->setCurrentRow(0);
    m_filling = false;
    emit changed();
}

void ReportSectionsList::add(ReportPart part, bool checked) {
    auto* item = new QListWidgetItem(infoOf(part).title(), m_list);
    item->setData(kPartRole, static_cast<int>(part));
    item->setFlags((item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled) & ~Qt::ItemIsDropEnabled);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
}

std::vector<ReportPart> ReportSectionsList::parts() const {
    std::vector<ReportPart> parts;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem* item = m_list->item(i);
        if (item->checkState() == Qt::Checked) parts.push_back(static_cast<ReportPart>(item->data(kPartRole).toInt()));
    }
    return parts;
}

QString ReportSectionsList::text() const {
    QStringList words;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem* item = m_list->item(i);
        const QString id = QString::fromLatin1(infoOf(static_cast<ReportPart>(item->data(kPartRole).toInt())).id);
        words << (item->checkState() == Qt::Checked ? id : QLatin1Char('-') + id);
    }
    return words.join(QLatin1Char(','));
}

void ReportSectionsList::move(int by) {
    const int row = m_list->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count()) return;
    m_filling = true;
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
    m_filling = false;
    emit changed();
}

void ReportSectionsList::retranslate() {
    m_filling = true;
    m_list->setAccessibleName(tr("What the report says"));
    m_list->setToolTip(tr("What is checked is in the report, in this order. Drag a line to move it."));
    m_up->setToolTip(tr("Moves the chosen section up"));
    m_down->setToolTip(tr("Moves the chosen section down"));
    m_up->setAccessibleName(m_up->toolTip());
    m_down->setAccessibleName(m_down->toolTip());
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(infoOf(static_cast<ReportPart>(m_list->item(i)->data(kPartRole).toInt())).title());
    m_filling = false;
}

}  // namespace ipclab
