// What a student predicts: how it is entered, and its picture beside what was measured; cards of verdicts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include "exercises/library.h"
#include "lab_views/curve_sketch.h"
#include "lab_views/prediction_chart.h"
#include "lab_views/prediction_editor.h"
#include "lab_views/prediction_ink.h"
#include "lab_views/verdict_card.h"

namespace ipclab {
namespace {

using testing::HasSubstr;

LabPrediction predictionOf(LabPrediction::Kind kind, std::size_t options) {
    LabPrediction made;
    made.id = "p";
    made.kind = kind;
    made.question = {{"en", "What?"}, {"ko", "무엇입니까?"}};
    if (kind == LabPrediction::Kind::Number || kind == LabPrediction::Kind::Curve) made.unit = {{"en", "messages"}};
    for (std::size_t i = 0; i < options; ++i) made.options.push_back({{"en", "option " + std::to_string(i)}});
    made.low = 0;
    made.high = 100;
    made.at = {1, 2, 4};
    made.axis = {{"en", "size"}};
    made.truth = {std::get<LabExpression>(LabExpression::parse("run.switches"))};
    return made;
}

struct Painted {
    const char* name;
    LabPrediction prediction;
    LabAnswer answer;
    LabPredictionVerdict verdict;
    const char* said;
};

std::vector<Painted> everyKind() {
    using enum LabPrediction::Kind;
    return {{"number",
             predictionOf(Number, 0),
             {60},
             {.answered = true, .right = false, .truth = {12}, .trials = {{11}, {13}}},
             "Measured: 12 messages."},
            {"choice",
             predictionOf(Choice, 3),
             {0},
             {.answered = true, .right = false, .truth = {2}, .trials = {{2}, {2}}},
             "Measured: “option 2”."},
            {"ordering",
             predictionOf(Ordering, 3),
             {0, 1, 2},
             {.answered = true, .right = false, .truth = {2, 0, 1}, .trials = {{5, 9, 1}}},
             "Measured: option 2 < option 0 < option 1."},
            {"curve",
             predictionOf(Curve, 0),
             {1, 2, 3},
             {.answered = true, .right = false, .truth = {3, 2, 1}, .trials = {{3, 2, 1}}},
             "Measured: 3 · 2 · 1 messages."}};
}

// Something of that colour, or of one that was mixed with little else.
bool has(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            if (std::abs(at.red() - color.red()) + std::abs(at.green() - color.green()) +
                    std::abs(at.blue() - color.blue()) <
                12)
                return true;
        }
    }
    return false;
}

// A click on its text chooses it, as one on its mark does.
TEST(PredictionEditor, AnOptionOfManyWordsHasTheLinesItNeeds) {
    LabPrediction prediction = predictionOf(LabPrediction::Kind::Choice, 2);
    prediction.options[1] = {
        {"en", "`exec` takes the place of the shell, which is gone from then on and comes back no more"}};
    PredictionEditor editor(prediction);
    editor.resize(200, 400);
    editor.show();
    EXPECT_LE(editor.minimumSizeHint().width(), 200);
    std::vector<LabAnswer> answers;
    QObject::connect(&editor, &PredictionEditor::answered, &editor,
                     [&](const LabAnswer& answer) { answers.push_back(answer); });
    for (auto* label : editor.findChildren<QLabel*>()) {
        if (!label->text().contains(QStringLiteral("<code>exec</code>"))) continue;
        EXPECT_GT(label->height(), 3 * label->fontMetrics().lineSpacing());
        QTest::mouseClick(label, Qt::LeftButton);
        break;
    }
    EXPECT_THAT(answers, testing::ElementsAre(testing::ElementsAre(1)));
    editor.setLocked(true);
    for (const auto* button : editor.findChildren<QAbstractButton*>()) EXPECT_FALSE(button->isEnabled());
}

TEST(PredictionEditor, AnOrderingHasRoomForAllItsRows) {
    LabPrediction prediction = predictionOf(LabPrediction::Kind::Ordering, 4);
    prediction.options[2] = {{"en", "one of many words, which need a line more where there is little room for them"}};
    PredictionEditor editor(prediction);
    editor.show();
    for (const int width : {460, 287, 220, 340}) {
        editor.resize(width, editor.sizeHint().height());
        QTest::qWait(20);  // rows are laid out when there is time
        const auto* rows = editor.findChild<QListWidget*>();
        EXPECT_TRUE(QTest::qWaitFor([&] {
            editor.resize(width, editor.sizeHint().height());
            return rows->visualItemRect(rows->item(3)).bottom() < rows->viewport()->height();
        })) << width;
    }
}

TEST(PredictionChart, ShowsGuessAndMeasurementOfEveryKind) {
    for (const auto& [name, prediction, answer, verdict, said] : everyKind()) {
        SCOPED_TRACE(name);
        const PredictionChart chart(prediction, answer, verdict);
        EXPECT_THAT(chart.text().toStdString(), HasSubstr(said));
        EXPECT_THAT(chart.text().toStdString(), HasSubstr("Predicted:"));
        for (const int width : {220, 320, 700}) {
            const PaintedPicture picture = chart.painted(width);
            ASSERT_EQ(picture.size, QSize(width, chart.heightFor(width)));
            EXPECT_GT(picture.size.height(), 40);
            EXPECT_LT(picture.size.height(), 400);
            const QImage image = picture.image();
            EXPECT_TRUE(has(image, ChartTheme::light().curve(0))) << "measured";
            EXPECT_TRUE(has(image, ChartTheme::light().curve(1))) << "predicted";
        }
    }
}

TEST(PredictionChart, WhatNoRunTellsIsNotCalledMeasured) {
    using enum LabPrediction::Kind;
    for (const auto kind : {Choice, Number}) {
        LabPrediction prediction = predictionOf(kind, kind == Choice ? 3 : 0);
        prediction.truth = {std::get<LabExpression>(LabExpression::parse("1"))};
        EXPECT_FALSE(isMeasured(prediction));
        LabPredictionVerdict verdict{.answered = true, .right = false, .truth = {1}, .trials = {{1}}};
        const PredictionChart chart(prediction, {2}, verdict);
        EXPECT_THAT(chart.text().toStdString(), HasSubstr("Known, not measured: "));
        EXPECT_THAT(chart.text().toStdString(), testing::Not(HasSubstr("Measured")));
        const LabPrediction measured = predictionOf(kind, prediction.options.size());
        const int asMeasured = PredictionChart(measured, {2}, verdict).heightFor(320);
        if (kind == Choice) {
            EXPECT_LT(chart.heightFor(320), asMeasured) << "no bars: there is no share of runs";
        }
        PredictionEditor editor(prediction);
        editor.setAnswer({2});
        editor.setVerdict(&verdict);
        QStringList texts;
        for (const QLabel* label : editor.findChildren<QLabel*>()) texts << label->text();
        EXPECT_THAT(texts.join(QLatin1Char('\n')).toStdString(), HasSubstr("; known, not measured: "));
    }
}

TEST(PredictionChart, FiguresBehindAChoiceAreToldAsNumbers) {
    LabPredictionVerdict verdict{.answered = true, .right = true, .truth = {1}, .trials = {{1}, {1}}};
    verdict.figures = {
        {{.name = "descendants", .arguments = {LabScalar(std::string("root"))}, .member = "count"}, "", {1, 2}}};
    const PredictionChart chart(predictionOf(LabPrediction::Kind::Choice, 3), {1}, verdict);
    EXPECT_THAT(chart.text().toStdString(), HasSubstr("root: processes that it and its children have made: 1 · 2."));
}

// What is asked of runs in every choice that comes along, behind the id of its exercise.
std::vector<std::pair<std::string, QString>> everythingAsked() {
    std::vector<std::pair<std::string, QString>> all;
    for (const auto& id : allLabIds()) {
        const auto read = readLab(*embeddedLab(id), libraryPresets());
        EXPECT_TRUE(read.isSound()) << id;
        if (!read.isSound()) continue;
        for (const auto& step : read.lab->steps) {
            for (const auto& prediction : step.predictions) {
                if (prediction.kind != LabPrediction::Kind::Choice) continue;
                for (const auto& truth : prediction.truth) {
                    for (const auto& asked : truth.asked())
                        all.emplace_back(id, askedWords({asked.question, asked.function, {}}));
                }
            }
        }
    }
    return all;
}

// No name of a field, no place without a value.
TEST(PredictionChart, WhatIsAskedIsSaidInWords) {
    const auto all = everythingAsked();
    EXPECT_GT(all.size(), 20U);
    for (const auto& [id, words] : all) {
        EXPECT_FALSE(words.contains(QRegularExpression(QStringLiteral("[a-z]_")))) << id << ": " << words.toStdString();
        EXPECT_FALSE(words.contains(QStringLiteral("–"))) << id << ": " << words.toStdString();
        EXPECT_FALSE(words.contains(QStringLiteral("unknown"))) << id << ": " << words.toStdString();
    }
}

// Names, calls and answers stay as they are; nothing else is left.
TEST(PredictionChart, WhatIsAskedIsSaidInKorean) {
    QTranslator korean;
    ASSERT_TRUE(korean.load(QStringLiteral(":/translations/ipclab_ko.qm")));
    QCoreApplication::installTranslator(&korean);
    static const QRegularExpression hangul(QStringLiteral("[가-힣]|PID"));
    for (const auto& [id, words] : everythingAsked())
        EXPECT_TRUE(words.contains(hangul)) << id << ": " << words.toStdString();
    QCoreApplication::removeTranslator(&korean);
}

TEST(PredictionChart, WhatIsAskedSaysWhoseWhatAndWhichOfSeveral) {
    const auto lines = [](std::string_view text, double value) {
        QStringList all;
        const auto parsed = LabExpression::parse(text);
        for (const auto& asked : std::get<LabExpression>(parsed).asked())
            all << askedLine({asked.question, asked.function, {value}});
        return all.join(QLatin1Char('\n')).toStdString();
    };
    EXPECT_EQ(lines("count(event(\"child-signalled\", \"waits\", \"how\", \"abort\", \"signal\", 6))", 1),
              "waits: children that ended by abort: 1");
    EXPECT_EQ(lines("max(event(\"exited\", \"middle\").t_s)", 0.4053), "middle ended at: 0.405 s");
    EXPECT_EQ(lines("max(event(\"sections\").data_bytes) != min(event(\"sections\").data_bytes)", 131'072),
              "data, the largest: 128 KiB\ndata, the smallest: 128 KiB");
    EXPECT_EQ(lines("max(event(\"exec-before\", \"process\").pid)", 20'454), "process: PID, before exec: 20454");
    EXPECT_EQ(lines("count(event(\"exited\", *, \"code\", 0))", 4), "processes that ended with exit code 0: 4");
    EXPECT_EQ(lines("count(event(\"exited\", \"deep\", \"signal\", 11))", 1),
              "deep: times it was ended by signal 11: 1");
    EXPECT_EQ(lines("process(\"second\").user_s", 0.103), "second: time in user mode: 103 ms");
    EXPECT_EQ(lines("process(\"first\").lifetime_s", 1.25), "first: lifetime: 1.25 s");
    EXPECT_EQ(lines("max(event(\"launched\", \"first\").t_s)", -0.01), "first was started at: −0.010 s");
    EXPECT_EQ(lines("end(\"group\", 1).messages", 200), "end 1 of group: messages: 200");
    EXPECT_EQ(lines("shared(\"counter\").value", 4'000).substr(0, 9), "counter: ");
    EXPECT_THAT(lines("shared(\"counter\").value", 4'000), HasSubstr(": 4,000"));
}

// What was predicted is what was measured, and nothing beside it counts as right.
TEST(PredictionChart, ItsScaleHasALengthOneCanRead) {
    const Scale none = scaleAround(0, 0), same = scaleAround(100, 100), below = scaleAround(-20, -20);
    EXPECT_EQ(none.low, 0);
    EXPECT_GE(none.high, 1);
    EXPECT_LE(none.high, 2);
    EXPECT_EQ(same.low, 0);
    EXPECT_GT(same.high, 100);
    EXPECT_LE(same.high, 150);
    EXPECT_LT(below.low, -20);
    EXPECT_GE(below.high, 0);
    const Scale wide = scaleAround(40, 60);
    EXPECT_EQ(wide.low, 0) << "what is counted begins with nothing";
    EXPECT_GT(wide.high, 60);
}

// A label that is too wide for its place becomes "..." on the axis.
TEST(PredictionChart, ItsLabelsHaveRoomBesideOneAnother) {
    const QFontMetricsF metrics(chartLabelFont());
    for (const double most : {2.0, 9.0, 1'500.0, 70'000.0, 3'000'000.0, 1'717'986'918.0}) {
        for (const double lengthPx : {90.0, 180.0, 400.0}) {
            const Scale scale = scaleAround(0, most, true);
            const auto ticks = ticksWithRoom(scale, lengthPx, true);
            ASSERT_GE(ticks.size(), 2U) << most;
            for (std::size_t i = 0; i < ticks.size(); ++i) {
                EXPECT_NEAR(ticks[i].value, std::round(ticks[i].value), 1e-3) << "half of what is counted there is not";
                const double pitch = i == 0 ? lengthPx : scale.share(ticks[i].value - ticks[i - 1].value) * lengthPx;
                EXPECT_GT(pitch, metrics.horizontalAdvance(ticks[i].label)) << most << " on " << lengthPx;
                const double part = lengthPx / static_cast<double>(ticks.size());
                if (ticks.size() > 2) {
                    EXPECT_GT(part, metrics.horizontalAdvance(ticks[i].label)) << most << " on " << lengthPx;
                }
            }
        }
    }
    EXPECT_EQ(labelsWithRoom({0, 20, 40, 60}, {10, 10, 10, 40}), (std::vector<std::size_t>{0, 1, 3}))
        << "the last stands, whatever gives way to it";
}

TEST(PredictionChart, AnOrderSaysTheUnitOfItsValues) {
    LabPrediction prediction = predictionOf(LabPrediction::Kind::Ordering, 2);
    const LabPredictionVerdict verdict{.truth = {1, 0}, .trials = {{9, 5}}};
    const QImage bare = PredictionChart(prediction, {}, verdict).painted(300).image();
    prediction.unit = {{"en", "switches"}};
    EXPECT_NE(PredictionChart(prediction, {}, verdict).painted(300).image(), bare);
}

TEST(PredictionChart, OneIsSaidOfAsOne) {
    LabPrediction prediction = predictionOf(LabPrediction::Kind::Number, 0);
    prediction.unitOfOne = {{"en", "message"}};
    const auto said = [&](double truth) {
        return PredictionChart(prediction, {2}, {.answered = true, .truth = {truth}, .trials = {{truth}}}).text();
    };
    EXPECT_THAT(said(1).toStdString(), HasSubstr("Measured: 1 message."));
    EXPECT_THAT(said(2).toStdString(), HasSubstr("Measured: 2 messages."));
    PredictionEditor editor(prediction);
    auto* number = editor.findChild<QDoubleSpinBox*>();
    number->setValue(1);
    EXPECT_EQ(number->suffix(), QStringLiteral(" message"));
    number->setValue(5);
    EXPECT_EQ(number->suffix(), QStringLiteral(" messages"));
}

TEST(PredictionChart, IsNotThereBeforeAnythingWasMeasured) {
    const PredictionChart chart(predictionOf(LabPrediction::Kind::Number, 0), {5}, {});
    EXPECT_TRUE(chart.isEmpty());
    EXPECT_TRUE(chart.painted(300).size.isEmpty());
}

TEST(PredictionEditor, TakesANumberAsItIsChangedAndShowsTheChartInItsPlace) {
    PredictionEditor editor(predictionOf(LabPrediction::Kind::Number, 0));
    editor.show();
    std::vector<LabAnswer> answers;
    QObject::connect(&editor, &PredictionEditor::answered, &editor,
                     [&](const LabAnswer& answer) { answers.push_back(answer); });
    auto* box = editor.findChild<QDoubleSpinBox*>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    EXPECT_THAT(answers, testing::ElementsAre(testing::ElementsAre(1)));
    const LabPredictionVerdict verdict{.answered = true, .right = false, .truth = {12}, .trials = {{12}}};
    editor.setLocked(true);
    editor.setVerdict(&verdict);
    EXPECT_TRUE(editor.chart()->isVisible());
    EXPECT_FALSE(box->isVisible());
    EXPECT_FALSE(editor.chart()->accessibleDescription().isEmpty());
}

TEST(PredictionEditor, AnOrderIsOfNamesWhateverItsUnit) {
    LabPrediction prediction = predictionOf(LabPrediction::Kind::Ordering, 2);
    prediction.unit = {{"en", "s"}};
    PredictionEditor editor(prediction);
    editor.setAnswer({1, 0});
    QStringList texts;
    for (const QLabel* label : editor.findChildren<QLabel*>()) texts << label->text();
    EXPECT_THAT(texts.join(QLatin1Char(' ')).toStdString(), HasSubstr("option 0. It can"));
}

// Its figures are as exact as those of the picture below.
TEST(PredictionEditor, SaysWhatWasMeasuredInFourDigits) {
    PredictionEditor editor(predictionOf(LabPrediction::Kind::Number, 0));
    editor.setAnswer({13});
    const LabPredictionVerdict verdict{.answered = true, .right = false, .truth = {7.88672}, .trials = {{7.88672}}};
    editor.setVerdict(&verdict);
    QStringList texts;
    for (const QLabel* label : editor.findChildren<QLabel*>()) texts << label->text();
    EXPECT_THAT(texts.join(QLatin1Char('\n')).toStdString(), HasSubstr("measured: 7.887 messages."));
}

TEST(VerdictCard, ThatItIsNotJudgedIsASentence) {
    LabCheck check;
    check.id = "second";
    check.what = {{"en", "Ends well"}};
    VerdictCard card(check, false);
    LabVerdict verdict{.check = "second"};
    verdict.outcome = LabOutcome::NotJudged;
    verdict.unmet = {{"en", "The first one"}};
    card.setVerdict(&verdict);
    EXPECT_EQ(card.said(), QStringLiteral("Not judged before this holds: The first one"));
}

// In a window where arrows pan charts they are the curve's while it has the focus.
TEST(CurveSketch, KeepsItsArrowsFromShortcuts) {
    PredictionEditor editor(predictionOf(LabPrediction::Kind::Curve, 0));
    auto* sketch = editor.findChild<CurveSketch*>();
    ASSERT_NE(sketch, nullptr);
    const auto keeps = [&](int key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QCoreApplication::sendEvent(sketch, &event);
        return event.isAccepted();
    };
    for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
        EXPECT_TRUE(keeps(key, Qt::NoModifier));
        EXPECT_TRUE(keeps(key, Qt::ShiftModifier)) << "in larger steps";
        EXPECT_FALSE(keeps(key, Qt::AltModifier));
    }
    EXPECT_FALSE(keeps(Qt::Key_Space, Qt::NoModifier));
}

TEST(PredictionEditor, SaysWhyItIsNotJudged) {
    PredictionEditor editor(predictionOf(LabPrediction::Kind::Number, 0));
    editor.setAnswer({5});
    editor.setLocked(true);
    LabPredictionVerdict verdict{.answered = true};
    verdict.unmet = {{"en", "Each has a core"}, {"ko", "저마다 코어가 있습니다"}};
    verdict.reason = notJudgedBecause("Each has a core");
    editor.setVerdict(&verdict);
    QStringList texts;
    for (const QLabel* label : editor.findChildren<QLabel*>()) texts << label->text();
    const std::string all = texts.join(QLatin1Char('\n')).toStdString();
    EXPECT_THAT(all, HasSubstr("You predicted 5 messages. Not judged before this holds: Each has a core"));
    EXPECT_THAT(all, testing::Not(HasSubstr("otherwise")));
}

}  // namespace
}  // namespace ipclab
