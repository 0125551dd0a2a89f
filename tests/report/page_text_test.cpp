// Lines of a printed report end between words, in Korean as in English.
#include "report/page_text.h"

#include <gtest/gtest.h>

#include "report/page_style.h"

namespace ipclab {
namespace {

QStringList linesOfText(const QString& text, double widthPt) {
    const TextBlock block(plain(text), {page::font(page::kBodyPt), page::kInk, page::kBodyPt}, widthPt * page::kPt);
    QStringList lines;
    for (int i = 0; i < block.lines(); ++i) lines << block.textOf(i);
    return lines;
}

TEST(PageText, EndsNoLineWithinAWord) {
    for (const char* text :
         {"생산자는 파이프가 가득 차면 기다리고, 소비자는 비어 있으면 기다립니다. 커널이 둘을 번갈아 깨웁니다.",
          "CPU에서 실행된 시간과 p99의 지연 시간을 /proc/loadavg와 함께 적습니다.",
          "A producer waits while the pipe is full, a consumer while it is empty."}) {
        for (const double width : {60.0, 75.0, 90.0, 120.0, 200.0}) {
            const QStringList lines = linesOfText(QString::fromUtf8(text), width);
            EXPECT_GT(lines.size(), 1);
            for (qsizetype i = 1; i < lines.size(); ++i) {
                const bool within = lines[i - 1].back().isLetterOrNumber() && lines[i].front().isLetterOrNumber();
                EXPECT_FALSE(within) << lines.join(QLatin1Char('|')).toStdString();
            }
            QString all = lines.join(QString());
            EXPECT_EQ(all.remove(QChar(0x2060)), QString::fromUtf8(text)) << "nothing is lost";
        }
    }
}

TEST(PageText, BreaksAWordThatIsLongerThanALine) {
    const QString word = QStringLiteral("가나다라마바사아자차카타파하").repeated(4);
    const QStringList lines = linesOfText(word, 60);
    EXPECT_GT(lines.size(), 2);
    EXPECT_EQ(lines.join(QString()), word);
}

}  // namespace
}  // namespace ipclab
