// Light and dark: palettes on the Fusion style, so that the window looks the same on every desktop, and the style sheet
// for what a palette cannot say. The chart colours are the rest of the same design (plot/chart_theme.h).
#pragma once

#include <QObject>
#include <QPalette>
#include <QString>

namespace ipclab {

enum class ThemeChoice { Desktop, Light, Dark };

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

    // Asks the desktop again (it may have turned dark meanwhile). Asynchronous.
    void askDesktop();

    static QPalette lightPalette();
    static QPalette darkPalette();

signals:
    void changed(bool dark);

private:
    void apply();
    void dress();

    ThemeChoice m_choice = ThemeChoice::Desktop;
    bool m_desktopDark = false;
    bool m_dark = false;
    bool m_applied = false;
    bool m_asking = false;
    bool m_fitting = false;
};

}  // namespace ipclab
