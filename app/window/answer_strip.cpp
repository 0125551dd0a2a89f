#include "window/answer_strip.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "bridge/answer_words.h"

namespace ipclab {
namespace {

constexpr std::size_t kMostInARow = 6;
constexpr int kBetweenRowsPx = 6;

}  // namespace

AnswerStrip::AnswerStrip(const RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_waiting(new QLabel(this)), m_grid(new QGridLayout) {
    setObjectName(QStringLiteral("answer"));
    setAttribute(Qt::WA_StyledBackground);
    m_waiting->setProperty("kind", QStringLiteral("muted"));
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 5, 16, 6);
    column->setSpacing(0);
    column->addWidget(m_waiting);
    column->addLayout(m_grid);
    connect(&source, &RunSource::viewChanged, this, &AnswerStrip::begin);
    connect(&source, &RunSource::figuresDue, this, &AnswerStrip::refresh);
    connect(&source, &RunSource::eventsGrew, this, &AnswerStrip::refresh);
    begin();
}

void AnswerStrip::begin() {
    setVisible(asksForAnswers(m_source.view()));
    m_waiting->setText(tr("What the processes measure and tell stands here during the run."));
    refresh();
}

// Rows of equal length, so that what is to be compared can stand one below the other.
void AnswerStrip::setCount(std::size_t count) {
    for (const Cell& cell : m_cells) {
        delete cell.label;
        delete cell.value;
    }
    m_cells.clear();
    m_waiting->setVisible(count == 0);
    const std::size_t rows = (count + kMostInARow - 1) / kMostInARow,
                      each = (count + rows - 1) / std::max<std::size_t>(rows, 1);
    for (std::size_t i = 0; i < count; ++i)
        m_cells.push_back(addCell(static_cast<int>(i / each), static_cast<int>(i % each)));
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < static_cast<int>(each) ? 1 : 0);
}

AnswerStrip::Cell AnswerStrip::addCell(int row, int column) {
    const Cell cell{new QLabel(this), new QLabel(this)};
    cell.label->setProperty("kind", QStringLiteral("muted"));
    cell.label->setWordWrap(true);
    cell.value->setProperty("kind", QStringLiteral("figure"));
    cell.value->setWordWrap(true);  // a long one makes the strip higher, never the window wider
    cell.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    cell.value->setFocusPolicy(Qt::NoFocus);
    for (QLabel* label : {cell.label, cell.value}) label->setTextFormat(Qt::PlainText);
    if (row > 0) cell.label->setContentsMargins(0, kBetweenRowsPx, 0, 0);
    m_grid->addWidget(cell.label, 2 * row, column, Qt::AlignBottom);
    m_grid->addWidget(cell.value, 2 * row + 1, column, Qt::AlignTop);
    return cell;
}

void AnswerStrip::refresh() {
    if (isHidden()) return;
    const std::vector<Answer> answers = answersOf(m_source.view());
    if (answers.size() != m_cells.size() || answers.empty()) setCount(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const QString label = AnswerWords::label(answers[i]), value = AnswerWords::value(answers[i]);
        if (m_cells[i].label->text() != label) m_cells[i].label->setText(label);
        if (m_cells[i].value->text() != value) m_cells[i].value->setText(value);
        m_cells[i].value->setAccessibleName(label);
    }
}

QString AnswerStrip::labelAt(std::size_t index) const { return m_cells.at(index).label->text(); }
QString AnswerStrip::valueAt(std::size_t index) const { return m_cells.at(index).value->text(); }

void AnswerStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) begin();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
