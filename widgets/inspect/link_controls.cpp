#include "inspect/link_controls.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "bridge/event_words.h"
#include "inspect/network_control.h"
#include "inspect/byte_text.h"
#include "inspect/number_box.h"
#include "inspect/section.h"
#include "links/registry.h"
#include "models/figures.h"
#include "programs/registry.h"
#include "runs/run_control.h"

namespace ipclab {
namespace {

constexpr double kMostRoomBytes = 1U << 30;

bool isBuffer(const RoomField& field) { return field.member != &LinkRoom::capacityBytes; }

// The kernel doubles what is asked for as a buffer (socket(7)).
std::uint64_t toAskFor(const RoomField& field, std::uint64_t givenBytes) {
    return isBuffer(field) ? givenBytes / 2 : givenBytes;
}

QLabel* wrapped(const char* kind, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("kind", QLatin1String(kind));
    label->setWordWrap(true);
    return label;
}

}  // namespace

LinkControls::LinkControls(RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_heading(sectionHeading(this)),
      m_fixed(wrapped("muted", this)),
      m_problem(wrapped("alarm", this)),
      m_networkName(new QLabel(this)),
      m_network(new NetworkControl(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_fixed);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    for (std::size_t room = 0; room < m_rows.size(); ++room) {
        Row& row = m_rows[room];
        const int line = static_cast<int>(room) * 2;
        row.name = new QLabel(this);
        row.name->setWordWrap(true);
        row.field = new NumberBox({1, kMostRoomBytes, true}, this);
        row.field->setObjectName(QString::fromUtf8(kRoomFields[room].name.data()));
        row.given = wrapped("muted", this);
        row.name->setBuddy(row.field);
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.field, line, 1);
        grid->addWidget(row.given, line + 1, 0, 1, 2);
        connect(row.field, &NumberBox::stepped, this, [this, room] { choose(room); });
        connect(row.field, &NumberBox::editingFinished, this, [this, room] { choose(room); });
    }
    column->addLayout(grid);
    m_networkName->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_problem);
    column->addWidget(m_networkName);
    column->addWidget(m_network);
    connect(m_network, &NetworkControl::conditionsChosen, this, [this](const NetworkConditions& conditions) {
        RunControl* control = m_source.control();
        if (control != nullptr && m_carrier) control->setNetwork(*m_carrier, conditions);
    });
    retranslate();
}

void LinkControls::retranslate() {
    const auto set = [&](std::size_t room, const QString& name, const QString& tip) {
        Row& row = m_rows[room];
        row.name->setText(name);
        row.field->setAccessibleName(name);
        for (QWidget* widget : std::initializer_list<QWidget*>{row.name, row.field}) widget->setToolTip(tip);
    };
    m_heading->setText(tr("Controls: they act at once"));
    m_fixed->setText(tr("What this mechanism holds cannot be changed while it is used."));
    set(0, tr("Capacity, bytes"),
        tr("How much it holds: F_SETPIPE_SZ of a pipe, msg_qbytes of a System V queue. A pipe gets whole pages."));
    set(1, tr("Send buffer, bytes"), tr("SO_SNDBUF of every socket that sends. The kernel doubles what is asked for."));
    set(2, tr("Receive buffer, bytes"),
        tr("SO_RCVBUF of every socket that receives. The kernel doubles what is asked for."));
    m_network->retranslate();
    refresh();
}

void LinkControls::setLink(std::uint32_t link) {
    m_link = link;
    m_mistake.clear();
    for (Row& row : m_rows) row.shownBytes = 0;
    refresh();
}

void LinkControls::refresh() {
    const auto& links = m_source.view().links;
    const bool steered = m_source.control() != nullptr && m_link < links.size();
    setVisible(steered);
    if (!steered) return;
    const LinkData& link = links[m_link];
    const Mechanism* mechanism = findMechanism(link.mechanism);
    m_fixed->setVisible(mechanism == nullptr || mechanism->info().traits.resizing == Resizing::Nothing);
    for (std::size_t room = 0; room < m_rows.size(); ++room) showRow(room, link);
    const auto& refused = link.resizing.refused;
    showProblem(!m_mistake.isEmpty() ? m_mistake : refused ? EventWords::text(*refused, m_source.view()) : QString());
    showNetwork();
}

void LinkControls::showRow(std::size_t room, const LinkData& link) {
    Row& row = m_rows[room];
    const RoomField& field = kRoomFields[room];
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool shown = mechanism != nullptr && resizes(mechanism->info().traits, field);
    for (QWidget* widget : std::initializer_list<QWidget*>{row.name, row.field, row.given}) widget->setVisible(shown);
    if (!shown) return;
    LinkProperties effective = link.effective;
    const auto given = givenOf(effective, field);
    row.given->setText(given ? tr("The system gives %1.").arg(bytesText(*given)) : tr("The system has not said yet."));
    const std::uint64_t bytes = (link.resizing.asked.*field.member).value_or(given ? toAskFor(field, *given) : 0);
    const bool typing = row.field->hasFocus() && row.field->typed() != QString::number(row.shownBytes);
    if (typing || bytes == row.shownBytes) return;
    row.shownBytes = bytes;
    row.field->setText(bytes == 0 ? QString() : QString::number(bytes));
}

void LinkControls::showNetwork() {
    m_carrier.reset();
    const RunData& run = m_source.view();
    for (const PortData& port : run.links[m_link].ports) {
        const Program* program = findProgram(run.processes[port.process].program);
        if (program != nullptr && program->info().carries) m_carrier = port.process;
    }
    m_networkName->setVisible(m_carrier.has_value());
    m_network->setVisible(m_carrier.has_value());
    if (!m_carrier) return;
    m_networkName->setText(tr("Network %1").arg(QString::fromStdString(run.processes[*m_carrier].name)));
    m_network->setEnabled(m_source.canSignal(*m_carrier));
    m_network->setConditions(run.processes[*m_carrier].settings.network);
}

void LinkControls::choose(std::size_t room) {
    Row& row = m_rows[room];
    const QString typed = row.field->typed();
    if (typed == QString::number(row.shownBytes) || (typed.isEmpty() && row.shownBytes == 0)) return;
    const std::uint64_t bytes = bytesFromText(typed).value_or(0);
    const bool fits = bytes >= 1 && static_cast<double>(bytes) <= kMostRoomBytes;
    m_mistake = fits ? QString() : tr("\"%1\" is no number of bytes from 1 to %2.").arg(typed, bytesText(1U << 30));
    showProblem(m_mistake);
    RunControl* control = m_source.control();
    if (!fits || control == nullptr) return;
    row.shownBytes = bytes;
    row.field->setText(QString::number(bytes));
    LinkRoom asked;
    asked.*kRoomFields[room].member = bytes;
    control->setRoom(m_link, asked);
}

void LinkControls::showProblem(const QString& text) {
    if (m_problem->text() != text) m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

}  // namespace ipclab
