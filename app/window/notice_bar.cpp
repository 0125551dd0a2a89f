#include "window/notice_bar.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "plot/chart_theme.h"

namespace ipclab {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_detail(new QLabel(this)),
      m_button(new QPushButton(this)),
      m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_close->setText(QString(QChar(0x2715)));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = m_action;
        dismiss();
        if (action) action();
    });
    hide();
}

void NoticeBar::show(Weight weight, const QString& text, const QString& detail) { ask(weight, text, detail, {}, {}); }

void NoticeBar::ask(Weight weight, const QString& text, const QString& detail, const QString& button,
                    std::function<void()> action) {
    m_weight = weight;
    const bool informs = weight == Weight::Information;
    if (property("informs").toBool() != informs) {
        setProperty("informs", informs);
        for (QWidget* part : std::initializer_list<QWidget*>{this, m_text, m_detail}) {
            part->setProperty("informs", informs);
            part->style()->unpolish(part);
            part->style()->polish(part);
        }
    }
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_action = std::move(action);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    setAccessibleName(text);
    showIcon();
    setVisible(true);
}

void NoticeBar::dismiss() {
    m_action = nullptr;
    hide();
}

void NoticeBar::take(const QString& said) {
    if (text() == said) dismiss();
}

QString NoticeBar::text() const { return isHidden() ? QString() : m_text->text(); }

void NoticeBar::showIcon() {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QString name = m_weight == Weight::Information ? QStringLiteral("info")
                         : m_weight == Weight::Warning   ? QStringLiteral("warning")
                                                         : QStringLiteral("error");
    const QColor color = m_weight == Weight::Error         ? theme.events[3]
                         : m_weight == Weight::Information ? theme.selection
                                                           : theme.bannerText;
    m_icon->setPixmap(iconPixmap(name, color, 18, devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && !isHidden()) showIcon();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
