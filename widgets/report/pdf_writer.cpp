#include "report/pdf_writer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "report/page_blocks.h"
#include "report/page_style.h"
#include "report/report_language.h"

namespace ipclab {

namespace {

struct PageWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ReportPages)
};

QPageSize pageSizeOf(Paper paper) { return QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter); }

QFont withPoints(QFont font, double pt) {
    font.setPixelSize(static_cast<int>(pt * page::kPt));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Else some fonts put other glyphs for digits, which a PDF then cannot say the characters of: no copy, no search.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

}  // namespace

// One with Korean first: its Latin letters go with it.
QFont reportFont(QFont font) {
    font.setFamilies({QStringLiteral("Noto Sans KR"), QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Pretendard"),
                      QStringLiteral("NanumGothic"), QStringLiteral("DejaVu Sans"), QStringLiteral("Sans Serif")});
    return font;
}

namespace page {

QSizeF sizeOf(Paper paper) { return pageSizeOf(paper).size(QPageSize::Point) * kPt; }

QFont font(double pt, QFont::Weight weight) {
    QFont font = reportFont(QFont());
    font.setWeight(weight);
    return withPoints(font, pt);
}

QFont mono(double pt) {
    QFont font;
    font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono CJK KR"),
                      QStringLiteral("Noto Sans Mono"), QStringLiteral("monospace")});
    font.setStyleHint(QFont::Monospace);
    return withPoints(font, pt);
}

}  // namespace page

struct ReportPages::Content {
    QSizeF size;
    PageRoom room;
    std::vector<FlowAtom> atoms;
    std::vector<PlacedPage> pages;
};

ReportPages::ReportPages(Report report, Paper paper)
    : m_report(std::move(report)), m_paper(paper), m_content(std::make_unique<Content>()) {
    const ReportLanguage inThat(m_report.language);
    m_content->size = page::sizeOf(paper);
    m_content->room = {m_content->size.width() - 2 * page::kMarginSide,
                       m_content->size.height() - page::kMarginTop - page::kMarginBottom};
    m_content->atoms = titleAtoms(m_report, m_content->room);
    int number = 0;
    for (const ReportSection& section : m_report.sections)
        for (FlowAtom& atom : sectionAtoms(section, ++number, m_content->room))
            m_content->atoms.push_back(std::move(atom));
    m_content->pages = paginate(m_content->atoms, m_content->room.height);
}

ReportPages::~ReportPages() = default;

int ReportPages::count() const { return static_cast<int>(m_content->pages.size()); }

QSizeF ReportPages::sizePt() const { return m_content->size / page::kPt; }

void ReportPages::paint(int number, QPainter& painter) const {
    const ReportLanguage inThat(m_report.language);
    painter.save();
    painter.scale(1 / page::kPt, 1 / page::kPt);
    paintPage(number, painter);
    painter.restore();
}

// A line above all pages but the first, which has the title; the page's number below.
void ReportPages::paintPage(int number, QPainter& painter) const {
    using page::kPt;
    const double left = page::kMarginSide, width = m_content->room.width;
    painter.setFont(page::font(page::kSmallPt));
    painter.setPen(page::kQuiet);
    const double above = page::kMarginTop - 30 * kPt, below = m_content->size.height() - page::kMarginBottom + 16 * kPt;
    const auto line = [&](double top, Qt::Alignment where, const QString& text) {
        painter.drawText(QRectF(left, top, width, 14 * kPt), static_cast<int>(where | Qt::AlignVCenter), text);
    };
    if (number > 0) {
        const QFontMetricsF metrics(painter.font());
        const double rightWidth = metrics.horizontalAdvance(m_report.author) + 12 * kPt;
        line(above, Qt::AlignLeft, metrics.elidedText(m_report.title, Qt::ElideRight, width - rightWidth));
        line(above, Qt::AlignRight, m_report.author.isEmpty() ? m_report.date : m_report.author);
        painter.fillRect(QRectF(left, above + 16 * kPt, width, 0.5 * kPt), page::kRule);
    }
    line(below, Qt::AlignLeft, m_report.origin);
    line(below, Qt::AlignRight, PageWords::tr("Page %1 of %2").arg(number + 1).arg(count()));
    for (const PlacedAtom& placed : m_content->pages[static_cast<std::size_t>(number)])
        if (placed.atom->paint) placed.atom->paint(painter, page::kMarginTop + placed.top);
}

QByteArray ReportPages::pdf() const {
    const ReportLanguage inThat(m_report.language);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_report.title);
    writer.setCreator(m_report.origin);
    writer.setResolution(page::kUnitsPerInch);
    writer.setPageSize(pageSizeOf(m_paper));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    for (int i = 0; i < count(); ++i) {
        if (i > 0) writer.newPage();
        paintPage(i, painter);
    }
    painter.end();
    return data;
}

}  // namespace ipclab
