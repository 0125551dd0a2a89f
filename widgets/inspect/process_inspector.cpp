#include "inspect/process_inspector.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/icons.h"
#include "bridge/words.h"
#include "inspect/choice_box.h"
#include "inspect/details_window.h"
#include "inspect/page_area.h"
#include "inspect/process_page.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr int kOverview = 0;  // the ids of the buttons: the overview, then the parts in their order
constexpr int kColumns = 4;

}  // namespace

ProcessInspector::ProcessInspector(RunSource& source, Editor* editor, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_watch(source),
      m_overview(new ProcessPage(source, editor, this)),
      m_details(new DetailsView(source, m_watch, this)),
      m_members(new ChoiceBox(this)),
      m_buttons(new QButtonGroup(this)),
      m_windowButton(new QToolButton(this)),
      m_stack(new QStackedWidget(this)) {
    auto* grid = new QGridLayout;
    grid->setContentsMargins(8, 8, 8, 4);
    grid->setSpacing(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* members = new QVBoxLayout;
    members->setContentsMargins(8, 8, 8, 0);
    members->addWidget(m_members);
    column->addLayout(members);
    column->addLayout(grid);
    column->addWidget(m_stack, 1);
    m_members->hide();
    connect(m_members, &QComboBox::activated, this,
            [this](int row) { setProcess(m_equal.at(static_cast<std::size_t>(row))); });
    connect(&source, &RunSource::viewChanged, this, &ProcessInspector::listMembers);
    for (int id = 0; id <= DetailsView::kPartCount; ++id) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setProperty("kind", QStringLiteral("page"));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons->addButton(button, id);
        grid->addWidget(button, id / kColumns, id % kColumns);
    }
    m_windowButton->setProperty("kind", QStringLiteral("page"));
    m_windowButton->setIcon(themedIcon(QStringLiteral("window")));
    m_windowButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    grid->addWidget(m_windowButton, 1, kColumns - 1);
    m_stack->addWidget(pageArea(m_overview, this));
    m_stack->addWidget(m_details);
    m_buttons->button(kOverview)->setChecked(true);
    connect(m_buttons, &QButtonGroup::idClicked, this, &ProcessInspector::chosen);
    connect(m_windowButton, &QToolButton::clicked, this, &ProcessInspector::openWindow);
    retranslate();
}

void ProcessInspector::retranslate() {
    const auto name = [](QAbstractButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
    };
    name(m_buttons->button(kOverview), tr("Overview"), tr("State, controls and totals."));
    for (int part = 0; part < DetailsView::kPartCount; ++part) {
        const auto which = static_cast<DetailsView::Part>(part);
        name(m_buttons->button(part + 1), DetailsView::partName(which), DetailsView::partTip(which));
    }
    m_members->setAccessibleName(tr("Which of the equal processes"));
    m_members->setToolTip(tr("Several equal processes: which of them is looked at and steered."));
    m_windowButton->setToolTip(tr("All of it in a window of its own, with room for every column."));
    m_windowButton->setAccessibleName(tr("Open the details in a window"));
    m_overview->retranslate();
    m_details->retranslate();
    if (m_window != nullptr) m_window->retranslate();
}

QToolButton* ProcessInspector::button(DetailsView::Part part) const {
    return static_cast<QToolButton*>(m_buttons->button(static_cast<int>(part) + 1));
}

void ProcessInspector::chosen(int id) {
    m_stack->setCurrentIndex(id == kOverview ? 0 : 1);
    if (id != kOverview) m_details->setPart(static_cast<DetailsView::Part>(id - 1));
    pace();
    refresh();
}

void ProcessInspector::showOverview() {
    m_buttons->button(kOverview)->setChecked(true);
    chosen(kOverview);
}

void ProcessInspector::showPart(DetailsView::Part part) {
    button(part)->setChecked(true);
    chosen(static_cast<int>(part) + 1);
}

DetailsWindow* ProcessInspector::openWindow() {
    if (m_window == nullptr) {
        m_window = new DetailsWindow(m_source, m_watch, this);
        connect(m_window, &DetailsWindow::shownChanged, this, &ProcessInspector::pace);
    }
    if (m_process) m_window->setProcess(*m_process);
    const int id = m_buttons->checkedId();
    if (id > kOverview) m_window->showPart(static_cast<DetailsView::Part>(id - 1));
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    return m_window;
}

void ProcessInspector::setProcess(std::uint32_t process) {
    m_process = process;
    listMembers();
    m_overview->setProcess(process);
    m_details->setProcess(process);
    if (m_window != nullptr) m_window->setProcess(process);
    pace();
}

// There may be others of them after an edit, or fewer.
void ProcessInspector::listMembers() {
    const auto count = m_source.view().processes.size();
    if (!m_process || *m_process >= count) {
        m_members->hide();
        return m_equal.clear();
    }
    m_equal = m_source.allInView(m_source.partAt(Part::Kind::Process, *m_process));
    m_members->clear();
    for (const std::uint32_t process : m_equal)
        m_members->addItem(QString::fromStdString(m_source.view().processes[process].name));
    m_members->setCurrentIndex(static_cast<int>(std::ranges::find(m_equal, *m_process) - m_equal.begin()));
    m_members->setVisible(m_equal.size() > 1);
    showMembers();
}

void ProcessInspector::showMembers() {
    const auto& processes = m_source.view().processes;
    for (std::size_t i = 0; i < m_equal.size() && m_equal.size() > 1; ++i) {
        const ProcessData& process = processes.at(m_equal[i]);
        const QString name = QString::fromStdString(process.name);
        const QString ending = Words::ending(process);
        const QString state = process.pid == 0   ? QString()
                              : ending.isEmpty() ? StatePalette::name(process.state)
                                                 : ending;
        const QString text = state.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, state);
        const auto row = static_cast<int>(i);
        if (m_members->itemText(row) != text) m_members->setItemText(row, text);
    }
}

void ProcessInspector::setShown(bool shown) {
    m_shown = shown;
    pace();
}

void ProcessInspector::pace() {
    const bool inWindow = m_window != nullptr && m_window->isVisible();
    m_watch.setProcess(m_shown || inWindow ? m_process : std::nullopt);
    m_watch.setWatched(inWindow || (m_shown && m_stack->currentIndex() != 0));
}

void ProcessInspector::refresh() {
    showMembers();
    if (m_stack->currentIndex() == 0) {
        m_overview->refresh();
    } else {
        m_details->refresh();
    }
    if (m_window != nullptr) m_window->refresh();
}

}  // namespace ipclab
