#include "cli/event_loop.h"

#include <QApplication>
#include <array>
#include <clocale>
#include <cstdio>

#include "core/version.h"

namespace ipclab {

namespace {

// Without a login session there is no XDG_RUNTIME_DIR, which Qt finds worth a line for every picture of ours.
void printMessage(QtMsgType, const QMessageLogContext&, const QString& text) {
    if (text.startsWith(QLatin1String("QStandardPaths:"))) return;
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

}  // namespace

std::unique_ptr<QCoreApplication> makeApplication(bool withCharts) {
    qInstallMessageHandler(printMessage);
    static std::array<char, 7> name{"ipclab"};
    static std::array<char*, 2> words{name.data(), nullptr};
    static int count = 1;
    std::unique_ptr<QCoreApplication> application;
    if (withCharts) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QApplication>(count, words.data());
    } else {
        application = std::make_unique<QCoreApplication>(count, words.data());
    }
    QCoreApplication::setApplicationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationVersion(
        QString::fromUtf8(programVersion().data(), qsizetype(programVersion().size())));
    // Qt has taken over the locale of the environment; figures for programs have a dot in every country.
    std::setlocale(LC_NUMERIC, "C");
    return application;
}

}  // namespace ipclab
