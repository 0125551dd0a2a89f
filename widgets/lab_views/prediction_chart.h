// What was predicted and what was measured, in one picture, whatever kind of prediction it is: a number on the axis of
// its values, an order as two columns that lines join, a choice as the share of the runs in which each option was
// right, a curve over a curve. Dashed and hollow is what was thought, solid what was measured, shaded what counts as
// right.
//
// A picture, which a report takes as it is (painted()); PredictionView shows it.
#pragma once

#include <QCoreApplication>
#include <QWidget>

#include "labs/verdict.h"
#include "plot/chart_theme.h"
#include "plot/painted_picture.h"
#include "plot/scale.h"

namespace ipclab {

// "24,000": of a curve, which is sketched by hand, no more than three digits count.
QString predictedNumber(double value, const LabPrediction& prediction);
// As it stands behind that number: " µs", " process" behind 1, and Korean counters without a space, "개".
QString unitBehind(const LabPrediction& prediction, std::optional<double> number = {});
std::optional<double> theOnly(const LabAnswer& answer);  // nothing where there are several
// Why it was not judged; empty: it was, or nothing is known of it yet.
QString whyNotJudged(const LabPredictionVerdict& verdict);
// What was asked of the runs, in words: whose, what, and which of several; and with what it was in each of them:
// "middle ended at: 0.405 s".
QString askedWords(const LabAskedFigure& figure);
QString askedLine(const LabAskedFigure& figure);

class PredictionChart {
    Q_DECLARE_TR_FUNCTIONS(ipclab::PredictionChart)
public:
    PredictionChart() = default;
    // answer: empty where nothing was predicted. Nothing is painted where nothing was measured.
    PredictionChart(LabPrediction prediction, LabAnswer answer, LabPredictionVerdict verdict);

    [[nodiscard]] bool isEmpty() const { return m_verdict.truth.empty(); }
    [[nodiscard]] int heightFor(int width) const;
    // On what is there: grounds are painted for the plots alone.
    void paint(QPainter& painter, int width, const ChartTheme& theme) const;
    // The same in words, for who does not see it.
    [[nodiscard]] QString text() const;
    // On a light ground, of that width.
    [[nodiscard]] PaintedPicture painted(int width) const;

private:
    struct Ink;
    double number(Ink* ink, double top, int width) const;
    double choice(Ink* ink, double top, int width) const;
    double ordering(Ink* ink, double top, int width) const;
    double curve(Ink* ink, double top, int width) const;
    double figures(Ink* ink, double top, int width) const;
    double legend(Ink* ink, double top, int width) const;
    // Paints where there is ink, and says how high it is in any case.
    double whole(Ink* ink, int width) const;
    [[nodiscard]] bool hasRoom() const;
    [[nodiscard]] QString truthName() const;
    [[nodiscard]] QString optionText(double option) const;
    [[nodiscard]] LabAnswer meanOfOptions() const;
    [[nodiscard]] std::vector<Tick> placesOf(double lengthPx) const;

    LabPrediction m_prediction;
    LabAnswer m_answer;
    LabPredictionVerdict m_verdict;
};

class PredictionView : public QWidget {
    Q_OBJECT
public:
    explicit PredictionView(QWidget* parent = nullptr);

    void setChart(PredictionChart chart);
    [[nodiscard]] const PredictionChart& chart() const { return m_chart; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return m_chart.heightFor(width); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tell();

    PredictionChart m_chart;
};

}  // namespace ipclab
