#include "lab_views/own_program_panel.h"

#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <algorithm>

#include "bridge/words.h"
#include "exercises/sha256.h"
#include "lab_views/source_editor.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr int kEditorLines = 18, kListRows = 5;

enum { kLineRole = Qt::UserRole, kColumnRole };

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

}  // namespace

OwnProgramPanel::OwnProgramPanel(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_title(new QLabel(tr("Your program"), this)),
      m_task(new QLabel(this)),
      m_state(new QLabel(this)),
      m_editor(new SourceEditor(this)),
      m_said(new QListWidget(this)),
      m_compile(new QPushButton(tr("Compile"), this)),
      m_open(new QPushButton(tr("Open file…"), this)),
      m_bring(new QPushButton(tr("Use an executable…"), this)),
      m_again(new QPushButton(tr("Starter again"), this)) {
    setObjectName(QStringLiteral("ownProgram"));
    m_title->setProperty("kind", QStringLiteral("section"));
    for (QLabel* label : {m_task, m_state}) label->setWordWrap(true);
    m_state->setProperty("kind", QStringLiteral("muted"));
    m_task->setText(Words::local(labs.step().program->task));
    m_editor->setMinimumHeight(m_editor->fontMetrics().lineSpacing() * kEditorLines);
    m_editor->setAccessibleName(tr("Source of your program, in C"));
    m_editor->setToolTip(tr("Tab indents, Shift+Tab does the opposite, Escape leaves the editor."));
    m_editor->setPlainText(QString::fromStdString(labs.program().source));
    m_said->setAccessibleName(tr("What the compiler said"));
    m_said->setWordWrap(true);
    m_said->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_compile->setToolTip(tr("cc %1: whatever compiles then runs in this step, with limits of time, memory and processes")
                              .arg(QString::fromLatin1(kCompileFlags.data(), kCompileFlags.size())));
    m_open->setToolTip(tr("A C source takes the place of what is here"));
    m_bring->setToolTip(tr("Any program of your own, in any language: a copy of it runs in this step"));
    for (QPushButton* button : {m_compile, m_open, m_bring, m_again}) button->setProperty("kind", QStringLiteral("small"));
    auto* buttons = new QGridLayout;
    buttons->addWidget(m_compile, 0, 0);
    buttons->addWidget(m_open, 0, 1);
    buttons->addWidget(m_again, 1, 0);
    buttons->addWidget(m_bring, 1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_task, m_editor}) column->addWidget(each);
    column->addLayout(buttons);
    column->addWidget(m_state);
    column->addWidget(m_said);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &OwnProgramPanel::edited);
    connect(m_compile, &QPushButton::clicked, this, &OwnProgramPanel::compile);
    connect(m_again, &QPushButton::clicked, this, &OwnProgramPanel::startAgain);
    connect(m_open, &QPushButton::clicked, this, [this] {
        openFile(QFileDialog::getOpenFileName(this, tr("Open a C source"), {}, tr("C sources (*.c);;All files (*)")));
    });
    connect(m_bring, &QPushButton::clicked, this,
            [this] { bring(QFileDialog::getOpenFileName(this, tr("Use an executable"))); });
    connect(&m_compilation, &Compilation::finished, this, &OwnProgramPanel::compiled);
    const auto goTo = [this](const QListWidgetItem* item) {
        m_editor->goTo(item->data(kLineRole).toUInt(), item->data(kColumnRole).toUInt());
    };
    connect(m_said, &QListWidget::itemClicked, this, goTo);
    connect(m_said, &QListWidget::itemActivated, this, goTo);
    list();
    show();
}

void OwnProgramPanel::setRunning(bool running) {
    m_running = running;
    if (running) m_compilation.stop();
    show();
}

// Kept at once, as all other work.
void OwnProgramPanel::edited() {
    const std::string source = m_editor->toPlainText().toStdString();
    if (source.size() <= kMostSourceBytes) m_labs.writeSource(source);
    show();
}

void OwnProgramPanel::compile() {
    if (m_compilation.isActive()) return m_compilation.stop();
    m_failure.clear();
    try {
        m_compilation.start(m_editor->toPlainText().toStdString(), m_labs.programFolder());
    } catch (const std::exception& error) {
        emit told(tr("It cannot be compiled."), said(std::string_view(error.what())));
    }
    show();
}

void OwnProgramPanel::compiled() {
    m_tried = true;
    m_failure = said(m_compilation.failure());
    m_editor->mark(m_compilation.diagnostics());
    list();
    if (m_compilation.program()) {
        try {
            m_labs.takeProgram(*m_compilation.program());
            emit programChanged();
        } catch (const std::exception& error) {
            emit told(tr("It cannot be the program of this step."), said(std::string_view(error.what())));
        }
    }
    show();
    if (m_said->count() > 0) emit mistakesListed();
}

void OwnProgramPanel::startAgain() {
    // As an edit, so that it can be undone.
    QTextCursor all(m_editor->document());
    all.select(QTextCursor::Document);
    all.insertText(QString::fromStdString(m_labs.starter()));
}

void OwnProgramPanel::openFile(const QString& path) {
    if (path.isEmpty()) return;
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(qint64{kMostSourceBytes} + 1) : QByteArray();
    const QString why = file.error() != QFile::NoError ? file.errorString() : said(refusedSource(bytes.toStdString()));
    if (!why.isEmpty()) return emit told(tr("The file cannot be opened."), path + QStringLiteral(": ") + why);
    QTextCursor all(m_editor->document());
    all.select(QTextCursor::Document);
    all.insertText(QString::fromUtf8(bytes));
}

void OwnProgramPanel::bring(const QString& path) {
    if (path.isEmpty()) return;
    try {
        m_labs.takeProgram(bringExecutable(QFile::encodeName(path).toStdString(), m_labs.programFolder()));
    } catch (const std::exception& error) {
        return emit told(tr("It cannot be the program of this step."), said(std::string_view(error.what())));
    }
    m_tried = false;
    emit programChanged();
    show();
}

void OwnProgramPanel::list() {
    m_said->clear();
    const auto all = m_tried ? m_compilation.diagnostics() : std::vector<Diagnostic>();
    for (const auto& each : all) {
        const QString text = severityWord(each.severity) + QStringLiteral(": ") + QString::fromStdString(each.text);
        auto* item = new QListWidgetItem(
            each.line == 0 ? text : tr("Line %1: %2").arg(QString::number(each.line), text), m_said);
        item->setData(kLineRole, each.line);
        item->setData(kColumnRole, each.column);
        item->setForeground(SourceEditor::colorOf(each.severity, palette()));
    }
    const int rows = std::min(kListRows, static_cast<int>(all.size()));
    m_said->setFixedHeight(rows * 2 * fontMetrics().lineSpacing() + 2 * m_said->frameWidth() + 4);
    m_said->setVisible(!all.empty());
}

QString OwnProgramPanel::stateText() const {
    if (m_compilation.isActive()) return tr("The compiler is at work.");
    if (m_tried && !m_failure.isEmpty()) return m_failure;
    const auto all = m_tried ? m_compilation.diagnostics() : std::vector<Diagnostic>();
    const int errors = countOf(all, Diagnostic::Severity::Error), warnings = countOf(all, Diagnostic::Severity::Warning);
    if (m_tried && !m_compilation.program()) {
        return errors > 0 ? tr("It does not compile. Errors: %1").arg(errors) : tr("It does not compile.");
    }
    const OwnProgram program = m_labs.program();
    if (!program.built.brought.empty())
        return tr("A copy of %1 runs in this step.").arg(QString::fromStdString(program.built.brought));
    if (!m_labs.hasProgram()) return tr("Not compiled yet: there is nothing that could run.");
    if (sha256(program.source) != program.built.sha256)
        return tr("Changed since it was compiled: what was compiled last is what runs.");
    return warnings > 0 ? tr("Compiled. It runs in this step. Warnings: %1").arg(warnings)
                        : tr("Compiled. It runs in this step.");
}

void OwnProgramPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) list();  // in the colours of the other theme
    QWidget::changeEvent(event);
}

void OwnProgramPanel::show() {
    const bool compiling = m_compilation.isActive();
    m_compile->setText(compiling ? tr("Stop the compiler") : tr("Compile"));
    m_compile->setEnabled(!m_running);
    for (QPushButton* button : {m_open, m_bring, m_again}) button->setEnabled(!m_running && !compiling);
    m_state->setText(stateText());
}

}  // namespace ipclab
