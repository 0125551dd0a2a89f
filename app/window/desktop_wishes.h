// What the desktop's own settings say that Qt does not: whether it is dark, and whether it moves things. GNOME and
// those that follow it are asked by gsettings, KDE by its file.
#pragma once

#include <QByteArray>
#include <optional>

namespace ipclab {

struct DesktopWishes {
    std::optional<bool> dark{};  // nothing: it does not say
    std::optional<bool> still{};

    // Of what `gsettings list-recursively org.gnome.desktop.interface` has written.
    static DesktopWishes fromGnome(const QByteArray& answer);
    // Of KDE's file (kdeglobals), where it stands; only `still`.
    static DesktopWishes fromKde();
};

// GTK desktops tell no palette to Qt, but name their theme.
bool environmentSaysDark();

}  // namespace ipclab
