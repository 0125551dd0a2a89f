#include "lab_views/lab_page.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "lab_views/hand_in_question.h"
#include "lab_views/lab_source_strip.h"
#include "lab_views/lab_summary.h"
#include "lab_views/lab_text.h"
#include "lab_views/lab_words.h"
#include "lab_views/large_editor.h"
#include "lab_views/own_program_panel.h"
#include "lab_views/prediction_editor.h"
#include "lab_views/verdict_card.h"
#include "plot/units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kWidthPx = 330;  // below it, texts and charts are cramped

QString points(double value) { return plainDigits(value, 4); }

}  // namespace

LabPage::LabPage(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_back(new QPushButton(this)),
      m_again(new QPushButton(this)),
      m_title(new QLabel(this)),
      m_objective(new QLabel(this)),
      m_steps(new QLabel(this)),
      m_lacking(new QLabel(this)),
      m_state(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_previous(new QPushButton(this)),
      m_run(new QPushButton(this)),
      m_next(new QPushButton(this)),
      m_source(new LabSourceStrip(labs, this)),
      m_question(new HandInQuestion(labs, this)) {
    setObjectName(QStringLiteral("lab"));
    m_back->setObjectName(QStringLiteral("labBack"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("kind", QStringLiteral("title"));
    for (QLabel* label : {m_title, m_objective, m_lacking, m_state}) label->setWordWrap(true);
    m_lacking->setTextFormat(Qt::PlainText);
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
    column->addWidget(m_source);
    column->addWidget(m_title);
    column->addWidget(m_objective);
    column->addWidget(m_lacking);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_question);
    column->addWidget(m_state);
    column->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, &LabPage::closeWanted);
    connect(m_again, &QPushButton::clicked, this, &LabPage::startAgainWanted);
    connect(m_previous, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { isLast() ? m_question->ask() : go(1); });
    connect(m_question, &HandInQuestion::handInWanted, this, &LabPage::handInWanted);
    connect(m_run, &QPushButton::clicked, this, &LabPage::runWanted);
    connect(&labs, &LabSession::opened, this, &LabPage::build);
    connect(&labs, &LabSession::changed, this, &LabPage::refresh);
    connect(&labs, &LabSession::judged, this, &LabPage::refresh);
    connect(&labs, &LabSession::reread, this, &LabPage::refresh);
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
    emit stepLeft();
    m_labs.goTo(static_cast<std::size_t>(to));
    m_scroll->verticalScrollBar()->setValue(0);
    emit stepShown();
}

// The parts of the step, made anew: another step has others. The same one, whose author has changed it, stays where it
// was scrolled to.
void LabPage::build() {
    m_predictions.clear();
    m_cards.clear();
    const std::string shown = m_labs.isOpen() ? m_labs.lab().id + "/" + m_labs.step().id : std::string();
    const bool isSame = shown == m_shown;
    const bool isSameLab = m_labs.isOpen() && m_shown.starts_with(m_labs.lab().id + '/');
    const int scrolled = isSame ? m_scroll->verticalScrollBar()->value() : 0;
    const bool isEnlarged = isSameLab && m_program != nullptr && m_program->large() != nullptr;
    m_largeGeometry = largeGeometry();
    m_program = nullptr;
    m_words = nullptr;
    m_summary = nullptr;
    m_shown = shown;
    if (!isSame) m_question->hide();
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 4, 8, 4);
    column->setSpacing(12);
    m_stepTitle = new QLabel(inside);
    m_stepTitle->setProperty("kind", QStringLiteral("section"));
    m_stepTitle->setWordWrap(true);
    m_text = new QLabel(inside);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_stepTitle);
    column->addWidget(m_text);
    if (m_labs.isOpen()) {
        addPredictions(column);
        addProgram(column);
        addChecks(column);
        if (isLast()) addEnd(column);
    }
    column->addStretch(1);
    m_scroll->setWidget(inside);
    orderTabs();
    refresh();
    inside->adjustSize();
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (isEnlarged && m_program != nullptr) m_program->enlarge(*this, m_largeGeometry);
}

QByteArray LabPage::largeGeometry() const {
    const bool isEnlarged = m_program != nullptr && m_program->large() != nullptr;
    return isEnlarged ? m_program->large()->saveGeometry() : m_largeGeometry;
}

// From above to below, though what stands below was there first.
void LabPage::orderTabs() {
    QWidget* last = m_again;
    const auto follow = [&last](QWidget* next) {
        setTabOrder(last, next);
        last = next;
    };
    for (const QWidget* around : std::initializer_list<const QWidget*>{m_source, m_scroll->widget()})
        for (auto* part : around->findChildren<QWidget*>())
            if ((part->focusPolicy() & Qt::TabFocus) != 0 && part->window() == window()) follow(part);
    for (QPushButton* button : {m_question->back(), m_question->allTheSame(), m_previous, m_run, m_next})
        follow(button);
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
    connect(m_program, &OwnProgramPanel::runWanted, this, &LabPage::runWanted);
    connect(m_program, &OwnProgramPanel::largeWanted, this, [this] { m_program->enlarge(*this, m_largeGeometry); });
    connect(m_program, &OwnProgramPanel::largeLeft, this, [this](const QByteArray& geometry) {
        m_largeGeometry = geometry;
        orderTabs();  // what comes back comes last
    });
    // Once the list has its place.
    connect(m_program, &OwnProgramPanel::mistakesListed, m_program, [this] {
        if (m_program->large() != nullptr) return;
        QTimer::singleShot(0, m_program, [this] { m_scroll->ensureWidgetVisible(m_program->diagnostics(), 0, 8); });
    });
}

void LabPage::addChecks(QVBoxLayout* column) {
    for (const auto& check : m_labs.step().checks) {
        auto* card = new VerdictCard(check, m_labs.lab().hintsCost);
        column->addWidget(card);
        m_cards.push_back(card);
        connect(card, &VerdictCard::hintWanted, this, [this](const std::string& id) { m_labs.readHint(id); });
        connect(card, &VerdictCard::chartWanted, this, [this, id = check.id] { showSighting(id); });
    }
}

void LabPage::addEnd(QVBoxLayout* column) {
    m_words = new LabWords(m_labs);
    m_summary = new LabSummary(m_labs);
    column->addWidget(m_words);
    column->addWidget(m_summary);
    connect(m_summary, &LabSummary::handInWanted, m_question, &HandInQuestion::ask);
}

void LabPage::showSighting(const std::string& check) {
    const auto& result = m_labs.result();
    if (!result) return;
    const auto& verdicts = result->steps[m_labs.stepIndex()].checks;
    const auto& runs = result->runs[m_labs.stepIndex()];
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const auto trial = tellingTrial(verdicts[i]);
        if (verdicts[i].check != check || !trial || *trial >= runs.size()) continue;
        emit sightingWanted({.chart = QString::fromStdString(m_labs.step().checks[i].shownIn),
                             .recording = runs[*trial],
                             .trial = *trial,
                             .of = runs.size(),
                             .from = verdicts[i].trials[*trial].from});
    }
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
    const auto made = m_labs.runsMade(step), wanted = m_labs.runsWanted(step);
    if (m_running && wanted > 1)
        return tr("● Running: run %1 of %2. The verdict comes when it has ended.")
            .arg(std::min(made + 1, wanted))
            .arg(wanted);
    if (m_running) return tr("● Running. The verdict comes when it has ended.");
    if (!m_labs.missing().empty()) return tr("Skipped on this machine; nothing of it is failed.");
    if (!m_labs.isPredicted(step)) return tr("Predict first: afterwards everybody knows.");
    if (step.program && !m_labs.hasProgram()) return tr("Compile your program first.");
    if (!m_labs.problems().empty()) return said(m_labs.problems().front());
    if (!m_labs.result()) return tr("It is being judged…");
    if (wanted > 1 && made < wanted) return tr("It is judged by %1 runs; one alone would be chance.").arg(wanted);
    const double most = m_labs.result()->most;
    const QString text = (most == 1 ? tr("%1 of %2 point in this exercise") : tr("%1 of %2 points in this exercise"))
                             .arg(points(m_labs.result()->points), points(most));
    const auto hints = m_labs.work().hints.size();
    return hints > 0 ? text + QStringLiteral(" · ") + tr("hints read: %1").arg(hints) : text;
}

QString LabPage::lackingText() const {
    if (m_labs.missing().empty()) return {};
    QStringList lines{tr("This machine lacks what the exercise needs. It can be read here, and is not judged:")};
    for (const auto& [need, why] : m_labs.missing())
        lines << QStringLiteral("• %1: %2").arg(QString::fromStdString(need), said(why));
    return lines.join(QLatin1Char('\n'));
}

QString LabPage::stateShown() const { return m_state->text(); }

QString LabPage::lackingShown() const { return m_lacking->text(); }

// Said aloud as well, where somebody listens instead of looking.
void LabPage::tellState(const QString& text) {
    if (m_state->text() == text) return;
    m_state->setText(text);
    QAccessibleEvent event(m_state, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void LabPage::refreshHead() {
    m_back->setText(tr("All exercises"));
    m_again->setText(tr("Start again…"));
    m_source->refresh();
    const bool open = m_labs.isOpen();
    setMinimumWidth(open || !m_labs.source().empty() ? kWidthPx : 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_again, m_title, m_objective, m_steps, m_scroll, m_state,
                                                         m_previous, m_run, m_next})
        part->setVisible(open);
    if (!open) return;
    m_title->setText(Words::local(m_labs.lab().title));
    m_objective->setText(Words::local(m_labs.lab().objective));
    m_lacking->setVisible(!m_labs.missing().empty());
    m_lacking->setText(lackingText());
    m_steps->setText(tr("Step %1 of %2").arg(m_labs.stepIndex() + 1).arg(m_labs.lab().steps.size()));
}

void LabPage::refreshStep() {
    const auto& step = m_labs.step();
    m_stepTitle->setText(Words::local(step.title));
    m_text->setText(richTextOf(Words::local(step.text)));
    m_text->setVisible(!m_text->text().isEmpty());
    const auto& result = m_labs.result();
    const bool ran = m_labs.runsMade(step) > 0;
    const auto* verdict = result && ran ? &result->steps[m_labs.stepIndex()] : nullptr;
    for (std::size_t i = 0; i < m_predictions.size(); ++i) {
        const auto answer = m_labs.work().predictions.find(step.predictions[i].id);
        m_predictions[i]->setAnswer(answer != m_labs.work().predictions.end() ? answer->second : LabAnswer());
        m_predictions[i]->setLocked(m_labs.isLocked(step) || m_running);
        if (verdict != nullptr || !ran)
            m_predictions[i]->setVerdict(verdict != nullptr ? &verdict->predictions[i] : nullptr);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setHintRead(m_labs.work().hints.contains(step.checks[i].id));
        m_cards[i]->setCanShow(verdict != nullptr && !result->runs[m_labs.stepIndex()].empty());
        if (verdict != nullptr || !ran) m_cards[i]->setVerdict(verdict != nullptr ? &verdict->checks[i] : nullptr);
    }
    if (m_summary != nullptr) m_summary->refresh();
}

void LabPage::refresh() {
    refreshHead();
    if (!m_labs.isOpen()) return;
    const auto& step = m_labs.step();
    if (m_shown != m_labs.lab().id + "/" + step.id) return build();
    refreshStep();
    tellState(stateText());
    m_run->setText(runText());
    m_run->setVisible(m_labs.runsWanted(step) > 0);
    m_run->setEnabled(!m_running && m_labs.missing().empty() && m_labs.isPredicted(step) &&
                      (!step.program || m_labs.hasProgram()));
    m_run->setToolTip(tr("Runs the experiment beside this, and judges what was measured"));
    if (m_program != nullptr) {
        m_program->setRunning(m_running);
        m_program->showRun(*m_run);
    }
    m_previous->setText(tr("Back"));
    m_previous->setEnabled(m_labs.stepIndex() > 0 && !m_running);
    m_next->setText(isLast() ? tr("Hand in…") : tr("Next"));
    m_next->setEnabled(!m_running);
}

void LabPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();  // the parts change theirs themselves
    QWidget::changeEvent(event);
}

}  // namespace ipclab
