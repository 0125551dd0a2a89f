#include "inspect/scheduling_control.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>

#include "document/machine.h"

namespace ipclab {
namespace {

constexpr std::size_t kMostItems = 64;  // in the list; any can be typed

QLabel* problemLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("kind", QStringLiteral("alarm"));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->hide();
    return label;
}

}  // namespace

SchedulingControl::SchedulingControl(QWidget* parent)
    : QWidget(parent),
      m_online(thisMachine().cpus),
      m_niceName(new QLabel(this)),
      m_nice(new QSpinBox(this)),
      m_niceProblem(problemLabel(this)),
      m_cpusName(new QLabel(this)),
      m_cpus(new QComboBox(this)),
      m_cpusProblem(problemLabel(this)) {
    m_nice->setObjectName(QStringLiteral("nice"));
    m_nice->setRange(-20, 19);
    m_nice->setKeyboardTracking(false);
    m_nice->setAlignment(Qt::AlignRight);
    m_nice->setMinimumWidth(112);
    m_niceName->setBuddy(m_nice);
    m_cpus->setObjectName(QStringLiteral("cpus"));
    m_cpus->setEditable(true);
    m_cpus->setInsertPolicy(QComboBox::NoInsert);
    m_cpus->setCompleter(nullptr);
    m_cpus->setMinimumWidth(112);
    m_cpus->addItem(QString());
    for (std::size_t i = 0; i < std::min(m_online.size(), kMostItems); ++i)
        m_cpus->addItem(QString::number(m_online[i]));
    m_cpusName->setBuddy(m_cpus);
    for (QLabel* label : {m_niceName, m_cpusName}) label->setWordWrap(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_niceName, 0, 0);
    grid->addWidget(m_nice, 0, 1);
    grid->addWidget(m_niceProblem, 1, 0, 1, 2);
    grid->addWidget(m_cpusName, 2, 0);
    grid->addWidget(m_cpus, 2, 1);
    grid->addWidget(m_cpusProblem, 3, 0, 1, 2);

    connect(m_nice, &QSpinBox::valueChanged, this, [this](int nice) {
        m_shownNice = nice;
        emit niceChosen(nice);
    });
    connect(m_cpus, &QComboBox::activated, this, &SchedulingControl::chooseCpus);
    connect(m_cpus->lineEdit(), &QLineEdit::editingFinished, this, &SchedulingControl::chooseCpus);
    retranslate();
}

void SchedulingControl::retranslate() {
    const QString niceTip =
        tr("-20 is served first, 19 last; under a real-time policy it has no effect. Given at once to all its threads. "
           "Lowering it usually takes a right.");
    const QString cpusTip =
        tr("The processors it may run on, such as 0 or 0-2,5. Given at once to all its threads. Processes it has made "
           "before keep theirs.");
    m_niceName->setText(tr("Nice value"));
    m_nice->setAccessibleName(tr("Nice value"));
    m_cpusName->setText(tr("Processors"));
    m_cpus->setAccessibleName(tr("Processors"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_niceName, m_nice}) widget->setToolTip(niceTip);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_cpusName, m_cpus}) widget->setToolTip(cpusTip);
    m_cpus->setItemText(0, tr("any"));
    if (m_mistake.isEmpty()) m_cpus->setEditText(textOf(m_shownCpus));
}

QString SchedulingControl::textOf(const std::vector<unsigned>& cpus) const {
    return cpus.empty() ? tr("any") : QString::fromStdString(cpuListText(cpus));
}

void SchedulingControl::setNice(int nice) {
    if (m_nice->hasFocus() && m_nice->text() != QString::number(m_shownNice)) return;
    m_shownNice = nice;
    const QSignalBlocker quiet(m_nice);
    m_nice->setValue(nice);
}

void SchedulingControl::setCpus(const std::vector<unsigned>& cpus) {
    const bool typing = m_cpus->lineEdit()->hasFocus() && m_cpus->currentText() != textOf(m_shownCpus);
    if (typing || !m_mistake.isEmpty() || m_cpus->view()->isVisible()) return;
    m_shownCpus = cpus;
    if (m_cpus->currentText() != textOf(cpus)) m_cpus->setEditText(textOf(cpus));
}

void SchedulingControl::setRefusals(const QString& nice, const QString& cpus) {
    m_cpusRefusal = cpus;
    showProblem(m_niceProblem, nice);
    showProblem(m_cpusProblem, m_mistake.isEmpty() ? cpus : m_mistake);
}

void SchedulingControl::forget() {
    m_mistake.clear();
    m_shownCpus.clear();
    m_cpus->setEditText(textOf({}));
    setRefusals({}, {});
}

std::optional<RefusedInput> SchedulingControl::refused() const {
    if (m_mistake.isEmpty() || !m_cpus->isVisible()) return std::nullopt;
    return RefusedInput{m_cpusName->text(), m_mistake, m_cpus};
}

void SchedulingControl::showProblem(QLabel* label, const QString& text) {
    if (label->text() != text) label->setText(text);
    label->setVisible(!text.isEmpty());
}

std::optional<std::vector<unsigned>> SchedulingControl::typedCpus() {
    static const QRegularExpression list(QStringLiteral("^\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*$"));
    const QString typed = m_cpus->currentText().remove(QLatin1Char(' '));
    m_mistake.clear();
    if (typed.isEmpty() || typed == tr("any") || typed == QLatin1String("any")) return std::vector<unsigned>();
    const std::vector<unsigned> cpus = parseCpuList(typed.toStdString());
    const auto missing =
        std::ranges::find_if(cpus, [&](unsigned cpu) { return std::ranges::find(m_online, cpu) == m_online.end(); });
    if (!list.match(typed).hasMatch() || cpus.empty()) {
        m_mistake = tr("\"%1\" names no processors. Write %2, 0, or 0-2,5").arg(typed, tr("any"));
    } else if (missing != cpus.end()) {
        m_mistake = tr("This machine has no processor %1; it has %2").arg(*missing).arg(textOf(m_online));
    }
    return m_mistake.isEmpty() ? std::optional(cpus) : std::nullopt;
}

void SchedulingControl::chooseCpus() {
    const auto cpus = typedCpus();
    showProblem(m_cpusProblem, m_mistake.isEmpty() ? m_cpusRefusal : m_mistake);
    if (!cpus) return;
    const bool same = textOf(*cpus) == textOf(m_shownCpus);
    m_shownCpus = *cpus;
    m_cpus->setEditText(textOf(*cpus));
    if (!same) emit cpusChosen(*cpus);
}

}  // namespace ipclab
