#include "window/side_panel.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "window/last_runs_panel.h"
#include "window/library_panel.h"
#include "window/palette_panel.h"

namespace ipclab {
namespace {

enum Page { Library, Palette, Runs, Labs };

}  // namespace

SidePanel::SidePanel(LibraryPanel* library, PalettePanel* palette, LastRunsPanel* runs, QWidget* labs, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(true);
    for (int page = Library; page <= (labs != nullptr ? Labs : Runs); ++page) m_tabs->addTab(QString());
    m_pages->addWidget(library);
    m_pages->addWidget(palette);
    m_pages->addWidget(runs);
    if (labs != nullptr) m_pages->addWidget(labs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    retranslate();
}

void SidePanel::showLibrary() { m_tabs->setCurrentIndex(Library); }
void SidePanel::showPalette() { m_tabs->setCurrentIndex(Palette); }
void SidePanel::showRuns() { m_tabs->setCurrentIndex(Runs); }
void SidePanel::showLabs() { m_tabs->setCurrentIndex(Labs); }

void SidePanel::retranslate() {
    m_tabs->setTabText(Library, tr("Library"));
    m_tabs->setTabText(Palette, tr("Programs"));
    m_tabs->setTabToolTip(Library, tr("Experiments to open and run"));
    m_tabs->setTabToolTip(Palette, tr("Programs to build an experiment of"));
    m_tabs->setTabText(Runs, tr("Runs"));
    m_tabs->setTabToolTip(Runs, tr("The runs made last, to open again"));
    if (m_tabs->count() > Labs) {
        m_tabs->setTabText(Labs, tr("Exercises"));
        m_tabs->setTabToolTip(Labs, tr("Questions to predict, run and be judged"));
    }
    m_tabs->setAccessibleName(tr("Library, programs or last runs"));
}

void SidePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
