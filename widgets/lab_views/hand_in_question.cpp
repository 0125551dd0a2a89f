#include "lab_views/hand_in_question.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "exercises/lab_session.h"

namespace ipclab {

HandInQuestion::HandInQuestion(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_text(new QLabel(this)),
      m_allTheSame(new QPushButton(this)),
      m_back(new QPushButton(this)) {
    setObjectName(QStringLiteral("verdict"));
    setAttribute(Qt::WA_StyledBackground);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_allTheSame);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_allTheSame, &QPushButton::clicked, this, [this] {
        hide();
        emit handInWanted();
    });
    connect(&labs, &LabSession::changed, this, [this] {
        if (isHidden() || !m_labs.isOpen()) return;
        open().isEmpty() ? hide() : retranslate();
    });
    hide();
}

QStringList HandInQuestion::open() const {
    const LabWork& work = m_labs.work();
    QStringList lines;
    const auto unrun = std::ranges::count_if(
        m_labs.lab().steps, [&](const LabStep& step) { return m_labs.runsMade(step) < m_labs.runsWanted(step); });
    if (unrun > 0) lines << tr("Steps that were not run as often as they are judged by: %1").arg(unrun);
    if (const auto questions = unanswered(m_labs.lab(), work).size(); questions > 0)
        lines << tr("Questions not answered, or in fewer words than are asked for: %1").arg(questions);
    if (QString::fromStdString(work.student).trimmed().isEmpty()) lines << tr("Your name is missing.");
    return lines;
}

void HandInQuestion::ask() {
    if (open().isEmpty()) {
        hide();
        emit handInWanted();
        return;
    }
    retranslate();
    show();
    m_back->setFocus();
    QAccessibleEvent event(m_text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void HandInQuestion::retranslate() {
    const QStringList lines = m_labs.isOpen() ? open() : QStringList();
    m_text->setText(tr("This is still open:") + QStringLiteral("\n• ") + lines.join(QStringLiteral("\n• ")));
    m_allTheSame->setText(tr("Hand in all the same…"));
    m_back->setText(tr("Go on with it"));
}

void HandInQuestion::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
