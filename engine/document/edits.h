// What can be done to a document. Each function looks at a document, changes nothing, and returns the edit that does it
// (Document::apply); names that are called differently afterwards are followed to wherever they stand, in the same
// edit. An edit may leave a document that cannot run: validation says so, at the place it concerns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/document.h"
#include "document/problem.h"

namespace ipclab {

// At the end of its list.
Edit addPart(const Document& document, Element element);
// A process takes its ends, its steps, its place in shared objects and what is nothing without it along: a link
// without senders or receivers, a shared object of nobody. A link that used this one's object the other way gets its
// own.
Edit removePart(const Document& document, const Part& part);
// The whole part; of a process, a link or a shared object the name as well, which is followed.
Edit replacePart(const Document& document, const Part& part, Element element);
Edit renamePart(const Document& document, const Part& part, const std::string& name);

enum class LinkSide : std::uint8_t { From, To };
Edit addEnd(const Document& document, PartId link, LinkSide side, EndSpec end);
Edit removeEnd(const Document& document, PartId link, LinkSide side, std::size_t index);
Edit replaceEnd(const Document& document, PartId link, LinkSide side, std::size_t index, EndSpec end);

// Everything but its parts: texts, duration, seed and so on. The lists of `head` are not looked at.
Edit replaceHead(const Document& document, const Experiment& head);

// Everything, ids included, so that what is taken back wholesale can be had again. `former` was this document before,
// or will have been.
Edit replaceAll(const Document& document, const Document& former);

// One field by its name in the file: "rate_per_s", "capacity/bytes", "from/0/mode"; of the experiment as a whole
// (Part::Kind::None) "duration_s", "summary/ko". null: what it is where the file says nothing. Read as a file's field
// is, so that what a file may not say is refused with the same words.
struct FieldEdit {
    Edit edit;
    std::optional<Problem> problem;  // the edit is then empty; its pointer begins at the part
};
FieldEdit setField(const Document& document, const Part& part, std::string_view field,
                   const nlohmann::ordered_json& value);
// What the file would say of the part; a field that is as usual is not there.
nlohmann::ordered_json fieldsOf(const Document& document, const Part& part);

// Parts that were copied, from this document or another.
struct Fragment {
    std::vector<ProcessSpec> processes;
    std::vector<LinkSpec> links;
    std::vector<SharedSpec> shared;
    std::vector<Step> steps;
};
// The parts, and what stands between processes among them: links, shared objects and steps.
Fragment copyOf(const Document& document, const std::vector<Part>& parts);
// All parts of an experiment, as one pasted from a text.
Fragment fragmentOf(const Experiment& experiment);
// With names that are still free ("relay-2"), which the parts of the fragment call one another by. An end, a party or a
// step of a process that neither the fragment nor the document has is left out.
Edit paste(const Document& document, Fragment fragment);

}  // namespace ipclab
