#include "lab_views/own_program_panel.h"

#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <algorithm>

#include "bridge/icons.h"
#include "bridge/words.h"
#include "exercises/sha256.h"
#include "lab_views/large_editor.h"
#include "lab_views/source_editor.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kEditorLines = 18, kListRows = 5;

QString severityWord(Diagnostic::Severity severity) {
    switch (severity) {
        case Diagnostic::Severity::Error:
            return OwnProgramPanel::tr("error");
        case Diagnostic::Severity::Warning:
            return OwnProgramPanel::tr("warning");
        case Diagnostic::Severity::Note:
            return OwnProgramPanel::tr("note");
    }
    return {};
}

auto countOf(const std::vector<Diagnostic>& all, Diagnostic::Severity severity) {
    return static_cast<int>(std::ranges::count(all, severity, &Diagnostic::severity));
}

QKeySequence compileKey() { return {Qt::CTRL | Qt::Key_Return}; }

QString lineOfList(const Diagnostic& diagnostic) {
    const QString text =
        severityWord(diagnostic.severity) + QStringLiteral(": ") + QString::fromStdString(diagnostic.text);
    return diagnostic.line == 0 ? text
                                : OwnProgramPanel::tr("Line %1: %2").arg(QString::number(diagnostic.line), text);
}

}  // namespace

OwnProgramPanel::OwnProgramPanel(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_title(new QLabel(this)),
      m_task(new QLabel(this)),
      m_enlarge(new QToolButton(this)),
      m_elsewhere(new QLabel(this)),
      m_bringBack(new QPushButton(this)),
      m_bench(new QWidget(this)),
      m_editor(new SourceEditor(m_bench)),
      m_row(new QWidget(m_bench)),
      m_compile(new QPushButton(m_row)),
      m_run(new QPushButton(m_row)),
      m_open(new QPushButton(m_row)),
      m_again(new QPushButton(m_row)),
      m_bring(new QPushButton(m_row)),
      m_state(new QLabel(m_bench)),
      m_heard(new QLabel(m_bench)),
      m_said(new QListWidget(m_bench)) {
    setObjectName(QStringLiteral("ownProgram"));
    m_title->setProperty("kind", QStringLiteral("section"));
    for (QLabel* label : {m_task, m_state, m_heard, m_elsewhere}) label->setWordWrap(true);
    for (QLabel* label : {m_state, m_heard, m_elsewhere}) label->setProperty("kind", QStringLiteral("muted"));
    m_enlarge->setIcon(themedIcon(QStringLiteral("window")));
    m_enlarge->setProperty("kind", QStringLiteral("page"));
    m_editor->setPlainText(QString::fromStdString(labs.program().source));
    m_shown = labs.program().source;
    m_said->setWordWrap(true);
    m_said->setResizeMode(QListView::Adjust);  // a line that wraps is as high as its width makes it
    m_said->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QPushButton* button : {m_compile, m_run, m_open, m_bring, m_again, m_bringBack})
        button->setProperty("kind", QStringLiteral("small"));
    auto* inside = new QVBoxLayout(m_bench);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(6);
    inside->addWidget(m_editor, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_row, m_state, m_heard, m_said}) inside->addWidget(each);
    (new QGridLayout(m_row))->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_enlarge);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    for (QWidget* each : std::initializer_list<QWidget*>{m_task, m_elsewhere, m_bringBack, m_bench})
        column->addWidget(each);
    connectParts();
    if (const auto compiled = labs.program().compiled) m_editor->mark(compiled->diagnostics);
    arrange();
    retranslate();
}

void OwnProgramPanel::connectParts() {
    connect(m_editor, &QPlainTextEdit::textChanged, this, &OwnProgramPanel::edited);
    connect(m_compile, &QPushButton::clicked, this, &OwnProgramPanel::compile);
    connect(m_run, &QPushButton::clicked, this, &OwnProgramPanel::runWanted);
    connect(m_again, &QPushButton::clicked, this, &OwnProgramPanel::startAgain);
    connect(m_open, &QPushButton::clicked, this, [this] {
        openFile(QFileDialog::getOpenFileName(m_bench, tr("Open a C source"), {}, tr("C sources (*.c);;All files (*)")));
    });
    connect(m_bring, &QPushButton::clicked, this,
            [this] { bring(QFileDialog::getOpenFileName(m_bench, tr("Use an executable"))); });
    connect(m_enlarge, &QToolButton::clicked, this, &OwnProgramPanel::largeWanted);
    connect(m_bringBack, &QPushButton::clicked, this, [this] {
        if (m_large != nullptr) m_large->close();
    });
    connect(&m_compilation, &Compilation::finished, this, &OwnProgramPanel::compiled);
    const auto goTo = [this](const QListWidgetItem* item) {
        const auto all = m_editor->marked();
        const auto row = static_cast<std::size_t>(m_said->row(item));
        if (row < all.size()) m_editor->goTo(all[row].line, all[row].column);
    };
    connect(m_said, &QListWidget::itemClicked, this, goTo);
    connect(m_said, &QListWidget::itemActivated, this, goTo);
    auto* key = new QShortcut(compileKey(), m_bench);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_compile, &QPushButton::click);
}

// A page is narrow, and scrolls; a window is wide, and does not. There the buttons stand above, where what the compiler
// says moves them not.
void OwnProgramPanel::arrange() {
    const bool isLarge = m_large != nullptr;
    for (QWidget* each : std::initializer_list<QWidget*>{m_elsewhere, m_bringBack}) each->setVisible(isLarge);
    m_enlarge->setVisible(!isLarge);
    m_editor->setMinimumHeight(isLarge ? 0 : m_editor->fontMetrics().lineSpacing() * kEditorLines);
    m_editor->setEscapeLeaves(!isLarge);
    auto* column = static_cast<QVBoxLayout*>(m_bench->layout());
    column->removeWidget(m_row);
    column->insertWidget(isLarge ? 0 : 1, m_row);
    auto* grid = static_cast<QGridLayout*>(m_row->layout());
    int place = 0;
    m_run->setVisible(isLarge);
    for (QPushButton* button : {m_compile, m_run, m_open, m_again, m_bring}) {
        if (button == m_run && !isLarge) continue;
        grid->addWidget(button, isLarge ? 0 : place / 2, isLarge ? place : place % 2);
        ++place;
    }
    grid->setColumnStretch(5, isLarge ? 1 : 0);
    if (!isLarge) return;
    const QList<QWidget*> keys{m_large->backButton(), m_compile, m_run, m_open, m_again, m_bring, m_editor, m_said};
    for (qsizetype i = 1; i < keys.size(); ++i) setTabOrder(keys[i - 1], keys[i]);
}

void OwnProgramPanel::enlarge(const QWidget& page, const QByteArray& geometry) {
    if (m_large != nullptr) return m_large->activateWindow();
    m_large = new LargeEditor(m_bench, page, geometry, this);
    connect(m_large, &LargeEditor::left, this, &OwnProgramPanel::takeBack);
    arrange();
    retranslate();
    m_large->show();
    m_editor->setFocus();
    m_editor->centerCursor();
}

void OwnProgramPanel::takeBack(const QByteArray& geometry) {
    layout()->addWidget(m_bench);
    m_large->deleteLater();
    m_large = nullptr;
    arrange();
    list();
    m_bench->show();
    m_editor->setFocus();
    m_editor->ensureCursorVisible();
    emit largeLeft(geometry);
}

void OwnProgramPanel::retranslate() {
    m_title->setText(tr("Your program"));
    m_task->setText(Words::local(m_labs.step().program->task));
    m_enlarge->setToolTip(tr("Larger editor: your program in a window of its own"));
    m_enlarge->setAccessibleName(tr("Larger editor"));
    m_elsewhere->setText(tr("The editor is in a window of its own."));
    m_bringBack->setText(tr("Bring it back here"));
    m_editor->setAccessibleName(tr("Source of your program, in C"));
    m_editor->setToolTip(
        tr("Tab indents, Shift+Tab does the opposite. Ctrl+Tab or Escape leaves the editor, Ctrl+Enter compiles."));
    m_editor->setAccessibleDescription(m_editor->toolTip());
    m_compile->setToolTip(tr("cc %1: whatever compiles then runs in this step, with limits of time, memory and processes")
                                  .arg(QString::fromLatin1(kCompileFlags.data(), kCompileFlags.size())) +
                              QStringLiteral("  (%1)").arg(compileKey().toString(QKeySequence::NativeText)));
    m_open->setText(tr("Open file…"));
    m_open->setToolTip(tr("A C source takes the place of what is here"));
    m_again->setText(tr("Starter again"));
    m_bring->setText(tr("Use an executable…"));
    m_bring->setToolTip(tr("Any program of your own, in any language: a copy of it runs in this step"));
    m_heard->setText(tr("What the compiler said, before you changed it:"));
    if (m_large != nullptr) m_large->setTexts(tr("Your program: %1").arg(Words::local(m_labs.step().title)), m_task->text());
    list();
    show();
}

void OwnProgramPanel::setRunning(bool running) {
    m_running = running;
    if (running) {
        m_labs.keepPending();
        m_compilation.stop();
    }
    show();
}

void OwnProgramPanel::showRun(const QPushButton& ofPage) {
    m_run->setText(ofPage.text());
    m_run->setToolTip(ofPage.toolTip());
    m_run->setEnabled(ofPage.isEnabled());
}

// Known at once, and kept when the hand rests. A change of colours is none of the text.
void OwnProgramPanel::edited() {
    std::string source = m_editor->toPlainText().toStdString();
    if (source == m_shown) return;
    m_shown = std::move(source);
    if (m_shown.size() <= kMostSourceBytes) {
        m_labs.writeSource(m_shown);
        if (auto now = m_editor->marked(); !now.empty()) {
            m_labs.moveDiagnostics(now);
            for (int row = 0; row < m_said->count() && row < static_cast<int>(now.size()); ++row)
                m_said->item(row)->setText(lineOfList(now[static_cast<std::size_t>(row)]));
        }
    }
    show();
}

void OwnProgramPanel::compile() {
    if (m_compilation.isActive()) return m_compilation.stop();
    m_labs.keepPending();
    m_failure.clear();
    try {
        m_compilation.start(m_editor->toPlainText().toStdString(), m_labs.programFolder());
    } catch (const std::exception& error) {
        emit told(tr("It cannot be compiled."), said(std::string_view(error.what())));
    }
    show();
}

void OwnProgramPanel::compiled() {
    LastCompilation last{.sha256 = sha256(m_compilation.source()),
                         .made = m_compilation.program().has_value(),
                         .failure = m_compilation.failure(),
                         .diagnostics = m_compilation.diagnostics()};
    const bool saidNothing = !last.failure.empty() && last.diagnostics.empty();
    if (saidNothing) {
        m_failure = said(last.failure);
        return show();
    }
    m_editor->mark(last.diagnostics);
    try {
        m_labs.takeCompilation(std::move(last), m_compilation.program());
        if (m_compilation.program()) emit programChanged();
    } catch (const std::exception& error) {
        emit told(tr("It cannot be the program of this step."), said(std::string_view(error.what())));
    }
    list();
    show();
    if (m_said->count() > 0) emit mistakesListed();
}

void OwnProgramPanel::startAgain() { replaceText(QString::fromStdString(m_labs.starter())); }

// As an edit, so that it can be undone. What the compiler said was of another text.
void OwnProgramPanel::replaceText(const QString& text) {
    m_editor->mark({});
    m_labs.forgetCompilation();
    QTextCursor all(m_editor->document());
    all.select(QTextCursor::Document);
    all.insertText(text);
    list();
    show();
}

void OwnProgramPanel::openFile(const QString& path) {
    if (path.isEmpty()) return;
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(qint64{kMostSourceBytes} + 1) : QByteArray();
    const QString why = file.error() != QFile::NoError ? file.errorString() : said(refusedSource(bytes.toStdString()));
    if (!why.isEmpty()) return emit told(tr("The file cannot be opened."), path + QStringLiteral(": ") + why);
    replaceText(QString::fromUtf8(bytes));
}

void OwnProgramPanel::bring(const QString& path) {
    if (path.isEmpty()) return;
    try {
        m_labs.takeProgram(bringExecutable(QFile::encodeName(path).toStdString(), m_labs.programFolder()));
    } catch (const std::exception& error) {
        return emit told(tr("It cannot be the program of this step."), said(std::string_view(error.what())));
    }
    m_failure.clear();
    m_editor->mark({});
    list();
    emit programChanged();
    show();
}

// Another text stands there than the one the compiler was given last.
bool OwnProgramPanel::isOutdated() const {
    const auto last = m_labs.program().compiled;
    return last && last->sha256 != sha256(m_shown);
}

void OwnProgramPanel::list() {
    m_said->clear();
    const auto all = m_editor->marked();
    for (const auto& each : all) {
        auto* item = new QListWidgetItem(lineOfList(each), m_said);
        item->setForeground(SourceEditor::colorOf(each.severity, palette()));
    }
    // A line each in a window, and two on the page. Letters of another font may be higher than those of this one.
    int height = 2 * m_said->frameWidth() + 4;
    for (int row = 0; row < std::min(kListRows, m_said->count()); ++row)
        height += m_large != nullptr ? m_said->sizeHintForRow(row) : 2 * fontMetrics().lineSpacing();
    m_said->setFixedHeight(height);
    m_said->setVisible(!all.empty());
}

QString OwnProgramPanel::refusedText(const LastCompilation& last) const {
    const int errors = countOf(last.diagnostics, Diagnostic::Severity::Error);
    if (isOutdated()) return tr("Changed since it did not compile. Errors then: %1").arg(errors);
    if (!last.failure.empty()) return said(last.failure);
    return errors > 0 ? tr("It does not compile. Errors: %1").arg(errors) : tr("It does not compile.");
}

QString OwnProgramPanel::stateText() const {
    if (m_compilation.isActive()) return tr("The compiler is at work.");
    if (const auto refused = refusedSource(m_shown); !refused.empty()) return said(refused);
    if (!m_failure.isEmpty()) return m_failure;
    const OwnProgram program = m_labs.program();
    if (program.compiled && !program.compiled->made) return refusedText(*program.compiled);
    if (!program.built.brought.empty())
        return tr("A copy of %1 runs in this step.").arg(QString::fromStdString(program.built.brought));
    if (program.built.sha256.empty()) return tr("Not compiled yet: there is nothing that could run.");
    if (sha256(program.source) != program.built.sha256)
        return tr("Changed since it was compiled: what was compiled last is what runs.");
    const int warnings = program.compiled ? countOf(program.compiled->diagnostics, Diagnostic::Severity::Warning) : 0;
    return warnings > 0 ? tr("Compiled. It runs in this step. Warnings: %1").arg(warnings)
                        : tr("Compiled. It runs in this step.");
}

void OwnProgramPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) list();  // in the colours of the other theme
    if (event->type() == QEvent::LanguageChange) {
        m_labs.keepPending();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void OwnProgramPanel::show() {
    const bool compiling = m_compilation.isActive();
    m_compile->setText(compiling ? tr("Stop the compiler") : tr("Compile"));
    m_compile->setEnabled(!m_running);
    for (QPushButton* button : {m_open, m_bring, m_again}) button->setEnabled(!m_running && !compiling);
    m_state->setText(stateText());
    const bool outdated = isOutdated() && m_said->count() > 0;
    m_heard->setVisible(outdated);
    m_editor->setMarksOutdated(outdated);
    m_said->setAccessibleName(outdated ? m_heard->text() : tr("What the compiler said"));
}

}  // namespace ipclab
