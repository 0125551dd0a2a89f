#include "inspect/mechanism_chooser.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <map>
#include <set>

#include "bridge/words.h"
#include "inspect/plain_text.h"
#include "links/registry.h"
#include "models/mechanism_table.h"
#include "plot/plain_tip.h"
#include "runs/said.h"

namespace ipclab {
namespace {

enum Role { IdRole = Qt::UserRole, DetailRole, SearchRole, CurrentRole, RefusedRole };

constexpr int kMargin = 6;
constexpr QSize kPopupSize{420, 460};

// Name, and below it what it is like, or why it cannot be.
class TwoLines : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int line = option.fontMetrics.height();
        if (!index.parent().isValid()) return {0, line + 2 * kMargin};
        const QString detail = index.data(DetailRole).toString();
        // Asked before it is shown, when it has no width of its own.
        const int width = (option.widget->isVisible() ? option.widget->width() : kPopupSize.width()) - 60;
        const int lines = smaller(option).boundingRect(0, 0, width, 10'000, Qt::TextWordWrap, detail).height();
        return {0, line + lines + kMargin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
        const bool enabled = !index.data(RefusedRole).toBool();
        const QRect room = option.rect.adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
        const QPalette& colors = option.palette;
        painter->save();
        QFont font = option.font;
        font.setBold(!index.parent().isValid() || index.data(CurrentRole).toBool());
        painter->setFont(font);
        const QColor muted = colors.color(QPalette::PlaceholderText);
        painter->setPen(enabled ? colors.color(QPalette::Text) : muted);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.9);
        painter->setFont(font);
        painter->setPen(muted);
        painter->drawText(room.adjusted(0, option.fontMetrics.height(), 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
                          index.data(DetailRole).toString());
        painter->restore();
    }

private:
    static QFontMetrics smaller(const QStyleOptionViewItem& option) {
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.9);
        return QFontMetrics(font);
    }
};

// A field of the link can be mended afterwards; its ends and its mechanism cannot.
bool isOfAField(std::string_view pointer) {
    static constexpr auto fields = std::to_array<std::string_view>({"/capacity",
                                                                    "/sync",
                                                                    "/wire",
                                                                    "/naming",
                                                                    "/policy",
                                                                    "/owner",
                                                                    "/nagle",
                                                                    "/delayed_ack",
                                                                    "/keep_alive",
                                                                    "/congestion",
                                                                    "/send_buffer_bytes",
                                                                    "/receive_buffer_bytes",
                                                                    "/writes_per_message",
                                                                    "/duplex",
                                                                    "/mode",
                                                                    "/priority",
                                                                    "/type",
                                                                    "/timeout_ms",
                                                                    "/spin_us",
                                                                    "/attach"});
    return std::ranges::any_of(fields, [&](std::string_view field) {
        const std::size_t at = pointer.find(field);
        return at != pointer.npos && (at + field.size() == pointer.size() || pointer[at + field.size()] == '/');
    });
}

// What is wrong afterwards that was not before, and is more than a field; empty: nothing.
std::string obstacleTo(Document& document, Revision& revision, const std::set<std::string>& before, PartId link,
                       const std::string& mechanism) {
    const Edit edit = changeMechanism(document, link, mechanism);
    if (edit.isEmpty()) return {};
    const Edit back = document.apply(edit);
    revision.update(edit);
    std::string obstacle;
    for (const Problem& problem : revision.problems()) {
        if (problem.severity == Severity::Warning || before.contains(problem.message)) continue;
        if (obstacle.empty() && !isOfAField(problem.pointer)) obstacle = problem.message;
    }
    document.apply(back);
    revision.update(back);
    return obstacle;
}

// What it says is there; what it advises is about a document that has it already.
QString firstSentence(const QString& text) { return text.section(QStringLiteral(". "), 0, 0); }

QString detailOf(const MechanismTable& table, int row) {
    QStringList traits;
    for (const int column : {MechanismTable::DirectionOf, MechanismTable::ReachOf, MechanismTable::Carries})
        traits << table.index(row, column).data().toString();
    return traits.join(QStringLiteral(" · "));
}

}  // namespace

Edit changeMechanism(const Document& document, PartId link, const std::string& mechanism) {
    const LinkSpec& spec = *document.link(link);
    const Experiment& experiment = document.experiment();
    Edit edit;
    for (std::size_t i = 0; i < experiment.links.size(); ++i) {
        const LinkSpec& other = experiment.links[i];
        const bool same = document.ids().at(Part::Kind::Link, i).id == link;
        const bool pair = other.name == spec.reverseOf || (!other.reverseOf.empty() && other.reverseOf == spec.name);
        if ((!same && !pair) || other.mechanism == mechanism) continue;
        LinkSpec changed = other;
        changed.mechanism = mechanism;
        edit.changes.emplace_back(ReplacePart{document.ids().at(Part::Kind::Link, i), std::move(changed)});
    }
    return edit;
}

MechanismChooser::MechanismChooser(const Editor& editor, PartId link, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_search(new QLineEdit(this)),
      m_list(new QTreeView(this)),
      m_model(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("mechanismChooser"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Mechanisms"));
    m_search->setPlaceholderText(tr("Search mechanisms"));
    m_search->setAccessibleName(tr("Search mechanisms"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Mechanisms"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(8);
    m_list->setItemDelegate(new TwoLines(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    fill(editor, link);
    connect(m_search, &QLineEdit::textChanged, this, &MechanismChooser::filter);
    connect(m_list, &QTreeView::clicked, this, &MechanismChooser::choose);
    connect(m_list, &QTreeView::activated, this, &MechanismChooser::choose);
    resize(kPopupSize);
}

void MechanismChooser::fill(const Editor& editor, PartId link) {
    Document document = editor.document();
    Revision revision(document);
    std::set<std::string> before;
    for (const Problem& problem : revision.problems()) before.insert(problem.message);
    const std::string now = document.link(link)->mechanism;
    const MechanismTable table;
    std::map<Family, QStandardItem*> families;
    for (int row = 0; row < table.rowCount(); ++row) {
        const MechanismInfo& info = table.mechanism(row).info();
        QStandardItem*& family = families[info.family];
        if (family == nullptr) {
            family = new QStandardItem(MechanismTable::familyName(info.family));
            family->setFlags(Qt::ItemIsEnabled);
            m_model->appendRow(family);
        }
        const std::string id(info.id);
        const QString why = said(obstacleTo(document, revision, before, link, id));
        auto* item = new QStandardItem(Words::mechanism(id));
        const QString detail = why.isEmpty() ? detailOf(table, row) : firstSentence(why);
        item->setData(text(id), IdRole);
        item->setData(detail, DetailRole);
        item->setData(item->text() + QLatin1Char(' ') + text(id) + QLatin1Char(' ') + family->text() +
                          QLatin1Char(' ') + detailOf(table, row),
                      SearchRole);
        item->setData(id == now, CurrentRole);
        const QString refused = why.isEmpty() ? QString() : tr("not possible here") + QStringLiteral(": ");
        item->setData(item->text() + QStringLiteral(", ") + refused + detail, Qt::AccessibleTextRole);
        item->setToolTip(why.isEmpty() ? Words::tip("mechanism", info.note) : plainTip(why));
        // One that cannot be chosen can be gone to all the same, so that its reason is read with the keys too.
        item->setData(!why.isEmpty(), RefusedRole);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        family->appendRow(item);
    }
    m_list->expandAll();
    m_list->setCurrentIndex(indexOf(text(now)));
}

QModelIndex MechanismChooser::indexOf(const QString& id) const {
    const QModelIndexList found =
        m_model->match(m_model->index(0, 0), IdRole, id, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.front();
}

bool MechanismChooser::canBeChosen(const QModelIndex& index) {
    return (index.flags() & Qt::ItemIsSelectable) != 0 && !index.data(RefusedRole).toBool();
}

void MechanismChooser::filter(const QString& typed) {
    const QString wanted = typed.trimmed();
    QModelIndex first;
    for (int family = 0; family < m_model->rowCount(); ++family) {
        const QModelIndex parent = m_model->index(family, 0);
        bool any = false;
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            const bool shown = index.data(SearchRole).toString().contains(wanted, Qt::CaseInsensitive);
            m_list->setRowHidden(row, parent, !shown);
            any = any || shown;
            if (shown && !first.isValid() && canBeChosen(index)) first = index;
        }
        m_list->setRowHidden(family, {}, !any);
    }
    m_list->setCurrentIndex(first);
}

void MechanismChooser::choose(const QModelIndex& index) {
    if (!canBeChosen(index)) return;
    const QString id = index.data(IdRole).toString();
    close();
    emit chosen(id);
}

// To the next mechanism that is seen; a family is none.
void MechanismChooser::step(QModelIndex (QTreeView::*next)(const QModelIndex&) const) {
    QModelIndex index = m_list->currentIndex();
    do {
        index = index.isValid() ? (m_list->*next)(index) : m_list->indexAt({});
    } while (index.isValid() && (index.flags() & Qt::ItemIsSelectable) == 0);
    if (index.isValid()) m_list->setCurrentIndex(index);
}

// The keys of the list while the search has the focus.
bool MechanismChooser::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    switch (key) {
        case Qt::Key_Down:
            step(&QTreeView::indexBelow);
            return true;
        case Qt::Key_Up:
            step(&QTreeView::indexAbove);
            return true;
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            QApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            return QFrame::eventFilter(watched, event);
    }
}

void MechanismChooser::showAt(QWidget* widget) {
    const QRect screen = widget->screen()->availableGeometry();
    QSize size = kPopupSize.boundedTo(screen.size());
    QPoint at = widget->mapToGlobal(QPoint(widget->width() - size.width(), widget->height() + 2));
    at.setX(std::clamp(at.x(), screen.left(), screen.right() - size.width()));
    at.setY(std::clamp(at.y(), screen.top(), screen.bottom() - size.height()));
    setGeometry(QRect(at, size));
    show();
    m_search->setFocus();
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

}  // namespace ipclab
