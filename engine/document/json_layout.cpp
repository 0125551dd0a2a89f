#include "document/json_layout.h"

namespace ipclab {

namespace {

constexpr std::size_t kLineWidth = 116;

std::string scalar(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string keyed(const std::string& key) { return scalar(key) + ": "; }

// Only containers inside the top level are put on one line, so that the document's own fields stand one below
// the other.
std::string onOneLine(const Json& value) {
    if (!value.is_structured()) return scalar(value);
    std::string text;
    for (auto element = value.begin(); element != value.end(); ++element) {
        if (!text.empty()) text += ", ";
        if (value.is_object()) text += keyed(element.key());
        text += onOneLine(*element);
    }
    if (value.is_array()) return "[" + text + "]";
    return text.empty() ? "{}" : "{ " + text + " }";
}

std::string layOut(const Json& value, std::size_t indent, bool mayFitLine);

std::string elements(const Json& value, std::size_t indent) {
    std::string text;
    for (auto element = value.begin(); element != value.end(); ++element) {
        text += (text.empty() ? "\n" : ",\n") + std::string(indent, ' ');
        if (value.is_object()) text += keyed(element.key());
        text += layOut(*element, indent, !(value.is_object() && element->is_array() && indent == 2));
    }
    return text;
}

std::string layOut(const Json& value, std::size_t indent, bool mayFitLine) {
    if (!value.is_structured() || value.empty()) return scalar(value);
    if (mayFitLine) {
        std::string line = onOneLine(value);
        if (line.size() + indent <= kLineWidth) return line;
    }
    const std::string body = elements(value, indent + 2) + "\n" + std::string(indent, ' ');
    return value.is_array() ? "[" + body + "]" : "{" + body + "}";
}

}  // namespace

std::string layOut(const Json& document) { return layOut(document, 0, false) + "\n"; }

}  // namespace ipclab
