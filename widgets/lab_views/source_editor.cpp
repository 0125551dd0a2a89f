#include "lab_views/source_editor.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <algorithm>

#include "lab_views/c_highlighter.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

constexpr int kIndent = 4;
constexpr int kMargin = 6;  // pixels, of the numbers
constexpr int kFocusFramePx = 2, kRound = 3;  // of the frame that shows the focus
constexpr int kAlphaDark = 60, kAlphaLight = 38;  // of the ground of a marked line

class Gutter : public QWidget {
public:
    explicit Gutter(SourceEditor* editor) : QWidget(editor), m_editor(editor) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintGutter(event); }

private:
    SourceEditor* m_editor;
};

bool isDark(const QPalette& palette) { return palette.color(QPalette::Base).lightness() < 128; }

int leadingSpaces(const QString& text) {
    int count = 0;
    while (count < text.size() && text.at(count) == QLatin1Char(' ')) ++count;
    return count;
}

}  // namespace

SourceEditor::SourceEditor(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this)) {
    setObjectName(QStringLiteral("source"));
    m_colors = new CHighlighter(document(), palette());
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabStopDistance(kIndent * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    setViewportMargins(gutterWidth(), 0, 0, 0);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(gutterWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_marks.empty()) showMarks();  // a line of theirs may have gone
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_gutter, qOverload<>(&QWidget::update));
}

QColor SourceEditor::colorOf(Diagnostic::Severity severity, const QPalette& palette) {
    const bool dark = isDark(palette);
    if (severity == Diagnostic::Severity::Error) return dark ? QColor(0xff, 0x7b, 0x72) : QColor(0xb4, 0x23, 0x18);
    if (severity == Diagnostic::Severity::Warning) return dark ? QColor(0xe3, 0xb3, 0x41) : QColor(0x8a, 0x5a, 0x00);
    return palette.color(QPalette::PlaceholderText);
}

void SourceEditor::mark(std::vector<Diagnostic> diagnostics) {
    m_marks.clear();
    for (auto& each : diagnostics) {
        const QTextBlock block = document()->findBlockByNumber(static_cast<int>(each.line) - 1);
        Mark mark{.at = {}, .wasEmpty = block.length() <= 1, .diagnostic = std::move(each)};
        if (mark.diagnostic.line > 0 && block.isValid()) {
            mark.at = QTextCursor(block);
            mark.at.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            mark.at.setKeepPositionOnInsert(true);  // a line that is broken at its end is the first of both
        }
        m_marks.push_back(std::move(mark));
    }
    showMarks();
}

unsigned SourceEditor::Mark::line() const {
    const bool isThere = !at.isNull() && (wasEmpty || at.hasSelection());
    return isThere ? static_cast<unsigned>(at.document()->findBlock(at.anchor()).blockNumber()) + 1 : 0;
}

std::vector<Diagnostic> SourceEditor::marked() const {
    std::vector<Diagnostic> all;
    for (const auto& mark : m_marks) {
        all.push_back(mark.diagnostic);
        all.back().line = mark.line();
    }
    return all;
}

void SourceEditor::setMarksOutdated(bool outdated) {
    if (std::exchange(m_outdated, outdated) != outdated) showMarks();
}

void SourceEditor::showMarks() {
    viewport()->update();
    m_gutter->update();
}

// Below the text. A selection of Qt's that is as wide as the line has a gap behind slanted letters.
void SourceEditor::paintGrounds(const QRect& area) {
    QPainter painter(viewport());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom()) break;
        const Mark* mark = worstAt(block.blockNumber() + 1);
        if (mark == nullptr || mark->diagnostic.severity == Diagnostic::Severity::Note) continue;
        painter.fillRect(QRectF(0, place.top(), viewport()->width(), fontMetrics().height()), groundOf(*mark));
    }
}

QColor SourceEditor::groundOf(const Mark& mark) const {
    QColor ground = colorOf(mark.diagnostic.severity, palette());
    const int alpha = isDark(palette()) ? kAlphaDark : kAlphaLight;
    ground.setAlpha(m_outdated ? alpha / 2 : alpha);
    return ground;
}

void SourceEditor::paintEvent(QPaintEvent* event) {
    if (!m_marks.empty()) paintGrounds(event->rect());
    QPlainTextEdit::paintEvent(event);
}

void SourceEditor::goTo(unsigned line, unsigned column) {
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(line) - 1);
    if (line == 0 || !block.isValid()) return;
    QTextCursor cursor(block);
    const int within = std::clamp(static_cast<int>(column) - 1, 0, block.length() - 1);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, within);
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

const SourceEditor::Mark* SourceEditor::worstAt(int line) const {
    const Mark* worst = nullptr;
    for (const auto& mark : m_marks) {
        if (mark.line() != static_cast<unsigned>(line)) continue;
        if (worst == nullptr || mark.diagnostic.severity > worst->diagnostic.severity) worst = &mark;
    }
    return worst;
}

QString SourceEditor::saidOf(int line) const {
    QStringList all;
    for (const auto& mark : m_marks) {
        if (mark.line() == static_cast<unsigned>(line)) all << QString::fromStdString(mark.diagnostic.text);
    }
    return all.join(QLatin1Char('\n'));
}

int SourceEditor::gutterWidth() const {
    const auto digits = QString::number(std::max(blockCount(), 10)).size();
    const int signAndDigits = static_cast<int>(digits) + 2;
    return 2 * kMargin + fontMetrics().horizontalAdvance(QLatin1Char('9')) * signAndDigits;
}

void SourceEditor::paintGutter(QPaintEvent* event) {
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(m_gutter->rect().adjusted(0, 0, kRound, 0), kRound, kRound);  // as the frame on its left
    const int current = textCursor().blockNumber();
    const int above = viewport()->y() - m_gutter->y();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() + above > event->rect().bottom()) break;
        const int line = block.blockNumber() + 1;
        const Mark* mark = worstAt(line);
        QColor ink = palette().color(line == current + 1 ? QPalette::Text : QPalette::PlaceholderText);
        if (mark != nullptr) ink = colorOf(mark->diagnostic.severity, palette());
        painter.setPen(ink);
        const QRectF row(0, place.top() + above, m_gutter->width() - kMargin, fontMetrics().height());
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        if (mark == nullptr) continue;
        const QString sign =
            mark->diagnostic.severity == Diagnostic::Severity::Error ? QStringLiteral("✗") : QStringLiteral("!");
        painter.drawText(row.adjusted(kMargin / 2.0, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, sign);
    }
}

bool SourceEditor::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = saidOf(cursorForPosition(viewport()->mapFrom(this, help->pos())).blockNumber() + 1);
        const QString ofKeys = m_gutter->geometry().contains(help->pos()) ? toolTip() : QString();
        QToolTip::showText(help->globalPos(), text.isEmpty() ? ofKeys : plainTip(text), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void SourceEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const QRect area = rect().adjusted(kFocusFramePx, kFocusFramePx, -kFocusFramePx, -kFocusFramePx);
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void SourceEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && m_colors != nullptr) {
        m_colors->setPalette(palette());
        showMarks();
    }
    QPlainTextEdit::changeEvent(event);
}

bool SourceEditor::leaveFor(const QKeyEvent& event) {
    const bool isBack = event.key() == Qt::Key_Backtab;
    const bool isTab = isBack || event.key() == Qt::Key_Tab;
    if (isTab ? !event.modifiers().testFlag(Qt::ControlModifier) : event.key() != Qt::Key_Escape) return false;
    QAbstractScrollArea::focusNextPrevChild(!isBack);  // an editor's own does nothing, where it takes Tab
    return true;
}

void SourceEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_escapeLeaves) return event->ignore();
    if (leaveFor(*event)) return;
    switch (event->key()) {
        case Qt::Key_Tab:
            return isReadOnly() ? QPlainTextEdit::keyPressEvent(event) : indent(true);
        case Qt::Key_Backtab:
            return isReadOnly() ? QPlainTextEdit::keyPressEvent(event) : indent(false);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!isReadOnly() && event->modifiers() == Qt::NoModifier) return breakLine();
            break;
        default:
            break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

// Of the lines that are selected, or at the cursor up to the next stop.
void SourceEditor::indent(bool further) {
    QTextCursor cursor = textCursor();
    if (further && !cursor.hasSelection()) {
        return cursor.insertText(QString(kIndent - cursor.positionInBlock() % kIndent, QLatin1Char(' ')));
    }
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        QTextCursor line(block);
        if (further) {
            line.insertText(QString(kIndent, QLatin1Char(' ')));
        } else {
            const int less = std::min(kIndent, leadingSpaces(block.text()));
            line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, less);
            line.removeSelectedText();
        }
        if (block == last) break;
    }
    cursor.endEditBlock();
}

// The next line begins where this one does; behind an opening brace one step further.
void SourceEditor::breakLine() {
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int spaces = leadingSpaces(before);
    if (before.trimmed().endsWith(QLatin1Char('{'))) spaces += kIndent;
    cursor.insertText(QLatin1Char('\n') + QString(spaces, QLatin1Char(' ')));
    setTextCursor(cursor);
}

}  // namespace ipclab
