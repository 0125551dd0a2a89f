#include "window/problems_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "charts/chart_theme.h"

namespace ipclab {
namespace {

QIcon iconOf(Severity severity, const ChartTheme& theme) {
    if (severity == Severity::Error) return coloredIcon(QStringLiteral("error"), theme.events[3]);
    return coloredIcon(QStringLiteral("warning"), theme.events[2]);
}

}  // namespace

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_close(new QToolButton(this)), m_list(new QTreeWidget(this)) {
    m_heading->setProperty("kind", QStringLiteral("section"));
    m_heading->setWordWrap(true);
    m_close->setText(QString(QChar(0x2715)));
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->setColumnCount(3);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 8);
    head->addWidget(m_heading, 1);
    head->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ProblemsPanel::setDocument(const WindowDocument& document) {
    m_document = document;
    m_list->clear();
    const ChartTheme& theme = ChartTheme::of(palette());
    for (const Problem& problem : document.problems) {
        const QString line = problem.line == 0 ? document.fileName() : QStringLiteral("%1:%2").arg(document.fileName()).arg(problem.line);
        auto* item = new QTreeWidgetItem(m_list, {line, QString::fromStdString(problem.pointer), QString::fromStdString(problem.message)});
        item->setIcon(0, iconOf(problem.severity, theme));
        item->setToolTip(2, item->text(2));
        for (int column = 0; column < 3; ++column) item->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
    retranslate();
    setVisible(!document.problems.empty());
}

int ProblemsPanel::count() const { return isHidden() ? 0 : m_list->topLevelItemCount(); }

QString ProblemsPanel::textAt(int row) const {
    const QTreeWidgetItem* item = m_list->topLevelItem(row);
    return QStringLiteral("%1 %2 %3").arg(item->text(0), item->text(1), item->text(2));
}

QString ProblemsPanel::heading() const {
    const QString file = m_document.fileName();
    switch (worst(m_document.problems).value_or(Severity::Warning)) {
        case Severity::Error: return tr("%1 cannot be run as it stands:").arg(file);
        case Severity::MachineLacks: return tr("%1 is sound, but this machine cannot run it:").arg(file);
        case Severity::Warning: return tr("%1 can be run. Worth knowing before:").arg(file);
    }
    return {};
}

void ProblemsPanel::retranslate() {
    m_heading->setText(heading());
    m_list->setHeaderLabels({tr("Where"), tr("Field"), tr("What is the matter")});
    m_list->setAccessibleName(tr("Problems of the document"));
    m_close->setToolTip(tr("Close this list"));
    m_close->setAccessibleName(tr("Close this list"));
}

void ProblemsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
