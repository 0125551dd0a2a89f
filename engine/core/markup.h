// Where text becomes a part of XML, SVG, HTML or Qt's rich text, whoever wrote it: the only place that does.
#pragma once

#include <string>
#include <string_view>

namespace ipclab {

// As the content of an element or of a quoted attribute: & < > " ' are escaped; what no such document may hold (control
// characters, bytes that are no UTF-8, U+FFFE and U+FFFF; XML 1.0, section 2.2) becomes U+FFFD.
std::string markupText(std::string_view utf8);

// Of a whole document, made by others: only what it may not hold is replaced.
std::string withoutForbidden(std::string_view document);

}  // namespace ipclab
