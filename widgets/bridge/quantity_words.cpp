#include "bridge/quantity_words.h"

#include <QCoreApplication>

#include "runs/said.h"

namespace ipclab {
namespace {

QString inThisLanguage(std::string_view english) { return translated("quantity", english); }

}  // namespace

QString QuantityWords::title(const Quantity& quantity) {
    const QString title = inThisLanguage(quantity.title);
    return quantity.part.empty() ? title : title + QStringLiteral(", ") + inThisLanguage(quantity.part);
}

QString QuantityWords::tip(const Quantity& quantity) {
    return inThisLanguage(quantity.meaning) + QLatin1Char(' ') + inThisLanguage(quantity.source);
}

QString QuantityWords::owner(const RunData& data, const QuantityOf& of) {
    if (of.owner != QuantityOwner::End) return QString::fromStdString(nameOf(data, of));
    const PortData& end = data.links.at(of.index).ports.at(of.place);
    const bool sends = end.role == PortRole::Sender;
    const QString name =
        end.process < data.processes.size() ? QString::fromStdString(data.processes[end.process].name) : QString();
    return QCoreApplication::translate("quantity", sends ? QT_TRANSLATE_NOOP("quantity", "sender %1")
                                                         : QT_TRANSLATE_NOOP("quantity", "receiver %1"))
        .arg(name);
}

}  // namespace ipclab
