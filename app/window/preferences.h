// What a user has chosen for the window and its runs, all of it together: as it is kept in the settings, and with the
// bounds of each value. A settings file may say anything; what it may not say is as if it were not there.
#pragma once

#include <QString>

#include "bridge/session.h"
#include "window/theme.h"

namespace ipclab {

class WindowSettings;

struct Preferences {
    static constexpr int kTextLow = 80, kTextHigh = 150, kTextStep = 5;  // % of the desktop's size

    ThemeChoice theme = ThemeChoice::Desktop;
    QString language{};  // "en", "ko", or empty: as the desktop
    int textPercent = 100;
    Motion motion = Motion::Desktop;
    bool decimalUnits = false;  // kB of 1,000 bytes instead of KiB of 1,024
    RunWishes runs{};
    QString saveFolder{};  // empty: where something was saved last

    // Of the runs made last, which are kept as recordings by themselves (runs/last_runs.h).
    static constexpr int kMostRunsKept = 500;
    static constexpr std::uint64_t kLeastRunsBytes = 16U << 20;
    int runsKept = 20;
    std::uint64_t runsBytes = std::uint64_t{1} << 30;  // together

    friend bool operator==(const Preferences&, const Preferences&) = default;

    static Preferences from(const WindowSettings& settings);
    void keepIn(WindowSettings& settings) const;
};

}  // namespace ipclab
