#include "window/help_links.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QShortcut>
#include <QUrl>
#include <QWhatsThisClickedEvent>

#include "plot/plain_tip.h"

namespace ipclab {
namespace {

const auto kScheme = QStringLiteral("guide");

}  // namespace

HelpLinks::HelpLinks(QObject* parent) : QObject(parent) {
    QDesktopServices::setUrlHandler(kScheme, this, "open");
    QCoreApplication::instance()->installEventFilter(this);
}

HelpLinks::~HelpLinks() { QDesktopServices::unsetUrlHandler(kScheme); }

void HelpLinks::open(const QUrl& link) { emit placeWanted(link.toString()); }

QString HelpLinks::withLink(const QString& text, const QString& place) {
    return QStringLiteral("<p>%1</p><p><a href=\"guide:%2\">%3</a></p>")
        .arg(markupText(text), markupText(place), tr("More in the guide"));
}

void HelpLinks::openByF1(QWidget* window, const QString& place) {
    const auto* key = new QShortcut(QKeySequence(Qt::Key_F1), window);
    QObject::connect(key, &QShortcut::activated, window,
                     [place] { QDesktopServices::openUrl(QUrl(kScheme + QLatin1Char(':') + place)); });
}

bool HelpLinks::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::WhatsThisClicked) return QObject::eventFilter(watched, event);
    emit placeWanted(static_cast<QWhatsThisClickedEvent*>(event)->href());
    return true;
}

}  // namespace ipclab
