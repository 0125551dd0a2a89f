// The parts of a line of C (C11): what an editor draws in colours of their own. Line by line, so that a key costs one
// line; what goes on over a line's end is in the state that the next one begins with.
#pragma once

#include <QStringView>
#include <cstdint>
#include <vector>

namespace ipclab {

enum class CPart : std::uint8_t { Keyword, Type, Directive, Text, Number, Comment };  // Text: strings and characters
inline constexpr int kCPartCount = 6;

struct CSpan {
    CPart part = CPart::Keyword;
    qsizetype from = 0, length = 0;
    bool operator==(const CSpan&) const = default;
};

// What a line leaves open, as bits.
enum CState : int {
    kCPlain = 0,
    kCInComment = 1,      // of more lines
    kCInLineComment = 2,  // behind "//", where a "\" ends the line
    kCInString = 4,       // likewise
    kCInCharacter = 8,
    kCBegun = 16,  // the line that goes on has something in it already: a "#" begins no directive
};

struct CLine {
    std::vector<CSpan> spans;  // in their order, none over another
    int state = kCPlain;       // of the next line
};
CLine scanC(QStringView text, int state);

}  // namespace ipclab
