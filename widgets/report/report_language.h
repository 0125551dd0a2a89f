// While it lives all texts are in one language, whatever the window's is: of a report. Widgets are not told, so nothing
// else changes; what is painted meanwhile is in that language. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

class QTranslator;

namespace ipclab {

// The languages there are: "en", "ko".
QStringList reportLanguages();

class ReportLanguage : public QObject {
    Q_OBJECT
public:
    explicit ReportLanguage(const QString& code);
    ~ReportLanguage() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::unique_ptr<QTranslator> m_translator;
};

}  // namespace ipclab
