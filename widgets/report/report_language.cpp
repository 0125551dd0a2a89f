#include "report/report_language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTranslator>

namespace ipclab {

namespace {

// English stands in the sources, but for the forms of one and of many. It has to come before what else is installed.
class AsWritten final : public QTranslator {
public:
    AsWritten() { (void)load(QStringLiteral(":/translations/ipclab_en.qm")); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override {
        const QString form = QTranslator::translate(context, source, disambiguation, n);
        return form.isEmpty() ? QString::fromUtf8(source) : form;
    }
};

std::unique_ptr<QTranslator> translatorOf(const QString& code) {
    if (code == QLatin1String("en")) return std::make_unique<AsWritten>();
    auto translator = std::make_unique<QTranslator>();
    return translator->load(QStringLiteral(":/translations/ipclab_%1.qm").arg(code)) ? std::move(translator) : nullptr;
}

}  // namespace

QStringList reportLanguages() { return {QStringLiteral("en"), QStringLiteral("ko")}; }

ReportLanguage::ReportLanguage(const QString& code) : m_translator(translatorOf(code)) {
    QCoreApplication::instance()->installEventFilter(this);
    if (m_translator != nullptr) QCoreApplication::installTranslator(m_translator.get());
}

ReportLanguage::~ReportLanguage() {
    if (m_translator != nullptr) QCoreApplication::removeTranslator(m_translator.get());
    QCoreApplication::instance()->removeEventFilter(this);
}

// The application would tell every window.
bool ReportLanguage::eventFilter(QObject* watched, QEvent* event) {
    return watched == QCoreApplication::instance() && event->type() == QEvent::LanguageChange;
}

}  // namespace ipclab
