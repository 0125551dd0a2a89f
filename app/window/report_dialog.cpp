#include "window/report_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "core/error.h"
#include "core/whole_file.h"
#include "report/html_writer.h"
#include "report/pdf_writer.h"
#include "report/report_language.h"
#include "report/report_preview.h"
#include "runs/said.h"
#include "window/report_sections_list.h"
#include "window/settings.h"

namespace ipclab {
namespace {

constexpr int kSoonMs = 350, kKeepMs = 900;
const auto kGeometryKey = QStringLiteral("report/geometry");
const auto kColumnsKey = QStringLiteral("report/columns");
constexpr char kTemplateOfRunKey[] = "report/template-run", kTemplateOfSweepKey[] = "report/template-sweep";
constexpr char kLanguageKey[] = "report/language", kPaperKey[] = "report/paper", kAuthorKey[] = "report/author";

const char* templateKey(ReportOf what) { return what == ReportOf::Sweep ? kTemplateOfSweepKey : kTemplateOfRunKey; }

void choose(QComboBox* box, const QVariant& data) { box->setCurrentIndex(std::max(box->findData(data), 0)); }

}  // namespace

ReportDialog::ReportDialog(WindowSettings& settings, QWidget* parent)
    : QDialog(parent, Qt::Window),
      m_settings(settings),
      m_template(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_paper(new QComboBox(this)),
      m_title(new QLineEdit(this)),
      m_author(new QLineEdit(this)),
      m_question(new QLineEdit(this)),
      m_sections(new ReportSectionsList(this)),
      m_notes(new QPlainTextEdit(this)),
      m_partsLabel(new QLabel(this)),
      m_notesLabel(new QLabel(this)),
      m_status(new QLabel(this)),
      m_preview(new ReportPreview),
      m_pages(new QScrollArea(this)),
      m_columns(new QSplitter(this)),
      m_form(new QFormLayout),
      m_html(new QPushButton(this)),
      m_pdf(new QPushButton(this)),
      m_close(new QPushButton(this)),
      m_other(new QPushButton(this)) {
    setObjectName(QStringLiteral("report"));
    m_pages->setWidget(m_preview);
    m_pages->setWidgetResizable(true);
    m_pages->setFrameShape(QFrame::NoFrame);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(makeSide());
    m_columns->addWidget(m_pages);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({380, 720});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 10);
    column->setSpacing(10);
    column->addWidget(m_columns, 1);
    column->addLayout(makeFoot());
    for (const ReportTemplate& one : reportTemplates()) m_template->addItem(QString(), QString::fromLatin1(one.id));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
    m_paper->addItem(QStringLiteral("A4"), QStringLiteral("a4"));
    m_paper->addItem(QStringLiteral("Letter"), QStringLiteral("letter"));
    choose(m_language, settings.value(kLanguageKey, QString::fromStdString(Words::language())));
    choose(m_paper, settings.value(kPaperKey));
    m_author->setText(settings.value(kAuthorKey).toString());
    m_soon.setSingleShot(true);
    m_keepSoon.setSingleShot(true);
    resize(1120, 780);
    restoreGeometry(settings.bytes(kGeometryKey));
    m_columns->restoreState(settings.bytes(kColumnsKey));
    connectParts();
    retranslate();
}

ReportDialog::~ReportDialog() { keepNotes(); }

QWidget* ReportDialog::makeSide() {
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("sidebar"));
    side->setAttribute(Qt::WA_StyledBackground);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(7);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_template, m_language, m_paper, m_title, m_author, m_question}) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
    for (QLabel* label : {m_partsLabel, m_notesLabel}) label->setProperty("kind", QStringLiteral("section"));
    m_notes->setTabChangesFocus(true);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(14, 14, 14, 10);
    column->setSpacing(8);
    column->addLayout(m_form);
    column->addWidget(m_partsLabel);
    column->addWidget(m_sections, 3);
    column->addWidget(m_notesLabel);
    column->addWidget(m_notes, 2);
    return side;
}

QLayout* ReportDialog::makeFoot() {
    m_status->setProperty("kind", QStringLiteral("muted"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 0, 14, 0);
    row->addWidget(m_status, 1);
    for (QPushButton* button : {m_other, m_html, m_pdf, m_close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    return row;
}

void ReportDialog::connectParts() {
    connect(&m_soon, &QTimer::timeout, this, &ReportDialog::rebuild);
    connect(&m_keepSoon, &QTimer::timeout, this, &ReportDialog::keepNotes);
    connect(m_template, &QComboBox::currentIndexChanged, this, &ReportDialog::chooseTemplate);
    for (QComboBox* box : {m_language, m_paper})
        connect(box, &QComboBox::currentIndexChanged, this, &ReportDialog::changed);
    for (QLineEdit* field : {m_title, m_author, m_question})
        connect(field, &QLineEdit::textChanged, this, &ReportDialog::changed);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &ReportDialog::changed);
    connect(m_sections, &ReportSectionsList::changed, this, &ReportDialog::changed);
    connect(m_html, &QPushButton::clicked, this, [this] { askSave(QStringLiteral("html")); });
    connect(m_pdf, &QPushButton::clicked, this, [this] { askSave(QStringLiteral("pdf")); });
    connect(m_other, &QPushButton::clicked, this, &ReportDialog::otherWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void ReportDialog::open(ReportOrigin origin) {
    keepNotes();
    m_opening = true;
    m_origin = std::move(origin);
    const ReportOf what = kindOf(m_origin->subject);
    QString problem;
    m_kept = {};
    try {
        if (!m_origin->notes.empty()) m_kept = readNotes(m_origin->notes);
    } catch (const std::runtime_error& error) {
        problem = said(std::string_view(error.what()));
        m_origin->notes.clear();  // what could not be read is not written over
    }
    m_title->setText(m_kept.title);
    m_question->setText(m_kept.question);
    m_notes->setPlainText(m_kept.text);
    if (!m_kept.author.isEmpty()) m_author->setText(m_kept.author);
    choose(m_template, m_settings.value(templateKey(what), QString::fromLatin1(usualTemplate(what).id)));
    m_opening = false;
    chooseTemplate();
    m_soon.stop();
    rebuild();
    const QString file = QDir::toNativeSeparators(QString::fromStdString(m_origin->notes.string()));
    if (!problem.isEmpty())
        tell(problem, true);
    else
        tell(m_origin->notes.empty() ? tr("What you write here is not kept: there is no folder for it.")
                                     : tr("What you write is kept in %1.").arg(file));
}

void ReportDialog::forget() {
    keepNotes();
    m_soon.stop();
    m_preview->setPages(nullptr);
    m_origin.reset();
    for (QPushButton* button : {m_html, m_pdf}) button->setEnabled(false);
}

bool ReportDialog::isOf(const RunData* run) const {
    const auto* subject = m_origin ? std::get_if<RunSubject>(&m_origin->subject) : nullptr;
    return subject != nullptr && subject->data.get() == run;
}

QString ReportDialog::partsKey() const {
    const bool sweep = m_origin && kindOf(m_origin->subject) == ReportOf::Sweep;
    return QStringLiteral("report/parts-%1-%2")
        .arg(sweep ? QStringLiteral("sweep") : QStringLiteral("run"), m_template->currentData().toString());
}

void ReportDialog::chooseTemplate() {
    if (m_opening || !m_origin) return;
    const ReportTemplate* chosen = findReportTemplate(m_template->currentData().toString());
    const ReportOf what = kindOf(m_origin->subject);
    m_settings.setValue(QString::fromLatin1(templateKey(what)), m_template->currentData());
    m_sections->show(*chosen, what, m_settings.value(partsKey().toLatin1().constData()).toString());
}

void ReportDialog::changed() {
    if (m_opening || !m_origin) return;
    m_settings.setValue(partsKey(), m_sections->text());
    m_settings.setValue(QString::fromLatin1(kLanguageKey), m_language->currentData());
    m_settings.setValue(QString::fromLatin1(kPaperKey), m_paper->currentData());
    m_settings.setValue(QString::fromLatin1(kAuthorKey), m_author->text());
    m_soon.start(kSoonMs);
    m_keepSoon.start(kKeepMs);
}

ReportNotes ReportDialog::written() const {
    return {m_title->text().trimmed(), m_author->text().trimmed(), m_question->text().trimmed(),
            m_notes->toPlainText().trimmed()};
}

void ReportDialog::keepNotes() {
    m_keepSoon.stop();
    if (!m_origin || m_origin->notes.empty()) return;
    const ReportNotes now = written();
    if (now == m_kept || (now.isEmpty() && m_kept.isEmpty())) return;
    try {
        writeNotes(m_origin->notes, now);
        m_kept = now;
    } catch (const std::runtime_error& error) {
        tell(tr("What you wrote could not be kept: %1").arg(said(std::string_view(error.what()))), true);
    }
}

Paper ReportDialog::paper() const {
    return m_paper->currentData().toString() == QLatin1String("letter") ? Paper::Letter : Paper::A4;
}

ReportPlan ReportDialog::plan() const {
    ReportPlan plan;
    plan.parts = m_sections->parts();
    plan.language = m_language->currentData().toString();
    const ReportNotes now = written();
    plan.title = now.title;
    plan.author = now.author;
    plan.question = now.question;
    plan.notes = now.text;
    plan.charts = m_origin->charts;
    plan.markersS = m_origin->markersS;
    return plan;
}

void ReportDialog::rebuild() {
    if (!m_origin) return;
    m_preview->setPages(std::make_shared<const ReportPages>(reportOf(m_origin->subject, plan()), paper()));
    for (QPushButton* button : {m_html, m_pdf}) button->setEnabled(true);
}

QString ReportDialog::saveTo(const QString& path) {
    if (!m_origin) return tr("There is nothing to report.");
    m_soon.stop();
    rebuild();
    const bool isPdf = QFileInfo(path).suffix().toLower() == QLatin1String("pdf");
    const QByteArray bytes = isPdf ? m_preview->pages()->pdf() : htmlOf(reportOf(m_origin->subject, plan()), paper());
    try {
        writeWholeFile(QFile::encodeName(path).toStdString(),
                       {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    } catch (const FileError& error) {
        const std::string why = error.error() == 0 ? error.what() : errorText(error.error());
        return tr("%1 could not be written: %2. Choose another folder, or free some space.").arg(path, said(why));
    }
    return {};
}

void ReportDialog::askSave(const QString& ending) {
    if (!m_origin) return;
    QFileDialog dialog(this, tr("Save the report"), m_settings.saveFolder(),
                       QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(m_origin->name + QLatin1Char('.') + ending);
    if (dialog.exec() != QDialog::Accepted) return;
    const QString path = dialog.selectedFiles().value(0);
    const QString problem = saveTo(path);
    if (!problem.isEmpty()) return tell(problem, true);
    m_settings.setSaveFolder(QFileInfo(path).absolutePath());
    tell(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
}

void ReportDialog::tell(const QString& text, bool isProblem) {
    m_status->setProperty("kind", isProblem ? QStringLiteral("alarm") : QStringLiteral("muted"));
    m_status->setStyleSheet(QString());  // the class has changed
    m_status->setText(text);
}

void ReportDialog::retranslate() {
    setWindowTitle(tr("Report"));
    nameFields();
    m_partsLabel->setText(tr("What it says"));
    m_notesLabel->setText(tr("Notes (Markdown)"));
    m_notes->setPlaceholderText(
        tr("What you expected, what you saw, what you conclude. # makes a heading, - a list, "
           "**bold**, `code`."));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setToolTip(tr("Your own words in Markdown; they stand in the report as the section Notes"));
    m_html->setText(tr("Save as &HTML…"));
    m_html->setToolTip(tr("One file with everything in it, for a browser"));
    m_pdf->setText(tr("Save as &PDF…"));
    m_pdf->setToolTip(tr("The pages as they are seen here, for print"));
    m_other->setText(tr("&Of another file…"));
    m_other->setToolTip(tr("Reports a recording (*.ipclab) or a sweep (*.sweep) instead"));
    m_close->setText(tr("&Close"));
    m_close->setToolTip(tr("Closes the report; what you wrote is kept"));
    for (QWidget* pages : {static_cast<QWidget*>(m_preview), static_cast<QWidget*>(m_pages)})
        pages->setAccessibleName(tr("Pages of the report"));
    m_sections->retranslate();
    for (int i = 0; i < m_template->count(); ++i) {
        m_template->setItemText(i, reportTemplates()[static_cast<std::size_t>(i)].title());
        m_template->setItemData(i, reportTemplates()[static_cast<std::size_t>(i)].meaning(), Qt::ToolTipRole);
    }
}

void ReportDialog::nameFields() {
    const auto name = [this](QWidget* field, const QString& label, const QString& tip) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(label);
        field->setToolTip(tip);
        field->setAccessibleName(label);
    };
    name(m_template, tr("Template"), tr("Which sections there are and in which order, to begin with"));
    name(m_language, tr("Language"), tr("Of the report, whatever the language of the window is"));
    name(m_paper, tr("Paper"), tr("What the PDF is printed on"));
    name(m_title, tr("Title"), tr("Empty: what the experiment is called"));
    name(m_author, tr("Author"), tr("Stands below the title and above every page"));
    name(m_question, tr("Question"), tr("What the experiment is to answer; empty: the section is left out"));
}

void ReportDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void ReportDialog::hideEvent(QHideEvent* event) {
    keepNotes();
    m_settings.setBytes(kGeometryKey, saveGeometry());
    m_settings.setBytes(kColumnsKey, m_columns->saveState());
    QDialog::hideEvent(event);
}

}  // namespace ipclab
