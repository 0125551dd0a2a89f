#include "lab_views/lab_source_strip.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "exercises/lab_session.h"
#include "plot/plain_tip.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kLeastLines = 3, kMostLines = 9;

// "lab.json:12: /steps/0/id: …", with the message in the language of the window.
QString problemText(const LabProblem& of) {
    const Problem& problem = of.problem;
    QString place = QString::fromStdString(of.file);
    if (problem.line != 0) place += QStringLiteral(":%1").arg(problem.line);
    if (!problem.pointer.empty()) place += QStringLiteral(" %1").arg(QString::fromStdString(problem.pointer));
    return QStringLiteral("%1\n    %2").arg(place, said(problem.message));
}

bool isGrave(const LabProblem& problem) { return problem.problem.severity == Severity::Error; }

}  // namespace

LabSourceStrip::LabSourceStrip(LabSession& labs, QWidget* parent)
    : QFrame(parent),
      m_labs(labs),
      m_title(new QLabel(this)),
      m_state(new QLabel(this)),
      m_problems(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("labSource"));
    for (QLabel* label : {m_title, m_state}) label->setWordWrap(true);
    m_title->setProperty("kind", QStringLiteral("section"));
    m_problems->setReadOnly(true);
    m_problems->setTabChangesFocus(true);
    m_problems->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_state, m_problems}) column->addWidget(part);
    refresh();
}

QString LabSourceStrip::problemsText() const { return m_problems->toPlainText(); }

void LabSourceStrip::refresh() {
    const QString path = QFile::decodeName(m_labs.source().c_str());
    setVisible(!path.isEmpty());
    if (path.isEmpty()) return;
    const auto& faults = m_labs.faults();
    const auto grave = static_cast<std::size_t>(std::ranges::count_if(faults, isGrave));
    const QString name = QDir(path).dirName();
    m_title->setText(m_labs.isWatched() ? tr("Preview of %1").arg(name) : tr("From %1").arg(name));
    m_title->setToolTip(plainTip(QDir::toNativeSeparators(path)));
    m_state->setText(faults.empty() ? m_labs.isWatched() ? tr("Its files are sound; changes are shown at once.")
                                                         : tr("Its files are sound.")
                     : m_labs.isOpen() && grave > 0 && m_labs.isWatched()
                         ? tr("Its author has to mend something. What is shown below is the last sound version.")
                     : grave > 0 && !m_labs.isOpen() ? tr("It cannot be shown before this is mended:")
                                                     : tr("Its author may want to mend something:"));
    QStringList lines;
    for (const bool first : {true, false})  // the grave ones first
        for (const LabProblem& fault : faults)
            if (isGrave(fault) == first) lines << problemText(fault);
    const QString text = lines.join(QLatin1Char('\n'));
    if (text != m_problems->toPlainText()) m_problems->setPlainText(text);
    m_problems->setVisible(!faults.empty());
    m_problems->setAccessibleName(tr("What is wrong with the exercise"));
    const auto wanted = std::clamp(static_cast<int>(lines.size()) * 3, kLeastLines, kMostLines);
    m_problems->setFixedHeight(m_problems->fontMetrics().lineSpacing() * wanted + 14);
}

void LabSourceStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QFrame::changeEvent(event);
}

}  // namespace ipclab
