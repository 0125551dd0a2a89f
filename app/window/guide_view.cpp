#include "window/guide_view.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include "plot/chart_theme.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr int kMarginPx = 28;
constexpr int kSwatchPx = 20;

const QRegularExpression& anchorMark() {
    static const QRegularExpression mark(QStringLiteral("\\s*\\{#([a-z0-9_/-]+)\\}"));
    return mark;
}

// Every line of code is a block of its own: those of one piece stand together.
bool isInsideCode(const QTextBlock& block) {
    const QTextBlock next = block.next();
    return block.blockFormat().nonBreakableLines() && next.isValid() && next.blockFormat().nonBreakableLines();
}

double sizeOfHeading(int level) { return level == 1 ? 1.6 : level == 2 ? 1.2 : 1.05; }

}  // namespace

GuideView::GuideView(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setObjectName(QStringLiteral("guidePage"));
    document()->setDocumentMargin(kMarginPx);
}

void GuideView::showPage(const QString& markdown, const QStringList& words) {
    m_markdown = markdown;
    m_words = words;
    render();
    verticalScrollBar()->setValue(0);
    markWords();
}

void GuideView::goTo(const QString& section) {
    if (!section.isEmpty()) scrollToAnchor(section);
}

void GuideView::setTextScale(double scale) {
    m_scale = scale;
    render();
    markWords();
}

void GuideView::render() {
    if (m_rendering) return;
    m_rendering = true;
    const int scrolled = verticalScrollBar()->value();
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.05 * m_scale);
    document()->setDefaultFont(font);
    document()->setMarkdown(m_markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                            QTextDocument::MarkdownNoHTML);
    placeAnchors();
    dressBlocks();
    dressTables();
    setTextCursor(QTextCursor(document()));  // it stands at the end now, and the view would follow it
    verticalScrollBar()->setValue(scrolled);
    m_rendering = false;
}

// "{#ready}" goes, and its block is where a link to #ready leads.
void GuideView::placeAnchors() {
    for (QTextCursor found = document()->find(anchorMark()); !found.isNull();
         found = document()->find(anchorMark(), found)) {
        const QString name = anchorMark().match(found.selectedText()).captured(1);
        found.removeSelectedText();
        QTextCursor line = found;
        line.movePosition(QTextCursor::StartOfBlock);
        line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setAnchor(true);
        format.setAnchorNames({name});
        line.mergeCharFormat(format);
    }
}

void GuideView::dressBlocks() {
    const ChartTheme& theme = ChartTheme::of(QApplication::palette());
    const double base = document()->defaultFont().pointSizeF();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const bool inTable = cursor.currentTable() != nullptr;
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        if (const int level = format.headingLevel(); level > 0) {
            format.setTopMargin(level == 1 ? 0 : base * 1.6);
            format.setBottomMargin(base * 0.5);
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            letters.setFontPointSize(base * sizeOfHeading(level));
            letters.setFontWeight(QFont::DemiBold);
            cursor.mergeCharFormat(letters);
            cursor.clearSelection();
        } else if (!inTable) {
            format.setBottomMargin(isInsideCode(block) ? 0 : block.textList() != nullptr ? base * 0.25 : base * 0.7);
        }
        QTextCursor(block).setBlockFormat(format);
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            QTextCharFormat letters = it.fragment().charFormat();
            const bool link = letters.isAnchor() && !letters.anchorHref().isEmpty();
            if (!letters.fontFixedPitch() && !link) continue;
            QTextCursor part(document());
            part.setPosition(it.fragment().position());
            part.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
            QTextCharFormat more;
            if (letters.fontFixedPitch())
                more.setBackground(theme.dark ? QColor(0x2a, 0x2e, 0x34) : QColor(0xee, 0xf0, 0xf4));
            if (link) more.setForeground(QApplication::palette().color(QPalette::Link));
            part.mergeCharFormat(more);
        }
    }
}

void GuideView::dressTables() {
    const ChartTheme& theme = ChartTheme::of(QApplication::palette());
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr) continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(theme.grid);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellPadding(5);
        format.setCellSpacing(0);
        format.setTopMargin(6);
        format.setBottomMargin(12);
        format.setHeaderRowCount(1);
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            QTextCharFormat head = cell.format();
            head.setBackground(theme.window);
            cell.setFormat(head);
        }
    }
}

void GuideView::markWords() {
    const ChartTheme& theme = ChartTheme::of(QApplication::palette());
    QList<ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(theme.dark ? QColor(0x5c, 0x4a, 0x10) : QColor(0xff, 0xe9, 0x9c));
    int first = -1;
    for (const QString& word : m_words) {
        for (QTextCursor found = document()->find(word); !found.isNull(); found = document()->find(word, found)) {
            marks << ExtraSelection{found, format};
            if (first < 0 || found.selectionStart() < first) first = found.selectionStart();
        }
    }
    setExtraSelections(marks);
    if (first < 0) return;
    QTextCursor there(document());
    there.setPosition(first);
    setTextCursor(there);
    ensureCursorVisible();
}

QVariant GuideView::loadResource(int type, const QUrl& name) {
    if (name.scheme() != QLatin1String("state")) return {};
    for (std::size_t i = 0; i < kProcessStateCount; ++i) {
        const auto state = static_cast<ProcessState>(i);
        const std::string_view id = stateId(state);
        if (name.path() != QLatin1String(id.data(), static_cast<qsizetype>(id.size()))) continue;
        const qreal scale = devicePixelRatioF();
        QPixmap picture(QSize(kSwatchPx, kSwatchPx) * scale);
        picture.setDevicePixelRatio(scale);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        StatePalette::paintSwatch(painter, QRectF(0, 0, kSwatchPx, kSwatchPx), state, ChartTheme::of(palette()).dark);
        return picture;
    }
    return QTextBrowser::loadResource(type, name);
}

void GuideView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) render();
}

}  // namespace ipclab
