// What is written can be read and what is drawn be seen, in both themes, and colours that tell things apart do so for
// eyes that do not tell red from green.
#include <QApplication>
#include <QRegularExpression>
#include <cmath>

#include "app/window_fixture.h"
#include "plot/chart_theme.h"
#include "plot/contrast.h"
#include "plot/state_palette.h"
#include "window/style_sheet.h"

namespace ipclab {
namespace {

constexpr double kOfDisabled = 3;
constexpr double kLeastDistance = 10;  // CIE 1976; 2.3 is just seen

// The pure red, green and blue of the light, as Machado, Oliveira and Fernandes (2009) have it for eyes without M
// cones.
QColor withoutGreenCones(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto back = [](double c) {
        c = std::clamp(c, 0.0, 1.0);
        return static_cast<float>(c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055);
    };
    const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
    return QColor::fromRgbF(back(0.367322 * r + 0.860646 * g - 0.227968 * b),
                            back(0.280085 * r + 0.672501 * g + 0.047413 * b),
                            back(-0.011820 * r + 0.042940 * g + 0.968881 * b));
}

std::array<double, 3> lab(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047), y = f(0.2126 * r + 0.7152 * g + 0.0722 * b),
                 z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor& a, const QColor& b) {
    const auto p = lab(a), q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const ChartTheme& themeOf(bool dark) { return dark ? ChartTheme::darkTheme() : ChartTheme::light(); }

std::string name(bool dark, const QColor& color, const QColor& ground) {
    return (dark ? "dark: " : "light: ") + color.name().toStdString() + " on " + ground.name().toStdString();
}

void expectContrast(bool dark, const QColor& color, const QColor& ground, double least, const QString& of = {}) {
    EXPECT_GE(contrast(color, ground), least) << name(dark, color, ground) << ' ' << of.toStdString();
}

QColor declared(const QString& body, const QString& property) {
    const QRegularExpression rule(QStringLiteral("(?:^|;)\\s*%1:\\s*(#[0-9a-f]{6})").arg(property));
    const auto found = rule.match(body);
    return found.hasMatch() ? QColor(found.captured(1)) : QColor();
}

// Every rule of the style sheet that sets a colour of text: on the ground it sets itself, else on all that it may be
// on.
TEST(Contrast, TextsOfTheStyleSheet) {
    static const QRegularExpression rule(QStringLiteral("([^{}]+)\\{([^}]*)\\}"));
    for (const bool dark : {false, true}) {
        const QString sheet = styleSheet(dark);
        QList<QColor> grounds;
        for (const char* of :
             {"#toolbar", "#sidebar, #inspector", "#hint", "QMenu", "QTableView, QTreeView, QListView"}) {
            const auto at = sheet.indexOf(QLatin1String(of) + QLatin1String(" {"));
            ASSERT_GE(at, 0) << of;
            grounds << declared(rule.match(sheet, at).captured(2), QStringLiteral("background"));
            ASSERT_TRUE(grounds.back().isValid()) << of;
        }
        int checked = 0;
        for (auto it = rule.globalMatch(sheet); it.hasNext();) {
            const auto match = it.next();
            const QString selector = match.captured(1).trimmed(), body = match.captured(2);
            const double least = selector.contains(QLatin1String(":disabled")) ? kOfDisabled : kReadableContrast;
            const QColor own = declared(body, QStringLiteral("background")),
                         text = declared(body, QStringLiteral("color"));
            const QColor chosen = declared(body, QStringLiteral("selection-color")),
                         chosenGround = declared(body, QStringLiteral("selection-background-color"));
            if (text.isValid() && own.isValid()) expectContrast(dark, text, own, least, selector);
            for (const QColor& ground : grounds) {
                if (text.isValid() && !own.isValid() && !selector.contains(QLatin1String("#notice")))
                    expectContrast(dark, text, ground, least, selector);
            }
            if (chosen.isValid() && chosenGround.isValid())
                expectContrast(dark, chosen, chosenGround, kReadableContrast, selector);
            checked += text.isValid() || chosen.isValid();
        }
        EXPECT_GT(checked, 20);
    }
}

// What is ticked or chosen is seen before anybody has chosen.
TEST(Contrast, BoxesAndCirclesToChooseFrom) {
    for (const bool dark : {false, true}) {
        for (const char* of : {"QRadioButton::indicator", "QCheckBox::indicator, QListWidget::indicator"}) {
            static const QRegularExpression border(QStringLiteral("\\{[^}]*border: 1px solid (#[0-9a-f]{6})"));
            const QString sheet = styleSheet(dark);
            const auto at = sheet.indexOf(QLatin1String(of) + QLatin1String(" {"));
            ASSERT_GE(at, 0) << of;
            const QPalette palette = dark ? Theme::darkPalette() : Theme::lightPalette();
            for (const auto ground : {QPalette::Window, QPalette::Base})
                expectContrast(dark, QColor(border.match(sheet, at).captured(1)), palette.color(ground),
                               kVisibleContrast, QLatin1String(of));
        }
    }
}

TEST(Contrast, TextsOfThePalette) {
    for (const bool dark : {false, true}) {
        const QPalette palette = dark ? Theme::darkPalette() : Theme::lightPalette();
        for (const QPalette::ColorRole ground :
             {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                                   QPalette::PlaceholderText, QPalette::Link})
                expectContrast(dark, palette.color(text), palette.color(ground), kReadableContrast);
            expectContrast(dark, palette.color(QPalette::Disabled, QPalette::Text), palette.color(ground), kOfDisabled);
        }
        expectContrast(dark, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight),
                       kReadableContrast);
        expectContrast(dark, palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase),
                       kReadableContrast);
    }
}

TEST(Contrast, TextsAndCurvesOfCharts) {
    for (const bool dark : {false, true}) {
        const ChartTheme& theme = themeOf(dark);
        for (const QColor& ground : {theme.window, theme.plot}) {
            for (const QColor& text : {theme.text, theme.mutedText, theme.marker})
                expectContrast(dark, text, ground, kReadableContrast);
        }
        expectContrast(dark, theme.bannerText, theme.banner, kReadableContrast);
        for (const QColor& curve : theme.curves) expectContrast(dark, curve, theme.plot, kVisibleContrast);
        for (const QColor& event : theme.events) expectContrast(dark, event, theme.plot, kVisibleContrast);
        expectContrast(dark, theme.selection, theme.plot, kVisibleContrast);
        expectContrast(dark, theme.crosshair, theme.plot, kVisibleContrast);
    }
}

TEST(Contrast, StatesHaveReadableLettersAndEdgesThatStandOut) {
    for (const bool dark : {false, true}) {
        for (std::size_t i = 0; i < kProcessStateCount; ++i) {
            const auto state = static_cast<ProcessState>(i);
            const StateStyle& style = StatePalette::style(state, dark);
            expectContrast(dark, style.ink, style.fill, kReadableContrast, StatePalette::name(state));
            expectContrast(dark, style.edge, themeOf(dark).plot, kVisibleContrast, StatePalette::name(state));
        }
    }
}

TEST(Contrast, CurvesAndStatesAreToldApartWithoutGreenCones) {
    const auto expectApart = [](bool dark, const QColor& a, const QColor& b) {
        EXPECT_GE(distance(withoutGreenCones(a), withoutGreenCones(b)), kLeastDistance) << name(dark, a, b);
        EXPECT_GE(distance(a, b), kLeastDistance) << name(dark, a, b);
    };
    for (const bool dark : {false, true}) {
        const auto& curves = themeOf(dark).curves;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) expectApart(dark, curves[i], curves[k]);
        }
        for (std::size_t i = 0; i < kProcessStateCount; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                expectApart(dark, StatePalette::style(static_cast<ProcessState>(i), dark).fill,
                            StatePalette::style(static_cast<ProcessState>(k), dark).fill);
        }
    }
}

TEST(Contrast, AnswersAsWcagDoes) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 1e-9);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
    EXPECT_GE(contrast(standingOut(QColor(0xf0, 0xe4, 0x42), Qt::white, 3), Qt::white), 3);
    EXPECT_EQ(standingOut(Qt::black, Qt::white, 3), QColor(Qt::black));
}

}  // namespace
}  // namespace ipclab
