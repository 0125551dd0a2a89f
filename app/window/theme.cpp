#include "window/theme.h"

#include <QApplication>
#include <QProcess>
#include <QProxyStyle>
#include <QStandardPaths>
#include <algorithm>
#include <cassert>

#include "bridge/motion.h"
#include "window/desktop_wishes.h"
#include "window/style_sheet.h"

namespace ipclab {
namespace {

struct Tones {
    QRgb window, base, alternate, button, text, muted, disabled, accent, onAccent, tip;
};

constexpr Tones kLight{0xfffbfbfc, 0xffffffff, 0xfff5f6f8, 0xfff2f3f6, 0xff1d2127,
                       0xff5b636e, 0xff7f8893, 0xff1b67c8, 0xffffffff, 0xff262a30};
constexpr Tones kDark{0xff1e2024, 0xff16181b, 0xff1b1d21, 0xff2c3036, 0xffeceef1,
                      0xffa6adb7, 0xff757d88, 0xff6ab0ff, 0xff0d1116, 0xff3a3f47};

QPalette paletteOf(const Tones& tones) {
    QPalette palette(QColor::fromRgb(tones.text), QColor::fromRgb(tones.window));
    const auto set = [&](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor::fromRgb(color)); };
    set(QPalette::Window, tones.window);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Button, tones.button);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Text, tones.text);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.text);
    set(QPalette::PlaceholderText, tones.muted);
    set(QPalette::Highlight, tones.accent);
    set(QPalette::HighlightedText, tones.onAccent);
    set(QPalette::Link, tones.accent);
    set(QPalette::ToolTipBase, tones.tip);
    set(QPalette::ToolTipText, 0xfff4f5f7);
    for (QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(tones.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(tones.button));
    return palette;
}

constexpr int kCursorFlashMs = 1060;

// What glides in it stands still where that is wanted.
class QuietStyle : public QProxyStyle {
public:
    QuietStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        const bool still = hint == SH_Widget_Animation_Duration && isMotionReduced();
        return still ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

}  // namespace

QPalette Theme::lightPalette() { return paletteOf(kLight); }
QPalette Theme::darkPalette() { return paletteOf(kDark); }

Theme::Theme(QObject* parent) : QObject(parent) {}

void Theme::install() {
    // What the platform theme says, before a palette of our own hides it (Qt has no colour scheme before 6.5).
    m_desktopDark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5 || environmentSaysDark();
    m_desktopFont = QApplication::font();
    m_desktopStill = DesktopWishes::fromKde().still.value_or(false);
    QApplication::setStyle(new QuietStyle);
}

void Theme::choose(ThemeChoice choice) {
    m_choice = choice;
    apply();
}

void Theme::apply() {
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::Desktop && m_desktopDark);
    if (m_applied && dark == m_dark) return;
    m_applied = true;
    m_dark = dark;
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
    dress();
    emit changed(dark);
}

void Theme::setTextPercent(int percent) {
    if (percent == m_textPercent) return;
    m_textPercent = percent;
    QFont font = m_desktopFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * percent / 100);
    else
        font.setPixelSize(std::max(font.pixelSize() * percent / 100, 1));
    QApplication::setFont(font);
    dress();
}

void Theme::setMotion(Motion motion) {
    m_motion = motion;
    applyMotion();
}

void Theme::applyMotion() {
    const bool still = m_motion == Motion::Reduced || (m_motion == Motion::Desktop && m_desktopStill);
    setMotionReduced(still);
    QApplication::setCursorFlashTime(still ? 0 : kCursorFlashMs);
    if (m_still == still) return;
    m_still = still;
    emit stillChanged(still);
}

void Theme::dress() { qApp->setStyleSheet(m_applied && !m_fitting ? styleSheet(m_dark, m_textPercent) : QString()); }

Theme::Fitting::Fitting(Theme& theme) : m_theme(theme) {
    assert(!theme.m_fitting);
    theme.m_fitting = true;
    theme.dress();
}

Theme::Fitting::~Fitting() {
    m_theme.m_fitting = false;
    m_theme.dress();
}

void Theme::askDesktop() {
    if ((m_choice != ThemeChoice::Desktop && m_motion != Motion::Desktop) || m_asking) return;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("gsettings"));
    if (program.isEmpty()) return;
    m_asking = true;
    auto* process = new QProcess(this);
    connect(process, &QProcess::finished, this, [this, process](int code) {
        const QByteArray answer = process->readAllStandardOutput();
        process->deleteLater();
        m_asking = false;
        if (code == 0) heard(DesktopWishes::fromGnome(answer));
    });
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->start(program, {QStringLiteral("list-recursively"), QStringLiteral("org.gnome.desktop.interface")});
}

void Theme::heard(const DesktopWishes& wishes) {
    m_desktopDark = wishes.dark.value_or(m_desktopDark);
    m_desktopStill = wishes.still.value_or(m_desktopStill);
    apply();
    applyMotion();
}

}  // namespace ipclab
