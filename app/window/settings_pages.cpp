#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

#include "bridge/words.h"
#include "document/limits.h"
#include "observe/cost_of_looking.h"
#include "plot/units.h"
#include "window/saving_page.h"
#include "window/settings_page.h"

namespace ipclab {
namespace {

// A number that is set by typing, the keys and the buttons, not by a wheel that was meant to scroll.
template <typename Box>
Box* numberBox(QWidget* parent, const char* name) {
    auto* box = new Box(parent);
    box->setObjectName(QLatin1String(name));
    box->setKeyboardTracking(false);
    box->setAccelerated(true);
    return box;
}

QComboBox* choiceBox(QWidget* parent, const char* name) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    return box;
}

class AppearancePage : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(ipclab::AppearancePage)
public:
    AppearancePage(PreferencesInForce& preferences, QWidget* parent)
        : SettingsPage(preferences, parent),
          m_theme(addRow(choiceBox(this, "theme"))),
          m_language(addRow(choiceBox(this, "language"))),
          m_text(addRow(numberBox<QSpinBox>(this, "textPercent"))),
          m_units(addRow(choiceBox(this, "units"))),
          m_motion(addRow(choiceBox(this, "motion"))) {
        auto* text = static_cast<QSpinBox*>(m_text.field);
        text->setRange(Preferences::kTextLow, Preferences::kTextHigh);
        text->setSingleStep(Preferences::kTextStep);
        retranslate();
        showValues();
        onChoice(m_theme, [](Preferences& to, int index) { to.theme = static_cast<ThemeChoice>(index); });
        onChoice(m_language, [](Preferences& to, int index) { to.language = codes().at(index); });
        onChoice(m_units, [](Preferences& to, int index) { to.decimalUnits = index == 1; });
        onChoice(m_motion, [](Preferences& to, int index) { to.motion = static_cast<Motion>(index); });
        connect(text, &QSpinBox::valueChanged, this,
                [this](int percent) { m_preferences.change([&](Preferences& to) { to.textPercent = percent; }); });
    }

    [[nodiscard]] QString title() const override { return tr("Appearance"); }

    void retranslate() override {
        m_theme.say(tr("&Theme"), tr("Light or dark; as the desktop, it follows when that changes."));
        setWords(box(m_theme), {tr("As the desktop"), tr("Light"), tr("Dark")});
        m_language.say(tr("&Language"), tr("Of all texts; experiments bring theirs in both."));
        // Each in its own language, so that one who cannot read the present one finds the way back.
        setWords(box(m_language), {tr("As the desktop"), QStringLiteral("English"), QStringLiteral("한국어")});
        m_text.say(tr("Te&xt size"), tr("Of the desktop's own size, everywhere: charts and canvas as well."));
        static_cast<QSpinBox*>(m_text.field)->setSuffix(tr(" %"));
        m_units.say(tr("&Sizes in"), tr("How sizes and rates are written. Exported data are plain numbers."));
        setWords(box(m_units), {tr("KiB, MiB: powers of 1,024"), tr("kB, MB: powers of 1,000")});
        m_motion.say(tr("&Motion"), tr("Reduced: nothing glides or blinks; what changes is shown where it is."));
        setWords(box(m_motion), {tr("As the desktop"), tr("Full"), tr("Reduced")});
    }

    void showValues() override {
        const Preferences& now = m_preferences.now();
        choose(box(m_theme), static_cast<int>(now.theme));
        choose(box(m_language), static_cast<int>(codes().indexOf(now.language)));
        choose(box(m_units), now.decimalUnits ? 1 : 0);
        choose(box(m_motion), static_cast<int>(now.motion));
        const QSignalBlocker quiet(m_text.field);
        static_cast<QSpinBox*>(m_text.field)->setValue(now.textPercent);
    }

private:
    static const QStringList& codes() {
        static const QStringList all{QString(), QStringLiteral("en"), QStringLiteral("ko")};
        return all;
    }
    static QComboBox* box(const Row& row) { return static_cast<QComboBox*>(row.field); }
    template <typename Set>
    void onChoice(const Row& row, Set set) {
        connect(box(row), &QComboBox::activated, this,
                [this, set](int index) { m_preferences.change([&](Preferences& to) { set(to, index); }); });
    }

    Row m_theme, m_language, m_text, m_units, m_motion;
};

class MeasuringPage : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(ipclab::MeasuringPage)
public:
    MeasuringPage(PreferencesInForce& preferences, QWidget* parent)
        : SettingsPage(preferences, parent),
          m_observe(addRow(choiceBox(this, "defaultObserve"))),
          m_rate(addRow(numberBox<QDoubleSpinBox>(this, "sampleHz"))),
          m_remark(addRemark()) {
        auto* rate = static_cast<QDoubleSpinBox*>(m_rate.field);
        rate->setRange(limits::kSampleHzLow, limits::kSampleHzHigh);
        rate->setDecimals(0);
        rate->setSingleStep(10);
        retranslate();
        showValues();
        connect(static_cast<QComboBox*>(m_observe.field), &QComboBox::activated, this, [this](int index) {
            m_preferences.change([&](Preferences& to) { to.runs.observe = levels().at(index); });
        });
        connect(rate, &QDoubleSpinBox::valueChanged, this,
                [this](double hz) { m_preferences.change([&](Preferences& to) { to.runs.sampleHz = hz; }); });
    }

    [[nodiscard]] QString title() const override { return tr("Measuring"); }

    void retranslate() override {
        QStringList words;
        for (const ObserveLevel level : levels()) words << Words::observe(level);
        setWords(static_cast<QComboBox*>(m_observe.field), words);
        static_cast<QDoubleSpinBox*>(m_rate.field)->setSuffix(tr(" /s"));
        m_remark->setText(
            tr("Both hold for experiments that do not say otherwise, from the next run on. What "
               "observing costs a whole experiment, Run ▸ Measure what observing costs tells."));
        sayCosts();
    }

    void showValues() override {
        const RunWishes& runs = m_preferences.now().runs;
        choose(static_cast<QComboBox*>(m_observe.field), static_cast<int>(levels().indexOf(runs.observe)));
        const QSignalBlocker quiet(m_rate.field);
        static_cast<QDoubleSpinBox*>(m_rate.field)->setValue(runs.sampleHz);
        sayCosts();
    }

protected:
    // A moment's work, done only where it is read.
    void showEvent(QShowEvent* event) override {
        SettingsPage::showEvent(event);
        m_lookNs = costOfLooking();
        sayCosts();
    }

private:
    static const QList<ObserveLevel>& levels() {
        static const QList<ObserveLevel> all{ObserveLevel::Exact, ObserveLevel::Sampled, ObserveLevel::Off};
        return all;
    }
    void sayCosts() {
        const RunWishes& runs = m_preferences.now().runs;
        m_observe.say(tr("&Observation"), Words::observeTip(runs.observe));
        QString note = tr("How often a second figures are taken and sampled states are looked at.");
        if (m_lookNs > 0) {
            const double look = static_cast<double>(m_lookNs);
            note += QLatin1Char(' ') + tr("Measured here, now: one look at one process takes %1, so that ten sampled "
                                          "processes cost %2 % of a processor. Exact states cost by their changes.")
                                           .arg(formatQuantity(look, QStringLiteral("ns"), 2),
                                                plainNumber(look * 10 * runs.sampleHz / 1e7, 2));
        }
        m_rate.say(tr("&Samples"), note);
    }

    Row m_observe, m_rate;
    QLabel* m_remark;
    Nanoseconds m_lookNs = 0;
};

class LimitsPage : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(ipclab::LimitsPage)
public:
    LimitsPage(PreferencesInForce& preferences, QWidget* parent)
        : SettingsPage(preferences, parent),
          m_processes(addRow(numberBox<QSpinBox>(this, "mostProcesses"))),
          m_memory(addRow(numberBox<QSpinBox>(this, "mostMemory"))),
          m_duration(addRow(numberBox<QDoubleSpinBox>(this, "longestDuration"))),
          m_remark(addRemark()) {
        auto* processes = static_cast<QSpinBox*>(m_processes.field);
        auto* memory = static_cast<QSpinBox*>(m_memory.field);
        auto* duration = static_cast<QDoubleSpinBox*>(m_duration.field);
        processes->setRange(0, static_cast<int>(limits::kSafetyProcesses));
        processes->setSingleStep(10);
        memory->setSingleStep(64);
        duration->setRange(0, toSeconds(limits::kDurationNs));
        duration->setDecimals(1);
        duration->setSingleStep(10);
        retranslate();
        connect(processes, &QSpinBox::valueChanged, this,
                [this](int most) { change([most](RunLimits& to) { to.processes = orNone<std::uint64_t>(most); }); });
        connect(memory, &QSpinBox::valueChanged, this,
                [this](int most) { change([&](RunLimits& to) { to.memoryBytes = bytesOf(most); }); });
        connect(duration, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
            change([seconds](RunLimits& to) { to.durationNs = orNone<Nanoseconds>(std::llround(seconds * 1e9)); });
        });
    }

    [[nodiscard]] QString title() const override { return tr("Limits"); }

    void retranslate() override {
        m_processes.say(tr("Most &processes"), tr("Of a run together with what they make, threads included."));
        static_cast<QSpinBox*>(m_processes.field)->setSpecialValueText(tr("as the experiment says"));
        m_memory.say(tr("Most &memory"), tr("That all processes of a run use together."));
        static_cast<QSpinBox*>(m_memory.field)->setSpecialValueText(tr("as the experiment says"));
        m_duration.say(tr("&Longest run"), tr("An experiment that plans more does not begin; one without an end is "
                                              "stopped then."));
        static_cast<QDoubleSpinBox*>(m_duration.field)->setSpecialValueText(tr("no limit"));
        static_cast<QDoubleSpinBox*>(m_duration.field)->setSuffix(tr(" s"));
        m_remark->setText(
            tr("The lower one holds, this or the experiment's own: without a word an experiment may have %1 "
               "processes, and half of the memory that is free. A run that goes beyond is ended, what it has "
               "measured stays, and the window says why. These limits are the window's: the command line asks the "
               "experiment alone.")
                .arg(QLocale::c().toString(static_cast<qulonglong>(kUsualSafetyProcesses))));
        showValues();
    }

    void showValues() override {
        const RunLimits& limits = m_preferences.now().runs.limits;
        const QSignalBlocker quietProcesses(m_processes.field), quietMemory(m_memory.field),
            quietDuration(m_duration.field);
        auto* memory = static_cast<QSpinBox*>(m_memory.field);
        memory->setSuffix(unitBytes() == 1'000'000 ? tr(" MB") : tr(" MiB"));
        memory->setRange(0, static_cast<int>(limits::kCapacityBytes / unitBytes()));
        static_cast<QSpinBox*>(m_processes.field)->setValue(static_cast<int>(limits.processes.value_or(0)));
        memory->setValue(static_cast<int>(
            std::llround(static_cast<double>(limits.memoryBytes.value_or(0)) / static_cast<double>(unitBytes()))));
        static_cast<QDoubleSpinBox*>(m_duration.field)->setValue(toSeconds(limits.durationNs.value_or(0)));
    }

private:
    // Of the field for memory.
    [[nodiscard]] std::uint64_t unitBytes() const {
        return m_preferences.now().decimalUnits ? 1'000'000 : std::uint64_t{1} << 20;
    }
    [[nodiscard]] std::optional<std::uint64_t> bytesOf(int units) const {
        if (units == 0) return std::nullopt;
        return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(units) * unitBytes(), limits::kBudgetLow,
                                         limits::kCapacityBytes);
    }
    template <typename T>
    static std::optional<T> orNone(T value) {
        return value == 0 ? std::nullopt : std::optional(value);
    }
    template <typename Set>
    void change(Set set) {
        m_preferences.change([&](Preferences& to) { set(to.runs.limits); });
    }

    Row m_processes, m_memory, m_duration;
    QLabel* m_remark;
};

}  // namespace

std::vector<SettingsPage*> makeSettingsPages(PreferencesInForce& preferences, QWidget* parent) {
    return {new AppearancePage(preferences, parent), new MeasuringPage(preferences, parent),
            new LimitsPage(preferences, parent), new SavingPage(preferences, parent)};
}

}  // namespace ipclab
