#include "window/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "models/search_list.h"
#include "plot/chart_theme.h"
#include "window/command_delegate.h"
#include "window/settings.h"

namespace ipclab {
namespace {

constexpr int kWidthPx = 640;
constexpr int kRows = 12;
constexpr int kShadowPx = 14;
constexpr int kFromTopPx = 44;
constexpr int kLastUsed = 24;

const auto kSettingsKey = QStringLiteral("commands/last");

}  // namespace

CommandPalette::CommandPalette(WindowSettings& settings, QWidget* window)
    : QFrame(window),
      m_settings(settings),
      m_list(new WithoutTypeAhead<QListView>),
      m_search(
          new SearchList(m_list, &m_commands, {.staysInField = true, .order = SearchFilter::Order::BestFirst}, this)) {
    setObjectName(QStringLiteral("commands"));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kShadowPx, kShadowPx + 4, kShadowPx, kShadowPx + 8);
    column->addWidget(m_search);
    connect(m_search, &SearchList::entered, this, &CommandPalette::carryOut);
    connect(m_list, &QListView::clicked, this, &CommandPalette::carryOut);
    retranslate();
    hide();
}

QLineEdit* CommandPalette::field() const { return m_search->field(); }

void CommandPalette::open(std::vector<Command> commands) {
    if (!isVisible()) m_before = window()->focusWidget();
    const QString last = QString::fromUtf8(m_settings.bytes(kSettingsKey));
    m_commands.setCommands(std::move(commands), last.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
    m_search->field()->clear();
    m_list->setCurrentIndex(m_search->filter()->first());
    m_list->scrollToTop();
    place();
    show();
    raise();
    m_search->field()->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void CommandPalette::dismiss() {
    qApp->removeEventFilter(this);
    if (!isVisible()) return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_before != nullptr) m_before->setFocus(Qt::PopupFocusReason);
}

// As large with one row as with all of them.
void CommandPalette::place() {
    const QWidget* around = parentWidget();
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height();
    const int wanted = m_search->field()->sizeHint().height() + 16 + kRows * row + 2 * kShadowPx;
    const int width = std::min(kWidthPx + 2 * kShadowPx, around->width() - 16);
    const int height = std::min(wanted, around->height() - kFromTopPx - 8);
    setGeometry((around->width() - width) / 2, kFromTopPx, width, height);
}

void CommandPalette::carryOut(const QModelIndex& index) {
    const Command command = m_commands.at(m_search->filter()->mapToSource(index));
    if (!command.enabled) return;
    remember(command.id);
    dismiss();
    command.act();
}

void CommandPalette::remember(const QString& id) {
    const QString last = QString::fromUtf8(m_settings.bytes(kSettingsKey));
    QStringList ids = last.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ids.removeAll(id);
    ids.prepend(id);
    m_settings.setBytes(kSettingsKey, ids.mid(0, kLastUsed).join(QLatin1Char('\n')).toUtf8());
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr) return QFrame::eventFilter(watched, event);
    const bool inside = widget == this || isAncestorOf(widget);
    switch (event->type()) {
        case QEvent::KeyPress:
            if (!inside || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) break;
            dismiss();
            return true;
        case QEvent::MouseButtonPress:
            if (!inside) dismiss();
            break;
        case QEvent::FocusIn:
            if (!inside && widget->window() == window()) dismiss();
            break;
        case QEvent::Resize:
            if (widget == parentWidget()) place();
            break;
        default:
            break;
    }
    return QFrame::eventFilter(watched, event);
}

// The frame, and a shadow around it that is cheap to draw over charts that move.
void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF sheet = QRectF(rect()).adjusted(kShadowPx, kShadowPx - 4, -kShadowPx, -kShadowPx);
    painter.setPen(Qt::NoPen);
    for (int px = kShadowPx; px > 0; --px) {
        painter.setBrush(QColor(0, 0, 0, 3 + (kShadowPx - px) / 2));
        painter.drawRoundedRect(sheet.adjusted(-px, -px + 4, px, px), 8 + px, 8 + px);
    }
    painter.setPen(ChartTheme::of(palette()).frame);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
}

void CommandPalette::retranslate() {
    setAccessibleName(tr("Command palette"));
    m_search->setTexts({tr("What do you want to do, open or show?"), tr("Search everything the window can do"),
                        tr("What was found"), tr("Nothing is called that. Try another word, in English too.")});
}

void CommandPalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        dismiss();
        retranslate();
    }
    QFrame::changeEvent(event);
}

}  // namespace ipclab
