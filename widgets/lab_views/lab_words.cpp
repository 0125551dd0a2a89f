#include "lab_views/lab_words.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/words.h"
#include "exercises/lab_session.h"
#include "lab_views/lab_text.h"

namespace ipclab {
namespace {

constexpr int kAnswerLines = 5;

}  // namespace

LabWords::LabWords(LabSession& labs, QWidget* parent)
    : QWidget(parent), m_labs(labs), m_name(new QLabel(this)), m_student(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (const auto& question : labs.lab().reflection) {
        const Entry entry{new QLabel(this), new QLabel(this), new QPlainTextEdit(this),
                          std::max(question.leastWords, 1U)};
        entry.question->setProperty("kind", QStringLiteral("section"));
        entry.counted->setProperty("kind", QStringLiteral("muted"));
        entry.question->setWordWrap(true);
        entry.question->setTextFormat(Qt::RichText);
        entry.answer->setFixedHeight(entry.answer->fontMetrics().lineSpacing() * kAnswerLines + 14);
        entry.answer->setTabChangesFocus(true);
        const auto kept = labs.work().words.find(question.id);
        if (kept != labs.work().words.end()) entry.answer->setPlainText(QString::fromStdString(kept->second));
        for (QWidget* part : std::initializer_list<QWidget*>{entry.question, entry.answer, entry.counted})
            column->addWidget(part);
        connect(entry.answer, &QPlainTextEdit::textChanged, this, [this, entry, id = question.id] {
            showCount(entry);
            m_labs.write(id, entry.answer->toPlainText().toStdString());
        });
        m_entries.push_back(entry);
    }
    m_name->setProperty("kind", QStringLiteral("section"));
    m_name->setBuddy(m_student);
    m_student->setText(QString::fromStdString(labs.work().student));
    m_student->setMaxLength(200);
    column->addWidget(m_name);
    column->addWidget(m_student);
    connect(m_student, &QLineEdit::textEdited, this,
            [this](const QString& name) { m_labs.setStudent(name.toStdString()); });
    retranslate();
}

void LabWords::showCount(const Entry& entry) {
    const auto words =
        entry.answer->toPlainText().split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    entry.counted->setText(static_cast<unsigned>(words.size()) >= entry.least
                               ? tr("✓ Words: %1").arg(words.size())
                               : tr("Words: %1 of at least %2").arg(words.size()).arg(entry.least));
}

void LabWords::retranslate() {
    const auto& questions = m_labs.lab().reflection;
    for (std::size_t i = 0; i < m_entries.size() && i < questions.size(); ++i) {
        const Entry& entry = m_entries[i];
        const QString question = Words::local(questions[i].question);
        entry.question->setText(richLineOf(question));
        entry.answer->setAccessibleName(plainLineOf(question));
        entry.answer->setPlaceholderText(tr("In your own words"));
        showCount(entry);
    }
    m_name->setText(tr("Your name"));
    m_student->setPlaceholderText(tr("As it stands in what is handed in"));
    m_student->setAccessibleName(tr("Your name"));
}

void LabWords::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
