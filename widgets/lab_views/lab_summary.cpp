#include "lab_views/lab_summary.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/words.h"
#include "exercises/lab_session.h"
#include "plot/units.h"

namespace ipclab {
namespace {

QString pointsOf(double points) { return plainDigits(points, 4); }

}  // namespace

LabSummary::LabSummary(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_title(new QLabel(this)),
      m_points(new QLabel(this)),
      m_right(new QLabel(this)),
      m_open(new QLabel(this)),
      m_handIn(new QPushButton(this)) {
    setObjectName(QStringLiteral("verdict"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("kind", QStringLiteral("section"));
    m_points->setProperty("kind", QStringLiteral("figure"));
    m_open->setProperty("kind", QStringLiteral("muted"));
    m_handIn->setProperty("kind", QStringLiteral("primary"));
    for (QLabel* label : {m_title, m_points, m_right, m_open}) label->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_points, m_right, m_open, m_handIn})
        column->addWidget(part);
    connect(m_handIn, &QPushButton::clicked, this, &LabSummary::handInWanted);
    refresh();
}

// A line for each step that was judged, then the predictions and the hints.
QString LabSummary::rightText() const {
    QStringList lines;
    std::size_t predictions = 0, right = 0;
    for (std::size_t i = 0; i < m_labs.lab().steps.size(); ++i) {
        const LabStep& step = m_labs.lab().steps[i];
        const LabStepVerdict& verdict = m_labs.result()->steps[i];
        for (const auto& each : verdict.predictions) {  // one that was not judged is neither
            predictions += each.right ? 1 : 0;
            right += each.right.value_or(false) ? 1 : 0;
        }
        if (step.checks.empty()) continue;
        const auto held = std::ranges::count(verdict.checks, LabOutcome::Passed, &LabVerdict::outcome);
        const bool all = static_cast<std::size_t>(held) == step.checks.size();
        const QString text = step.checks.size() == 1 ? tr("%1 %2: %3 of %4 holds") : tr("%1 %2: %3 of %4 hold");
        lines << text.arg(all ? QStringLiteral("✓") : QStringLiteral("✗"), Words::local(step.title))
                     .arg(held)
                     .arg(step.checks.size());
    }
    if (predictions > 0) lines << tr("Predictions that were right: %1 of %2").arg(right).arg(predictions);
    if (const auto hints = m_labs.work().hints.size(); hints > 0) lines << tr("Hints read: %1").arg(hints);
    return lines.join(QLatin1Char('\n'));
}

QString LabSummary::openText() const {
    if (!unanswered(m_labs.lab(), m_labs.work()).empty()) return tr("Still open: what is asked to be said in words.");
    if (!m_labs.result()->complete) return tr("Still open: a verdict that is not known.");
    if (m_labs.work().student.empty()) return tr("Still open: your name, above.");
    return m_labs.result()->points < m_labs.result()->most
               ? tr("A step can be run again until it is handed in; the newest runs count.")
               : tr("Every check holds.");
}

void LabSummary::refresh() {
    const bool done = m_labs.isDone();
    setVisible(done);
    if (!done) return;
    const bool all = m_labs.result()->points >= m_labs.result()->most && m_labs.result()->complete;
    m_title->setText(all ? tr("You are through") : tr("Every step was run"));
    const double most = m_labs.result()->most;
    m_points->setText((most == 1 ? tr("%1 of %2 point") : tr("%1 of %2 points"))
                          .arg(pointsOf(m_labs.result()->points), pointsOf(most)));
    m_right->setText(rightText());
    m_open->setText(openText());
    m_handIn->setText(tr("Hand in…"));
    m_handIn->setToolTip(tr("Writes one file with your work, your runs and a report"));
    setAccessibleName(m_title->text() + QStringLiteral(": ") + m_points->text());
}

void LabSummary::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
