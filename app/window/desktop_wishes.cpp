#include "window/desktop_wishes.h"

#include <QSettings>
#include <QStandardPaths>

namespace ipclab {

DesktopWishes DesktopWishes::fromGnome(const QByteArray& answer) {
    DesktopWishes wishes;
    for (const QByteArray& line : answer.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 3) continue;
        if (words[1] == "color-scheme" && words[2] == "'prefer-dark'") wishes.dark = true;
        if (words[1] == "color-scheme" && (words[2] == "'prefer-light'" || words[2] == "'default'"))
            wishes.dark = environmentSaysDark();
        if (words[1] == "enable-animations") wishes.still = words[2] == "false";
    }
    return wishes;
}

DesktopWishes DesktopWishes::fromKde() {
    DesktopWishes wishes;
    const QString file = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, QStringLiteral("kdeglobals"));
    if (file.isEmpty()) return wishes;
    const QVariant factor = QSettings(file, QSettings::IniFormat).value(QStringLiteral("KDE/AnimationDurationFactor"));
    bool isNumber = false;
    const double number = factor.toDouble(&isNumber);
    if (isNumber) wishes.still = number == 0;
    return wishes;
}

bool environmentSaysDark() {
    const QByteArray gtk = qgetenv("GTK_THEME").toLower();
    return gtk.endsWith(":dark") || gtk.endsWith("-dark");
}

}  // namespace ipclab
