// Makes a report of a run or a sweep: what it says at the left, the author's notes below, its pages at the right, as
// they are changed. Saved as one HTML file or a PDF. What the author has written is kept as it is typed, beside what it
// is about (report/notes_file.h).
#pragma once

#include <QDialog>
#include <QTimer>
#include <filesystem>
#include <optional>

#include "report/notes_file.h"
#include "report/report_subject.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace ipclab {

class ReportPreview;
class ReportSectionsList;
class WindowSettings;

struct ReportOrigin {
    ReportSubject subject;
    std::filesystem::path notes{};  // the file of the author's words; empty: they are kept nowhere
    QString name{};                 // of the file that is proposed: "first"
    std::optional<QStringList> charts{};
    std::optional<std::pair<double, double>> markersS{};
};

class ReportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReportDialog(WindowSettings& settings, QWidget* parent);
    ~ReportDialog() override;

    void open(ReportOrigin origin);
    // What it was of goes away: nothing of it may be looked at any more.
    void forget();
    [[nodiscard]] bool isOf(const RunData* run) const;

    // By its ending; empty: it is saved, else what is wrong.
    QString saveTo(const QString& path);
    [[nodiscard]] ReportPlan plan() const;

    [[nodiscard]] ReportPreview* preview() const { return m_preview; }
    [[nodiscard]] ReportSectionsList* sections() const { return m_sections; }
    [[nodiscard]] QPlainTextEdit* notes() const { return m_notes; }
    [[nodiscard]] QComboBox* language() const { return m_language; }
    [[nodiscard]] QComboBox* templates() const { return m_template; }
    [[nodiscard]] QLineEdit* author() const { return m_author; }
    [[nodiscard]] QLineEdit* question() const { return m_question; }

signals:
    void otherWanted();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeSide();
    QLayout* makeFoot();
    void connectParts();
    void retranslate();
    void nameFields();
    void chooseTemplate();
    void changed();
    void rebuild();
    void keepNotes();
    void askSave(const QString& ending);
    void tell(const QString& text, bool isProblem = false);
    [[nodiscard]] ReportNotes written() const;
    [[nodiscard]] QString partsKey() const;
    [[nodiscard]] Paper paper() const;

    WindowSettings& m_settings;
    std::optional<ReportOrigin> m_origin;
    QComboBox *m_template, *m_language, *m_paper;
    QLineEdit *m_title, *m_author, *m_question;
    ReportSectionsList* m_sections;
    QPlainTextEdit* m_notes;
    QLabel *m_partsLabel, *m_notesLabel, *m_status;
    ReportPreview* m_preview;
    QScrollArea* m_pages;
    QSplitter* m_columns;
    QFormLayout* m_form;
    QPushButton *m_html, *m_pdf, *m_close, *m_other;
    QTimer m_soon, m_keepSoon;
    ReportNotes m_kept;
    bool m_opening = false;
};

}  // namespace ipclab
