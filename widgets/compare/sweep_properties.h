// What of a document a sweep can vary: its fields that say anything of their parts as they are, each by the place that
// `--vary` takes, and values that suit it.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>
#include <vector>

#include "document/field_list.h"

namespace ipclab {

struct SweepProperty {
    std::string path;                  // "producer.message_bytes", "links.*.mechanism", "pin"
    QString title;                     // "Message size of producer"
    QString tip;                       // what it means
    std::string now;                   // as a value of --vary; empty: the document does not say it
    const FieldInfo* field = nullptr;  // none: of the placement
};

class SweepProperties {
    Q_DECLARE_TR_FUNCTIONS(ipclab::SweepProperties)
public:
    // Those of all links or processes together come first, then part by part, then the experiment itself.
    static std::vector<SweepProperty> of(const Document& document);

    struct Values {
        QString name;        // "64 B … 64 KiB"
        std::string values;  // as --vary takes them: "64..65536*4"
    };
    // The first is what a property that is added has.
    static std::vector<Values> suggestions(const SweepProperty& property, const Document& document);
};

}  // namespace ipclab
