// The editor for a student's own program: what of C has which colour, and that both can be read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTextBlock>
#include <QTest>
#include <cmath>

#include "lab_views/c_highlighter.h"
#include "lab_views/source_editor.h"
#include "plot/contrast.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using enum CPart;

// "int:Type" of each part of each line.
std::vector<std::string> partsOf(const QStringList& lines) {
    static constexpr std::array kNames{"Keyword", "Type", "Directive", "Text", "Number", "Comment"};
    std::vector<std::string> all;
    int state = -1;  // as the first line's
    for (const QString& text : lines) {
        const CLine line = scanC(text, state);
        qsizetype end = 0;
        for (const CSpan& span : line.spans) {
            EXPECT_GE(span.from, end) << text.toStdString();
            end = span.from + span.length;
            EXPECT_LE(end, text.size()) << text.toStdString();
            all.push_back(text.mid(span.from, span.length).toStdString() + ":" +
                          kNames[static_cast<std::size_t>(span.part)]);
        }
        state = line.state;
    }
    return all;
}

TEST(CSyntax, KeywordsTypesNumbersAndTexts) {
    EXPECT_THAT(partsOf({"static const size_t n1 = 0x1Fu + 3.5e-2 + .5f;"}),
                ElementsAre("static:Keyword", "const:Keyword", "size_t:Type", "0x1Fu:Number", "3.5e-2:Number",
                            ".5f:Number"));
    EXPECT_THAT(partsOf({"returned _t int8 interval a.b x->y"}), IsEmpty()) << "words that only begin alike";
    EXPECT_THAT(partsOf({R"(char c = '\'', *s = "a\"b // no", *t = L"/*";)"}),
                ElementsAre("char:Type", "'\\'':Text", "\"a\\\"b // no\":Text", "\"/*\":Text"));
}

TEST(CSyntax, DirectivesAreTheFirstOfTheirLine) {
    EXPECT_THAT(partsOf({"  #  include <sys/wait.h> // why"}),
                ElementsAre("#  include:Directive", "<sys/wait.h>:Text", "// why:Comment"));
    EXPECT_THAT(partsOf({"#if X < 3 > 2"}), ElementsAre("#if:Directive", "3:Number", "2:Number"));
    EXPECT_THAT(partsOf({"/* a */ #define N 1"}), ElementsAre("/* a */:Comment", "#define:Directive", "1:Number"));
    EXPECT_THAT(partsOf({"x # define"}), IsEmpty());
    EXPECT_THAT(partsOf({"#define NAME(x) \\", "  #x \\", "  int"}), ElementsAre("#define:Directive", "int:Type"))
        << "in a line that goes on a # makes a text";
    EXPECT_THAT(partsOf({"\\", "#define N"}), ElementsAre("#define:Directive")) << "nothing was before it";
}

TEST(CSyntax, CommentsGoOverLines) {
    EXPECT_THAT(partsOf({"a /* one \"", "it's two", "", "three */ int /* four */ b"}),
                ElementsAre("/* one \":Comment", "it's two:Comment", "three */:Comment", "int:Type",
                            "/* four */:Comment"));
    EXPECT_THAT(partsOf({"/*/ not yet", "*/ int"}), ElementsAre("/*/ not yet:Comment", "*/:Comment", "int:Type"));
    EXPECT_THAT(partsOf({"// one \\", "int two", "int"}), ElementsAre("// one \\:Comment", "int two:Comment", "int:Type"));
    EXPECT_THAT(partsOf({"/* a", "*/ #define N"}), ElementsAre("/* a:Comment", "*/:Comment", "#define:Directive"));
    EXPECT_THAT(partsOf({"x /* a", "*/ #define"}), ElementsAre("/* a:Comment", "*/:Comment"));
}

TEST(CSyntax, TextsGoOverLinesOnlyWhereABackslashEndsThem) {
    EXPECT_THAT(partsOf({R"(s = "one \)", R"(two" int)"}), ElementsAre("\"one \\:Text", "two\":Text", "int:Type"));
    EXPECT_THAT(partsOf({R"(c = '\)", "n'; int"}), ElementsAre("'\\:Text", "n':Text", "int:Type"));
    EXPECT_THAT(partsOf({R"(s = "forgotten)", "int x"}), ElementsAre("\"forgotten:Text", "int:Type"));
    EXPECT_THAT(partsOf({"char c = '", "int x"}), ElementsAre("char:Type", "':Text", "int:Type"));
}

TEST(CSyntax, WhateverComesIsRead) {
    unsigned seed = 7;
    const QString letters = QStringLiteral("\"'/*\\#<>ie0.+x \t{}한");
    for (int round = 0; round < 2000; ++round) {
        QStringList lines;
        for (int line = 0; line < 4; ++line) {
            QString text;
            for (int i = 0; i < 12; ++i) text += letters.at(static_cast<int>((seed = seed * 1664525 + 1013904223) >> 16U) % letters.size());
            lines << text;
        }
        (void)partsOf(lines);
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
}

QPalette paletteOn(const QColor& base) {
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::PlaceholderText, base.lightness() < 128 ? QColor(0xa6adb7) : QColor(0x5b636e));
    return palette;
}
// As the window's themes have them (window/theme.cpp).
const std::array kGrounds{QColor(0xff, 0xff, 0xff), QColor(0x16, 0x18, 0x1b)};

QColor mixed(const QColor& over, const QColor& ground, double alpha) {
    const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a * alpha + b * (1 - alpha))); };
    return {mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue())};
}

TEST(CColors, CanBeReadOnBothGroundsAndOnMarkedLines) {
    for (const QColor& base : kGrounds) {
        const QPalette palette = paletteOn(base);
        std::vector<QColor> grounds{base};
        for (const auto severity : {Diagnostic::Severity::Error, Diagnostic::Severity::Warning})
            grounds.push_back(mixed(SourceEditor::colorOf(severity, palette), base, base.lightness() < 128 ? 60 / 255.0 : 38 / 255.0));
        for (int part = 0; part < kCPartCount; ++part) {
            const QColor ink = CHighlighter::formatOf(static_cast<CPart>(part), palette).foreground().color();
            for (const QColor& ground : grounds)
                EXPECT_GE(contrast(ink, ground), kReadableContrast) << "part " << part << " on " << ground.name().toStdString();
        }
    }
}

// As deuteranopes and protanopes see it (Viénot, Brettel and Mollon 1999, linear light).
QColor seenWithout(bool red, const QColor& color) {
    const auto linear = [](double c) { return std::pow(c, 2.2); };
    const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
    const double both = red ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
    const double blue = red ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;
    const auto back = [](double c) { return std::pow(std::clamp(c, 0.0, 1.0), 1 / 2.2); };
    return QColor::fromRgbF(static_cast<float>(back(both)), static_cast<float>(back(both)), static_cast<float>(back(blue)));
}

double apart(const QColor& a, const QColor& b) {
    return std::hypot(a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue());
}

// Words are told from words, and comments from all, by more than a colour; what has a form of its own (a number's
// digits, a text's quotes, a directive's #) needs none.
TEST(CColors, AreToldApartByColourBlindReaders) {
    for (const QColor& base : kGrounds) {
        const QPalette palette = paletteOn(base);
        const auto of = [&](CPart part) { return CHighlighter::formatOf(part, palette); };
        EXPECT_TRUE(of(Comment).fontItalic());
        EXPECT_EQ(of(Keyword).fontWeight(), QFont::Bold);
        for (const CPart part : {Keyword, Type, Directive, Text, Number}) EXPECT_FALSE(of(part).fontItalic());
        for (const CPart part : {Type, Directive, Text, Number, Comment}) EXPECT_NE(of(part).fontWeight(), QFont::Bold);
        for (const bool red : {true, false}) {
            const auto seen = [&](CPart part) { return seenWithout(red, of(part).foreground().color()); };
            EXPECT_GT(apart(seen(Text), seen(Type)), 40) << base.name().toStdString() << red;
            EXPECT_GT(apart(seen(Text), seen(Keyword)), 40) << base.name().toStdString() << red;
            EXPECT_GT(apart(seen(Text), seen(Comment)), 30) << base.name().toStdString() << red;
        }
    }
}

TEST(SourceEditor, IsColouredAsItIsTypedAndInAnotherTheme) {
    SourceEditor editor;
    editor.setPalette(paletteOn(kGrounds[0]));
    editor.show();
    editor.setPlainText(QStringLiteral("int a;\nint b;\n"));
    QTest::keyClicks(&editor, QStringLiteral("/*"));
    const auto formatAt = [&](int line) {
        const auto formats = editor.document()->findBlockByNumber(line).layout()->formats();
        return formats.empty() ? QTextCharFormat() : formats.front().format;
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return formatAt(1).fontItalic(); }, 20'000)) << "the lines below follow";
    const QColor light = formatAt(1).foreground().color();
    int edits = 0;
    QObject::connect(editor.document(), &QTextDocument::undoCommandAdded, &editor, [&] { ++edits; });
    editor.setPalette(paletteOn(kGrounds[1]));
    EXPECT_TRUE(QTest::qWaitFor([&] { return formatAt(1).foreground().color() != light; }, 20'000));
    EXPECT_EQ(edits, 0);
    editor.undo();
    EXPECT_EQ(editor.toPlainText(), QStringLiteral("int a;\nint b;\n"));
}

TEST(SourceEditor, MarksMoveWithTheirLinesAndGoWithThem) {
    SourceEditor editor;
    editor.setPlainText(QStringLiteral("one\ntwo\n\nfour"));
    const Diagnostic second{Diagnostic::Severity::Error, 2, 1, "second"}, none{Diagnostic::Severity::Error, 0, 0, "none"};
    const Diagnostic empty{Diagnostic::Severity::Warning, 3, 1, "empty"}, far{Diagnostic::Severity::Error, 99, 1, "far"};
    editor.mark({second, none, empty, far});
    const auto lines = [&] {
        std::vector<unsigned> all;
        for (const auto& each : editor.marked()) all.push_back(each.line);
        return all;
    };
    EXPECT_THAT(lines(), ElementsAre(2U, 0U, 3U, 0U));
    editor.moveCursor(QTextCursor::Start);
    editor.insertPlainText(QStringLiteral("zero\n"));
    EXPECT_THAT(lines(), ElementsAre(3U, 0U, 4U, 0U));
    editor.goTo(3, 1);
    editor.moveCursor(QTextCursor::EndOfBlock);
    editor.insertPlainText(QStringLiteral("\nmore"));
    EXPECT_THAT(lines(), ElementsAre(3U, 0U, 5U, 0U)) << "a line that is broken at its end is still the first of both";
    EXPECT_EQ(editor.saidOf(3), QStringLiteral("second"));
    editor.goTo(3, 1);
    QTextCursor line = editor.textCursor();
    line.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    line.removeSelectedText();
    EXPECT_EQ(lines().front(), 0U) << "what was said is of a line that has gone";
    EXPECT_TRUE(editor.saidOf(3).isEmpty());
}

}  // namespace
}  // namespace ipclab
