#include "runs/wall_clock.h"

#include <QDateTime>

namespace ipclab {

std::string utcNow() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString(); }

std::string dateText(std::string_view iso) {
    std::string text(iso);
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return text;
    text[10] = ' ';
    return text.substr(0, 19) + " UTC";
}

}  // namespace ipclab
