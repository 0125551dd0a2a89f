#include "inspect/network_control.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <cmath>

namespace ipclab {
namespace {

constexpr double kNsPerMillisecond = 1e6;
constexpr double kMostMilliseconds = 60'000;

bool isShare(int row) { return row < NetworkControl::Delay; }

double shownOf(const NetworkConditions& conditions, int row) {
    switch (row) {
        case NetworkControl::Loss:
            return conditions.loss * 100;
        case NetworkControl::Duplicate:
            return conditions.duplicate * 100;
        case NetworkControl::Reorder:
            return conditions.reorder * 100;
        case NetworkControl::Delay:
            return static_cast<double>(conditions.delayNs) / kNsPerMillisecond;
        default:
            return static_cast<double>(conditions.jitterNs) / kNsPerMillisecond;
    }
}

NetworkConditions with(NetworkConditions conditions, int row, double shown) {
    const auto timeNs = static_cast<Nanoseconds>(std::llround(shown * kNsPerMillisecond));
    if (row == NetworkControl::Loss) conditions.loss = shown / 100;
    if (row == NetworkControl::Duplicate) conditions.duplicate = shown / 100;
    if (row == NetworkControl::Reorder) conditions.reorder = shown / 100;
    if (row == NetworkControl::Delay) conditions.delayNs = timeNs;
    if (row == NetworkControl::Jitter) conditions.jitterNs = timeNs;
    return conditions;
}

}  // namespace

NetworkControl::NetworkControl(QWidget* parent) : QWidget(parent) {
    static const std::array names{"loss", "duplicate", "reorder", "delay", "jitter"};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < Fields; ++row) {
        auto& [name, field] = m_rows[static_cast<std::size_t>(row)];
        name = new QLabel(this);
        name->setWordWrap(true);
        field = new QDoubleSpinBox(this);
        field->setObjectName(QLatin1String(names[static_cast<std::size_t>(row)]));
        field->setRange(0, isShare(row) ? 100 : kMostMilliseconds);
        field->setDecimals(isShare(row) ? 1 : 2);
        field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        field->setKeyboardTracking(false);
        field->setAlignment(Qt::AlignRight);
        field->setMinimumWidth(112);
        name->setBuddy(field);
        grid->addWidget(name, row, 0);
        grid->addWidget(field, row, 1);
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, row](double value) { choose(row, value); });
    }
    retranslate();
}

void NetworkControl::retranslate() {
    const auto set = [this](Field which, const QString& text, const QString& tip) {
        const Row& row = m_rows[which];
        row.name->setText(text);
        row.name->setToolTip(tip);
        row.field->setToolTip(tip);
        row.field->setSuffix(isShare(which) ? tr(" %") : tr(" ms"));
    };
    set(Loss, tr("Loss"), tr("Share of messages that it drops; over a byte stream they come 200 ms late instead."));
    set(Duplicate, tr("Repetition"), tr("Share of messages that it sends twice; none over a byte stream."));
    set(Reorder, tr("Reordering"),
        tr("Share of messages that it lets the next one overtake; none over a byte stream."));
    set(Delay, tr("Delay"), tr("How long it keeps every message."));
    set(Jitter, tr("Jitter"), tr("How long it keeps a message at most beyond the delay, by chance."));
}

void NetworkControl::setConditions(const NetworkConditions& conditions) {
    m_conditions = conditions;
    for (int row = 0; row < Fields; ++row) {
        QDoubleSpinBox* field = m_rows[static_cast<std::size_t>(row)].field;
        if (field->hasFocus()) continue;
        const QSignalBlocker quiet(field);
        field->setValue(shownOf(conditions, row));
    }
}

void NetworkControl::choose(int row, double value) {
    const NetworkConditions chosen = with(m_conditions, row, value);
    if (chosen == m_conditions) return;
    m_conditions = chosen;
    emit conditionsChosen(chosen);
}

}  // namespace ipclab
