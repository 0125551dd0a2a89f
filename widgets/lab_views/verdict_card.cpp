#include "lab_views/verdict_card.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "bridge/words.h"
#include "lab_views/lab_text.h"
#include "labs/expression.h"
#include "plot/units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString markOf(const std::optional<LabVerdict>& verdict) {
    if (!verdict) return QStringLiteral("○");
    switch (verdict->outcome) {
        case LabOutcome::Passed:
            return QStringLiteral("✓");
        case LabOutcome::Failed:
            return QStringLiteral("✗");
        case LabOutcome::NotJudged:
            return QStringLiteral("–");
        case LabOutcome::Unknown:
            return QStringLiteral("?");
    }
    return {};
}

QString outcomeWord(const std::optional<LabVerdict>& verdict) {
    return verdict ? said(outcomeText(verdict->outcome)) : VerdictCard::tr("not run yet");
}

QString pointsText(double points) { return plainDigits(points, 4); }

}  // namespace

VerdictCard::VerdictCard(LabCheck check, bool hintsCost, QWidget* parent)
    : QWidget(parent),
      m_check(std::move(check)),
      m_hintsCost(hintsCost),
      m_mark(new QLabel(this)),
      m_what(new QLabel(this)),
      m_points(new QLabel(this)),
      m_said(new QLabel(this)),
      m_why(new QLabel(this)),
      m_hint(new QLabel(this)),
      m_ask(new QPushButton(this)),
      m_chart(new QPushButton(this)) {
    setObjectName(QStringLiteral("verdict"));
    setAttribute(Qt::WA_StyledBackground);
    for (QLabel* label : {m_what, m_said, m_why, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::RichText);
    }
    m_what->setProperty("kind", QStringLiteral("section"));
    m_points->setProperty("kind", QStringLiteral("muted"));
    for (QLabel* label : {m_why, m_hint}) label->setProperty("kind", QStringLiteral("muted"));
    for (QPushButton* button : {m_ask, m_chart}) button->setProperty("kind", QStringLiteral("small"));
    m_mark->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_mark->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("✓ ")));  // the marks are of several widths
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_ask);
    buttons->addWidget(m_chart);
    buttons->addStretch(1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_mark, 0, 0, Qt::AlignTop);
    grid->addWidget(m_what, 0, 1);
    grid->addWidget(m_points, 0, 2, Qt::AlignTop | Qt::AlignRight);
    for (int row = 1; QLabel * label : {m_said, m_why, m_hint}) grid->addWidget(label, row++, 1, 1, 2);
    grid->addLayout(buttons, 4, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(m_ask, &QPushButton::clicked, this, [this] { emit hintWanted(m_check.id); });
    connect(m_chart, &QPushButton::clicked, this, &VerdictCard::chartWanted);
    show();
}

void VerdictCard::setVerdict(const LabVerdict* verdict) {
    m_verdict = verdict != nullptr ? std::optional(*verdict) : std::nullopt;
    show();
}

void VerdictCard::setHintRead(bool read) {
    m_hintRead = read;
    show();
}

void VerdictCard::setCanShow(bool can) {
    m_canShow = can;
    show();
}

QString VerdictCard::said() const { return m_told; }

// What is for the teacher alone is asked for, and not told.
void VerdictCard::show() {
    const bool told = m_verdict && m_check.visible;
    const auto& verdict = told ? m_verdict : std::nullopt;
    m_mark->setText(m_check.visible ? markOf(verdict) : QStringLiteral("·"));
    const QString what = Words::local(m_check.what);
    m_what->setText(richLineOf(what));
    m_what->setAccessibleDescription(m_check.visible ? outcomeWord(verdict) : tr("judged by your teacher"));
    m_points->setVisible(m_check.points > 0);
    m_points->setText(verdict ? tr("%1 of %2").arg(pointsText(verdict->points), pointsText(m_check.points))
                              : tr("counts %1").arg(pointsText(m_check.points)));
    QString said;
    if (!m_check.visible)
        said = tr("Judged by your teacher.");
    else if (verdict && verdict->outcome == LabOutcome::Passed)
        said = QString::fromStdString(filledMessage(Words::local(m_check.pass).toStdString(), *verdict));
    else if (verdict && verdict->outcome == LabOutcome::Failed)
        said = QString::fromStdString(filledMessage(Words::local(m_check.fail).toStdString(), *verdict));
    else if (verdict && !verdict->unmet.empty())
        said = ipclab::said(notJudgedBecause(Words::local(verdict->unmet).toStdString()));
    else if (verdict)
        said = ipclab::said(verdict->reason);
    if (!said.isEmpty()) said.front() = said.front().toUpper();  // a sentence of its own
    m_told = plainLineOf(said);
    m_said->setText(richLineOf(said));
    m_said->setVisible(!said.isEmpty());
    const bool ended = verdict && (verdict->outcome == LabOutcome::Passed || verdict->outcome == LabOutcome::Failed);
    m_why->setText(richLineOf(Words::local(m_check.why)));
    m_why->setVisible(ended && verdict->outcome == LabOutcome::Passed && !m_why->text().isEmpty());
    m_hint->setText(richLineOf(tr("Hint: %1").arg(Words::local(m_check.hint))));
    m_hint->setVisible(m_hintRead && !m_check.hint.empty());
    m_ask->setText(tr("Hint"));
    m_ask->setToolTip(m_hintsCost ? tr("Shows a hint; it costs a tenth of the points")
                                  : tr("Shows a hint; it costs nothing"));
    m_ask->setVisible(!m_check.hint.empty() && !m_hintRead && !(ended && verdict->outcome == LabOutcome::Passed));
    m_chart->setText(m_check.shownIn.empty() ? tr("Show it in the run") : tr("Show it in the chart"));
    m_chart->setToolTip(tr("Opens the run this was measured in, at the place the figure is from"));
    m_chart->setVisible(ended && m_canShow);
    setAccessibleName(plainLineOf(what) + QStringLiteral(": ") + m_what->accessibleDescription());
}

void VerdictCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
