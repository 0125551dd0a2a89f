#include "inspect/details_window.h"

#include <QKeyEvent>
#include <QTabBar>
#include <QVBoxLayout>

namespace ipclab {

DetailsWindow::DetailsWindow(const RunSource& source, ProcessWatch& watch, QWidget* owner)
    : QWidget(owner, Qt::Window),
      m_source(source),
      m_tabs(new QTabBar(this)),
      m_details(new DetailsView(source, watch, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_details, 1);
    m_tabs->setExpanding(false);
    for (int part = 0; part < DetailsView::kPartCount; ++part) m_tabs->addTab(QString());
    connect(m_tabs, &QTabBar::currentChanged, m_details,
            [this](int index) { m_details->setPart(static_cast<DetailsView::Part>(index)); });
    resize(1200, 720);
    retranslate();
}

void DetailsWindow::retranslate() {
    for (int part = 0; part < DetailsView::kPartCount; ++part) {
        m_tabs->setTabText(part, DetailsView::partName(static_cast<DetailsView::Part>(part)));
        m_tabs->setTabToolTip(part, DetailsView::partTip(static_cast<DetailsView::Part>(part)));
    }
    m_tabs->setAccessibleName(tr("Parts of the details"));
    m_details->retranslate();
    showTitle();
}

void DetailsWindow::setProcess(std::uint32_t process) {
    m_process = process;
    m_details->setProcess(process);
    showTitle();
}

void DetailsWindow::showPart(DetailsView::Part part) { m_tabs->setCurrentIndex(static_cast<int>(part)); }

void DetailsWindow::refresh() {
    showTitle();
    m_details->refresh();
}

void DetailsWindow::showTitle() {
    const auto& processes = m_source.view().processes;
    if (m_process >= processes.size()) return;
    const ProcessData& process = processes[m_process];
    const QString name = QString::fromStdString(process.name);
    setWindowTitle(process.pid == 0 ? tr("Inside %1").arg(name) : tr("Inside %1 (%2)").arg(name).arg(process.pid));
}

void DetailsWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    emit shownChanged();
}

void DetailsWindow::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    emit shownChanged();
}

void DetailsWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QWidget::keyPressEvent(event);
}

}  // namespace ipclab
