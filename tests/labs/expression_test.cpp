// The language of exercises: values, operators, what is not known, and that nothing whatever breaks it.
#include "labs/expression.h"

#include <gtest/gtest.h>

#include <random>

namespace ipclab {
namespace {

LabValue answered(const LabQuestion& question) {
    if (question.name == "received")
        return question.arguments.empty() ? LabValue(40.0) : LabValue(LabList{1.0, 2.0, 3.5});
    if (question.name == "named") return std::get<std::string>(*question.arguments.at(0)) + "." + question.member;
    return LabUnknown{"nobody measured " + question.name};
}

LabValue valueOf(std::string_view text) {
    auto parsed = LabExpression::parse(text);
    if (const auto* error = std::get_if<LabExpression::Error>(&parsed)) return "error at " + std::to_string(error->at);
    return std::get<LabExpression>(parsed).evaluate(answered);
}

TEST(LabExpression, CalculatesAsOneReadsIt) {
    EXPECT_EQ(valueOf("1 + 2 * 3"), LabValue(7.0));
    EXPECT_EQ(valueOf("(1 + 2) * 3"), LabValue(9.0));
    EXPECT_EQ(valueOf("2 ^ 3 ^ 2"), LabValue(512.0)) << "powers bind to the right";
    EXPECT_EQ(valueOf("-2 ^ 2"), LabValue(-4.0)) << "the sign comes after the power";
    EXPECT_EQ(valueOf("10 - 4 - 3"), LabValue(3.0));
    EXPECT_EQ(valueOf("7 % 4 / 2"), LabValue(1.5));
    EXPECT_EQ(valueOf("1e3"), LabValue(1000.0));
}

TEST(LabExpression, ComparesAndJoins) {
    EXPECT_EQ(valueOf("1 < 2 and not (3 <= 2)"), LabValue(true));
    EXPECT_EQ(valueOf("1 == 2 or \"a\" == \"a\""), LabValue(true));
    EXPECT_EQ(valueOf("true and 1 != 1"), LabValue(false));
    EXPECT_EQ(valueOf("if(2 > 1, \"more\", \"less\")"), LabValue(std::string("more")));
}

TEST(LabExpression, AsksForFigures) {
    EXPECT_EQ(valueOf("received + 2"), LabValue(42.0));
    EXPECT_EQ(valueOf("sum(received(*))"), LabValue(6.5));
    EXPECT_EQ(valueOf("max(received(*), 9)"), LabValue(9.0));
    EXPECT_EQ(valueOf("count(received(*))"), LabValue(3.0));
    EXPECT_EQ(valueOf("mean(2, 4)"), LabValue(3.0));
    EXPECT_EQ(valueOf("named(\"a\\\"b\").sent"), LabValue(std::string("a\"b.sent")));
}

TEST(LabExpression, MakesNoFigureOfAMissingOne) {
    EXPECT_EQ(valueOf("1 + nobody"), LabValue(LabUnknown{"nobody measured nobody"}));
    EXPECT_EQ(valueOf("max(1, nobody)"), LabValue(LabUnknown{"nobody measured nobody"}));
    EXPECT_EQ(valueOf("false and nobody"), LabValue(false)) << "it decides nothing here";
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(valueOf("1 / 0")));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(valueOf("sqrt(0 - 1)")));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(valueOf("10 ^ 400")));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(valueOf("1 == \"1\"")));
    EXPECT_TRUE(std::holds_alternative<LabUnknown>(valueOf("received(*) > 1"))) << "a list is no number";
}

TEST(LabExpression, TakesListsApart) {
    EXPECT_EQ(valueOf("distinct(3, 1, 3, 1, 2)"), LabValue(LabList{3.0, 1.0, 2.0})) << "in the order of the first ones";
    EXPECT_EQ(valueOf("count(distinct(received(*), 2, \"2\", true))"), LabValue(5.0));
    EXPECT_EQ(valueOf("item(received(*), 2)"), LabValue(2.0));
    EXPECT_EQ(valueOf("item(received(*), count(received(*)))"), LabValue(3.5));
    EXPECT_EQ(valueOf("item(received, 1)"), LabValue(40.0)) << "one value is a list of one";
    for (const char* none : {"item(received(*), 0)", "item(received(*), 4)", "item(received(*), 1.5)"}) {
        EXPECT_TRUE(std::holds_alternative<LabUnknown>(valueOf(none))) << none;
    }
    EXPECT_EQ(valueOf("item(nobody, 1)"), LabValue(LabUnknown{"nobody measured nobody"}));
}

TEST(LabExpression, TakesAnotherValueWhereOneIsNotKnown) {
    EXPECT_EQ(valueOf("known(nobody, 7)"), LabValue(7.0));
    EXPECT_EQ(valueOf("known(received, 7)"), LabValue(40.0));
    EXPECT_EQ(valueOf("known(received(*), 7)"), LabValue(LabList{1.0, 2.0, 3.5}));
    EXPECT_EQ(valueOf("known(nobody, nothing)"), LabValue(LabUnknown{"nobody measured nothing"}));
}

TEST(LabExpression, AsksOfEarlierSteps) {
    const auto parsed = LabExpression::parse("received - step(\"one\", received)");
    const auto& expression = std::get<LabExpression>(parsed);
    const auto elsewhere = [](const std::string& step) -> LabExpression::Answer {
        if (step != "one") return {};
        return [](const LabQuestion&) -> LabValue { return 30.0; };
    };
    EXPECT_EQ(expression.evaluate(answered, elsewhere), LabValue(10.0));
    EXPECT_EQ(expression.evaluate(answered), LabValue(LabUnknown{"the step one was not run"}));
    EXPECT_EQ(expression.questions().at(0).step, "");
    EXPECT_EQ(expression.questions().at(1).step, "one");
    EXPECT_EQ(valueOf("step(received, 1)"), LabValue(std::string("error at 5"))) << "its name is written out";
}

TEST(LabExpression, SaysWhereAMistakeIs) {
    EXPECT_EQ(valueOf(""), LabValue(std::string("error at 0")));
    EXPECT_EQ(valueOf("1 +"), LabValue(std::string("error at 3")));
    EXPECT_EQ(valueOf("1 2"), LabValue(std::string("error at 2")));
    EXPECT_EQ(valueOf("a = 2"), LabValue(std::string("error at 2")));
    EXPECT_EQ(valueOf("\"open"), LabValue(std::string("error at 0")));
    EXPECT_EQ(valueOf("abs(1, 2)"), LabValue(std::string("error at 0")));
    EXPECT_EQ(valueOf("sum(*)"), LabValue(std::string("error at 4")));
    EXPECT_EQ(valueOf(std::string(3000, '1')), LabValue(std::string("error at 2000")));
}

TEST(LabExpression, IsNotNestedWithoutEnd) {
    EXPECT_EQ(valueOf(std::string(30, '(') + "1" + std::string(30, ')')), LabValue(1.0));
    for (const char* open : {"(", "-", "not ", "abs(", "a(", "2^"}) {
        std::string text;
        while (text.size() < 1'900) text += open;
        const LabValue value = valueOf(text + "1");
        ASSERT_TRUE(std::holds_alternative<std::string>(value)) << open;
        EXPECT_TRUE(std::get<std::string>(value).starts_with("error at ")) << open;
    }
}

TEST(LabExpression, TellsWhatItAsks) {
    auto parsed = LabExpression::parse("link(\"p\").sent + sum(link(*).lost) > prediction(\"x\") + f(1 + 1)");
    const auto questions = std::get<LabExpression>(parsed).questions();
    ASSERT_EQ(questions.size(), 3U) << "what is calculated first is not written out";
    EXPECT_EQ(questions[0].member, "sent");
    EXPECT_FALSE(questions[1].arguments.at(0).has_value());
    EXPECT_EQ(questions[2].name, "prediction");
}

TEST(LabExpression, SurvivesWhateverIsWritten) {
    std::mt19937 random(20'251'126);
    const std::vector<std::string> words{"1",           "2.5", "\"a\"",     "true",  "link(\"p\").sent",
                                         "sum(",        "if(", "distinct(", "item(", "known(",
                                         "step(\"s\",", ")",   "(",         "*",     "+",
                                         "-",           "/",   "%",         "^",     "==",
                                         "<",           "and", "or",        "not",   ",",
                                         ".",           "\"",  "\\",        " ",     "x"};
    unsigned sound = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto left = random() % 14; left > 0; --left)
            text += words[random() % words.size()] + (random() % 3 == 0 ? " " : "");
        auto parsed = LabExpression::parse(text);
        if (const auto* error = std::get_if<LabExpression::Error>(&parsed)) {
            EXPECT_LE(error->at, text.size()) << text;
            EXPECT_FALSE(error->message.empty()) << text;
        } else {
            (void)labValueText(std::get<LabExpression>(parsed).evaluate(answered));
            ++sound;
        }
    }
    EXPECT_GT(sound, 500U);
}

TEST(LabValues, AreShownShort) {
    EXPECT_EQ(labValueText(3.0), "3");
    EXPECT_EQ(labValueText(0.25), "0.25");
    EXPECT_EQ(labValueText(1234567.0), "1234567");
    EXPECT_EQ(labValueText(true), "true");
    EXPECT_EQ(labValueText(LabList{1.0, std::string("b")}), "1, b");
    EXPECT_EQ(labValueText(LabUnknown{"why"}), "–");
}

TEST(LabValues, AreSaidWithThreeDigitsThatTellSomething) {
    EXPECT_EQ(labFigureText(0.1 + 0.2), "0.3");
    EXPECT_EQ(labFigureText(0.123456), "0.123");
    EXPECT_EQ(labFigureText(0.0012345), "0.00123");
    EXPECT_EQ(labFigureText(12.3456), "12.3");
    EXPECT_EQ(labFigureText(99.96), "100");
    EXPECT_EQ(labFigureText(123.456), "123");
    EXPECT_EQ(labFigureText(999.7), "1,000");
    EXPECT_EQ(labFigureText(65'536.0), "65,536");
    EXPECT_EQ(labFigureText(45'066.25), "45,066");
    EXPECT_EQ(labFigureText(-1'234'567.0), "-1,234,567");
    EXPECT_EQ(labFigureText(-0.5), "-0.5");
    EXPECT_EQ(labFigureText(7.0), "7");
    EXPECT_EQ(labFigureText(0.0), "0");
    EXPECT_EQ(labFigureText(true), "true");
    EXPECT_EQ(labFigureText(LabList{1.0 / 3, 2000.0}), "0.333, 2,000");
}

}  // namespace
}  // namespace ipclab
