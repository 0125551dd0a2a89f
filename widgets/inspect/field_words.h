// What a field of the document and its values are called, in the language of the interface.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "document/field_list.h"

namespace ipclab {

class FieldWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::FieldWords)
public:
    // "Message size (B)".
    static QString label(const FieldInfo& field);
    // What it means, its name in the file and its bounds, as a tooltip.
    static QString tip(const FieldInfo& field, const std::string& before = {});
    static QString sectionTitle(FieldSection section);
    // "blocking": a word of the file.
    static QString word(std::string_view word);
    // What the file says for a choice, as a tip.
    static QString inFile(std::string_view value);
    // A value as a field shows it where nothing is set: "64", "blocking"; "not set" for null.
    static QString usual(const FieldInfo& field, const nlohmann::ordered_json& value);
    static QString text(const nlohmann::ordered_json& value);

    struct Choice {
        std::string value;  // empty: not set
        QString text;
    };
    // What a field can be chosen from; empty: it is typed.
    static std::vector<Choice> choices(const FieldInfo& field, const Document& document, const Part& part);
};

}  // namespace ipclab
