#include "window/preferences.h"

#include <QDir>
#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>

#include "document/limits.h"
#include "results/words.h"
#include "window/settings.h"

namespace ipclab {
namespace {

constexpr std::array<const char*, 3> kThemes{"desktop", "light", "dark"};
constexpr std::array<const char*, 3> kMotions{"desktop", "full", "reduced"};

constexpr auto kTheme = "theme", kLanguage = "language", kText = "textPercent", kMotion = "motion",
               kUnits = "decimalUnits", kObserve = "observe", kSampleHz = "sampleHz", kProcesses = "limits/processes",
               kMemory = "limits/memoryBytes", kDuration = "limits/durationS", kFolder = "savesAlwaysTo",
               kRunsKept = "lastRuns/count", kRunsBytes = "lastRuns/bytes";

template <typename Choice>
Choice choiceOf(const QVariant& value, const std::array<const char*, 3>& words) {
    const auto found = std::ranges::find(words, value.toString(), [](const char* word) { return QLatin1String(word); });
    return found == words.end() ? Choice{} : static_cast<Choice>(found - words.begin());
}

template <typename Choice>
QString wordOf(Choice choice, const std::array<const char*, 3>& words) {
    return QLatin1String(words.at(static_cast<std::size_t>(choice)));
}

// A number within its bounds, or nothing.
std::optional<double> numberOf(const QVariant& value, double low, double high) {
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && number >= low && number <= high ? std::optional(number) : std::nullopt;
}

std::optional<std::uint64_t> wholeOf(const QVariant& value, std::uint64_t low, std::uint64_t high) {
    const auto number = numberOf(value, static_cast<double>(low), static_cast<double>(high));
    return number && *number == std::floor(*number) ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

template <typename T>
QVariant orNothing(const std::optional<T>& value) {
    return value ? QVariant::fromValue(static_cast<qulonglong>(*value)) : QVariant();
}

}  // namespace

Preferences Preferences::from(const WindowSettings& settings) {
    const auto of = [&settings](const char* key) { return settings.value(key); };
    Preferences chosen;
    chosen.theme = choiceOf<ThemeChoice>(of(kTheme), kThemes);
    if (const QString code = of(kLanguage).toString(); code == QLatin1String("en") || code == QLatin1String("ko"))
        chosen.language = code;
    if (const auto percent = wholeOf(of(kText), kTextLow, kTextHigh)) chosen.textPercent = static_cast<int>(*percent);
    chosen.motion = choiceOf<Motion>(of(kMotion), kMotions);
    chosen.decimalUnits = of(kUnits).toString() == QLatin1String("true");
    RunWishes& runs = chosen.runs;
    runs.observe = observeLevelOf(of(kObserve).toString().toStdString()).value_or(runs.observe);
    runs.sampleHz = numberOf(of(kSampleHz), limits::kSampleHzLow, limits::kSampleHzHigh).value_or(runs.sampleHz);
    runs.limits.processes = wholeOf(of(kProcesses), 1, limits::kSafetyProcesses);
    runs.limits.memoryBytes = wholeOf(of(kMemory), limits::kBudgetLow, limits::kCapacityBytes);
    if (const auto seconds =
            numberOf(of(kDuration), toSeconds(limits::kShortestDurationNs), toSeconds(limits::kDurationNs)))
        runs.limits.durationNs = static_cast<Nanoseconds>(std::llround(*seconds * 1e9));
    if (const QString folder = of(kFolder).toString(); !folder.isEmpty() && QDir(folder).isAbsolute())
        chosen.saveFolder = folder;
    if (const auto count = wholeOf(of(kRunsKept), 1, kMostRunsKept)) chosen.runsKept = static_cast<int>(*count);
    chosen.runsBytes = wholeOf(of(kRunsBytes), kLeastRunsBytes, limits::kCapacityBytes).value_or(chosen.runsBytes);
    return chosen;
}

void Preferences::keepIn(WindowSettings& settings) const {
    const auto keep = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    keep(kTheme, wordOf(theme, kThemes));
    keep(kLanguage, language);
    keep(kText, textPercent);
    keep(kMotion, wordOf(motion, kMotions));
    keep(kUnits, decimalUnits);
    const std::string_view observed = id(runs.observe);
    keep(kObserve, QLatin1String(observed.data(), static_cast<qsizetype>(observed.size())));
    keep(kSampleHz, runs.sampleHz);
    keep(kProcesses, orNothing(runs.limits.processes));
    keep(kMemory, orNothing(runs.limits.memoryBytes));
    keep(kDuration, runs.limits.durationNs ? QVariant(toSeconds(*runs.limits.durationNs)) : QVariant());
    keep(kFolder, saveFolder);
    keep(kRunsKept, runsKept);
    keep(kRunsBytes, static_cast<qulonglong>(runsBytes));
}

}  // namespace ipclab
