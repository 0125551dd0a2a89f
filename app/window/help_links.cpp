#include "window/help_links.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>
#include <QWhatsThisClickedEvent>
#include <QWidget>

#include "plot/plain_tip.h"

namespace ipclab {
namespace {

const auto kScheme = QStringLiteral("guide");
constexpr char kPlaceProperty[] = "guide";

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

void HelpLinks::setPlaceOf(QWidget* widget, const QString& place) { widget->setProperty(kPlaceProperty, place); }

QString HelpLinks::placeOf(const QWidget* widget) { return widget->property(kPlaceProperty).toString(); }

bool HelpLinks::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::WhatsThisClicked) return QObject::eventFilter(watched, event);
    emit placeWanted(static_cast<QWhatsThisClickedEvent*>(event)->href());
    return true;
}

}  // namespace ipclab
