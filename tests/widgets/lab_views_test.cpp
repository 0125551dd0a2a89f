// The parts of an exercise's page: pictures of predictions, the page in two languages, exercises of one's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSemaphore>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QThreadPool>
#include <QTranslator>
#include <QTreeView>

#include "exercises/library.h"
#include "lab_views/curve_sketch.h"
#include "lab_views/hand_in_question.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_shelf.h"
#include "lab_views/lab_source_strip.h"
#include "lab_views/lab_text.h"
#include "lab_views/lab_words.h"
#include "lab_views/prediction_chart.h"
#include "lab_views/prediction_editor.h"
#include "lab_views/prediction_ink.h"
#include "lab_views/verdict_card.h"
#include "models/preset_tree.h"

namespace ipclab {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

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

TEST(LabText, NoPictureOfSomebodyElsesIsLookedFor) {
    const QString text = richTextOf(QStringLiteral("one ![a](/dev/zero) two <img src=\"/dev/zero\"> three\n\n![b](b.png)"));
    EXPECT_FALSE(text.contains(QStringLiteral("<img"))) << text.toStdString();
    for (const char* word : {"one", "two", "three"}) EXPECT_THAT(text.toStdString(), HasSubstr(word));
}

// As wide as the page is at its narrowest; letters of Korean count twice.
TEST(LabText, NoLineOfCodeOfAnExerciseIsBroken) {
    constexpr int kColumns = 44;
    for (const auto& id : allLabIds()) {
        const LabTexts texts = *embeddedLab(id);
        for (const auto& [language, markdown] : texts.markdown) {
            bool isCode = false;
            for (const QString& line : QString::fromStdString(markdown).split(QLatin1Char('\n'))) {
                if (line.startsWith(QStringLiteral("```"))) isCode = !isCode;
                const auto wide =
                    std::ranges::count_if(line, [](QChar c) { return c.script() == QChar::Script_Hangul; });
                EXPECT_TRUE(!isCode || line.size() + wide <= kColumns)
                    << id << ' ' << language << ": " << line.toStdString();
            }
        }
    }
}

TEST(LabText, BetweenBackticksStandsCodeAndNothingElseIsMarkup) {
    const QString text = QStringLiteral("`kill -l` shows <b>5 & 6</b>,\na ` alone");
    EXPECT_EQ(richLineOf(text),
              QStringLiteral("<code>kill -l</code> shows &lt;b&gt;5 &amp; 6&lt;/b&gt;,<br>a ` alone"));
    EXPECT_EQ(plainLineOf(text), QStringLiteral("kill -l shows <b>5 & 6</b>,\na ` alone"));
}

TEST(LabText, ANumberStaysWithItsUnit) {
    const QString bound(QChar::Nbsp);
    EXPECT_EQ(richLineOf(QStringLiteral("0.2 s, 97 %, 5 sends")),
              QStringLiteral("0.2%1s, 97%1%, 5 sends").replace(QStringLiteral("%1"), bound));
    EXPECT_EQ(richLineOf(QString::fromUtf8("64 KiB에 97 %였습니다")),
              QString::fromUtf8("64~KiB에 97~%였습니다").replace(QLatin1Char('~'), bound));
}

// A narrow column has no room for the way in that a list has of itself.
TEST(LabText, AListStandsNearTheEdge) {
    QTextDocument shown;
    shown.setHtml(richTextOf(QStringLiteral("Choose\n\n- one\n- two\n")));
    const QTextBlock item = shown.findBlockByNumber(1);
    ASSERT_NE(item.textList(), nullptr);
    EXPECT_LT(item.blockFormat().leftMargin(), 0);
}

TEST(LabText, WhatIsQuotedEndsNoSentence) {
    EXPECT_EQ(quoted(QStringLiteral("It is lost.")), QStringLiteral("“It is lost”"));
    EXPECT_EQ(quoted(QStringLiteral("It is lost")), QStringLiteral("“It is lost”"));
}

TEST(LabText, AnOptionIsNamedByWhatStandsBeforeItsColon) {
    EXPECT_EQ(nameIn(QStringLiteral("poller: asks, then waits")), QStringLiteral("poller"));
    EXPECT_EQ(nameIn(QStringLiteral("the child")), QStringLiteral("the child"));
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
    verdict.figures = {{{.name = "descendants", .arguments = {LabScalar(std::string("root"))}, .member = "count"}, "", {1, 2}}};
    const PredictionChart chart(predictionOf(LabPrediction::Kind::Choice, 3), {1}, verdict);
    EXPECT_THAT(chart.text().toStdString(), HasSubstr("root: processes that it and its children have made: 1 · 2."));
}

// Of every choice that comes along: no name of a field, no place without a value.
TEST(PredictionChart, WhatIsAskedIsSaidInWords) {
    for (const auto& id : allLabIds()) {
        const auto read = readLab(*embeddedLab(id), libraryPresets());
        ASSERT_TRUE(read.isSound()) << id;
        for (const auto& step : read.lab->steps) {
            for (const auto& prediction : step.predictions) {
                if (prediction.kind != LabPrediction::Kind::Choice) continue;
                for (const auto& truth : prediction.truth) {
                    for (const auto& asked : truth.asked()) {
                        const QString words = askedWords({asked.question, asked.function, {}});
                        EXPECT_FALSE(words.contains(QRegularExpression(QStringLiteral("[a-z]_")))) << id << ": " << words.toStdString();
                        EXPECT_FALSE(words.contains(QStringLiteral("–"))) << id << ": " << words.toStdString();
                        EXPECT_FALSE(words.contains(QStringLiteral("unknown"))) << id << ": " << words.toStdString();
                    }
                }
            }
        }
    }
}

// Names, calls and answers stay as they are; nothing else is left.
TEST(PredictionChart, WhatIsAskedIsSaidInKorean) {
    QTranslator korean;
    ASSERT_TRUE(korean.load(QStringLiteral(":/translations/ipclab_ko.qm")));
    QCoreApplication::installTranslator(&korean);
    static const QRegularExpression hangul(QStringLiteral("[가-힣]|PID"));
    for (const auto& id : allLabIds()) {
        const auto read = readLab(*embeddedLab(id), libraryPresets());
        for (const auto& step : read.lab->steps) {
            for (const auto& prediction : step.predictions) {
                if (prediction.kind != LabPrediction::Kind::Choice) continue;
                for (const auto& truth : prediction.truth) {
                    for (const auto& asked : truth.asked()) {
                        const QString words = askedWords({asked.question, asked.function, {}});
                        EXPECT_TRUE(words.contains(hangul)) << id << ": " << words.toStdString();
                    }
                }
            }
        }
    }
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

// A folder of an exercise that its author works on.
class OwnExercise : public testing::Test {
protected:
    void SetUp() override {
        QDir().mkpath(m_home.filePath("mine"));
        const LabTexts texts = *embeddedLab("p12-forks");
        write("lab.json", QByteArray::fromStdString(texts.json));
        for (const auto& [language, text] : texts.markdown)
            write((language + ".md").c_str(), QByteArray::fromStdString(text));
    }
    [[nodiscard]] QString folder() const { return m_home.filePath("mine"); }
    void write(const QString& name, const QByteArray& text) {
        QFile file(folder() + '/' + name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString& name) {
        QFile file(folder() + '/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void change(const QString& name, const QByteArray& from, const QByteArray& to) {
        write(name, read(name).replace(from, to));
    }

    QTemporaryDir m_home;
    LabSession m_labs{m_home.filePath("work").toStdString()};
    LabPage m_page{m_labs};
};

TEST_F(OwnExercise, IsSeenAsItsFilesAreChanged) {
    m_labs.openAt(folder().toStdString());
    m_page.show();
    ASSERT_TRUE(m_labs.isOpen());
    EXPECT_TRUE(m_labs.isWatched());
    EXPECT_TRUE(m_page.sourceStrip()->isVisible());
    m_labs.predict("processes", {6});
    change("lab.json", "How many processes do n forks make?", "How many come of n forks?");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_labs.lab().title.at("en") == "How many come of n forks?"; }, 20'000));
    EXPECT_EQ(m_labs.work().predictions.at("processes"), LabAnswer{6}) << "work goes on";
}

TEST_F(OwnExercise, SaysWhatIsWrongAndWhereAndShowsTheLastSoundOne) {
    m_labs.openAt(folder().toStdString());
    m_page.show();
    change("lab.json", "\"kind\": \"number\"", "\"kind\": \"guess\"");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_labs.faults().empty(); }, 20'000));
    const std::string said = m_page.sourceStrip()->problemsText().toStdString();
    EXPECT_THAT(said, HasSubstr("lab.json:"));
    EXPECT_THAT(said, HasSubstr("/steps/0/predictions/0/kind"));
    EXPECT_TRUE(m_labs.isOpen());
    change("lab.json", "\"kind\": \"guess\"", "\"kind\": \"number\"");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_labs.faults().empty(); }, 20'000));
}

TEST_F(OwnExercise, ThatCannotBeShownIsShownOnceItIsMended) {
    const QByteArray sound = read("lab.json");
    write("lab.json", "{ \"schema\": ");
    m_labs.openAt(folder().toStdString());
    m_page.show();
    EXPECT_FALSE(m_labs.isOpen());
    EXPECT_FALSE(m_page.runButton()->isVisible());
    EXPECT_THAT(m_page.sourceStrip()->problemsText().toStdString(), HasSubstr("lab.json"));
    write("lab.json", sound);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_labs.isOpen(); }, 20'000));
    EXPECT_TRUE(m_page.runButton()->isVisible());
}

TEST_F(OwnExercise, WhoseIdIsAPathIsRefused) {
    change("lab.json", "\"id\": \"p12-forks\",\n  \"version\"", "\"id\": \"../../p12\",\n  \"version\"");
    m_labs.openAt(folder().toStdString());
    EXPECT_FALSE(m_labs.isOpen());
    EXPECT_FALSE(m_labs.faults().empty());
}

TEST_F(OwnExercise, StandsInTheListAndHasItsOwnWork) {
    m_labs.openAt((folder() + "/lab.json").toStdString());
    m_labs.predict("processes", {6});
    m_labs.close();
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const QModelIndex own = rows->index(rows->rowCount() - 1, 0);
    EXPECT_EQ(own.data().toString(), "Your own");
    ASSERT_EQ(rows->rowCount(own), 1);
    m_labs.open("p12-forks");
    EXPECT_TRUE(m_labs.work().predictions.empty()) << "the one that comes along is another";
    m_labs.openAt(folder().toStdString());
    EXPECT_EQ(m_labs.work().predictions.at("processes"), LabAnswer{6});
}

// Whoever comes back from an exercise finds the list as it was left.
TEST_F(OwnExercise, TheListStaysWhereItWasScrolledTo) {
    LabShelf shelf(m_labs);
    shelf.list()->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    shelf.resize(260, 300);
    shelf.show();
    auto* bar = shelf.list()->verticalScrollBar();
    ASSERT_GT(bar->maximum(), 200);
    bar->setValue(150);
    shelf.hide();
    shelf.show();
    EXPECT_EQ(bar->value(), 150);
}

TEST_F(OwnExercise, AShortOneIsTheFirst) {
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const QModelIndex start = rows->index(0, 0);
    EXPECT_EQ(start.data().toString(), "Start here · done: 0 of 3");
    ASSERT_EQ(rows->rowCount(start), 3);
    EXPECT_EQ(rows->index(0, 0, start).data(PresetTree::IdRole).toString(), "p12-forks");
    int all = 0;
    for (int topic = 0; topic < rows->rowCount(); ++topic) all += rows->rowCount(rows->index(topic, 0));
    EXPECT_EQ(all, static_cast<int>(allLabIds().size())) << "each once";
}

// In either language, by id, by row of the curriculum, by what it is for; Return opens the first.
TEST_F(OwnExercise, IsFoundByItsWords) {
    m_labs.openAt(folder().toStdString());
    m_labs.close();
    LabShelf shelf(m_labs);
    shelf.show();
    const auto found = [&](const QString& text) {
        shelf.search()->setText(text);
        const auto* rows = shelf.list()->model();
        QStringList ids;
        for (int topic = 0; topic < rows->rowCount(); ++topic) {
            const QModelIndex parent = rows->index(topic, 0);
            EXPECT_TRUE(shelf.list()->isExpanded(parent));
            for (int row = 0; row < rows->rowCount(parent); ++row)
                ids << rows->index(row, 0, parent).data(PresetTree::IdRole).toString();
        }
        return ids;
    };
    const auto all = found({});
    EXPECT_GT(all.size(), 28);
    EXPECT_EQ(found(QStringLiteral("m10-busy")), QStringList(QStringLiteral("m10-busy-waiting")));
    EXPECT_TRUE(found(QStringLiteral("zombie")).contains(QStringLiteral("p17-zombie")));
    EXPECT_TRUE(found(QStringLiteral("좀비")).contains(QStringLiteral("p17-zombie")));
    EXPECT_TRUE(found(QStringLiteral("M16")).contains(QStringLiteral("m16-two-addresses")));
    EXPECT_TRUE(found(QStringLiteral("subreaper")).contains(QStringLiteral("p17-orphan"))) << "what it is for";
    EXPECT_EQ(found(QStringLiteral("nothing like that")), QStringList());
    QStringList opened;
    QObject::connect(&shelf, &LabShelf::labChosen, &shelf, [&](const QString& id) { opened << id; });
    found(QStringLiteral("m10-busy"));
    QTest::keyClick(shelf.search(), Qt::Key_Return);
    EXPECT_EQ(opened, QStringList(QStringLiteral("m10-busy-waiting")));
    QTest::keyClick(shelf.search(), Qt::Key_Escape);
    EXPECT_EQ(shelf.search()->text(), QString());
    EXPECT_EQ(found({}), all);
}

// Beside the second line of a title, where the line of facts has no place.
TEST_F(OwnExercise, EachRowSaysHowLongItTakes) {
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const auto all = rows->match(rows->index(0, 0), PresetTree::IdRole, "[a-z].*", -1,
                                 Qt::MatchRegularExpression | Qt::MatchRecursive);
    ASSERT_GE(all.size(), 28);
    for (const QModelIndex& row : all)
        EXPECT_THAT(row.data(PresetTree::kFactsRole).toString().toStdString(), MatchesRegex("[0-9]+ min"));
}

// Whoever holds the threads back that read, holds no window back.
TEST_F(OwnExercise, TheListIsThereBeforeAnyOfThemIsRead) {
    m_labs.openAt(folder().toStdString());
    m_labs.close();
    const auto gone = m_home.filePath("gone").toStdString();
    m_labs.ownLabs().add(gone);
    auto* threads = QThreadPool::globalInstance();
    threads->waitForDone();
    QSemaphore held;
    for (int i = 0; i < threads->maxThreadCount(); ++i) threads->start([&] { held.acquire(); });
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const auto row = [&](int at) { return rows->index(at, 0, rows->index(rows->rowCount() - 1, 0)); };
    EXPECT_EQ(row(0).data().toString(), "mine") << "by the name of its file";
    EXPECT_EQ(row(1).data().toString(), "gone");
    held.release(threads->maxThreadCount());
    const auto isRead = [&] { return row(0).data().toString() == "How many processes do n forks make?"; };
    EXPECT_TRUE(QTest::qWaitFor(isRead, 20'000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return row(1).data(PresetTree::SummaryRole) == "cannot be read"; }, 20'000));
    for (int i = 0; i < threads->maxThreadCount(); ++i) threads->start([&] { held.acquire(); });
    shelf.fill();
    EXPECT_TRUE(isRead()) << "as it was found the last time, until it is read again";
    held.release(threads->maxThreadCount());
    threads->waitForDone();
}

TEST(LabPage, KeysGoFromAboveToBelow) {
    const QTemporaryDir home;
    LabSession labs(home.path().toStdString());
    LabPage page(labs);
    labs.open("m10-busy-waiting");
    page.resize(330, 1400);
    page.show();
    int above = -1;
    bool ran = false;
    for (QWidget* part = page.againButton()->nextInFocusChain(); part != page.againButton();
         part = part->nextInFocusChain()) {
        if (!part->isVisible() || (part->focusPolicy() & Qt::TabFocus) == 0 || !page.isAncestorOf(part)) continue;
        const int y = part->mapTo(&page, QPoint()).y();
        if (y < above) break;  // round again
        above = y;
        ran = ran || part == page.nextButton();
    }
    EXPECT_TRUE(ran) << "the foot comes behind what is predicted";
}

TEST(LabPage, WhatIsOpenIsSaidBeforeItIsHandedIn) {
    const QTemporaryDir home;
    LabSession labs(home.path().toStdString());
    LabPage page(labs);
    labs.open("p12-forks");
    labs.goTo(labs.lab().steps.size() - 1);
    page.show();
    int handedIn = 0;
    QObject::connect(&page, &LabPage::handInWanted, [&] { ++handedIn; });
    page.nextButton()->click();
    ASSERT_TRUE(page.question()->isVisible()) << "nothing of it was done";
    EXPECT_EQ(handedIn, 0);
    EXPECT_EQ(page.question()->open().size(), 3) << page.question()->open().join('\n').toStdString();
    const auto says = [&](const char* text) {
        return page.question()->findChild<QLabel*>()->text().contains(QLatin1String(text));
    };
    EXPECT_TRUE(says("Your name is missing"));
    labs.setStudent("Lee");
    labs.keepPending();
    EXPECT_FALSE(says("Your name is missing")) << "what is done meanwhile is open no more";
    page.question()->back()->click();
    EXPECT_FALSE(page.question()->isVisible());
    EXPECT_EQ(handedIn, 0);
    labs.setStudent("Kim Hana");
    EXPECT_EQ(page.question()->open().size(), 2) << "the name is there";
    page.nextButton()->click();
    page.question()->allTheSame()->click();
    EXPECT_EQ(handedIn, 1);
    EXPECT_FALSE(page.question()->isVisible());
}

TEST(LabPage, ANameIsWrittenOnceForAllExercises) {
    const QTemporaryDir home;
    {
        LabSession labs(home.path().toStdString());
        labs.open("p12-forks");
        labs.setStudent("김하나");
        labs.open("m10-busy-waiting");
        EXPECT_EQ(labs.work().student, "김하나");
    }
    LabSession tomorrow(home.path().toStdString());
    tomorrow.open("p10-cores");
    EXPECT_EQ(tomorrow.work().student, "김하나");
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
    EXPECT_EQ(card.said(), QStringLiteral("Not judged, because this does not hold: The first one"));
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

TEST(LabPage, AnotherLanguageLosesNothing) {
    const QTemporaryDir home;
    LabSession labs(home.path().toStdString());
    LabPage page(labs);
    labs.open("p12-forks");
    page.show();
    page.predictions().front()->findChild<QDoubleSpinBox*>()->setValue(6);
    labs.goTo(1);
    QTest::keyClicks(page.words()->answer(0), QStringLiteral("two"));
    QTranslator korean;
    ASSERT_TRUE(korean.load(":/translations/ipclab_ko.qm"));
    QCoreApplication::installTranslator(&korean);
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(unitBehind(labs.lab().steps[0].predictions[0]), QStringLiteral("개")) << "a counter stands at its number";
    EXPECT_EQ(page.words()->answer(0)->toPlainText(), "two");
    EXPECT_NE(page.runButton()->text(), "Run this step");
    const auto* words = page.words();
    QTest::keyClicks(page.words()->answer(0), QStringLiteral(" more"));
    EXPECT_EQ(page.words(), words) << "the same field is typed into";
    EXPECT_EQ(labs.work().words.at("why"), "two more");
    labs.goTo(0);
    EXPECT_EQ(labs.work().predictions.at("processes"), LabAnswer{6});
    QCoreApplication::removeTranslator(&korean);
}

}  // namespace
}  // namespace ipclab
