// Everything that is wrong with a document that was opened: where in the file, which field, what is the matter and
// what to do. It stays until another document is opened or it is closed.
#pragma once

#include <QWidget>

#include "window/document.h"

class QLabel;
class QTextBrowser;
class QToolButton;

namespace ipclab {

class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(QWidget* parent = nullptr);
    void setDocument(const WindowDocument& document);
    [[nodiscard]] int count() const;
    // It says why the document that is open cannot be run.
    [[nodiscard]] bool forbidsRun() const;
    [[nodiscard]] QString textAt(int row) const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString rowsAsHtml() const;
    void fitHeight();

    WindowDocument m_document;
    QLabel* m_heading;
    QToolButton* m_close;
    QTextBrowser* m_list;
};

}  // namespace ipclab
