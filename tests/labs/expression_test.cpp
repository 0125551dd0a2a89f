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
    const std::vector<std::string> words{"1",    "2.5", "\"a\"", "true", "link(\"p\").sent",
                                         "sum(", "if(", ")",     "(",    "*",
                                         "+",    "-",   "/",     "%",    "^",
                                         "==",   "<",   "and",   "or",   "not",
                                         ",",    ".",   "\"",    "\\",   " ",
                                         "x"};
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

}  // namespace
}  // namespace ipclab
