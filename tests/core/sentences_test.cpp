#include "core/sentences.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

// Each value is its own name in brackets, so that a wrong place would be seen.
SentenceValues valuesIn(std::string_view sentence) {
    SentenceValues values;
    for (std::size_t open = sentence.find('{'); open != sentence.npos; open = sentence.find('{', open + 1)) {
        const std::string name(sentence.substr(open + 1, sentence.find('}', open) - open - 1));
        values.emplace_back(name, '<' + name + '>');
    }
    return values;
}

std::string filled(std::string_view sentence) {
    return fillSentence(sentence, valuesIn(sentence), [](std::string_view, const std::string& value) { return value; });
}

TEST(Sentences, EachIsFoundAgainWithItsValues) {
    const auto sentences = allSentences();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto found = findSentence(filled(sentences[i]));
        ASSERT_TRUE(found) << sentences[i];
        EXPECT_EQ(found->sentence, static_cast<Sentence>(i)) << sentences[i];
        EXPECT_EQ(found->values, valuesIn(sentences[i])) << sentences[i];
    }
}

TEST(Sentences, TwoValuesHaveWordsBetweenThem) {
    for (const std::string_view sentence : allSentences()) EXPECT_EQ(sentence.find("}{"), sentence.npos) << sentence;
}

TEST(Sentences, OneThingIsSaidOfAsOne) {
    const auto strays = [](std::uint64_t count) {
        return sayCount(count, Sentence::OneStrayKilled, Sentence::StraysKilled);
    };
    EXPECT_EQ(strays(1), "1 process that others of the run had left running was killed");
    EXPECT_EQ(strays(2), "2 processes that others of the run had left running were killed");
    EXPECT_EQ(findSentence(strays(1))->sentence, Sentence::OneStrayKilled);
}

TEST(Sentences, NamesMayLookLikeWords) {
    const std::string name = "a\": capacity in bytes 1 was asked for, \"b";
    const auto found = findSentence(say(Sentence::NoPriorities, {{"link", name}}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->sentence, Sentence::NoPriorities);
    EXPECT_EQ(found->values, (SentenceValues{{"link", name}}));
}

TEST(Sentences, OfSeveralTheOneThatExplainsMost) {
    const std::string what = say(Sentence::NoPrimitive, {{"quoted", "\"x\""}});
    const auto found = findSentence(say(Sentence::WithKnown, {{"what_why", what}, {"known", "futex, spin"}}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->sentence, Sentence::WithKnown) << "though the other has more words";
    EXPECT_EQ(found->values, (SentenceValues{{"what_why", what}, {"known", "futex, spin"}}));
}

TEST(Sentences, WhatIsQuotedDividesNoSentence) {
    for (const char* quoted : {"\"a, expected b\"", "\"a \\\", expected b\"", "\"a, expected b\"…"}) {
        const std::string what = say(Sentence::FoundValue, {{"value", quoted}});
        const auto found = findSentence(say(Sentence::FoundExpected, {{"found_why", what}, {"expected_why", "c"}}));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->values, (SentenceValues{{"found_why", what}, {"expected_why", "c"}}));
    }
    const auto found = findSentence(say(Sentence::NoThingNamed, {{"quoted", "\"a"}}));
    ASSERT_TRUE(found) << "one that is not closed is text like any other";
}

TEST(Sentences, ASentenceMayHoldALongerOne) {
    const std::string why = say(Sentence::SendingFailed, {{"link", "l"}, {"why", "x"}});
    EXPECT_EQ(findSentence(say(Sentence::StatesSampled, {{"why", why}}))->sentence, Sentence::StatesSampled);
}

TEST(Sentences, WhatNoneOfThemSaysIsNotFound) {
    for (const char* text : {"", "counted twice", "1 process", "something else happened: x"})
        EXPECT_FALSE(findSentence(text)) << text;
}

TEST(Sentences, AreFilledWithTheirValues) {
    const auto plain = [](std::string_view, const std::string& value) { return '<' + value + '>'; };
    EXPECT_EQ(fillSentence("{a} and {b}, {a}{c}.", {{"a", "1"}, {"b", "2"}}, plain), "<1> and <2>, <1>–.");
    EXPECT_EQ(fillSentence("open {a", {{"a", "1"}}, plain), "open ");
    EXPECT_EQ(fillSentence("", {}, plain), "");
    EXPECT_EQ(say(Sentence::UnknownType, {{"type", "a{b}"}}), "unknown type \"a{b}\"");
}

}  // namespace
}  // namespace ipclab
