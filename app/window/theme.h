// Light and dark, the size of text, and whether things move: palettes on the Fusion style, so that the window looks the
// same on every desktop, and the style sheet for what a palette cannot say. The chart colours are the rest of the same
// design (plot/chart_theme.h).
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

namespace ipclab {

enum class ThemeChoice { Desktop, Light, Dark };
enum class Motion { Desktop, Full, Reduced };

struct DesktopWishes;

class Theme : public QObject {
    Q_OBJECT
public:
    // While one lives, widgets are made without the style sheet; at its end all get it at once. With it, every layout
    // that takes a widget has the sheet applied anew to all in it: half of a window's start.
    class Fitting {
    public:
        explicit Fitting(Theme& theme);
        ~Fitting();
        Fitting(const Fitting&) = delete;
        Fitting& operator=(const Fitting&) = delete;

    private:
        Theme& m_theme;
    };

    explicit Theme(QObject* parent = nullptr);

    // Before the first widget. Sets the style once.
    void install();
    void choose(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const { return m_dark; }

    // Of the desktop's own size of text, in percent.
    void setTextPercent(int percent);
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    void setMotion(Motion motion);
    [[nodiscard]] bool isStill() const { return m_still; }

    // Asks the desktop again (it may have turned dark meanwhile). Asynchronous.
    void askDesktop();

    static QPalette lightPalette();
    static QPalette darkPalette();

signals:
    void changed(bool dark);
    void stillChanged(bool still);

private:
    void apply();
    void applyMotion();
    void dress();
    void heard(const DesktopWishes& wishes);

    ThemeChoice m_choice = ThemeChoice::Desktop;
    Motion m_motion = Motion::Desktop;
    QFont m_desktopFont;
    int m_textPercent = 100;
    bool m_desktopDark = false;
    bool m_desktopStill = false;
    bool m_still = false;
    bool m_dark = false;
    bool m_applied = false;
    bool m_asking = false;
    bool m_fitting = false;
};

}  // namespace ipclab
