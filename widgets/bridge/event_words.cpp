#include "bridge/event_words.h"

#include <QLocale>

#include "bridge/words.h"
#include "core/byte_units.h"
#include "runs/said.h"

namespace ipclab {
namespace {

class WindowWording final : public Wording {
public:
    [[nodiscard]] std::string text(const char* of, std::string_view english) const override {
        return translated(of, english).toStdString();
    }
    [[nodiscard]] std::string value(FieldType type, const FieldData& data) const override {
        return EventWords::value(type, data).toStdString();
    }
};

QString timeText(double seconds) {
    const QLocale locale;
    if (seconds < 1e-3) return EventWords::tr("%1 µs").arg(locale.toString(seconds * 1e6, 'f', 1));
    if (seconds < 1) return EventWords::tr("%1 ms").arg(locale.toString(seconds * 1e3, 'f', 1));
    return EventWords::tr("%1 s").arg(locale.toString(seconds, 'f', 2));
}

// Why something failed: a text of the programs, or what the system calls the error.
QString saidError(const std::string& why) {
    const QString text = translated("fact", why);
    return text == QString::fromStdString(why) ? said(why) : text;
}

QLocale::DataSizeFormats sizeFormat() {
    return byteUnits() == ByteUnits::Binary ? QLocale::DataSizeIecFormat : QLocale::DataSizeSIFormat;
}

}  // namespace

QString EventWords::text(const RunEvent& event, const RunData& data) {
    return QString::fromStdString(eventText(event, data, wording()));
}

QString EventWords::waitText(const DeadlockWait& wait) { return QString::fromStdString(inWords(wait, wording())); }

QString EventWords::value(FieldType type, const FieldData& data) {
    const double number = data.number().value_or(0);
    switch (data.number() ? type : FieldType::Text) {
        case FieldType::Bytes:
            return QLocale().formattedDataSize(static_cast<qint64>(number), 1, sizeFormat());
        case FieldType::TimeNs:
            return timeText(number / 1e9);
        case FieldType::TimeUs:
            return timeText(number / 1e6);
        case FieldType::TimeS:
            return timeText(number);
        case FieldType::Share:
            return tr("%1 %").arg(QLocale().toString(number * 100, 'f', 1));
        case FieldType::Signal:
            return Words::signal(static_cast<int>(number));
        default:
            break;
    }
    if (type == FieldType::Word) return translated("fact", spelled(data));
    if (type == FieldType::Said) return saidError(spelled(data));
    return QString::fromStdString(Wording::english().value(FieldType::Text, data)).trimmed();
}

const Wording& EventWords::wording() {
    static const WindowWording wording;
    return wording;
}

}  // namespace ipclab
