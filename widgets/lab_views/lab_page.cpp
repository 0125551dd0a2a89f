#include "lab_views/lab_page.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "lab_views/own_program_panel.h"
#include "lab_views/prediction_editor.h"
#include "lab_views/verdict_card.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString points(double value) { return QLocale().toString(value, 'g', 4); }

}  // namespace

LabPage::LabPage(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_back(new QPushButton(this)),
      m_again(new QPushButton(this)),
      m_title(new QLabel(this)),
      m_objective(new QLabel(this)),
      m_steps(new QLabel(this)),
      m_state(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_previous(new QPushButton(this)),
      m_run(new QPushButton(this)),
      m_next(new QPushButton(this)) {
    setObjectName(QStringLiteral("lab"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("kind", QStringLiteral("title"));
    for (QLabel* label : {m_title, m_objective, m_state}) label->setWordWrap(true);
    for (QLabel* label : {m_objective, m_steps, m_state}) label->setProperty("kind", QStringLiteral("muted"));
    for (QPushButton* button : {m_back, m_again}) button->setProperty("kind", QStringLiteral("small"));
    m_run->setProperty("kind", QStringLiteral("primary"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->addWidget(m_back);
    head->addStretch(1);
    head->addWidget(m_steps);
    head->addWidget(m_again);
    auto* foot = new QHBoxLayout;
    for (QPushButton* button : {m_previous, m_run, m_next}) foot->addWidget(button, button == m_run ? 1 : 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_objective);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_state);
    column->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, &LabPage::closeWanted);
    connect(m_again, &QPushButton::clicked, this, &LabPage::startAgainWanted);
    connect(m_previous, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { isLast() ? emit handInWanted() : go(1); });
    connect(m_run, &QPushButton::clicked, this, &LabPage::runWanted);
    connect(&labs, &LabSession::opened, this, &LabPage::build);
    connect(&labs, &LabSession::changed, this, &LabPage::refresh);
    connect(&labs, &LabSession::judged, this, &LabPage::refresh);
    build();
}

void LabPage::setRunning(bool running) {
    m_running = running;
    refresh();
}

bool LabPage::isLast() const { return m_labs.stepIndex() + 1 == m_labs.lab().steps.size(); }

void LabPage::go(int by) {
    const auto to = static_cast<std::ptrdiff_t>(m_labs.stepIndex()) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_labs.lab().steps.size())) return;
    m_labs.goTo(static_cast<std::size_t>(to));
    emit stepShown();
}

// The parts of the step, made anew: another step has others.
void LabPage::build() {
    m_predictions.clear();
    m_cards.clear();
    m_student = nullptr;
    m_program = nullptr;
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 4, 8, 4);
    column->setSpacing(12);
    m_stepTitle = new QLabel(inside);
    m_stepTitle->setProperty("kind", QStringLiteral("section"));
    m_stepTitle->setWordWrap(true);
    m_text = new QLabel(inside);
    m_text->setTextFormat(Qt::MarkdownText);  // of this program's exercises, or one the user has opened
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_stepTitle);
    column->addWidget(m_text);
    if (m_labs.isOpen()) {
        m_shown = m_labs.lab().id + "/" + m_labs.step().id;
        addPredictions(column);
        addProgram(column);
        addChecks(column);
        if (isLast()) addWords(column);
    }
    column->addStretch(1);
    m_scroll->setWidget(inside);
    refresh();
}

void LabPage::addPredictions(QVBoxLayout* column) {
    for (const auto& prediction : m_labs.step().predictions) {
        auto* editor = new PredictionEditor(prediction);
        column->addWidget(editor);
        m_predictions.push_back(editor);
        connect(editor, &PredictionEditor::answered, this,
                [this, id = prediction.id](const LabAnswer& answer) { m_labs.predict(id, answer); });
    }
}

void LabPage::addProgram(QVBoxLayout* column) {
    if (!m_labs.step().program) return;
    m_program = new OwnProgramPanel(m_labs);
    column->addWidget(m_program);
    connect(m_program, &OwnProgramPanel::programChanged, this, &LabPage::programChanged);
    connect(m_program, &OwnProgramPanel::told, this, &LabPage::told);
}

void LabPage::addChecks(QVBoxLayout* column) {
    for (const auto& check : m_labs.step().checks) {
        auto* card = new VerdictCard(check, m_labs.lab().hintsCost);
        column->addWidget(card);
        m_cards.push_back(card);
        connect(card, &VerdictCard::hintWanted, this, [this](const std::string& id) { m_labs.readHint(id); });
        connect(card, &VerdictCard::chartWanted, this, &LabPage::chartWanted);
    }
}

void LabPage::addWords(QVBoxLayout* column) {
    for (const auto& question : m_labs.lab().reflection) {
        auto* label = new QLabel(Words::local(question.question));
        label->setProperty("kind", QStringLiteral("section"));
        label->setWordWrap(true);
        auto* answer = new QPlainTextEdit;
        answer->setFixedHeight(96);
        answer->setTabChangesFocus(true);
        answer->setAccessibleName(label->text());
        answer->setPlaceholderText(
            tr("In %1 words or more").arg(std::max(question.leastWords, 1U)));
        if (const auto found = m_labs.work().words.find(question.id); found != m_labs.work().words.end()) {
            answer->setPlainText(QString::fromStdString(found->second));
        }
        column->addWidget(label);
        column->addWidget(answer);
        connect(answer, &QPlainTextEdit::textChanged, this,
                [this, answer, id = question.id] { m_labs.write(id, answer->toPlainText().toStdString()); });
    }
    m_student = new QLineEdit(QString::fromStdString(m_labs.work().student));
    m_student->setPlaceholderText(tr("Your name, as it stands in what is handed in"));
    m_student->setAccessibleName(tr("Your name"));
    m_student->setMaxLength(200);
    column->addWidget(m_student);
    connect(m_student, &QLineEdit::editingFinished, this,
            [this] { m_labs.setStudent(m_student->text().toStdString()); });
}

QString LabPage::runText() const {
    const auto& step = m_labs.step();
    const auto made = m_labs.runsMade(step), wanted = m_labs.runsWanted(step);
    if (wanted <= 1) return made == 0 ? tr("Run this step") : tr("Run it again");
    return made < wanted ? tr("Run %1 of %2").arg(made + 1).arg(wanted) : tr("Run it again");
}

// Why it cannot be run now, or what is still wanted.
QString LabPage::stateText() const {
    const auto& step = m_labs.step();
    if (m_running) return tr("It runs. The verdict comes when it has ended.");
    if (!m_labs.isPredicted(step)) return tr("Predict first: afterwards everybody knows.");
    if (step.program && !m_labs.hasProgram()) return tr("Compile your program first.");
    if (!m_labs.problems().empty()) return said(m_labs.problems().front());
    const auto made = m_labs.runsMade(step), wanted = m_labs.runsWanted(step);
    if (wanted > 1 && made < wanted) return tr("It is judged by %1 runs; one alone would be chance.").arg(wanted);
    if (const auto& result = m_labs.result()) {
        return tr("%1 of %2 points in this exercise").arg(points(result->points), points(result->most));
    }
    return {};
}

void LabPage::refresh() {
    if (!m_labs.isOpen()) return;
    if (m_shown != m_labs.lab().id + "/" + m_labs.step().id) return build();
    const auto& step = m_labs.step();
    m_back->setText(tr("All exercises"));
    m_again->setText(tr("Start again…"));
    m_title->setText(Words::local(m_labs.lab().title));
    m_objective->setText(Words::local(m_labs.lab().objective));
    m_steps->setText(tr("Step %1 of %2").arg(m_labs.stepIndex() + 1).arg(m_labs.lab().steps.size()));
    m_stepTitle->setText(Words::local(step.title));
    m_text->setText(Words::local(step.text));
    const auto& result = m_labs.result();
    const bool ran = m_labs.runsMade(step) > 0;
    const auto* verdict = result && ran ? &result->steps[m_labs.stepIndex()] : nullptr;
    for (std::size_t i = 0; i < m_predictions.size(); ++i) {
        const auto answer = m_labs.work().predictions.find(step.predictions[i].id);
        m_predictions[i]->setAnswer(answer != m_labs.work().predictions.end() ? answer->second : LabAnswer());
        m_predictions[i]->setLocked(m_labs.isLocked(step) || m_running);
        m_predictions[i]->setVerdict(verdict != nullptr ? &verdict->predictions[i] : nullptr);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setHintRead(m_labs.work().hints.contains(step.checks[i].id));
        m_cards[i]->setVerdict(verdict != nullptr ? &verdict->checks[i] : nullptr);
    }
    m_state->setText(stateText());
    m_run->setText(runText());
    m_run->setVisible(m_labs.runsWanted(step) > 0);
    m_run->setEnabled(!m_running && m_labs.isPredicted(step) && (!step.program || m_labs.hasProgram()));
    if (m_program != nullptr) m_program->setRunning(m_running);
    m_run->setToolTip(tr("Runs the experiment beside this, and judges what was measured"));
    m_previous->setText(tr("Back"));
    m_previous->setEnabled(m_labs.stepIndex() > 0 && !m_running);
    m_next->setText(isLast() ? tr("Hand in…") : tr("Next"));
    m_next->setEnabled(!m_running);
}

void LabPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_labs.isOpen()) build();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
