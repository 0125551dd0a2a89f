// The fields of each part of a document as an editor wants them: from the tables that read and write the file, so that
// it can say what a file can say and nothing else. What a field may hold is its kind; whether it says anything of the
// part as that is now is told by concerns().
//
// Any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#ifndef Q_MOC_RUN  // Qt's moc cannot read a list within a list
#include "core/sentences.h"
#endif
#include "document/edits.h"
#include "document/value_kind.h"

namespace ipclab {

struct FieldInfo {
    std::string name;        // as setField() of document/edits.h takes it: "rate_per_s", "capacity/bytes"
    std::string_view label;  // for people, a TEXT of "field"
    Sentence meaning;
    ValueKind kind;
    FieldSection section;
    bool required;
    std::string usual;  // what holds where the file says nothing, as JSON; empty: depends (usualValue())
};

// In the order of the file. Of an object with fields of its own these stand here, itself only where it may be there or
// not. Parts, ends and
// places are not among them.
std::span<const FieldInfo> fieldList(Part::Kind kind);  // of None: of the experiment as a whole
// Of one end of a link; the name behind "from/0/" or "to/0/".
std::span<const FieldInfo> endFieldList();
const FieldInfo* findField(Part::Kind kind, std::string_view name);

// What holds in this part where the file does not say; null: nothing that could be told in advance.
nlohmann::ordered_json usualValue(const Document& document, const Part& part, const FieldInfo& field);

// Does the field say anything of this part? Of a process that depends on its program, of a link on its mechanism.
// Validation warns of one that is set and does not.
bool concerns(const Document& document, const Part& part, std::string_view field);

struct EndOfLink {
    PartId link = 0;
    LinkSide side = LinkSide::From;
    std::size_t index = 0;
};
bool concerns(const Document& document, const EndOfLink& end, std::string_view field);
// "from/0", as the fields of an end are set.
std::string pathOf(const EndOfLink& end);
// What the file would say of the end, with its process; a field that is as usual is not there.
nlohmann::ordered_json fieldsOf(const Document& document, const EndOfLink& end);

}  // namespace ipclab
