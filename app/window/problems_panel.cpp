#include "window/problems_panel.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "inspect/field_places.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "core/utf8.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString placeOf(const WindowDocument& document, const Problem& problem) {
    return problem.line == 0 ? document.fileName() : QStringLiteral("%1:%2").arg(document.fileName()).arg(problem.line);
}

// As the inspector names it; of what it has not, and of a file that could not be read, as the file does.
QString fieldOf(const WindowDocument& document, const Problem& problem) {
    constexpr std::size_t kLongestPointer = 200;
    const QString place =
        document.experiment ? FieldPlaces::ofPointer(*document.experiment, problem.pointer) : QString();
    return place.isEmpty() ? QString::fromStdString(excerpt(problem.pointer, kLongestPointer)) : place;
}

}  // namespace

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_close(new QToolButton(this)), m_list(new QTextBrowser(this)) {
    m_heading->setProperty("kind", QStringLiteral("section"));
    m_heading->setWordWrap(true);
    m_close->setText(QString(QChar(0x2715)));
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setOpenLinks(false);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 8);
    head->addWidget(m_heading, 1);
    head->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    connect(m_list->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ProblemsPanel::fitHeight);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ProblemsPanel::setDocument(const WindowDocument& document) {
    m_document = document;
    retranslate();
    setVisible(!document.problems.empty());
}

int ProblemsPanel::count() const { return isHidden() ? 0 : static_cast<int>(m_document.problems.size()); }

bool ProblemsPanel::forbidsRun() const {
    return count() > 0 && m_document.experiment && exitStatus(m_document.problems) != 0;
}

QString ProblemsPanel::textAt(int row) const {
    const Problem& problem = m_document.problems.at(static_cast<std::size_t>(row));
    return QStringLiteral("%1 %2 %3")
        .arg(placeOf(m_document, problem), fieldOf(m_document, problem), said(problem.message));
}

QString ProblemsPanel::rowsAsHtml() const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QString cell = QStringLiteral("<td style='padding:4px 20px 4px 8px; color:%1'>%2</td>");
    QString rows;
    for (const Problem& problem : m_document.problems) {
        const QColor mark = problem.severity == Severity::Error ? theme.events[3] : theme.events[2];
        rows += QStringLiteral("<tr>") +
                cell.arg(mark.name(), QStringLiteral("<b>%1</b>").arg(markupText(placeOf(m_document, problem)))) +
                cell.arg(theme.mutedText.name(), markupText(fieldOf(m_document, problem))) +
                cell.arg(theme.text.name(), markupText(said(problem.message))) + QStringLiteral("</tr>");
    }
    return QStringLiteral("<table width='100%'>%1</table>").arg(rows);
}

// As high as its text, up to a third of what is usual; then it scrolls.
void ProblemsPanel::fitHeight() {
    const int text = static_cast<int>(m_list->document()->size().height()) + 12;
    m_list->setFixedHeight(std::clamp(text, 40, 220));
}

void ProblemsPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

QString ProblemsPanel::heading() const {
    const QString file = m_document.fileName();
    switch (worst(m_document.problems).value_or(Severity::Warning)) {
        case Severity::Error:
            return tr("%1 cannot be run as it stands:").arg(file);
        case Severity::MachineLacks:
            return tr("%1 is sound, but this machine cannot run it:").arg(file);
        case Severity::Warning:
            return tr("%1 can be run. Worth knowing before:").arg(file);
    }
    return {};
}

void ProblemsPanel::retranslate() {
    m_heading->setText(heading());
    m_list->setHtml(rowsAsHtml());
    fitHeight();
    m_list->setAccessibleName(tr("Problems of the document"));
    m_close->setToolTip(tr("Close this list"));
    m_close->setAccessibleName(tr("Close this list"));
}

void ProblemsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
