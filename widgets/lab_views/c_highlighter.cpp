#include "lab_views/c_highlighter.h"

namespace ipclab {
namespace {

struct Ink {
    QRgb light, dark;
};

// By CPart. Text and numbers differ in lightness too, where red and green are one.
constexpr std::array<Ink, kCPartCount> kInks{{{0xff0a4a9e, 0xff82b8ff},
                                              {0xff00606b, 0xff5fd0d6},
                                              {0xff7a2a8c, 0xffdca3f0},
                                              {0xff8a3a06, 0xfff0a875},
                                              {0xff1c5c1c, 0xff9fdb8f},
                                              {0xff55606c, 0xffa2abb6}}};

}  // namespace

CHighlighter::CHighlighter(QTextDocument* document, const QPalette& palette) : QSyntaxHighlighter(document) {
    readFormats(palette);
}

QTextCharFormat CHighlighter::formatOf(CPart part, const QPalette& palette) {
    const Ink& ink = kInks[static_cast<std::size_t>(part)];
    QTextCharFormat format;
    format.setForeground(QColor::fromRgb(palette.color(QPalette::Base).lightness() < 128 ? ink.dark : ink.light));
    if (part == CPart::Keyword) format.setFontWeight(QFont::Bold);
    if (part == CPart::Comment) format.setFontItalic(true);
    return format;
}

void CHighlighter::readFormats(const QPalette& palette) {
    for (std::size_t i = 0; i < m_formats.size(); ++i) m_formats[i] = formatOf(static_cast<CPart>(i), palette);
}

void CHighlighter::setPalette(const QPalette& palette) {
    const auto before = m_formats;
    readFormats(palette);
    if (m_formats != before) rehighlight();
}

void CHighlighter::highlightBlock(const QString& text) {
    const CLine line = scanC(text, previousBlockState());
    for (const CSpan& span : line.spans)
        setFormat(static_cast<int>(span.from), static_cast<int>(span.length),
                  m_formats[static_cast<std::size_t>(span.part)]);
    setCurrentBlockState(line.state);
}

}  // namespace ipclab
